import '../../src/styles/index.css'
import { createRoot } from 'react-dom/client'
import {
  ExportDetail,
  ExportHistory,
  ExportJobsProvider,
  ExportNotifications,
  ExportRequestForm,
  type ReportType,
} from 'react-export-jobs'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJobs } from 'react-export-jobs/mocks'

const ORDERS: ReportType = {
  id: 'vendor',
  label: 'Orders',
  formats: ['csv', 'pdf'],
  fields: [{ id: 'note', kind: 'text', label: 'Note' }],
}

const STATUSES = ['completed', 'failed', 'processing', 'pending'] as const
const count = Number(new URLSearchParams(location.search).get('rows') ?? 4)
const client = createMemoryClient({
  jobs: buildExportJobs(count, (index) => ({
    id: String(index),
    name: `Job ${index}.`,
    reportType: `type ${index}.`,
    status: STATUSES[index % 4],
    progress: index % 4 === 2 ? 0.4 : null,
  })),
})
// a look that never ends shows what stands for rows until they come
const waiting = { ...client, key: 'waiting', listJobs: () => new Promise<never>(() => {}) }

const PAGES: Readonly<Record<string, React.ReactNode>> = {
  history: <ExportHistory table={{ bulkActions: ['delete'], defaults: { pageSize: 50 } }} />,
  detail: <ExportDetail jobId="0" />,
  form: <ExportRequestForm />,
  loading: <ExportHistory />,
}

const name = new URLSearchParams(location.search).get('page') ?? ''
document.documentElement.style.colorScheme = 'light dark'
createRoot(document.body.appendChild(document.createElement('main'))).render(
  <ExportJobsProvider
    client={name === 'loading' ? waiting : client}
    reportTypes={[ORDERS]}
    urlState="memory"
    timeZone="UTC"
    polling={{ mode: 'off' }}
    getHistoryHref={() => '/'}
  >
    {PAGES[name]}
    <ExportNotifications />
  </ExportJobsProvider>,
)
