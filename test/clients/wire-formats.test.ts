import { describe, expect, it } from 'vitest'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import {
  createFakeBackend,
  json,
  listQuery,
  rejection,
  requestOptions,
  type SeenRequest,
} from './fake-backend.js'

/** Other systems' wire formats, each met by plain options alone. */
function setUp(
  options: Omit<RestClientOptions, 'fetch'>,
  respond: (request: SeenRequest) => Response,
) {
  const backend = createFakeBackend(respond)
  const client = createRestClient({ ...options, fetch: backend.fetch })
  return { backend, client, sent: () => decodeURIComponent(backend.last.url.search) }
}

describe('json-server', () => {
  const bare = [{ id: 3, status: 'done', createdAt: 1795442648000, kind: 'orders' }]
  const server = () =>
    setUp(
      {
        baseUrl: 'http://localhost:3000',
        paths: { jobs: '/exports', job: '/exports/{id}', download: '/exports/{id}' },
        params: {
          page: '_page',
          pageSize: '_limit',
          ordering: '_sort',
          direction: '_order',
          createdFrom: null,
          createdTo: null,
          search: 'q',
        },
        scopeParams: { companyId: null },
        arrayFormat: 'repeat',
        pageBase: 1,
        ordering: { format: 'separate', fields: { createdAt: 'createdAt', reportType: 'kind' } },
        page: { results: '', total: 'header:x-total-count' },
        fields: { createdAt: 'createdAt', reportType: 'kind' },
        instants: 'epochMilliseconds',
        statusMap: {
          waiting: 'pending',
          running: 'processing',
          done: 'completed',
          broken: 'failed',
        },
        actions: { delete: true },
      },
      () => json(bare, { headers: { 'x-total-count': '48' } }),
    )

  it('is asked in its words', async () => {
    const { client, sent } = server()
    const filters = { statuses: ['completed', 'failed'], search: 'orders' } as const
    await client.listJobs(listQuery({ page: 1, filters }), requestOptions())
    expect(sent()).toBe(
      '?status=done&status=broken&q=orders&_sort=createdAt&_order=desc&_limit=20&_page=2',
    )
  })

  it('is read from a bare array and its header', async () => {
    const page = await server().client.listJobs(listQuery(), requestOptions())
    expect(page).toMatchObject({
      jobs: [
        {
          id: '3',
          status: 'completed',
          statusText: 'done',
          reportType: 'orders',
          createdAt: '2026-11-23T14:04:08.000Z',
        },
      ],
      total: 48,
      totalPages: 3,
      hasNextPage: true,
    })
  })

  it('is read from the object of its newer version', async () => {
    const { client, sent } = setUp(
      {
        baseUrl: 'http://localhost:3000',
        paths: { jobs: '/exports' },
        params: { page: '_page', pageSize: '_per_page', ordering: '_sort' },
        pageBase: 1,
        page: { results: 'data', total: 'items', totalPages: 'pages', hasNextPage: 'next' },
        ordering: { fields: { createdAt: 'created_at', id: 'id' } },
      },
      () => json({ first: 1, prev: 1, next: null, last: 2, pages: 2, items: 21, data: [] }),
    )
    const page = await client.listJobs(listQuery({ page: 1 }), requestOptions({}))
    expect(sent()).toBe('?_sort=-created_at&_per_page=20&_page=2')
    expect(page).toMatchObject({ total: 21, totalPages: 2, hasNextPage: false, page: 1 })
  })
})

