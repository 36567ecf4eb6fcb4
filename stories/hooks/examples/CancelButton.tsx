import { type ExportJob, useExportAction } from 'react-export-jobs'

/** A button that stops an export. */
export function CancelButton({ job }: { readonly job: ExportJob }) {
  const { canRun, isRunning, refused, run } = useExportAction('cancel', job)
  return (
    <p>
      <button type="button" disabled={!canRun || isRunning} onClick={run}>
        Cancel {job.name}
      </button>{' '}
      {refused !== null && <span role="alert">It could not be stopped.</span>}
    </p>
  )
}
