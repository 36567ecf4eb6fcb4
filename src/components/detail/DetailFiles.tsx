import type { ReactNode } from 'react'
import type { ExportJob, JobFile } from '../../core/job.js'
import { cleanFilename } from '../../downloads/safe-filename.js'
import { ExportDownloadButton } from '../download-button/ExportDownloadButton.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { DetailSlot } from './slots.js'

/** Props of {@link DetailFiles}. */
export interface DetailFilesProps {
  /** The job whose files are shown. */
  readonly job: ExportJob
  /** The classes of the slots. */
  readonly classes: SlotClasses<DetailSlot>
}

/** The files of a job with their sizes and checksums; of several, each has its own button. */
export function DetailFiles({ job, classes }: DetailFilesProps): ReactNode {
  const { labels } = useExportJobsUi()
  const { files } = job
  if (files.length === 0) return null
  return (
    <div className={classes.detailSection}>
      <p className={classes.detailSubtitle}>{labels.detail.files}</p>
      <ul className={classes.detailFiles}>
        {files.map((file) => (
          <li key={file.id} className={classes.detailFile}>
            <FileFacts file={file} className={classes.detailFileFacts} />
            {files.length > 1 && (
              <ExportDownloadButton
                job={job}
                fileId={file.id}
                aria-label={labels.detail.downloadFile({ name: fileWords(file) })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function FileFacts({ file, className }: { readonly file: JobFile; readonly className: string }) {
  const { labels, formatters } = useExportJobsUi()
  const { size, checksum } = file
  return (
    <div className={className}>
      <bdi>{fileWords(file)}</bdi>
      {size !== null && <span>{formatters.formatSize(size)}</span>}
      {checksum !== null && (
        <span>
          {labels.detail.checksum} <code>{checksum}</code>
        </span>
      )}
    </div>
  )
}

/** A backend's name may hold characters that show it as something else. */
export function fileWords({ id, name }: JobFile): string {
  return (name === null ? null : cleanFilename(name)) ?? id
}
