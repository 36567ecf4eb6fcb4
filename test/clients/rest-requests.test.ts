import { describe, expect, it } from 'vitest'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import type { JobListQuery } from '../../src/core/list-query.js'
import {
  createFakeBackend,
  json,
  listQuery,
  rejection,
  requestOptions,
  wireJob,
  wirePage,
} from './fake-backend.js'

function setUp(options: Partial<RestClientOptions> = {}) {
  const backend = createFakeBackend(({ url }) =>
    json(url.pathname.endsWith('export-jobs') ? wirePage([]) : wireJob()),
  )
  const client = createRestClient({ baseUrl: '/api', fetch: backend.fetch, ...options })
  return { backend, client }
}

async function sentParams(options: Partial<RestClientOptions>, query: JobListQuery) {
  const { backend, client } = setUp(options)
  await client.listJobs(query, requestOptions())
  return [...backend.last.url.searchParams].map(([name, value]) => `${name}=${value}`)
}

describe('the address of a list request', () => {
  it('carries scope, paging and ordering in the contract words', async () => {
    expect(await sentParams({}, listQuery({ page: 2, pageSize: 50 }))).toEqual([
      'company_id=7',
      'ordering=-created_at',
      'page_size=50',
      'page=2',
    ])
  })

  it('carries every filter that the contract has', async () => {
    const filters = {
      statuses: ['pending', 'failed'],
      fileFormats: ['csv', 'pdf'],
      reportTypes: ['delivery_location'],
      createdFrom: '2026-11-01',
      createdTo: '2026-11-23',
    } as const
    expect(await sentParams({}, listQuery({ filters }))).toEqual(
      expect.arrayContaining([
        'status=pending,failed',
        'file_format=csv,pdf',
        'report_type=delivery_location',
        'created_at_from=2026-11-01',
        'created_at_to=2026-11-23',
      ]),
    )
  })

  it('leaves out the filters that the backend does not have', async () => {
    const filters = { search: 'x', sources: ['manual'], hasWarnings: true } as const
    expect(await sentParams({}, listQuery({ filters }))).toHaveLength(4)
  })

  it.each([
    ['comma', ['status=pending,failed']],
    ['repeat', ['status=pending', 'status=failed']],
    ['brackets', ['status[]=pending', 'status[]=failed']],
  ] as const)('sends several values in the %s format', async (arrayFormat, expected) => {
    const query = listQuery({ filters: { statuses: ['pending', 'failed'] } })
    const sent = await sentParams({ arrayFormat }, query)
    expect(sent.filter((param) => param.startsWith('status'))).toEqual(expected)
  })

  it.each<[string, Partial<RestClientOptions>, Partial<JobListQuery>, string]>([
    ['pages from 1', { pageBase: 1 }, { page: 0 }, 'page=1'],
    ['rows to skip', { pageStyle: 'offset', params: { page: 'offset' } }, { page: 3 }, 'offset=60'],
    ['a renamed page size', { params: { pageSize: 'limit' } }, {}, 'limit=20'],
    [
      'a tie-breaker behind the date range',
      {},
      { ordering: [{ field: 'dateFrom', direction: 'desc' }] },
      'ordering=-date_from,-id',
    ],
    [
      'several sort keys',
      {},
      {
        ordering: [
          { field: 'status', direction: 'asc' },
          { field: 'createdAt', direction: 'desc' },
        ],
      },
      'ordering=status,-created_at',
    ],
    [
      'one day in place of a range',
      { params: { createdOn: 'made_on' } },
      listQuery({ filters: { createdFrom: '2026-11-02', createdTo: '2026-11-02' } }),
      'made_on=2026-11-02',
    ],
    [
      'its own words for the sort keys',
      { ordering: { fields: { createdAt: 'createdOn' } }, params: { ordering: 'sort' } },
      {},
      'sort=-createdOn',
    ],
    [
      'a function that writes the sort keys',
      { ordering: { format: ([sort]) => ({ order_by: `${sort?.field}:${sort?.direction}` }) } },
      {},
      'order_by=createdAt:desc',
    ],
    [
      'its own status words',
      { statusMap: { queued: 'pending', waiting: 'pending', done: 'completed' } },
      listQuery({ filters: { statuses: ['pending'] } }),
      'status=queued,waiting',
    ],
    [
      'its own format words',
      { formatMap: { 'text/csv': 'csv' } },
      listQuery({ filters: { fileFormats: ['csv', 'pdf'] } }),
      'file_format=text/csv,pdf',
    ],
    [
      'a text filter that it has',
      { params: { search: 'q' } },
      listQuery({ filters: { search: 'orders & co' } }),
      'q=orders & co',
    ],
    ['its own scope word', { scopeParams: { companyId: 'tenant' } }, {}, 'tenant=7'],
  ])('sends %s', async (_, options, query, expected) => {
    expect(await sentParams(options, listQuery(query))).toContain(expected)
  })

  it('sends the directions apart where the backend wants them so', async () => {
    const options = {
      ordering: { format: 'separate' },
      params: { ordering: '_sort', direction: '_order' },
    } as const
    const ordering = [
      { field: 'status', direction: 'asc' },
      { field: 'id', direction: 'desc' },
    ] as const
    expect(await sentParams(options, listQuery({ ordering }))).toEqual(
      expect.arrayContaining(['_sort=status,id', '_order=asc,desc']),
    )
  })

  it('sends no ordering that the backend does not have', async () => {
    const ordering = [{ field: 'name', direction: 'asc' }] as const
    expect(await sentParams({}, listQuery({ ordering }))).toEqual([
      'company_id=7',
      'page_size=20',
      'page=0',
    ])
  })

  it('never filters by the unknown status', async () => {
    const query = listQuery({ filters: { statuses: ['unknown', 'failed'] } })
    expect(await sentParams({}, query)).toContain('status=failed')
  })

  it.each([
    ['UTC', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
    ['Europe/Rome', '2026-10-31T23:00:00.000Z', '2026-11-01T23:00:00.000Z'],
    // this day has 25 hours there
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ])(
    'asks for the bounds of the days in %s where instants are wanted',
    async (timeZone, from, to) => {
      const filters = { createdFrom: '2026-11-01', createdTo: '2026-11-01' }
      const query = listQuery({ filters, timeZone })
      expect(await sentParams({ createdFilter: 'instant' }, query)).toEqual(
        expect.arrayContaining([`created_at_from=${from}`, `created_at_to=${to}`]),
      )
    },
  )

  it('puts scope entries into the path where the path names them', async () => {
    const { backend, client } = setUp({ paths: { jobs: '/companies/{companyId}/export-jobs' } })
    await client.listJobs(listQuery(), requestOptions({ companyId: 'a/b', team: 'x' }))
    expect(backend.last.url.pathname).toBe('/api/companies/a%2Fb/export-jobs')
    expect(backend.last.url.searchParams.has('company_id')).toBe(false)
    expect(backend.last.url.searchParams.get('team')).toBe('x')
  })

  it('keeps a query that the path brings', async () => {
    const { backend, client } = setUp({ paths: { jobs: '/export-jobs?kind=export' } })
    await client.listJobs(listQuery(), requestOptions())
    expect(backend.last.url.search).toMatch(/^\?kind=export&company_id=7&/)
  })

  it('revalidates lists and keeps no grant', async () => {
    const { backend, client } = setUp({ grant: { url: 'status' } })
    await client.listJobs(listQuery(), requestOptions())
    await client.createDownload('1', requestOptions())
    expect(backend.requests.map(({ init }) => init.cache)).toEqual(['no-cache', 'no-store'])
  })
})

describe('the other requests', () => {
  it.each<[string, string, (client: ReturnType<typeof createRestClient>) => Promise<unknown>]>([
    ['a job', 'GET /api/export-jobs/a%2Fb?company_id=7', (c) => c.getJob('a/b', requestOptions())],
    [
      'a download link',
      'GET /api/export-jobs/1/download?company_id=7&file_id=f',
      (c) => c.createDownload('1', { ...requestOptions(), fileId: 'f' }),
    ],
    [
      'a cancellation',
      'POST /api/export-jobs/1/cancel?company_id=7',
      async (c) => c.cancelJob?.('1', requestOptions()),
    ],
    [
      'a retry',
      'POST /api/export-jobs/1/retry?company_id=7',
      async (c) => c.retryJob?.('1', requestOptions()),
    ],
    [
      'a deletion',
      'DELETE /api/export-jobs/1?company_id=7',
      async (c) => c.deleteJob?.('1', requestOptions()),
    ],
  ])('ask for %s as the contract says', async (_, expected, ask) => {
    const { backend, client } = setUp({
      actions: { cancel: true, retry: true, delete: true },
      grant: { url: 'status' },
    })
    await ask(client)
    const { verb, url } = backend.last
    expect(`${verb} ${url.pathname}${url.search}`).toBe(expected)
  })

  it('has only the optional methods that the options switch on', () => {
    expect(Object.keys(setUp().client).toSorted()).toEqual([
      'capabilities',
      'createDownload',
      'createJob',
      'getJob',
      'key',
      'listJobs',
    ])
    const { client } = setUp({ actions: { create: false, delete: true } })
    expect(client).not.toHaveProperty('createJob')
    expect(client).toHaveProperty('deleteJob')
  })

  it('lets a path bring its own verb', async () => {
    const { backend, client } = setUp({
      actions: { cancel: true },
      paths: { cancel: 'PUT /export-jobs/{id}/stop' },
    })
    await client.cancelJob?.('9', requestOptions())
    expect(`${backend.last.verb} ${backend.last.url.pathname}`).toBe('PUT /api/export-jobs/9/stop')
  })

  it('lets a path be a function', async () => {
    const { backend, client } = setUp({
      paths: { job: ({ id, scope }) => `/${scope.companyId}-${id}` },
    })
    await client.getJob('9', requestOptions())
    expect(backend.last.url.pathname).toBe('/api/7-9')
  })

  it.each(['', '.', '..', '\ud800'])(
    'sends nothing for the id %j, which no path can carry',
    async (id) => {
      const { backend, client } = setUp()
      expect(await rejection(client.getJob(id, requestOptions()))).toMatchObject({
        code: 'not_found',
      })
      expect(backend.requests).toHaveLength(0)
    },
  )

  it('reads the changed job anew where an action answers nothing', async () => {
    const backend = createFakeBackend(({ verb }) =>
      verb === 'POST'
        ? new Response(null, { status: 204 })
        : json(wireJob({ status: 'canceling' })),
    )
    const client = createRestClient({
      baseUrl: '/api',
      fetch: backend.fetch,
      actions: { cancel: true },
    })
    expect(await client.cancelJob?.('1', requestOptions())).toMatchObject({ status: 'canceling' })
  })

  it('reads several jobs at once where the backend can, in portions', async () => {
    const backend = createFakeBackend(({ url }) =>
      json(wirePage((url.searchParams.get('ids') ?? '').split(',').map((id) => wireJob({ id })))),
    )
    const client = createRestClient({
      baseUrl: '/api',
      fetch: backend.fetch,
      params: { ids: 'ids' },
    })
    const ids = Array.from({ length: 150 }, (_, index) => `job-${index}`)
    const jobs = await client.getJobs?.(ids, requestOptions())
    expect(jobs?.map(({ id }) => id)).toEqual(ids)
    expect(backend.requests).toHaveLength(2)
    expect(await client.getJobs?.([], requestOptions())).toEqual([])
  })
})

describe('the base URL', () => {
  it.each([
    ['https://api.test/v1/', 'https://api.test/v1/export-jobs/1'],
    ['/', 'https://api.test/export-jobs/1'],
    ['/api//', 'https://api.test/api/export-jobs/1'],
  ])('may be %s', async (baseUrl, expected) => {
    const { backend, client } = setUp({ baseUrl })
    await client.getJob('1', requestOptions({}))
    expect(backend.last.url.href).toBe(expected)
    expect(client.key).toBe(baseUrl)
  })

  it.each([
    '',
    'api',
    '//cdn.test/api',
    '/\\cdn.test',
    'ftp://api.test',
    'https://',
    'https://user:secret@api.test',
    '/api?x=1',
    '/api#x',
    'javascript:alert(1)',
  ])('cannot be %j, which is said at once', (baseUrl) => {
    expect(() => createRestClient({ baseUrl })).toThrow(/baseUrl.*Give an absolute/)
  })
})

describe('the capabilities', () => {
  it('are the contract’s by default', () => {
    expect(setUp().client.capabilities).toEqual({
      statuses: ['pending', 'processing', 'completed', 'failed'],
      fileFormats: ['csv', 'pdf'],
      orderings: [
        'createdAt',
        'updatedAt',
        'status',
        'dateFrom',
        'dateTo',
        'id',
        'reportType',
        'fileFormat',
      ],
      filters: ['statuses', 'fileFormats', 'reportTypes', 'createdFrom', 'createdTo'],
      pagination: 'page',
      total: 'exact',
    })
  })

  it('follow the other options', () => {
    const { client } = setUp({
      statusMap: { Completed: 'completed', Queued: 'pending', Odd: 'unknown' },
      params: { createdTo: null, search: 'q' },
      ordering: { fields: { name: 'name' } },
      page: { total: null },
    })
    expect(client.capabilities).toMatchObject({
      statuses: ['pending', 'completed'],
      filters: ['statuses', 'fileFormats', 'reportTypes', 'createdFrom', 'search'],
      orderings: ['name'],
      total: 'none',
    })
  })

  it('can be replaced', () => {
    const { client } = setUp({ capabilities: { fileFormats: 'by-report-type', total: 'capped' } })
    expect(client.capabilities).toMatchObject({ fileFormats: 'by-report-type', total: 'capped' })
  })
})
