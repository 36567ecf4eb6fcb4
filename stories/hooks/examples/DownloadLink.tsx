import { type ExportJob, useExportDownload } from 'react-export-jobs'

/** A Download button of the host's own, with the refusal beside it. */
export function DownloadLink({ job }: { readonly job: ExportJob }) {
  const { canDownload, isPreparing, isBlocked, refused, download } = useExportDownload(job)
  return (
    <p>
      <button type="button" disabled={!canDownload || isPreparing} onClick={download}>
        {isBlocked ? 'Click to download' : `Download ${job.name}`}
      </button>{' '}
      {refused !== null && <span role="alert">That did not work.</span>}
    </p>
  )
}
