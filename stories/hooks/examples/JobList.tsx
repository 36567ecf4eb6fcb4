import { useExportJobs } from 'react-export-jobs'

/** The newest exports, as a list of the host's own. */
export function JobList() {
  const { status, jobs, total, refresh, isRefreshing } = useExportJobs()
  if (status === 'loading') return <p>Loading</p>
  if (status !== 'ready') return <p>There is nothing to show.</p>
  return (
    <>
      <p>
        {jobs.length} of {total ?? 'many'} exports.{' '}
        <button type="button" disabled={isRefreshing} onClick={refresh}>
          Look again
        </button>
      </p>
      <ul>
        {jobs.slice(0, 5).map((job) => (
          <li key={job.id}>
            {job.reportType}, {job.fileFormat}: {job.status}
          </li>
        ))}
      </ul>
    </>
  )
}
