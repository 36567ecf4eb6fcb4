import { type ExportJob, useExportJobsUi } from 'react-export-jobs'

/** A sentence in the words and dates of the provider. */
export function StatusSentence({ job }: { readonly job: ExportJob }) {
  const { labels, formatters } = useExportJobsUi()
  return (
    <p>
      {labels.statuses[job.status]}, {formatters.formatNumber(job.totalRows ?? 0)}
    </p>
  )
}
