import { describe, expect, it } from 'vitest'
import { createSupabaseClient, type SupabaseClientOptions } from '../../../src/clients/supabase.js'
import { listQuery, requestOptions } from '../fake-backend.js'
import { RECORDED, RECORDED_IDENTITY, type RecordedExchange } from './recorded-wire.js'
import { createHostClient, createOverFake, PROJECT_URL } from './support.js'

const anywhere = requestOptions({})

/** A client over exchanges that come in this order; `sent` is what it sent instead. */
function replay(
  exchanges: readonly RecordedExchange[],
  options: Omit<SupabaseClientOptions, 'client'> = {},
) {
  const sent: { method: string; path: string; headers: Headers; body: unknown }[] = []
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const exchange = exchanges[sent.length]
    if (exchange === undefined) throw new Error(`one request too many: ${input}`)
    sent.push({
      method: init.method ?? 'GET',
      path: String(input).slice(PROJECT_URL.length),
      headers: new Headers(init.headers),
      body: init.body ?? undefined,
    })
    const { status, answer, answerHeaders } = exchange
    return new Response(answer, { status, headers: answerHeaders })
  }
  const exports = createSupabaseClient({ client: createHostClient(fetch), ...options })
  return { exports, sent }
}

function expectRecorded(
  sent: ReturnType<typeof replay>['sent'],
  ...exchanges: readonly RecordedExchange[]
) {
  expect(sent.map(({ method, path, body }) => ({ method, path, body }))).toEqual(
    exchanges.map(({ method, path, body }) => ({ method, path, body })),
  )
  sent.forEach(({ headers }, index) => {
    const { accept, prefer, ...expected } = { ...exchanges[index]?.headers }
    expect(Object.fromEntries(headers)).toMatchObject({ ...RECORDED_IDENTITY, ...expected })
    expect(headers.get('accept')).toBe(accept ?? null)
    expect(headers.get('prefer')).toBe(prefer ?? null)
    expect(headers.get('x-client-info')).toMatch(/^supabase-js\/2\.119\.1\b/)
  })
}

