import { useState } from 'react'
import { useCreateExportJob } from 'react-export-jobs'

const REQUEST = {
  reportType: 'vendor',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: {},
}

/** A button that exports October. */
export function ExportNow() {
  const { createJob, canCreate, isCreating, error } = useCreateExportJob()
  const [jobId, setJobId] = useState<string | null>(null)
  const send = async () => {
    const outcome = await createJob(REQUEST)
    if (outcome.kind === 'job') setJobId(outcome.job.id)
  }
  return (
    <p>
      <button type="button" disabled={!canCreate || isCreating} onClick={send}>
        Export October
      </button>{' '}
      {jobId !== null && `Export ${jobId} has started.`}
      {error !== null && <span role="alert">The export was refused.</span>}
    </p>
  )
}
