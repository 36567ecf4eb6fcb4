import type { ReactNode } from 'react'
import type { ExportJob, JobFile } from '../../core/job.js'
import type { DownloadOutcome } from '../../hooks/perform-download.js'
import { useExportDownloadAll } from '../../hooks/useExportDownloadAll.js'
import { DownloadButton } from '../download-button/ExportDownloadButton.js'
import { Button } from '../parts/Button.js'
import { fileWords } from '../parts/file-words.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { usePart } from '../parts/use-part.js'
import { refusalWords } from '../pop-ups/pop-up-words.js'
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
  const { canDownload, isRunning, outcomes, downloadAll } = useExportDownloadAll(job, {
    tabText: labels.actions.tabText,
  })
  const Download = usePart('downloadButton', DownloadButton)
  const { files } = job
  if (files.length === 0) return null
  return (
    <div className={classes.detailSection}>
      <p className={classes.detailSubtitle}>{labels.detail.files}</p>
      <ul className={classes.detailFiles}>
        {files.map((file) => (
          <li key={file.id} className={classes.detailFile}>
            <FileFacts
              file={file}
              outcome={outcomes.find((item) => item.file.id === file.id)?.outcome}
              className={classes.detailFileFacts}
            />
            {files.length > 1 && (
              <Download
                job={job}
                fileId={file.id}
                aria-label={labels.detail.downloadFile({ name: fileWords(file) })}
              />
            )}
          </li>
        ))}
      </ul>
      {files.length > 1 && canDownload && (
        <Button
          aria-busy={isRunning || undefined}
          data-preparing={isRunning ? '' : undefined}
          onClick={downloadAll}
        >
          {isRunning && <Icon name="processing" />}
          {labels.detail.downloadAll}
        </Button>
      )}
    </div>
  )
}

interface FileFactsProps {
  readonly file: JobFile
  /** What became of it when all were downloaded. */
  readonly outcome: DownloadOutcome | undefined
  readonly className: string
}

function FileFacts({ file, outcome, className }: FileFactsProps): ReactNode {
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
      <span role="status">
        {outcome?.kind === 'started' && labels.detail.fileStarted}
        {outcome?.kind === 'saved' && labels.actions.saved}
        {outcome?.kind === 'refused' && refusalWords('download', outcome, labels)}
      </span>
      {outcome?.kind === 'blocked' && (
        <Button
          variant="link"
          aria-label={labels.actions.nameOf({
            name: labels.actions.clickToDownload,
            what: fileWords(file),
          })}
          onClick={outcome.press}
        >
          {labels.actions.clickToDownload}
        </Button>
      )}
    </div>
  )
}
