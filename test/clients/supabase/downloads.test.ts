import { describe, expect, it } from 'vitest'
import { rejection, requestOptions } from '../fake-backend.js'
import type { FakeRow } from './fake-supabase.js'
import { buildRow, createOverAnswer, createOverFake, PROJECT_URL } from './support.js'

const org1 = requestOptions({ organizationId: 'org1' })
const path = 'org1/nov 2026.zip'
const completed = buildRow({ status: 'completed', file_path: path, name: 'Käufe & more' })

function over(row: FakeRow, options = {}) {
  return createOverFake({ rows: [row], files: [`pf-exports/${path}`] }, options)
}

describe('a download link', () => {
  it('saves the file under the job’s name and the file’s own extension', async () => {
    const { exports } = over(completed)
    const grant = await exports.createDownload('1', org1)
    const url = new URL(grant.url)
    expect(url.origin).toBe(PROJECT_URL)
    expect(url.searchParams.get('download')).toBe('Käufe & more.zip')
    expect(url.searchParams.get('token')).not.toBeNull()
    expect(grant).toMatchObject({ filename: 'Käufe & more.zip', expiresInSeconds: 3600 })
  })

  it.each([
    [{ name: null }, 'nov 2026.zip'],
    [{ name: 'Report.ZIP' }, 'Report.ZIP'],
    [{ name: 'Report', file_name: 'told.csv' }, 'told.csv'],
  ])('of %o is saved as %s', async (overrides, filename) => {
    const { exports } = createOverAnswer(() =>
      Response.json(
        exchange++ % 2 === 0 ? [{ ...completed, ...overrides }] : { signedURL: '/x?token=t' },
      ),
    )
    let exchange = 0
    expect((await exports.createDownload('1', org1)).filename).toBe(filename)
  })

  it('is asked for anew each time', async () => {
    const { exports, fake } = over(completed)
    const first = await exports.createDownload('1', org1)
    fake.passSeconds(1)
    const second = await exports.createDownload('1', org1)
    expect(second.url).not.toBe(first.url)
    expect(fake.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST'])
  })

  it('lives as long as the host wants, and is of the host’s bucket', async () => {
    const { exports, fake } = createOverFake(
      { rows: [completed], files: [`exports/${path}`] },
      { bucket: 'exports', expiresInSeconds: 60 },
    )
    expect((await exports.createDownload('1', org1)).expiresInSeconds).toBe(60)
    expect(fake.requests[1]).toMatchObject({ body: { expiresIn: 60 } })
  })

  it('may be of one of several files, whose path the host finds', async () => {
    const { exports } = over(completed, {
      columns: { filePath: (_: unknown, fileId?: string) => (fileId === 'a' ? path : null) },
    })
    expect((await exports.createDownload('1', { ...org1, fileId: 'a' })).url).toContain('token=')
    const other = exports.createDownload('1', { ...org1, fileId: 'b' })
    expect(await rejection(other)).toMatchObject({ code: 'no_file' })
  })

  it('is never of another file than the wanted one', async () => {
    const { exports } = over(completed)
    const call = exports.createDownload('1', { ...org1, fileId: 'a' })
    expect(await rejection(call)).toMatchObject({ code: 'no_file' })
  })
})

describe('a refused download', () => {
  it.each(['pending', 'processing', 'failed', 'parked'])(
    'of a %s job is not ready',
    async (status) => {
      const { exports, fake } = over({ ...completed, status })
      expect(await rejection(exports.createDownload('1', org1))).toMatchObject({
        code: 'not_ready',
      })
      expect(fake.requests).toHaveLength(1)
    },
  )

  it('of an expired job is gone', async () => {
    const { exports } = over({ ...completed, status: 'expired' })
    expect(await rejection(exports.createDownload('1', org1))).toMatchObject({ code: 'gone' })
  })

  it('of a job without a path has no file', async () => {
    const { exports, fake } = over({ ...completed, file_path: null })
    expect(await rejection(exports.createDownload('1', org1))).toMatchObject({ code: 'no_file' })
    expect(fake.requests).toHaveLength(1)
  })

  it('of a file that storage does not find, or does not show, says so', async () => {
    const { exports } = createOverFake({ rows: [completed] })
    expect(await rejection(exports.createDownload('1', org1))).toMatchObject({
      code: 'no_file',
      status: 400,
      message: expect.stringContaining('hidden by a policy'),
    })
  })

  const refusals = [
    [400, { statusCode: '404', error: 'not_found', message: 'Object not found' }, 'no_file'],
    [404, { code: 'NoSuchKey', message: 'The resource was not found' }, 'no_file'],
    [400, { statusCode: '400', error: 'InvalidJWT', message: 'jwt expired' }, 'unauthenticated'],
    [400, { code: 'InvalidJWT', message: '"exp" claim timestamp check failed' }, 'unauthenticated'],
    [
      400,
      { statusCode: '403', error: 'Unauthorized', message: 'jwt malformed' },
      'unauthenticated',
    ],
    [400, { statusCode: '403', error: 'Unauthorized', message: 'row-level security' }, 'forbidden'],
    [403, { code: 'AccessDenied', message: 'Access denied' }, 'forbidden'],
    [400, { statusCode: '400', error: 'invalid_key', message: 'Invalid key' }, 'invalid'],
    [429, { statusCode: '429', code: 'SlowDown', message: 'Too many' }, 'rate_limited'],
    [500, { statusCode: '500', error: 'internal', message: 'Internal error' }, 'unavailable'],
    [544, { code: 'DatabaseTimeout', message: 'timed out' }, 'timeout'],
  ] as const

  it.each(refusals)('of HTTP %i and %o is %s', async (status, body, code) => {
    let exchange = 0
    const { exports } = createOverAnswer(() =>
      exchange++ === 0 ? Response.json([completed]) : Response.json(body, { status }),
    )
    expect(await rejection(exports.createDownload('1', org1))).toMatchObject({ code, status })
  })

  it('is offline when storage cannot be reached', async () => {
    let exchange = 0
    const { exports } = createOverAnswer(() =>
      exchange++ === 0 ? Response.json([completed]) : Promise.reject(new TypeError('failed')),
    )
    expect(await rejection(exports.createDownload('1', org1))).toMatchObject({ code: 'offline' })
  })

  it('is a bad response when storage answers no link', async () => {
    for (const answer of ['<html>', '{}']) {
      let exchange = 0
      const { exports } = createOverAnswer(() =>
        exchange++ === 0 ? Response.json([completed]) : new Response(answer),
      )
      const thrown = await rejection(exports.createDownload('1', org1))
      expect(thrown).toMatchObject({ code: 'bad_response' })
    }
  })

  it('is aborted at once although storage heeds no signal', async () => {
    const controller = new AbortController()
    let exchange = 0
    const { exports } = createOverAnswer(() => {
      if (exchange++ === 0) return Response.json([completed])
      queueMicrotask(() => controller.abort())
      return new Promise(() => {})
    })
    const call = exports.createDownload('1', { scope: {}, signal: controller.signal })
    expect(await rejection(call)).toMatchObject({ code: 'aborted' })
  })
})
