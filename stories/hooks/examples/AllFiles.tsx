import { type ExportJob, useExportDownloadAll } from 'react-export-jobs'

/** One button for all parts of an export. */
export function AllFiles({ job }: { readonly job: ExportJob }) {
  const { canDownload, isRunning, outcomes, downloadAll } = useExportDownloadAll(job)
  return (
    <p>
      <button type="button" disabled={!canDownload || isRunning} onClick={downloadAll}>
        Download {job.files.length} files
      </button>{' '}
      {outcomes.length > 0 && `${outcomes.length} handed over`}
    </p>
  )
}
