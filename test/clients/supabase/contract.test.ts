import {
  createExportBackend,
  createExportHandler,
  createFetch,
  createSupabaseDialect,
  type ExportBackend,
} from '../../../mocks/index.js'
import { createSupabaseClient } from '../../../src/clients/supabase.js'
import { describeExportClient } from '../../support/describe-export-client.js'
import { buildRow, buildRows, createHostClient, createOverFake, PROJECT_URL } from './support.js'

const STATUSES = ['completed', 'pending', 'failed', 'processing', 'completed'] as const

const rows = [
  ...buildRows(11, (index) => {
    const status = STATUSES[index % STATUSES.length]
    return {
      name: index % 4 === 0 ? `Orders, ${index}% "new"` : null,
      status,
      export_type: index % 3 === 0 ? 'orders' : 'contacts',
      export_format: index % 2 === 0 ? 'csv' : 'xlsx',
      file_path: status === 'completed' ? `org1/${index}.zip` : null,
      requested_at: new Date(Date.UTC(2026, 10, 23, 8) - index * 43_200_000).toISOString(),
    }
  }),
  buildRow({ id: 90, organization_id: 'org2' }),
]
const files = rows.map(({ file_path: path }) => `pf-exports/${path}`)

let last = createOverFake()

const options = {
  scope: { organizationId: 'org1' },
  otherScope: { organizationId: 'org2' },
  request: {
    reportType: 'contacts',
    fileFormat: 'csv',
    dateRange: null,
    parameters: { entityTypes: ['contacts'] },
  },
  timeZone: 'America/New_York',
  passTime: () => last.fake.passSeconds(1),
}

const actions = { cancel: { status: 'canceled' }, retry: { status: 'pending' } }
const create = { idempotencyColumn: 'idempotency_key' }

describeExportClient('the Supabase client', {
  ...options,
  createClient() {
    last = createOverFake({ rows, files }, { actions, create })
    return last.exports
  },
})

describeExportClient('the Supabase client whose counts are hidden', {
  ...options,
  createClient() {
    last = createOverFake(
      { rows, files, exposesCount: false },
      { create, capabilities: { total: 'none' } },
    )
    return last.exports
  },
})

let backend = createExportBackend()

function fill(backend: ExportBackend): void {
  STATUSES.concat(STATUSES).forEach((status, index) => {
    backend.addJob({
      status,
      name: index % 4 === 0 ? `Orders, ${index}% "new"` : null,
      reportType: index % 3 === 0 ? 'vendor' : 'inventory',
      fileFormat: index % 2 === 0 ? 'csv' : 'xlsx',
      createdAt: new Date(Date.UTC(2026, 10, 23, 8) - index * 43_200_000).toISOString(),
    })
  })
  backend.addJob({ companyId: 'org2', status: 'completed' })
}

describeExportClient('the Supabase client over the mock project', {
  ...options,
  request: { ...options.request, reportType: 'vendor' },
  passTime: () => backend.clock.advance(1_000),
  createClient() {
    backend = createExportBackend({ companyId: 'org1', setup: fill })
    const handler = createExportHandler({
      backend,
      dialect: createSupabaseDialect(),
      apiBase: PROJECT_URL,
    })
    return createSupabaseClient({ client: createHostClient(createFetch(handler)), create })
  },
})
