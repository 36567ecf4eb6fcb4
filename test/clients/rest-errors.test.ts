import { describe, expect, it } from 'vitest'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import { createFakeBackend, json, listQuery, rejection, requestOptions } from './fake-backend.js'

function refuse(response: () => Response, options: Partial<RestClientOptions> = {}) {
  const { fetch } = createFakeBackend(response)
  const client = createRestClient({ baseUrl: '/api', fetch, actions: { cancel: true }, ...options })
  return {
    list: () => rejection(client.listJobs(listQuery(), requestOptions())),
    download: () => rejection(client.createDownload('1', requestOptions())),
    cancel: () => rejection(Promise.resolve(client.cancelJob?.('1', requestOptions()))),
  }
}

const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'Refused', status, ...body }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

describe('a status says what to do', () => {
  it.each([
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [402, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [405, 'bad_response'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'gone'],
    [418, 'bad_response'],
    [422, 'invalid'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'timeout'],
  ])('%i is %s', async (status, code) => {
    expect(await refuse(() => new Response(null, { status })).list()).toMatchObject({
      code,
      status,
    })
  })

  it.each([
    [409, 'not_ready', 'not_ready'],
    [409, undefined, 'not_ready'],
    [404, 'no_file', 'no_file'],
    [404, undefined, 'not_found'],
    [410, 'gone', 'gone'],
    [403, 'forbidden', 'forbidden'],
    [500, undefined, 'unavailable'],
    [503, undefined, 'unavailable'],
  ])('a download refused by %i and code %s is %s', async (status, code, expected) => {
    expect(await refuse(() => problem(status, { code })).download()).toMatchObject({
      code: expected,
    })
  })

  it.each([
    [409, 'conflict', 'conflict'],
    [400, 'not_ready', 'not_ready'],
    [404, 'gone', 'gone'],
    [500, 'forbidden', 'unavailable'],
    [403, 'not_found', 'forbidden'],
    [401, 'no_file', 'unauthenticated'],
    [404, 'aborted', 'not_found'],
    [422, 'toString', 'invalid'],
  ])(
    '%i with the code %s is %s, since a code only refines its status',
    async (status, code, expected) => {
      expect(await refuse(() => problem(status, { code })).cancel()).toMatchObject({
        code: expected,
      })
    },
  )

  it('understands the backend’s own codes where the host maps them', async () => {
    const options = { errorCodes: { export_running: 'not_ready' } } as const
    const respond = () => json({ error: { code: 'export_running' } }, { status: 403 })
    expect(await refuse(respond, options).download()).toMatchObject({ code: 'not_ready' })
  })
})

describe('what the backend says', () => {
  it.each<[string, object, string | null]>([
    [
      'problem details',
      { title: 't', detail: 'Check the selected company.' },
      'Check the selected company.',
    ],
    ['a title alone', { title: 'Forbidden' }, 'Forbidden'],
    ['a message', { message: 'no' }, 'no'],
    ['an error text', { error: 'no' }, 'no'],
    ['a nested message', { error: { message: 'no' } }, 'no'],
    ['a list of errors', { errors: [{ detail: 'no' }] }, 'no'],
    ['nothing', {}, null],
    ['a number', { detail: 5 }, null],
    ['markup inside JSON', { message: ' <html><body>502</body></html>' }, null],
  ])('is kept from %s', async (_, body, detail) => {
    expect(await refuse(() => json(body, { status: 403 })).list()).toMatchObject({ detail })
  })

  it.each<[string, string, string, string | null]>([
    ['plain text', 'text/plain; charset=utf-8', 'Out of order', 'Out of order'],
    ['a proxy’s page', 'text/html', '<!doctype html><h1>502 Bad Gateway</h1>', null],
    ['a page sent as text', 'text/plain', '\n<html>502</html>', null],
    ['a page sent as JSON', 'application/json', '<html>502</html>', null],
    ['nothing', 'text/plain', '', null],
  ])('is kept only when it is a word to people: %s', async (_, type, body, detail) => {
    const respond = () => new Response(body, { status: 502, headers: { 'content-type': type } })
    expect(await refuse(respond).list()).toMatchObject({ code: 'unavailable', detail })
  })

  it('is cut where it is endless', async () => {
    const error = await refuse(() => json({ detail: 'x'.repeat(9000) }, { status: 500 })).list()
    expect(error).toHaveProperty('detail', 'x'.repeat(1000))
  })

  it.each<[string, object, Record<string, string[]>]>([
    [
      'problem details',
      { errors: { date_to: ['too late', 'too long'] } },
      { date_to: ['too late', 'too long'] },
    ],
    ['one text a field', { errors: { date_to: 'too late' } }, { date_to: ['too late'] }],
    ['a body of fields', { date_to: ['too late'], detail: 'x' }, { date_to: ['too late'] }],
    [
      'pointers',
      { errors: [{ detail: 'too late', pointer: '#/date_to' }] },
      { date_to: ['too late'] },
    ],
    [
      'JSON:API',
      { errors: [{ detail: 'a', source: { pointer: '/data/attributes/dateTo' } }] },
      { dateTo: ['a'] },
    ],
    [
      'locations',
      { detail: [{ loc: ['body', 'date_to'], msg: 'too late' }] },
      { date_to: ['too late'] },
    ],
    [
      'an error object',
      { error: { code: 'invalid', message: 'No.', fields: { date_to: ['too late'] } } },
      { date_to: ['too late'] },
    ],
    [
      'details in an error object',
      { error: { details: [{ field: 'date_to', message: 'too late' }] } },
      { date_to: ['too late'] },
    ],
    ['a field named fields', { fields: ['choose one'] }, { fields: ['choose one'] }],
    ['nothing usable', { errors: [1, null, { detail: 'x' }], a: 5 }, {}],
    ['a field named __proto__', JSON.parse('{"errors":{"__proto__":["x"]}}'), {}],
  ])('about fields is read from %s', async (name, body, fieldErrors) => {
    const error = await refuse(() => json(body, { status: 422 })).list()
    if (name.includes('__proto__')) expect(Object.prototype).not.toHaveProperty('0')
    else expect(error).toMatchObject({ code: 'invalid', fieldErrors })
    expect(Object.keys(Object(error).fieldErrors)).toHaveLength(
      name.includes('__proto__') ? 1 : Object.keys(fieldErrors).length,
    )
  })

  it.each<[string, Response, string | null]>([
    ['a header', problem(500, {}, { 'x-request-id': 'r-1' }), 'r-1'],
    ['the body', problem(500, { request_id: 'r-2' }), 'r-2'],
    ['nowhere', problem(500, {}), null],
  ])('carries a reference from %s', async (_, response, reference) => {
    expect(await refuse(() => response).list()).toMatchObject({ reference })
  })

  it.each<[string, Record<string, string>, number | null]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    [
      'a date, against the answer’s own clock',
      { 'retry-after': 'Mon, 23 Nov 2026 14:05:00 GMT', date: 'Mon, 23 Nov 2026 14:04:00 GMT' },
      60_000,
    ],
    [
      'a date in the past',
      { 'retry-after': 'Mon, 23 Nov 2026 14:00:00 GMT', date: 'Mon, 23 Nov 2026 14:04:00 GMT' },
      0,
    ],
    ['a date without a clock', { 'retry-after': 'Mon, 23 Nov 2026 14:00:00 GMT' }, null],
    ['junk', { 'retry-after': 'soon' }, null],
    ['nothing', {}, null],
  ])('tells how long to wait: %s', async (_, headers, retryAfterMs) => {
    const error = await refuse(() => problem(429, {}, headers)).list()
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs })
  })
})
