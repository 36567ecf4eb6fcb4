import { type FormEvent, useState } from 'react'
import {
  ExportHistory,
  type ExportJobsClient,
  ExportJobsProvider,
  type ExportScope,
  type LabelOverrides,
  type ReportType,
  type UrlStateMode,
  useCreateExportJob,
} from 'react-export-jobs'

const COMPANIES = [
  { id: '7', name: 'Northwind Kitchens' },
  { id: '8', name: 'Harbour Street Bakery' },
  { id: '9', name: 'Alpenblick Gastronomie' },
]

const REPORT_TYPES: readonly ReportType[] = [
  { id: 'delivery_location', label: 'By delivery location', formats: ['csv', 'pdf'] },
  { id: 'vendor', label: 'By vendor', formats: ['csv', 'pdf'] },
  { id: 'inventory', label: 'Inventory', formats: ['csv', 'pdf'], expectedDurationMs: 60_000 },
]

const LABELS: LabelOverrides = {
  table: {
    title: 'Export History',
    denied: {
      title: 'No access to the exports of this company',
      text: 'Check that you selected the correct company, and that you may view its financial reports.',
    },
  },
}

export interface MathershipPageProps {
  /** The back office's API. */
  readonly client: ExportJobsClient
  /** Where the list state lives. Default the page's URL. */
  readonly urlState?: UrlStateMode
}

/** The reports area of a back office: the Purchase Orders report, and the history of its exports. */
export function MathershipPage({ client, urlState }: MathershipPageProps) {
  const [companyId, setCompanyId] = useState('7')
  const [page, setPage] = useState<'history' | 'report'>('history')
  const scope: ExportScope = { companyId }
  return (
    <ExportJobsProvider
      client={client}
      scope={scope}
      userKey="dana"
      reportTypes={REPORT_TYPES}
      labels={LABELS}
      timeZone="UTC"
      urlState={urlState}
    >
      <header className="mathership-bar">
        <nav aria-label="Reports">
          <button type="button" onClick={() => setPage('report')}>
            Purchase Orders
          </button>
          <button type="button" onClick={() => setPage('history')}>
            Export History
          </button>
        </nav>
        <label>
          Company
          <select value={companyId} onChange={(event) => setCompanyId(event.target.value)}>
            {COMPANIES.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main className="mathership-main">
        {page === 'history' ? (
          <ExportHistory headingLevel={1} />
        ) : (
          <PurchaseOrders scope={scope} onRequested={() => setPage('history')} />
        )}
      </main>
    </ExportJobsProvider>
  )
}

interface PurchaseOrdersProps {
  readonly scope: ExportScope
  readonly onRequested: () => void
}

/** A report page with both ways: the file at once, or a job in the background. */
function PurchaseOrders({ scope, onRequested }: PurchaseOrdersProps) {
  const { canCreate, createJob, isCreating, error } = useCreateExportJob()
  const [period, setPeriod] = useState({ dateFrom: '2026-10-01', dateTo: '2026-10-31' })
  const [fileFormat, setFileFormat] = useState('csv')
  const day = (end: keyof typeof period, label: string) => (
    <label>
      {label}
      <input
        type="date"
        required
        value={period[end]}
        onChange={(event) => setPeriod({ ...period, [end]: event.target.value })}
      />
    </label>
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const dateRange = { from: period.dateFrom, to: period.dateTo }
    // no report type: the backend has its own default
    const request = { reportType: null, fileFormat, dateRange, parameters: {} }
    if ((await createJob(request)).kind !== 'refused') onRequested()
  }
  return (
    <form className="mathership-form" onSubmit={submit}>
      <h1>Purchase Orders</h1>
      {day('dateFrom', 'From')}
      {day('dateTo', 'To')}
      <label>
        Format
        <select value={fileFormat} onChange={(event) => setFileFormat(event.target.value)}>
          <option value="csv">CSV</option>
          <option value="pdf">PDF</option>
        </select>
      </label>
      <a
        href={`/api/reports/delivery_location/file?${inSnakeCase({ ...scope, ...period, fileFormat })}`}
      >
        Download now
      </a>
      <button type="submit" disabled={!canCreate || isCreating}>
        Export in the background
      </button>
      <p role="alert">{error !== null && (error.detail ?? 'The export was refused. Try again.')}</p>
    </form>
  )
}

/** The API's own spelling of names. */
function inSnakeCase(values: Readonly<Record<string, string>>): URLSearchParams {
  const spell = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return new URLSearchParams(Object.entries(values).map(([name, value]) => [spell(name), value]))
}
