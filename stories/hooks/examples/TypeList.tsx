import { useReportTypes } from 'react-export-jobs/hooks'

/** What this person may export. */
export function TypeList() {
  const { status, reportTypes } = useReportTypes()
  if (status !== 'ready') return <p>{status === 'loading' ? 'Loading' : 'Nothing to export.'}</p>
  return (
    <ul>
      {reportTypes.map(({ id, label, formats }) => (
        <li key={id}>
          {label} ({formats?.join(', ') ?? 'any format'})
        </li>
      ))}
    </ul>
  )
}
