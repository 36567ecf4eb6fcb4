import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import { ExportJobsError } from '../../src/core/errors.js'
import { createFakeBackend, json, rejection, requestOptions, wireJob } from './fake-backend.js'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Respond = Parameters<typeof createFakeBackend>[0]

function setUp(respond: Respond, options: Partial<RestClientOptions> = {}) {
  const backend = createFakeBackend(respond)
  const client = createRestClient({ baseUrl: '/api', fetch: backend.fetch, ...options })
  return { backend, read: (extra = {}) => client.getJob('1', { ...requestOptions(), ...extra }) }
}

const never: Respond = () => new Promise(() => {})

describe('what goes with each request', () => {
  it.each<[string, RestClientOptions['headers']]>([
    ['an object', { authorization: 'Bearer t' }],
    ['pairs', [['Authorization', 'Bearer t']]],
    ['a function', () => ({ authorization: 'Bearer t' })],
    ['a function that takes its time', async () => new Headers({ authorization: 'Bearer t' })],
  ])('are the host’s headers, given as %s', async (_, headers) => {
    const { backend, read } = setUp(() => json(wireJob()), { headers })
    await read()
    expect(backend.last.headers.get('authorization')).toBe('Bearer t')
    expect(backend.last.headers.get('accept')).toContain('application/json')
  })

  it('are headers asked for anew each time', async () => {
    let count = 0
    const headers = () => {
      count += 1
      return { 'x-count': String(count) }
    }
    const { backend, read } = setUp(() => json(wireJob()), { headers })
    await read()
    await read()
    expect(backend.requests.map((request) => request.headers.get('x-count'))).toEqual(['1', '2'])
  })

  it('are cookies of the same origin, unless told otherwise', async () => {
    const usual = setUp(() => json(wireJob()))
    await usual.read()
    expect(usual.backend.last.init.credentials).toBe('same-origin')
    const other = setUp(() => json(wireJob()), { credentials: 'include' })
    await other.read({ keepalive: true })
    expect(other.backend.last.init).toMatchObject({ credentials: 'include', keepalive: true })
  })

  it('is the global fetch of the moment when none is given', async () => {
    const client = createRestClient({ baseUrl: '/api' })
    vi.stubGlobal('fetch', async () => json(wireJob({ id: 'late' })))
    expect(await client.getJob('1', requestOptions())).toMatchObject({ id: 'late' })
  })

  it('cannot be headers that fail, which is no network matter', async () => {
    const { backend, read } = setUp(() => json(wireJob()), {
      headers: () => Promise.reject(new Error('no token')),
    })
    expect(await rejection(read())).toMatchObject({ code: 'unauthenticated' })
    expect(backend.requests).toHaveLength(0)
  })
})

describe('a session that ran out', () => {
  const unlessRenewed: Respond = ({ headers }) =>
    headers.get('x-token') === 'new' ? json(wireJob()) : json({}, { status: 401 })

  function setUpSession(answer: unknown = undefined) {
    let token = 'old'
    let renewals = 0
    let finish = () => {}
    const onUnauthenticated = () => {
      renewals += 1
      return new Promise<unknown>((resolve) => {
        finish = () => {
          token = 'new'
          resolve(answer)
        }
      })
    }
    const headers = () => ({ 'x-token': token })
    const { backend, read } = setUp(unlessRenewed, { headers, onUnauthenticated })
    return { backend, read, finish: () => finish(), renewals: () => renewals }
  }

  it('is renewed once for all requests that were refused, each sent once more', async () => {
    const session = setUpSession()
    const reads = [session.read(), session.read(), session.read()]
    await vi.waitFor(() => expect(session.renewals()).toBe(1))
    await vi.waitFor(() => expect(session.backend.requests).toHaveLength(3))
    session.finish()
    expect(await Promise.all(reads)).toHaveLength(3)
    expect(session.renewals()).toBe(1)
    expect(session.backend.requests).toHaveLength(6)
  })

  it('ends the request when the host says that it cannot be renewed', async () => {
    const session = setUpSession(false)
    const read = rejection(session.read())
    await vi.waitFor(() => expect(session.renewals()).toBe(1))
    session.finish()
    expect(await read).toMatchObject({ code: 'unauthenticated' })
    expect(session.backend.requests).toHaveLength(1)
  })

  it('ends the request when the second try is refused too', async () => {
    let renewals = 0
    const { backend, read } = setUp(() => json({}, { status: 401 }), {
      onUnauthenticated: async () => {
        renewals += 1
      },
    })
    expect(await rejection(read())).toMatchObject({ code: 'unauthenticated' })
    expect([renewals, backend.requests.length]).toEqual([1, 2])
  })

  it('is not renewed again for a request that left before the last renewal', async () => {
    let renewals = 0
    let refuseLate = (_: Response) => {}
    const late = new Promise<Response>((resolve) => {
      refuseLate = resolve
    })
    const { backend, read } = setUp(
      (_, index) =>
        index === 0
          ? late
          : json(index === 1 ? {} : wireJob(), { status: index === 1 ? 401 : 200 }),
      {
        onUnauthenticated: async () => {
          renewals += 1
        },
      },
    )
    const slow = read()
    await vi.waitFor(() => expect(backend.requests).toHaveLength(1))
    await read()
    refuseLate(json({}, { status: 401 }))
    await slow
    expect(renewals).toBe(1)
  })

  it('ends the request when renewing fails', async () => {
    const { read } = setUp(() => json({}, { status: 401 }), {
      onUnauthenticated: () => Promise.reject(new Error('offline')),
    })
    expect(await rejection(read())).toMatchObject({ code: 'unauthenticated' })
  })
})