describe('Django REST framework', () => {
  const job = {
    id: 5,
    status: 'SUCCESS',
    created: '2026-11-23T14:04:08.123456+01:00',
    file_type: 'CSV',
  }

  it('is asked from page 1 and read from count, next and results', async () => {
    const { client, sent } = setUp(
      {
        baseUrl: '/api/v1',
        paths: { jobs: '/exports/', job: '/exports/{id}/' },
        pageBase: 1,
        page: { total: 'count', hasNextPage: 'next' },
        fields: { createdAt: 'created', fileFormat: 'file_type' },
        ordering: { fields: { createdAt: 'created' } },
        statusMap: {
          PENDING: 'pending',
          STARTED: 'processing',
          SUCCESS: 'completed',
          FAILURE: 'failed',
        },
      },
      () =>
        json({
          count: 41,
          next: 'https://x/api/v1/exports/?page=3',
          previous: null,
          results: [job],
        }),
    )
    const filters = { statuses: ['completed'] } as const
    const page = await client.listJobs(listQuery({ page: 1, filters }), requestOptions())
    expect(sent()).toBe('?company_id=7&status=SUCCESS&ordering=-created&page_size=20&page=2')
    expect(page).toMatchObject({
      jobs: [
        { id: '5', status: 'completed', fileFormat: 'csv', createdAt: '2026-11-23T13:04:08.123Z' },
      ],
      page: 1,
      total: 41,
      totalPages: 3,
      hasNextPage: true,
    })
  })

  it('is paged by its cursor links', async () => {
    const { client, sent } = setUp(
      {
        baseUrl: '/api',
        capabilities: { pagination: 'cursor' },
        page: { total: null, nextCursor: 'next', previousCursor: 'previous' },
      },
      () =>
        json({ next: 'https://x/api?cursor=cD0yMDI2&page_size=20', previous: null, results: [] }),
    )
    const page = await client.listJobs(listQuery(), requestOptions({}))
    expect(page).toMatchObject({ nextCursor: 'cD0yMDI2', previousCursor: null, hasNextPage: true })
    await client.listJobs(listQuery({ cursor: page.nextCursor }), requestOptions({}))
    expect(sent()).toContain('cursor=cD0yMDI2')
  })

  it('is asked by limit and offset', async () => {
    const { client, sent } = setUp(
      {
        baseUrl: '/api',
        pageStyle: 'offset',
        params: { page: 'offset', pageSize: 'limit' },
        page: { total: 'count', hasNextPage: 'next' },
      },
      () => json({ count: 100, next: null, previous: null, results: [] }),
    )
    const page = await client.listJobs(listQuery({ page: 2 }), requestOptions({}))
    expect(sent()).toContain('limit=20&offset=40')
    expect(page).toMatchObject({ page: 2, totalPages: 5 })
  })
})