describe('the recorded requests', () => {
  it('are what a list with filters, an order and a page sends', async () => {
    const { exports, sent } = replay([RECORDED.list])
    const page = await exports.listJobs(
      listQuery({
        page: 1,
        filters: {
          statuses: ['pending', 'processing'],
          fileFormats: ['csv'],
          createdFrom: '2026-11-01',
          createdTo: '2026-11-30',
          search: 'orders, (x)',
        },
      }),
      anywhere,
    )
    expectRecorded(sent, RECORDED.list)
    expect(page).toMatchObject({ page: 1, pageSize: 20, total: 57, totalPages: 3 })
    expect(page.hasNextPage).toBe(true)
    expect(page.jobs.map(({ id, status }) => [id, status])).toEqual([['1', 'completed']])
  })

  it('are what a count sends', async () => {
    const { exports, sent } = replay([RECORDED.count])
    expect(await exports.countJobs?.(listQuery(), anywhere)).toBe(57)
    expectRecorded(sent, RECORDED.count)
  })

  it('are what one job sends', async () => {
    const { exports, sent } = replay([RECORDED.single])
    expect(await exports.getJob('1', anywhere)).toMatchObject({ id: '1', status: 'completed' })
    expectRecorded(sent, RECORDED.single)
  })

  it('are what a page past the end sends, which is empty and still tells the total', async () => {
    const { exports, sent } = replay([RECORDED.pastTheEnd])
    const page = await exports.listJobs(listQuery({ page: 20 }), anywhere)
    expectRecorded(sent, RECORDED.pastTheEnd)
    expect(page).toMatchObject({ jobs: [], page: 20, total: 57, totalPages: 3 })
    expect(page.hasNextPage).toBe(false)
  })

  it('are what a new export sends', async () => {
    const { exports, sent } = replay([RECORDED.insert])
    const result = await exports.createJob?.(
      {
        reportType: 'contacts',
        fileFormat: 'csv',
        dateRange: null,
        parameters: { entityTypes: ['contacts'] },
      },
      { ...anywhere, idempotencyKey: 'k1' },
    )
    expectRecorded(sent, RECORDED.insert)
    expect(result).toMatchObject({ kind: 'job', job: { id: '2', status: 'pending' } })
  })

  it('are what a removal sends, but that it asks for what it removed', async () => {
    const asking: RecordedExchange = {
      ...RECORDED.delete,
      path: `${RECORDED.delete.path}&select=id`,
      headers: { ...RECORDED.delete.headers, prefer: 'return=representation' },
      status: 200,
      answer: '[{"id":1}]',
    }
    const { exports, sent } = replay([asking])
    await expect(exports.deleteJob?.('1', anywhere)).resolves.toBeUndefined()
    expectRecorded(sent, asking)
  })

  it('are what a download sends, after the row was read anew', async () => {
    const row = { id: 1, status: 'completed', requested_at: '2026-11-23T12:00:00Z' }
    const single = {
      ...RECORDED.single,
      answer: JSON.stringify([{ ...row, file_path: 'org1/e1.csv', file_name: 'Orders Nov.csv' }]),
    }
    const { exports, sent } = replay([single, RECORDED.sign])
    const grant = await exports.createDownload('1', anywhere)
    expectRecorded(sent, single, RECORDED.sign)
    expect(grant).toEqual({
      url: `${PROJECT_URL}/storage/v1/object/sign/pf-exports/org1/e1.csv?token=eyJh&download=Orders+Nov.csv`,
      filename: 'Orders Nov.csv',
      expiresAt: null,
      expiresInSeconds: 3600,
    })
  })

  it('are what a condition on an array sends', async () => {
    const counted: RecordedExchange = {
      ...RECORDED.arrayContains,
      path: RECORDED.arrayContains.path.replace('&', '&order=id.asc&offset=0&limit=21&'),
    }
    const { exports, sent } = replay([counted], {
      select: 'id',
      where: [{ column: 'entity_types', operator: 'cs', value: '{contacts}' }],
      capabilities: { total: 'none' },
    })
    await exports.listJobs(listQuery({ ordering: [] }), anywhere)
    expectRecorded(sent, counted)
  })

  it('name a table that is missing in a message for developers', async () => {
    const { exports, sent } = replay([RECORDED.missingTable], {
      table: 'missing',
      capabilities: { total: 'none' },
    })
    const call = exports.getJobs?.(['1'], anywhere)
    await expect(call).rejects.toMatchObject({ code: 'bad_response', status: 404, detail: null })
    await expect(call).rejects.toThrow("Could not find the table 'public.missing'")
    expect(sent[0]?.path).toBe('/rest/v1/missing?select=*&id=eq.1')
  })
})

