import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSupabaseClient, type SupabaseClientOptions } from '../../src/clients/supabase.js'
import { listQuery, rejection, requestOptions } from '../clients/fake-backend.js'
import { createHostClient, PUBLISHABLE_KEY } from '../clients/supabase/support.js'
import { describeExportClient } from '../support/describe-export-client.js'
import { type IndependentProject, startProject } from './supabase-lite.js'

/** The assumed table. Everybody reads and changes rows of org1 and org2, and removes no locked ones. */
const SCHEMA = `
  create table public.pf_export_requests (
    id bigint generated always as identity primary key,
    organization_id text not null,
    name text,
    export_type text,
    export_format text,
    entity_types text[] not null default '{}',
    status text not null default 'pending',
    requested_at timestamptz not null default now(),
    file_path text,
    error_message text,
    idempotency_key text unique
  );
  alter table public.pf_export_requests enable row level security;
  create policy seen on public.pf_export_requests for select to anon
    using (organization_id in ('org1', 'org2'));
  create policy added on public.pf_export_requests for insert to anon
    with check (organization_id in ('org1', 'org2'));
  create policy changed on public.pf_export_requests for update to anon
    using (export_type <> 'locked');
  create policy removed on public.pf_export_requests for delete to anon
    using (export_type <> 'locked');
`

const ROWS = `
  truncate public.pf_export_requests restart identity;
  insert into public.pf_export_requests
    (organization_id, name, export_type, export_format, entity_types, status, requested_at, file_path)
  select
    'org1',
    case when n % 4 = 0 then 'Orders, ' || n || '% "new" (x)' end,
    case when n % 3 = 0 then 'orders' else 'contacts' end,
    case when n % 2 = 0 then 'csv' else 'xlsx' end,
    case when n % 2 = 0 then '{contacts,leads}'::text[] else '{contacts}'::text[] end,
    (array['completed', 'pending', 'failed', 'processing', 'completed'])[n % 5 + 1],
    timestamptz '2026-11-23 08:00+00' - n * interval '12 hours',
    case when n % 5 in (0, 4) then 'org1/' || n || '.zip' end
  from generate_series(0, 10) n;
  insert into public.pf_export_requests (organization_id, export_type, status)
  values ('org2', 'contacts', 'completed'), ('org3', 'contacts', 'completed'),
    ('org1', 'locked', 'failed');
`

let project: IndependentProject
let signed = 0

beforeAll(async () => {
  project = await startProject(SCHEMA, PUBLISHABLE_KEY)
}, 60_000)
beforeEach(() => project.sql(ROWS))

/** Its storage does not behave as Supabase's, so that links are signed here, as they were recorded. */
async function fetchFromProject(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(String(input))
  const [, object] = /^\/storage\/v1(\/object\/sign\/.+)$/.exec(pathname) ?? []
  if (object === undefined) return project.fetch(input, init)
  signed += 1
  return Response.json({ signedURL: `${object}?token=${signed}` })
}

function createExports(options: Omit<SupabaseClientOptions, 'client'> = {}) {
  return createSupabaseClient({ client: createHostClient(fetchFromProject), ...options })
}

const org1 = requestOptions({ organizationId: 'org1' })

describeExportClient('the Supabase client over an independent project', {
  createClient: () =>
    createExports({
      actions: { cancel: { status: 'canceled' }, retry: { status: 'pending' } },
      create: { idempotencyColumn: 'idempotency_key' },
    }),
  scope: { organizationId: 'org1' },
  otherScope: { organizationId: 'org2' },
  request: {
    reportType: 'contacts',
    fileFormat: 'csv',
    dateRange: null,
    parameters: { entityTypes: ['contacts'] },
  },
  timeZone: 'America/New_York',
  passTime: () => {},
})

