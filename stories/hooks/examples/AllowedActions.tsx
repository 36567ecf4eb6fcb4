import { type ExportJob, useExportJobActions } from 'react-export-jobs'

/** What can be done with an export. */
export function AllowedActions({ job }: { readonly job: ExportJob }) {
  const verdicts = Object.entries(useExportJobActions(job))
  return (
    <ul>
      {verdicts.map(([action, verdict]) => (
        <li key={action}>
          {action}: {verdict.allowed ? 'yes' : `no, ${verdict.refusal}`}
        </li>
      ))}
    </ul>
  )
}
