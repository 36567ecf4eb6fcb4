import { describe, expect, it } from 'vitest'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import type { ExportRequest } from '../../src/core/request.js'
import {
  createFakeBackend,
  json,
  rejection,
  requestOptions,
  type SeenRequest,
  wireJob,
} from './fake-backend.js'

const request: ExportRequest = {
  reportType: 'purchase_orders',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: { site: 4 },
  name: 'October',
}

function setUp(
  respond: (request: SeenRequest) => Response,
  options: Partial<RestClientOptions> = {},
) {
  const backend = createFakeBackend(respond)
  const client = createRestClient({ baseUrl: '/api', fetch: backend.fetch, ...options })
  const create = async (overrides: Partial<ExportRequest> = {}) =>
    client.createJob?.(
      { ...request, ...overrides },
      { ...requestOptions(), idempotencyKey: 'key-1' },
    )
  return { backend, create }
}

const created = () => json(wireJob(), { status: 201 })

describe('a request for an export', () => {
  it('is posted in the contract’s words, with its key', async () => {
    const { backend, create } = setUp(created)
    await create()
    const { verb, url, headers, body } = backend.last
    expect(`${verb} ${url.pathname}${url.search}`).toBe('POST /api/export-jobs')
    expect(headers.get('idempotency-key')).toBe('key-1')
    expect(headers.get('content-type')).toBe('application/json')
    expect(body).toEqual({
      company_id: '7',
      report_type: 'purchase_orders',
      file_format: 'csv',
      date_from: '2026-10-01',
      date_to: '2026-10-31',
      parameters: { site: 4 },
      name: 'October',
    })
  })

  it('leaves out what the person left out, so that the backend’s default holds', async () => {
    const { backend, create } = setUp(created)
    await create({
      reportType: null,
      fileFormat: null,
      dateRange: null,
      parameters: {},
      name: undefined,
    })
    expect(backend.last.body).toEqual({ company_id: '7' })
  })

  it.each<[string, RestClientOptions['create'], object]>([
    ['renamed', { fields: { reportType: 'kind' } }, { kind: 'purchase_orders' }],
    [
      'nested',
      { fields: { dateFrom: 'period.from', dateTo: 'period.to' } },
      { period: { from: '2026-10-01', to: '2026-10-31' } },
    ],
    ['spread', { fields: { parameters: '' } }, { site: 4 }],
  ])('has its values %s where the host says so', async (_, options, expected) => {
    const { backend, create } = setUp(created, { create: options })
    await create()
    expect(backend.last.body).toMatchObject(expected)
  })

  it('has no value that the host takes out', async () => {
    const { backend, create } = setUp(created, { create: { fields: { name: null } } })
    await create()
    expect(backend.last.body).not.toHaveProperty('name')
  })

  it.each([
    ['X-Request-Key', 'key-1'],
    [null, null],
  ])('carries its key in the header %s', async (idempotencyHeader, expected) => {
    const { backend, create } = setUp(created, { create: { idempotencyHeader } })
    await create()
    expect(backend.last.headers.get(idempotencyHeader ?? 'idempotency-key')).toBe(expected)
  })

  it.each<[string, () => Response, object]>([
    ['a new job', created, { kind: 'job', job: { id: '1' } }],
    ['the job of an earlier try', () => json(wireJob()), { kind: 'job', job: { id: '1' } }],
    [
      'a job that it calls existing',
      () => json(wireJob({ existing: true })),
      { kind: 'existing', job: { id: '1' } },
    ],
    [
      'the running job, as a conflict',
      () => json(wireJob(), { status: 409 }),
      { kind: 'existing', job: { id: '1' } },
    ],
    [
      'the file itself',
      () => json({ download_url: 'https://f.test/1', filename: 'a.csv' }),
      { kind: 'file', grant: { url: 'https://f.test/1' } },
    ],
  ])('is answered by %s', async (_, respond, expected) => {
    expect(await setUp(respond).create()).toMatchObject(expected)
  })

  it.each<[string, () => Response, string]>([
    ['only an id', () => json({ id: 5 }, { status: 202 }), 'job'],
    [
      'only a place',
      () => new Response(null, { status: 201, headers: { location: '/api/export-jobs/5' } }),
      'job',
    ],
    [
      'only the place of a running job',
      () =>
        json(
          { code: 'conflict' },
          { status: 409, headers: { location: 'https://api.test/api/export-jobs/5/?x=1' } },
        ),
      'existing',
    ],
  ])('is followed by a look at the job where the answer holds %s', async (_, respond, kind) => {
    const { backend, create } = setUp(({ verb }) =>
      verb === 'POST' ? respond() : json(wireJob({ id: 5 })),
    )
    expect(await create()).toMatchObject({ kind, job: { id: '5', status: 'pending' } })
    expect(`${backend.last.verb} ${backend.last.url.pathname}`).toBe('GET /api/export-jobs/5')
  })

  it.each<[string, () => Response, string]>([
    ['a conflict without a job', () => json({ code: 'conflict' }, { status: 409 }), 'conflict'],
    ['wrong values', () => json({ errors: { date_to: ['x'] } }, { status: 422 }), 'invalid'],
    ['an answer without a job', () => json({ ok: true }), 'bad_response'],
  ])('is refused by %s', async (_, respond, code) => {
    expect(await rejection(setUp(respond).create())).toMatchObject({ code })
  })
})