describe('lists of an independent project', () => {
  it('are narrowed by every filter, sorted and cut as asked, and counted', async () => {
    const exports = createExports()
    const page = await exports.listJobs(
      listQuery({
        page: 1,
        pageSize: 2,
        ordering: [{ field: 'fileFormat', direction: 'asc' }],
        filters: {
          statuses: ['completed', 'failed'],
          reportTypes: ['contacts', 'orders'],
          createdFrom: '2026-11-18',
          createdTo: '2026-11-23',
        },
      }),
      org1,
    )
    expect(page.jobs.map(({ id, fileFormat }) => [id, fileFormat])).toEqual([
      ['5', 'csv'],
      ['11', 'csv'],
    ])
    expect(page).toMatchObject({ total: 7, totalPages: 4, hasNextPage: true })
  })

  it('find names by signs that patterns and filters use', async () => {
    const exports = createExports()
    const found = async (search: string) =>
      (await exports.listJobs(listQuery({ filters: { search } }), org1)).jobs.map(({ id }) => id)
    expect(await found('4% "NEW" (x)')).toEqual(['5'])
    expect(await found('orders, 8')).toEqual(['9'])
    expect(await found('_rders')).toEqual([])
    expect(await found('\\')).toEqual([])
  })

  it('are empty past their end, with their total', async () => {
    const page = await createExports().listJobs(listQuery({ page: 40 }), org1)
    expect(page).toMatchObject({ jobs: [], total: 12, hasNextPage: false })
  })

  it('take conditions of the host on arrays and columns', async () => {
    const exports = createExports({
      where: [
        { column: 'entity_types', operator: 'cs', value: '{leads}' },
        { column: 'name', operator: 'not.is', value: null },
      ],
    })
    const page = await exports.listJobs(listQuery(), org1)
    expect(page.jobs.map(({ entityTypes }) => entityTypes)).toEqual(
      Array(3).fill(['contacts', 'leads']),
    )
  })

  it('hold instants of the database as ours, and numeric ids as texts', async () => {
    const job = await createExports().getJob('1', org1)
    expect(job).toMatchObject({ id: '1', createdAt: '2026-11-23T08:00:00.000Z' })
  })
})

describe('row-level security of an independent project', () => {
  it('hides rows from lists, counts and single looks', async () => {
    const hidden = requestOptions({ organizationId: 'org3' })
    const exports = createExports()
    expect(await exports.listJobs(listQuery(), hidden)).toMatchObject({ jobs: [], total: 0 })
    expect(await exports.countJobs?.(listQuery(), hidden)).toBe(0)
    expect(await rejection(exports.getJob('13', hidden))).toMatchObject({ code: 'not_found' })
  })

  it('lets nothing be told apart from a missing row but a new one', async () => {
    const exports = createExports({ actions: { retry: { status: 'pending' } } })
    for (const call of [exports.deleteJob?.('14', org1), exports.retryJob?.('14', org1)]) {
      expect(await rejection(call ?? Promise.resolve())).toMatchObject({ code: 'not_found' })
    }
    expect(await exports.getJob('14', org1)).toMatchObject({ status: 'failed' })
    const request = { reportType: 'contacts', fileFormat: 'csv', dateRange: null, parameters: {} }
    const options = { ...requestOptions({ organizationId: 'org3' }), idempotencyKey: 'k' }
    expect(
      await rejection(exports.createJob?.(request, options) ?? Promise.resolve()),
    ).toMatchObject({ code: 'forbidden', detail: null })
  })
})

describe('refusals of an independent project', () => {
  it('are not found for ids that the column cannot hold', async () => {
    const exports = createExports()
    expect(await rejection(exports.getJob('abc', org1))).toMatchObject({ code: 'not_found' })
    const some = await exports.getJobs?.(['1', 'abc', '9999999999999999999', '2'], org1)
    expect(some?.map(({ id }) => id).toSorted()).toEqual(['1', '2'])
  })

  it('name missing tables and columns in a message for developers', async () => {
    const missing = createExports({ table: 'missing' })
    expect(await rejection(missing.listJobs(listQuery(), org1))).toMatchObject({
      code: 'bad_response',
    })
    const column = createExports({ where: [{ column: 'depth', operator: 'eq', value: 1 }] })
    expect(await rejection(column.listJobs(listQuery(), org1))).toMatchObject({
      code: 'bad_response',
    })
  })
})