describe('a Stripe-like backend', () => {
  const run = (id: string, extra: object = {}) => ({
    id,
    object: 'reporting.report_run',
    created: 1795442648,
    status: 'succeeded',
    report_type: 'balance.summary.1',
    parameters: { interval_start: 1793491200, interval_end: 1796083200 },
    result: { id: 'file_1', filename: 'a.csv', size: 53, type: 'csv', expires_at: 1795529048 },
    error: null,
    ...extra,
  })
  const stripe = (respond: (request: SeenRequest) => Response) =>
    setUp(
      {
        baseUrl: 'https://api.stripe.test/v1',
        paths: {
          jobs: '/reporting/report_runs',
          job: '/reporting/report_runs/{id}',
          download: 'POST /exports/{id}/file_links',
        },
        scopeParams: { companyId: null },
        capabilities: { pagination: 'cursor', fileFormats: ['csv'] },
        params: {
          pageSize: 'limit',
          cursor: 'starting_after',
          cursorBefore: 'ending_before',
          statuses: null,
          fileFormats: null,
          reportTypes: null,
          createdFrom: 'created[gte]',
          createdTo: 'created[lt]',
        },
        ordering: null,
        createdFilter: 'instant',
        instants: 'epochSeconds',
        page: { results: 'data', total: null, hasNextPage: 'has_more', cursorFrom: 'ids' },
        fields: {
          createdAt: 'created',
          completedAt: 'succeeded_at',
          dateFrom: 'parameters.interval_start',
          dateTo: 'parameters.interval_end',
          fileFormat: 'result.type',
          fileExpiresAt: 'result.expires_at',
        },
        grant: { url: 'url', expiresAt: 'expires_at' },
        statusMap: { pending: 'pending', succeeded: 'completed', failed: 'failed' },
        create: {
          body: ({ reportType, dateRange }) =>
            new URLSearchParams({
              report_type: reportType ?? 'balance.summary.1',
              'parameters[interval_start]': String(Date.parse(`${dateRange?.from}`) / 1000),
            }),
        },
      },
      respond,
    )

  it('claims only what it can do', () => {
    const { client } = stripe(() => json({}))
    expect(client.capabilities).toMatchObject({
      statuses: ['pending', 'completed', 'failed'],
      filters: ['createdFrom', 'createdTo'],
      orderings: [],
      pagination: 'cursor',
      total: 'none',
    })
  })

  it('is walked forth and back by the ids of its rows', async () => {
    const { client, sent } = stripe(() =>
      json({ object: 'list', has_more: true, data: [run('a'), run('b')] }),
    )
    const first = await client.listJobs(listQuery(), requestOptions())
    expect(sent()).toBe('?limit=20')
    expect(first).toMatchObject({
      nextCursor: 'b',
      previousCursor: null,
      hasNextPage: true,
      total: null,
    })
    const second = await client.listJobs(listQuery({ cursor: first.nextCursor }), requestOptions())
    expect(sent()).toBe('?limit=20&starting_after=b')
    await client.listJobs(listQuery({ cursor: second.previousCursor }), requestOptions())
    expect(sent()).toBe('?limit=20&ending_before=a')
  })

  it('ends where it has no more', async () => {
    const { client } = stripe(() => json({ has_more: false, data: [run('z')] }))
    expect(await client.listJobs(listQuery({ cursor: 'y' }), requestOptions())).toMatchObject({
      nextCursor: null,
      previousCursor: 'before:z',
      hasNextPage: false,
    })
  })

  it('is read and filtered in epoch seconds', async () => {
    const { client, sent } = stripe(() => json({ has_more: false, data: [run('a')] }))
    const filters = { createdFrom: '2026-11-23', createdTo: '2026-11-23' }
    const { jobs } = await client.listJobs(listQuery({ filters }), requestOptions())
    expect(sent()).toBe('?created[gte]=1795392000&created[lt]=1795478400&limit=20')
    expect(jobs[0]).toMatchObject({
      status: 'completed',
      statusText: 'succeeded',
      createdAt: '2026-11-23T14:04:08.000Z',
      fileExpiresAt: '2026-11-24T14:04:08.000Z',
      dateRange: { from: '2026-11-01', to: '2026-12-01' },
      fileFormat: 'csv',
    })
  })

  it('is asked for an export by a form, and for a link by POST', async () => {
    const { client, backend } = stripe(({ url }) =>
      json(
        url.pathname.endsWith('file_links')
          ? { url: 'https://files.test/x', expires_at: 1795529048 }
          : run('n'),
      ),
    )
    const request = {
      reportType: 'ending_balance',
      fileFormat: 'csv',
      dateRange: { from: '2026-11-01', to: null },
      parameters: {},
    }
    await client.createJob?.(request, { ...requestOptions(), idempotencyKey: 'k' })
    expect(backend.last.body).toBe(
      'report_type=ending_balance&parameters%5Binterval_start%5D=1793491200',
    )
    expect(backend.last.headers.get('content-type')).toBeNull()
    expect(backend.last.headers.get('idempotency-key')).toBe('k')
    const grant = await client.createDownload('n', requestOptions())
    expect(backend.last.verb).toBe('POST')
    expect(grant).toMatchObject({
      url: 'https://files.test/x',
      expiresAt: '2026-11-24T14:04:08.000Z',
    })
  })

  it('tells its refusals', async () => {
    const body = { error: { code: 'resource_missing', message: 'No such run', param: 'id' } }
    const { client } = stripe(() => json(body, { status: 404 }))
    expect(await rejection(client.getJob('x', requestOptions()))).toMatchObject({
      code: 'not_found',
      detail: 'No such run',
    })
  })
})

