import { useState } from 'react'
import {
  type CanFunction,
  type ExportColumn,
  ExportDownloadButton,
  ExportHistory,
  ExportJobActions,
  ExportJobsProvider,
  ExportPermissionGate,
  ExportRequestDialog,
  exportColumns,
  type LabelOverrides,
  type ManyField,
  type ReportType,
  type UrlStateMode,
  useCreateExportJob,
} from 'react-export-jobs'
import { createSupabaseClient, type SupabaseClientLike } from 'react-export-jobs/clients/supabase'

/** The kinds of records that an export may hold, by their ids. */
const holding = (kinds: Readonly<Record<string, string>>): ManyField => ({
  id: 'entityTypes',
  kind: 'multi-select',
  label: 'Entity types',
  required: true,
  options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
})

const REPORT_TYPES: readonly ReportType[] = [
  {
    id: 'records',
    label: 'Records',
    description: 'The records as they are now.',
    formats: ['csv', 'xlsx'],
    // documents are files of their own, which only an archive holds
    formatsWhen: [{ when: { field: 'entityTypes', is: 'documents' }, value: ['zip'] }],
    fields: [holding({ people: 'People', programs: 'Programs', documents: 'Documents' })],
  },
  {
    id: 'audit_log',
    label: 'Audit log',
    description: 'Who did what, and when.',
    formats: ['csv', 'json'],
    fields: [holding({ sign_ins: 'Sign-ins', changes: 'Changes' })],
  },
]

const LABELS: LabelOverrides = {
  columns: { reportType: 'Export type', created: 'Requested' },
  toolbar: { reportType: 'Export type', created: 'Requested' },
  table: {
    title: 'Data Exports',
    denied: {
      title: 'Access denied',
      text: 'You need the permission pf.export_requests.view to see the data exports.',
    },
  },
  entityTypes: { sign_ins: 'Sign-ins' },
  form: { reportType: 'Export type' },
  request: { dialogTitle: 'New export' },
  actions: {
    confirmDelete: ({ what }) => ({
      title: `Delete the export “${what}”?`,
      text: 'Its entry goes from this history. Records that were imported stay as they are.',
    }),
  },
}

/** What can be done with a row stands in one column, the download first. */
const actions: ExportColumn = {
  ...exportColumns.actions,
  cell: ({ job }) => (
    <div className="encore-actions">
      <ExportDownloadButton job={job} variant="icon" />
      <ExportJobActions job={job} variant="buttons" actions={['delete']} />
    </div>
  ),
}

const { reportType, format, entityTypes, status, created } = exportColumns
const columns = () => [reportType, format, entityTypes, status, created, actions]

export interface EncorePageProps {
  /** The host's own supabase-js client. */
  readonly supabase: SupabaseClientLike
  /** The names of what the signed-in person may do. */
  readonly permissions: readonly string[]
  /** Where the list state lives. Default the page's URL. */
  readonly urlState?: UrlStateMode
}

/** The page "Data Exports" of an administration area: `/settings/exports`. */
export function EncorePage({ supabase, permissions, urlState }: EncorePageProps) {
  const [client] = useState(() =>
    createSupabaseClient({
      client: supabase,
      create: { idempotencyColumn: 'idempotency_key' },
      columns: { name: null },
      capabilities: { fileFormats: ['csv', 'json', 'xlsx', 'zip'] },
    }),
  )
  const can: CanFunction = (action) => {
    const right = action === 'create' || action === 'rerun' ? 'create' : 'view'
    return permissions.includes(`pf.export_requests.${right}`)
  }
  return (
    <ExportJobsProvider
      client={client}
      scope={{ organizationId: 'org1' }}
      userKey="dana"
      can={can}
      reportTypes={REPORT_TYPES}
      labels={LABELS}
      timeZone="UTC"
      polling={{ mode: 'manual' }}
      delivery="newTab"
      urlState={urlState}
    >
      <main className="encore">
        <ExportPermissionGate>
          <ExportHistory
            headingLevel={1}
            actions={<NewExport />}
            table={{ columns, refreshButton: 'whileUnfinished' }}
          />
        </ExportPermissionGate>
      </main>
    </ExportJobsProvider>
  )
}

function NewExport() {
  const { canCreate } = useCreateExportJob()
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  if (!canCreate) return null
  return (
    <>
      <button type="button" className="encore-button" onClick={() => setIsOpen(true)}>
        New Export
      </button>
      <ExportRequestDialog
        open={isOpen}
        onClose={close}
        form={{ onSubmitted: ({ kind }) => kind === 'job' && close() }}
      />
    </>
  )
}
