import { useCallback, useState } from 'react'
import {
  ExportButton,
  ExportDetail,
  ExportHistory,
  ExportJobsProvider,
  type ExportJobsProviderProps,
  type ExportLinkProps,
  exportColumns,
  type LabelOverrides,
  type ReportType,
} from 'react-export-jobs'
import type { RestClientOptions } from 'react-export-jobs/clients/rest'

const EXPORTS = '/projects/{projectId}/report-exports'

/** How the reports service is spoken to. */
export const WIB_SERVICE: RestClientOptions = {
  baseUrl: '/api',
  paths: { jobs: EXPORTS, job: `${EXPORTS}/{id}`, download: `POST ${EXPORTS}/{id}/file-link` },
  params: {
    page: 'pageNumber',
    pageSize: 'rowsPerPage',
    ordering: 'sortBy',
    direction: 'sortDirection',
    search: 'nameContains',
    reportTypes: 'type',
    fileFormats: null,
    createdOn: 'dateCreated',
  },
  arrayFormat: 'repeat',
  pageBase: 1,
  ordering: {
    format: 'separate',
    fields: { name: 'Name', reportType: 'Type', status: 'Status', createdAt: 'DateCreated' },
  },
  envelope: 'data',
  page: {
    results: 'data',
    page: 'paging.pageNumber',
    pageSize: 'paging.rowsPerPage',
    total: 'paging.rowCount',
    totalPages: 'paging.totalPages',
  },
  fields: {
    id: 'exportId',
    name: 'file.name',
    fileFormat: 'file.extension',
    reportType: 'reportTypeName',
    createdAt: 'dateCreated',
    completedAt: 'dateFinished',
    createdBy: 'requestedBy.displayName',
    source: 'origin',
    error: 'failure',
  },
  grant: { url: 'data.file.href', expiresAt: 'data.file.validUntil', filename: 'data.file.saveAs' },
  create: {
    fields: { reportType: 'type', fileFormat: null },
    idempotencyHeader: 'X-Request-Token',
  },
  statusMap: { Queued: 'pending', Completed: 'completed', Failed: 'failed' },
  errorCodes: { ExportQueued: 'not_ready', ExportWithoutFile: 'no_file', FilePurged: 'gone' },
  retention: { days: 365, from: 'createdAt' },
  capabilities: { fileFormats: ['xlsx'] },
}

const REPORTS = [
  'Scanner Barcode Duration',
  'Export Package History',
  'Reconciliation',
  'Image Quality Analysis',
  'Data Extraction',
].map((name): ReportType => {
  const [id, label] = [`${name.replaceAll(' ', '')}Report`, `${name} Report`]
  return { id, label, permission: `Reports/${label}`, formats: ['xlsx'] }
})

const LABELS: LabelOverrides = {
  columns: { reportType: 'Type', created: 'Date Created' },
  statuses: { pending: 'Queued' },
  sources: { manual: 'One-off', schedule: 'Scheduled' },
  actions: { source: 'Export again' },
  table: {
    title: 'Exported Reports',
    empty: { title: 'No Records Available', text: '' },
    denied: { title: 'No access to Exported Reports', text: 'Ask for it in the Security Policy.' },
  },
}

const { name, reportType, status, created } = exportColumns
const COLUMNS = () => [name, reportType, status, created]
const TABLE = { columns: COLUMNS, toolbar: false, filterRow: true }

export interface WibPageProps
  extends Pick<ExportJobsProviderProps, 'client' | 'urlState' | 'onEvent' | 'onError'> {
  /** What the Security Policy grants: `Exported Reports`, `Reports/Reconciliation Report` ... */
  readonly grants: readonly string[]
  /** Where the person comes in. Default the list. */
  readonly path?: string
}

/** A project's exported reports: the list, each export's own page, and the pages they start from. */
export function WibPage({ grants, path = '/report-exports', ...provider }: WibPageProps) {
  const [place, go] = useState(path)
  const [, area, id = ''] = place.split('/')
  const AppLink = useCallback(({ href, children, ...rest }: ExportLinkProps) => {
    const follow = (event: { preventDefault(): void }) => {
      event.preventDefault()
      go(href)
    }
    return (
      <a {...rest} href={href} onClick={follow}>
        {children}
      </a>
    )
  }, [])
  return (
    <ExportJobsProvider
      {...provider}
      scope={{ projectId: '42' }}
      userKey="morgan"
      can={(_, { permission = 'Exported Reports' } = {}) => grants.includes(permission)}
      reportTypes={REPORTS}
      labels={LABELS}
      timeZone="UTC"
      linkComponent={AppLink}
      getJobHref={(job) => `/report-exports/${job.id}`}
      getHistoryHref={() => '/report-exports'}
      getSourceHref={(job) => `/report/${job.reportType}`}
    >
      <main className="wib-main">
        {area === 'report' ? (
          <section className="wib-report">
            <h1>{REPORTS.find((type) => type.id === id)?.label}</h1>
            <ExportButton
              reportType={id}
              onSubmitted={({ kind }) => kind === 'job' && go('/report-exports')}
            />
          </section>
        ) : id !== '' ? (
          <ExportDetail jobId={id} fields="brief" headingLevel={1} actions={[]} />
        ) : (
          <ExportHistory headingLevel={1} table={TABLE} />
        )}
      </main>
    </ExportJobsProvider>
  )
}