describe('a Shippo-like backend', () => {
  const manifest = (extra: object) => ({
    object_id: 'm1',
    object_created: '2026-11-23T14:04:08.123Z',
    object_updated: '2026-11-23T14:05:00.000Z',
    status: 'SUCCESS',
    errors: [],
    documents: ['https://files.test/m1.pdf?sig=1'],
    ...extra,
  })
  const options: RestClientOptions = {
    baseUrl: 'https://api.shippo.test',
    headers: { authorization: 'ShippoToken t' },
    paths: { jobs: '/manifests/', job: '/manifests/{id}', download: '/manifests/{id}' },
    scopeParams: { companyId: null },
    params: {
      pageSize: 'results',
      statuses: null,
      reportTypes: null,
      fileFormats: null,
      createdFrom: null,
      createdTo: null,
    },
    ordering: null,
    pageBase: 1,
    page: { total: null, hasNextPage: 'next' },
    fields: {
      id: 'object_id',
      createdAt: 'object_created',
      updatedAt: 'object_updated',
      fileFormat: () => 'pdf',
      error: 'errors.0',
    },
    grant: { url: 'documents.0' },
    statusMap: { QUEUED: 'pending', SUCCESS: 'completed', ERROR: 'failed' },
    actions: { create: false },
  }

  it('is read page by page by its links', async () => {
    const { client, sent } = setUp(options, () =>
      json({ next: null, previous: 'x', results: [manifest({})] }),
    )
    const page = await client.listJobs(listQuery({ page: 1 }), requestOptions())
    expect(sent()).toBe('?results=20&page=2')
    expect(page).toMatchObject({
      jobs: [
        { id: 'm1', status: 'completed', fileFormat: 'pdf', isDownloadable: true, error: null },
      ],
      page: 1,
      total: null,
      hasNextPage: false,
    })
    expect(client.capabilities).toMatchObject({ filters: [], orderings: [], total: 'none' })
  })

  it.each([
    ['QUEUED', [], 'not_ready'],
    ['ERROR', [], 'no_file'],
  ])('refuses the download of a job that is %s', async (status, documents, code) => {
    const { client } = setUp(options, () => json(manifest({ status, documents })))
    expect(await rejection(client.createDownload('m1', requestOptions()))).toMatchObject({ code })
  })

  it('finds the file in the job itself', async () => {
    const { client } = setUp(options, () => json(manifest({})))
    expect(await client.createDownload('m1', requestOptions())).toMatchObject({
      url: 'https://files.test/m1.pdf?sig=1',
    })
  })
})

describe('a Revolut-like backend', () => {
  const options: RestClientOptions = {
    baseUrl: 'https://merchant.revolut.test/api',
    paths: { jobs: '/report-runs', job: '/report-runs/{id}', download: '/report-runs/{id}' },
    scopeParams: { companyId: null },
    fields: { id: 'report_run_id', createdAt: null },
    formatMap: { 'text/csv': 'csv' },
    grant: { url: 'file_url' },
    create: {
      fields: {
        reportType: 'type',
        fileFormat: 'format',
        dateFrom: 'filter.from',
        dateTo: 'filter.to',
        parameters: '',
      },
    },
  }

  it('is asked for a run in its nested words', async () => {
    const { client, backend } = setUp(options, () =>
      json({ report_run_id: 'r1', status: 'processing' }, { status: 201 }),
    )
    const request = {
      reportType: 'settlement_report',
      fileFormat: 'csv',
      dateRange: { from: '2026-11-01', to: '2026-11-30' },
      parameters: { options: { timezone: 'Europe/London' } },
    }
    const result = await client.createJob?.(request, { ...requestOptions(), idempotencyKey: 'k' })
    expect(backend.last.body).toEqual({
      type: 'settlement_report',
      format: 'text/csv',
      filter: { from: '2026-11-01', to: '2026-11-30' },
      options: { timezone: 'Europe/London' },
    })
    expect(result).toMatchObject({
      kind: 'job',
      job: { id: 'r1', status: 'processing', createdAt: null },
    })
  })

  it('tells a run in progress from a finished one at the download', async () => {
    const running = setUp(options, () => json({ report_run_id: 'r1', status: 'processing' }))
    expect(await rejection(running.client.createDownload('r1', requestOptions()))).toMatchObject({
      code: 'not_ready',
    })
    const done = setUp(options, () =>
      json({ report_run_id: 'r1', status: 'completed', file_url: 'https://f.test/1' }),
    )
    expect(await done.client.createDownload('r1', requestOptions())).toMatchObject({
      url: 'https://f.test/1',
    })
  })
})

