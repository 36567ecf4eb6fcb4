import { useExportBulkAction, useExportJobs } from 'react-export-jobs'

/** Takes every failed export off the list. */
export function DeleteFailed() {
  const { jobs } = useExportJobs()
  const { allowed, run, running } = useExportBulkAction()
  const failed = allowed('delete', jobs).filter(({ status }) => status === 'failed')
  return (
    <p>
      <button
        type="button"
        disabled={failed.length === 0 || running !== null}
        onClick={() => run('delete', failed)}
      >
        Delete {failed.length} failed exports
      </button>
    </p>
  )
}
