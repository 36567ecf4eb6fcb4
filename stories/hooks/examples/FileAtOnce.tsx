import { type DirectRequest, useDirectExport } from 'react-export-jobs/hooks'

const OCTOBER = {
  reportType: 'vendor',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: {},
}

/** A button for a report that comes back at once. */
export function FileAtOnce({ request }: DirectRequest) {
  const { isRunning, outcome, start, cancel } = useDirectExport({ request })
  return (
    <p>
      <button type="button" disabled={isRunning} onClick={() => start(OCTOBER)}>
        Get October
      </button>{' '}
      {isRunning && (
        <button type="button" onClick={cancel}>
          Stop
        </button>
      )}
      {outcome?.kind === 'refused' && <span role="alert">There is no file.</span>}
    </p>
  )
}
