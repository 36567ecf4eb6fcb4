import { useExportJob } from 'react-export-jobs'

/** How far one export has come. */
export function OneJob({ id }: { readonly id: string }) {
  const { status, job } = useExportJob(id)
  if (status === 'vanished') return <p>This export is no longer there.</p>
  if (job === null) return <p>Loading</p>
  return (
    <p>
      Export {job.id}: {job.status}
      {job.progress !== null && `, ${Math.round(job.progress * 100)} % done`}
    </p>
  )
}