describe('JSON:API', () => {
  const resource = {
    type: 'exports',
    id: '9',
    attributes: {
      title: 'Orders',
      state: 'completed',
      createdOn: '2026-11-23T14:04:08Z',
      url: 'https://f.test/9',
    },
  }
  const options: RestClientOptions = {
    baseUrl: '/api',
    headers: { accept: 'application/vnd.api+json', 'content-type': 'application/vnd.api+json' },
    paths: { jobs: '/exports', job: '/exports/{id}', download: '/exports/{id}' },
    params: {
      page: 'page[number]',
      pageSize: 'page[size]',
      ordering: 'sort',
      statuses: 'filter[state]',
      createdFrom: 'filter[since]',
      createdTo: 'filter[until]',
    },
    scopeParams: { companyId: 'filter[company]' },
    pageBase: 1,
    ordering: { fields: { createdAt: 'createdOn', name: 'title' } },
    envelope: 'data',
    page: { results: 'data', total: 'meta.total', hasNextPage: 'links.next' },
    fields: {
      name: 'attributes.title',
      status: 'attributes.state',
      createdAt: 'attributes.createdOn',
    },
    grant: { url: 'data.attributes.url' },
    create: {
      body: ({ reportType }, { scope }) => ({
        data: { type: 'exports', attributes: { reportType, companyId: scope.companyId } },
      }),
    },
  }

  it('is asked in families of parameters and read from resources', async () => {
    const { client, sent, backend } = setUp(options, () =>
      json({
        data: [resource],
        meta: { total: 30 },
        links: { next: '/api/exports?page[number]=2' },
      }),
    )
    const page = await client.listJobs(
      listQuery({ filters: { statuses: ['completed'] } }),
      requestOptions(),
    )
    expect(sent()).toBe(
      '?filter[company]=7&filter[state]=completed&sort=-createdOn&page[size]=20&page[number]=1',
    )
    expect(backend.last.headers.get('accept')).toBe('application/vnd.api+json')
    expect(page).toMatchObject({
      jobs: [{ id: '9', name: 'Orders', status: 'completed' }],
      total: 30,
      hasNextPage: true,
    })
  })

  it('is read from a document of one resource', async () => {
    const { client } = setUp(options, () => json({ data: resource }))
    expect(await client.getJob('9', requestOptions())).toMatchObject({ id: '9', name: 'Orders' })
    expect(await client.createDownload('9', requestOptions())).toMatchObject({
      url: 'https://f.test/9',
    })
  })

  it('is asked for an export by a document', async () => {
    const { client, backend } = setUp(options, () => json({ data: resource }, { status: 201 }))
    const request = { reportType: 'orders', fileFormat: null, dateRange: null, parameters: {} }
    await client.createJob?.(request, { ...requestOptions(), idempotencyKey: 'k' })
    expect(backend.last.body).toEqual({
      data: { type: 'exports', attributes: { reportType: 'orders', companyId: '7' } },
    })
    expect(backend.last.headers.get('content-type')).toBe('application/vnd.api+json')
  })

  it('names the place of a wrong value inside a resource', async () => {
    const bad = { ...resource, attributes: { ...resource.attributes, state: 5 } }
    const { client } = setUp(options, () => json({ data: [bad] }))
    const page = await client.listJobs(listQuery(), requestOptions())
    expect(page.unreadable).toEqual([{ index: 0, id: '9', path: 'data[0].attributes.state' }])
  })
})
