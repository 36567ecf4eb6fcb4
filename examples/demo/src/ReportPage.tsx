import { type FormEvent, useState } from 'react'
import { type ExportRequest, useCreateExportJob } from 'react-export-jobs'
import { directReportHref } from './direct-report.js'
import { navigate } from './navigation.js'
import { PURCHASE_ORDERS } from './reports.js'

const FORMATS = [
  ['csv', 'CSV, for spreadsheets and scripts'],
  ['xlsx', 'XLSX, for Excel'],
  ['pdf', 'PDF, for printing'],
] as const

interface ReportPageProps {
  readonly companyId: string
}

/** A report page of the host's own that offers both ways: the file at once, or in the background. */
export function ReportPage({ companyId }: ReportPageProps) {
  const { createJob, isCreating, canCreate, error } = useCreateExportJob()
  const [dateFrom, setDateFrom] = useState('2026-10-01')
  const [dateTo, setDateTo] = useState('2026-10-31')
  const [fileFormat, setFileFormat] = useState<string>('csv')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const request: ExportRequest = {
      reportType: PURCHASE_ORDERS,
      fileFormat,
      dateRange: { from: dateFrom, to: dateTo },
      parameters: {},
    }
    const outcome = await createJob(request)
    if (outcome.kind !== 'refused') navigate('/exports')
  }

  return (
    <>
      <div className="app-heading">
        <h1>Purchase orders</h1>
      </div>
      <p>What was bought, from whom and at what price, by delivery location.</p>
      <form className="app-form" onSubmit={submit}>
        <label>
          From
          <input
            type="date"
            required
            value={dateFrom}
            max={dateTo}
            onChange={(event) => setDateFrom(event.target.value)}
          />
        </label>
        <label>
          To
          <input
            type="date"
            required
            value={dateTo}
            min={dateFrom}
            onChange={(event) => setDateTo(event.target.value)}
          />
        </label>
        <label>
          Format
          <select value={fileFormat} onChange={(event) => setFileFormat(event.target.value)}>
            {FORMATS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          className="app-button app-button-primary"
          disabled={!canCreate || isCreating}
        >
          Export in the background
        </button>
        <a
          className="app-button"
          href={directReportHref({ companyId, dateFrom, dateTo, fileFormat })}
        >
          Download now
        </a>
      </form>
      <p role="alert" className="app-error">
        {error === null ? '' : (error.detail ?? 'The export could not be asked for. Try again.')}
      </p>
    </>
  )
}