describe('an answer that does not come', () => {
  it('is a timeout after 30 s, and the request is ended', async () => {
    vi.useFakeTimers()
    const { backend, read } = setUp(never)
    const failure = rejection(read())
    await vi.advanceTimersByTimeAsync(29_999)
    expect(backend.last.init.signal?.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await failure).toMatchObject({ code: 'timeout', status: null })
    expect(backend.last.init.signal?.aborted).toBe(true)
  })

  it('is a timeout when only its body does not end', async () => {
    vi.useFakeTimers()
    const { read } = setUp(() => new Response(new ReadableStream()), { timeoutMs: 50 })
    const failure = rejection(read())
    await vi.advanceTimersByTimeAsync(50)
    expect(await failure).toMatchObject({ code: 'timeout' })
  })

  it('leaves no timer behind when it did come', async () => {
    vi.useFakeTimers()
    await setUp(() => json(wireJob())).read()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is told apart from an abort, which counts at once', async () => {
    const controller = new AbortController()
    const { backend, read } = setUp(never)
    const failure = rejection(read({ signal: controller.signal }))
    await vi.waitFor(() => expect(backend.requests).toHaveLength(1))
    controller.abort()
    expect(await failure).toMatchObject({ code: 'aborted' })
    expect(backend.last.init.signal?.aborted).toBe(true)
  })

  it('is an abort while the headers are still made', async () => {
    const controller = new AbortController()
    const { backend, read } = setUp(never, { headers: () => new Promise(() => {}) })
    const failure = rejection(read({ signal: controller.signal }))
    controller.abort()
    expect(await failure).toMatchObject({ code: 'aborted' })
    expect(backend.requests).toHaveLength(0)
  })

  it('is not even asked for once aborted', async () => {
    const { backend, read } = setUp(never)
    expect(await rejection(read({ signal: AbortSignal.abort() }))).toMatchObject({
      code: 'aborted',
    })
    expect(backend.requests).toHaveLength(0)
  })

  it.each<[string, () => never, string]>([
    [
      'a broken network',
      () => {
        throw new TypeError('Failed to fetch')
      },
      'offline',
    ],
    [
      'a fetch that gave up',
      () => {
        throw new DOMException('x', 'TimeoutError')
      },
      'timeout',
    ],
    [
      'a fetch that was stopped',
      () => {
        throw new DOMException('x', 'AbortError')
      },
      'aborted',
    ],
    [
      'a fetch of the host’s that knows',
      () => {
        throw new ExportJobsError('rate_limited', { message: 'x' })
      },
      'rate_limited',
    ],
  ])('is %s', async (_, respond, code) => {
    expect(await rejection(setUp(respond).read())).toMatchObject({ name: 'ExportJobsError', code })
  })

  it('is offline when the connection breaks in the middle', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'))
      },
    })
    expect(await rejection(setUp(() => new Response(body)).read())).toMatchObject({
      code: 'offline',
    })
  })
})

describe('an answer that is too large', () => {
  it('is refused by its length, unread', async () => {
    const headers = { 'content-length': '5000001' }
    const error = await rejection(setUp(() => new Response('{}', { headers })).read())
    expect(error).toMatchObject({ code: 'bad_response' })
    expect(String(error)).toContain('maxResponseBytes')
  })

  it('is refused while it streams, and not read on', async () => {
    let pulls = 0
    const body = () =>
      new ReadableStream({
        pull(controller) {
          pulls += 1
          controller.enqueue(new Uint8Array(100))
        },
      })
    const { read } = setUp(() => new Response(body()), { maxResponseBytes: 1000 })
    expect(await rejection(read())).toMatchObject({ code: 'bad_response' })
    expect(pulls).toBeLessThan(14)
  })

  it('is read up to the limit, letters split over chunks included', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(wireJob({ name: 'Zoë 报告' })))
    const body = () =>
      new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
          controller.close()
        },
      })
    const { read } = setUp(() => new Response(body()), { maxResponseBytes: bytes.length })
    expect(await read()).toMatchObject({ name: 'Zoë 报告' })
  })
})
