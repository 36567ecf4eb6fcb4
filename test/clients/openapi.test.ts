import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readPath } from '../../src/clients/rest/source.js'
import { createRestClient } from '../../src/clients/rest.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { createFakeBackend, json, listQuery, rejection, requestOptions } from './fake-backend.js'

const document: unknown = parse(
  readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'),
)

/** What stands at a place of the document, references followed. */
function at(...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => follow(Object(follow(value))[key]), document)
}

function follow(value: unknown): unknown {
  const reference = Object(value).$ref
  if (typeof reference !== 'string') return value
  return readPath(document, reference.slice(2).replaceAll('/', '.'))
}

const entries = (value: unknown): [string, unknown][] => Object.entries(Object(value))

const request = {
  reportType: 'purchase_orders',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: { site: 4 },
  name: 'October',
}

const filters = {
  statuses: ['pending', 'failed'],
  fileFormats: ['csv'],
  reportTypes: ['delivery_location'],
  createdFrom: '2026-11-01',
  createdTo: '2026-11-23',
} as const

type Ask = (client: ExportJobsClient) => Promise<unknown>

/** Every operation of the document, and how the client is made to ask for it. */
const OPERATIONS: readonly (readonly [path: string, verb: string, ask: Ask])[] = [
  ['/export-jobs', 'get', (client) => client.listJobs(listQuery({ filters }), requestOptions())],
  [
    '/export-jobs',
    'post',
    async (client) => client.createJob?.(request, { ...requestOptions(), idempotencyKey: 'k' }),
  ],
  ['/export-jobs/{id}', 'get', (client) => client.getJob('1003', requestOptions())],
  ['/export-jobs/{id}', 'delete', async (client) => client.deleteJob?.('1003', requestOptions())],
  [
    '/export-jobs/{id}/download',
    'get',
    (client) => client.createDownload('1003', { ...requestOptions(), fileId: 'file-1' }),
  ],
  [
    '/export-jobs/{id}/cancel',
    'post',
    async (client) => client.cancelJob?.('1003', requestOptions()),
  ],
  [
    '/export-jobs/{id}/retry',
    'post',
    async (client) => client.retryJob?.('1003', requestOptions()),
  ],
  ['/report-types', 'get', async (client) => client.listReportTypes?.(requestOptions())],
]

function setUp(answer: () => Response) {
  const backend = createFakeBackend(answer)
  const actions = { cancel: true, retry: true, delete: true, reportTypes: true }
  return { backend, client: createRestClient({ baseUrl: '/api', fetch: backend.fetch, actions }) }
}

/** The examples of an operation's answers: status and body. */
function examplesOf(path: string, verb: string): [status: number, name: string, body: unknown][] {
  return entries(at('paths', path, verb, 'responses')).flatMap(([status, response]) =>
    entries(Object(follow(response)).content).flatMap(([, media]) =>
      entries(Object(media).examples).map(([name, example]): [number, string, unknown] => [
        Number(status),
        name,
        Object(follow(example)).value,
      ]),
    ),
  )
}

describe('openapi.yaml', () => {
  it('has just the operations that the client asks for', () => {
    const described = entries(at('paths')).flatMap(([path, item]) =>
      Object.keys(Object(item))
        .filter((verb) => verb !== 'parameters')
        .map((verb) => `${verb} ${path}`),
    )
    expect(described.toSorted()).toEqual(
      OPERATIONS.map(([path, verb]) => `${verb} ${path}`).toSorted(),
    )
  })

  it.each(OPERATIONS)(
    'describes each parameter that the client sends to %s (%s)',
    async (path, verb, ask) => {
      const { backend, client } = setUp(() => json({}))
      await ask(client).catch(() => {})
      const { url, headers, body } = backend.requests[0] ?? backend.last
      expect(`${backend.requests[0]?.verb.toLowerCase()} ${url.pathname}`).toBe(
        `${verb} /api${path.replace('{id}', '1003')}`,
      )
      const parameters = [at('paths', path, 'parameters'), at('paths', path, verb, 'parameters')]
        .flatMap((list) => (Array.isArray(list) ? list : []))
        .map((parameter) => Object(follow(parameter)))
      const names = parameters
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining([...url.searchParams.keys()]))
      if (body !== undefined) {
        const fields = Object.keys(Object(at('components', 'schemas', 'JobRequest', 'properties')))
        expect(fields).toEqual(expect.arrayContaining(Object.keys(Object(body))))
        expect(headers.get('idempotency-key')).toBe('k')
      }
    },
  )

  it.each(
    OPERATIONS.flatMap(([path, verb, ask]) =>
      examplesOf(path, verb).map(([status, name, body]) => ({
        path,
        verb,
        status,
        name,
        body,
        ask,
      })),
    ),
  )(
    'shows an answer to $verb $path that the client reads: $status $name',
    async ({ status, body, ask }) => {
      const { client } = setUp(() => json(body, { status }))
      if (status < 400) {
        expect(await ask(client)).not.toHaveProperty('unreadable.0')
        return
      }
      const { code, detail = Object(body).title } = Object(body)
      expect(await rejection(ask(client))).toMatchObject({ code, detail, status })
    },
  )
})
