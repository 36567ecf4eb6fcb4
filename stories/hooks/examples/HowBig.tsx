import { useExportRequestEstimate, useExportRequestForm } from 'react-export-jobs/hooks'

/** How many rows the export will have. */
export function HowBig() {
  const { form } = useExportRequestForm({ reportType: 'vendor', keepDraft: false })
  const { status, estimate } = useExportRequestEstimate(form, { delayMs: 0 })
  return <p>{status === 'ready' ? `About ${estimate?.rows} rows` : `The estimate is ${status}.`}</p>
}
