import { describe, expect, it } from 'vitest'
import { createSupabaseClient } from '../../../src/clients/supabase.js'
import { listQuery, rejection, requestOptions } from '../fake-backend.js'
import { buildRows, createHostClient, createOverAnswer, createOverFake } from './support.js'

const anywhere = requestOptions({})
const wanted = { reportType: 'contacts', fileFormat: 'csv', dateRange: null, parameters: {} }

/** A refusal as PostgREST or the gateway before it words it. */
function refusal(status: number, code: string | null, message = 'no') {
  const body = code === null ? { message } : { code, message, details: null, hint: null }
  return () => Response.json(body, { status })
}

describe('a refused request', () => {
  it.each([
    [401, 'PGRST301', 'unauthenticated'],
    [401, 'PGRST302', 'unauthenticated'],
    [401, 'PGRST303', 'unauthenticated'],
    [401, null, 'unauthenticated'],
    [403, '42501', 'forbidden'],
    [401, '42501', 'forbidden'],
    [403, null, 'forbidden'],
    [406, 'PGRST116', 'not_found'],
    [404, 'PGRST205', 'bad_response'],
    [400, '42703', 'bad_response'],
    [400, 'PGRST100', 'invalid'],
    [409, '23505', 'conflict'],
    [409, '23503', 'invalid'],
    [429, null, 'rate_limited'],
    [500, '57014', 'timeout'],
    [504, 'PGRST003', 'timeout'],
    [500, 'XX000', 'unavailable'],
    [503, 'PGRST002', 'unavailable'],
    [302, null, 'bad_response'],
  ])('of HTTP %i and %s is %s', async (status, code, expected) => {
    const { exports } = createOverAnswer(refusal(status, code))
    expect(await rejection(exports.listJobs(listQuery(), anywhere))).toMatchObject({
      name: 'ExportJobsError',
      code: expected,
      status,
      detail: null,
    })
  })

  it('by row-level security is forbidden, also to those who are not signed in', async () => {
    const policy = 'new row violates row-level security policy for table "pf_export_requests"'
    const { exports } = createOverAnswer(refusal(401, 'PGRST301', policy))
    const call = exports.createJob?.(wanted, { ...anywhere, idempotencyKey: 'k' })
    await expect(call).rejects.toMatchObject({ code: 'forbidden', status: 401 })
  })

  it('is what the host says it is', async () => {
    const { exports } = createOverAnswer(refusal(400, 'P0001', 'The quota is used up.'), {
      errorCodes: { P0001: 'conflict' },
    })
    const call = exports.createJob?.(wanted, { ...anywhere, idempotencyKey: 'k' })
    await expect(call).rejects.toMatchObject({ code: 'conflict', detail: 'The quota is used up.' })
  })

  it('of a proxy is no word to the person', async () => {
    const { exports } = createOverAnswer(() => new Response('<html>Bad gateway', { status: 502 }))
    expect(await rejection(exports.listJobs(listQuery(), anywhere))).toMatchObject({
      code: 'unavailable',
      detail: null,
    })
  })

  it('is not sent again behind our back', async () => {
    const { exports, calls } = createOverAnswer(refusal(503, null))
    await rejection(exports.listJobs(listQuery(), anywhere))
    await rejection(exports.getJob('1', anywhere))
    expect(calls).toHaveLength(2)
  })
})

describe('a request without an answer', () => {
  it('is offline', async () => {
    const { exports, calls } = createOverAnswer(() => Promise.reject(new TypeError('fetch failed')))
    for (const call of [
      exports.listJobs(listQuery(), anywhere),
      exports.getJob('1', anywhere),
      exports.deleteJob?.('1', anywhere),
    ]) {
      expect(await rejection(call ?? Promise.resolve())).toMatchObject({
        code: 'offline',
        status: null,
      })
    }
    expect(calls).toHaveLength(3)
  })

  it('times out, even where fetch heeds no signal', async () => {
    const { exports } = createOverAnswer(() => new Promise(() => {}), { timeoutMs: 20 })
    expect(await rejection(exports.listJobs(listQuery(), anywhere))).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('listJobs got no answer in 20 ms'),
    })
  })

  it('timed out when the host’s own fetch gives up', async () => {
    const late = () => Promise.reject(new DOMException('too slow', 'TimeoutError'))
    const { exports } = createOverAnswer(late)
    expect(await rejection(exports.getJob('1', anywhere))).toMatchObject({ code: 'timeout' })
  })

  it('is aborted at once, and so is its fetch', async () => {
    const { exports, calls } = createOverAnswer(() => new Promise(() => {}))
    const controller = new AbortController()
    const options = { scope: {}, signal: controller.signal }
    const call = rejection(exports.listJobs(listQuery(), options))
    await expect.poll(() => calls.length).toBe(1)
    controller.abort()
    expect(await call).toMatchObject({ code: 'aborted' })
    expect(calls[0]?.init.signal?.aborted).toBe(true)
  })

  it('is not sent when it was aborted before', async () => {
    const { exports, calls } = createOverAnswer(refusal(500, null))
    const options = { scope: {}, signal: AbortSignal.abort() }
    for (const call of [exports.listJobs(listQuery(), options), exports.getJob('1', options)]) {
      expect(await rejection(call)).toMatchObject({ code: 'aborted' })
    }
    expect(calls).toEqual([])
  })
})

describe('a job that row-level security hides', () => {
  const hidden = { rows: buildRows(1), maySee: () => false }

  it('is not found, whatever is wanted of it', async () => {
    const { exports, fake } = createOverFake(hidden, {
      actions: { cancel: { status: 'canceled' }, retry: { status: 'pending' } },
    })
    for (const call of [
      exports.getJob('1', anywhere),
      exports.createDownload('1', anywhere),
      exports.deleteJob?.('1', anywhere),
      exports.cancelJob?.('1', anywhere),
      exports.retryJob?.('1', anywhere),
    ]) {
      expect(await rejection(call ?? Promise.resolve())).toMatchObject({ code: 'not_found' })
    }
    expect(fake.rows).toHaveLength(1)
  })

  it('is not found by an id that its column cannot hold either', async () => {
    const { exports } = createOverFake({ rows: buildRows(1) })
    expect(await rejection(exports.getJob('abc', anywhere))).toMatchObject({ code: 'not_found' })
    const call = exports.deleteJob?.('abc', anywhere) ?? Promise.resolve()
    expect(await rejection(call)).toMatchObject({ code: 'not_found' })
  })
})

describe('a client whose host breaks its word', () => {
  it('still rejects with nothing but our errors', async () => {
    const client = createHostClient(async () => Response.json([]))
    const exports = createSupabaseClient({
      client,
      create: {
        row: () => {
          throw new RangeError('no row')
        },
      },
    })
    const call = exports.createJob?.(wanted, { ...anywhere, idempotencyKey: 'k' })
    expect(await rejection(call ?? Promise.resolve())).toMatchObject({
      name: 'ExportJobsError',
      code: 'bad_response',
      cause: expect.any(RangeError),
    })
  })
})
