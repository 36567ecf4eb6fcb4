import { createRoot } from 'react-dom/client'
import {
  ExportButton,
  ExportJobsProvider,
  ExportRequestForm,
  type ReportType,
} from 'react-export-jobs'
import { createRestClient } from 'react-export-jobs/clients/rest'
import { WorkflowCsvPage } from '../../stories/systems/WorkflowCsvPage.js'
import { WorkflowZipPage } from '../../stories/systems/WorkflowZipPage.js'
import { createWorkflowClient } from '../../stories/systems/workflow-service.js'

const params = new URLSearchParams(location.search)

const ORDERS: ReportType = {
  id: 'vendor',
  label: 'Orders',
  formats: ['csv', 'pdf'],
  fields: [
    { id: 'dateRange', kind: 'date-range', label: 'Period', defaultValue: { preset: 'lastMonth' } },
    { id: 'note', kind: 'text', label: 'Note', maxLength: 40 },
  ],
}

/** A place that only this page sees, written like any other file. */
async function privatePlace(): Promise<WritableStream<Uint8Array>> {
  const folder = await navigator.storage.getDirectory()
  return (await folder.getFileHandle('saved', { create: true })).createWritable()
}

function Orders() {
  return (
    <ExportJobsProvider
      client={createRestClient({ baseUrl: '/api', capabilities: { fileFormats: ['csv', 'pdf'] } })}
      scope={{ companyId: '7' }}
      userKey="dana"
      reportTypes={[ORDERS]}
      urlState="memory"
      getHistoryHref={() => '/exports'}
      delivery={params.has('save') ? 'save' : 'frame'}
      saveTarget={privatePlace}
    >
      <ExportButton
        reportType="vendor"
        direct={{
          request: (_request, { signal }) => fetch(`/report?${params}`, { signal }),
          ...(params.has('most') && { maxBlobBytes: Number(params.get('most')) }),
        }}
      />
      <ExportRequestForm hasSettings keepDraft={!params.has('forget')} />
    </ExportJobsProvider>
  )
}

const PAGES: Readonly<Record<string, () => React.ReactNode>> = {
  csv: () => <WorkflowCsvPage client={createWorkflowClient()} />,
  zip: () => <WorkflowZipPage client={createWorkflowClient()} />,
  orders: () => <Orders />,
}

const Page = PAGES[params.get('page') ?? 'orders'] ?? Orders
createRoot(document.body.appendChild(document.createElement('main'))).render(<Page />)