describe('the requests', () => {
  const last = (fake: ReturnType<typeof createOverFake>['fake']) =>
    new URL(fake.requests.at(-1)?.path ?? '', PROJECT_URL)

  it('carry the scope in its column', async () => {
    const { exports, fake } = createOverFake()
    await exports.listJobs(listQuery(), requestOptions({ organizationId: 'org1' }))
    expect(last(fake).searchParams.getAll('organization_id')).toEqual(['eq.org1'])
  })

  it('are not sent for a scope without a column, which could show foreign rows', async () => {
    const { exports, fake } = createOverFake()
    const call = exports.listJobs(listQuery(), requestOptions({ companyId: '7' }))
    await expect(call).rejects.toMatchObject({ code: 'invalid' })
    await expect(call).rejects.toThrow('scopeColumns')
    expect(fake.requests).toEqual([])
  })

  it('leave a scope to row-level security where the host says so', async () => {
    const { exports, fake } = createOverFake({}, { scopeColumns: { companyId: null } })
    await exports.listJobs(listQuery(), requestOptions({ companyId: '7' }))
    expect(last(fake).search).not.toContain('7')
  })

  it('bound the created days by instants of the list’s own zone, the last one exclusive', async () => {
    const { exports, fake } = createOverFake()
    const query = listQuery({
      timeZone: 'America/New_York',
      filters: { createdFrom: '2026-11-01', createdTo: '2026-11-01' },
    })
    await exports.listJobs(query, anywhere)
    // the day on which clocks go back has 25 hours
    expect(last(fake).searchParams.getAll('requested_at')).toEqual([
      'gte.2026-11-01T04:00:00Z',
      'lt.2026-11-02T05:00:00Z',
    ])
  })

  it('are not sent for days and zones that do not exist', async () => {
    const { exports, fake } = createOverFake()
    for (const query of [
      listQuery({ filters: { createdFrom: '2026-02-30' } }),
      listQuery({ filters: { createdTo: '2026-02-28' }, timeZone: 'Mars/Olympus' }),
    ]) {
      await expect(exports.listJobs(query, anywhere)).rejects.toMatchObject({ code: 'invalid' })
    }
    expect(fake.requests).toEqual([])
  })

  it('send the table’s own status and format words', async () => {
    const { exports, fake } = createOverFake(
      {},
      {
        statusMap: { Queued: 'pending', Running: 'processing', Working: 'processing' },
        formatMap: { EXCEL: 'xlsx' },
      },
    )
    const filters = { statuses: ['processing'], fileFormats: ['xlsx'] } as const
    await exports.listJobs(listQuery({ filters }), anywhere)
    expect(last(fake).searchParams.get('status')).toBe('in.(Running,Working)')
    expect(last(fake).searchParams.get('export_format')).toBe('eq.EXCEL')
    expect(exports.capabilities.statuses).toEqual(['pending', 'processing'])
  })

  it('sort by named columns, the id last', async () => {
    const { exports, fake } = createOverFake({}, { columns: { updatedAt: 'error_message' } })
    const ordering = [
      { field: 'updatedAt', direction: 'asc' },
      { field: 'status', direction: 'desc' },
    ] as const
    await exports.listJobs(listQuery({ ordering }), anywhere)
    expect(last(fake).searchParams.get('order')).toBe('error_message.asc,status.desc,id.asc')
  })

  it('do not sort by the id twice', async () => {
    const { exports, fake } = createOverFake()
    const ordering = [{ field: 'id', direction: 'desc' }] as const
    await exports.listJobs(listQuery({ ordering }), anywhere)
    expect(last(fake).searchParams.get('order')).toBe('id.desc')
  })

  it('offer only what columns can do', () => {
    const { exports } = createOverFake(
      {},
      {
        columns: { name: null, reportType: 'meta.type', fileFormat: () => 'csv', source: 'origin' },
      },
    )
    expect(exports.capabilities.orderings).toEqual(['createdAt', 'status', 'id'])
    expect(exports.capabilities.filters).toEqual([
      'statuses',
      'createdFrom',
      'createdTo',
      'sources',
    ])
  })

  it('ask another schema and select joined rows', async () => {
    const exchange: RecordedExchange = {
      method: 'GET',
      path: '/rest/v1/exports?select=*,requester:profiles(full_name)&id=eq.7',
      headers: { 'accept-profile': 'reports' },
      status: 200,
      answer:
        '[{"id":7,"status":"failed","requested_at":"2026-11-23T12:00:00Z","requester":{"full_name":"Ada"}}]',
    }
    const { exports, sent } = replay([exchange], {
      schema: 'reports',
      table: 'exports',
      select: '*, requester:profiles(full_name)',
      columns: { createdBy: 'requester.full_name' },
    })
    expect(await exports.getJob('7', anywhere)).toMatchObject({ createdBy: 'Ada' })
    expect(decodeURIComponent(sent[0]?.path ?? '')).toBe(exchange.path)
    expect(sent[0]?.headers.get('accept-profile')).toBe('reports')
  })
})
