import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSseSubscribe, type SseSubscribeOptions } from '../../src/push/sse.js'
import { createLog, createNetwork, createStreamFetch, SCOPE, settle } from './support.js'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

type Answers = Parameters<typeof createStreamFetch>[0]

/** A `subscribe` over streams that the test writes; waits are the shortest ones. */
function setUp(options: Partial<SseSubscribeOptions> = {}, answers: Answers = []) {
  const backend = createStreamFetch(answers)
  const errors: unknown[] = []
  const subscribe = createSseSubscribe({
    url: '/events',
    fetch: backend.fetch,
    random: () => 0,
    onError: (thrown) => errors.push(thrown),
    ...options,
  })
  return { ...backend, errors, subscribe }
}

/** One listener on an open channel. */
async function listen(options: Partial<SseSubscribeOptions> = {}, answers: Answers = []) {
  const backend = setUp(options, answers)
  const { log, listener } = createLog()
  const stop = backend.subscribe(SCOPE, listener)
  await settle()
  return { ...backend, log, stop }
}

describe('the request', () => {
  it('carries the access token, cookies and what an event stream asks for', async () => {
    const { last } = await listen({
      url: async ({ companyId }) => `/companies/${companyId}/events`,
      headers: async ({ companyId }) => ({ Authorization: `Bearer for ${companyId}` }),
      credentials: 'include',
    })
    expect(last().url).toBe('/companies/7/events')
    expect(Object.fromEntries(last().headers)).toEqual({
      accept: 'text/event-stream',
      authorization: 'Bearer for 7',
    })
    expect(last().init).toMatchObject({ credentials: 'include', cache: 'no-store' })
  })

  it('asks for a new token at each attempt', async () => {
    let token = 0
    const { calls } = await listen({ headers: () => ({ authorization: `${++token}` }) }, [
      'network error',
    ])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual(['1', '2'])
  })
})

describe('news', () => {
  it('reaches the listener after connected', async () => {
    const { log, last } = await listen()
    await last().send('data: {"type":"changed"}\n\ndata: {"type":"removed","ids":[1,2]}\n\n')
    expect(log).toEqual(['connected', 'changed', 'removed 1,2'])
  })

  it("is what the host's parse makes of it", async () => {
    const parse = vi.fn(() => [{ type: 'stale' }, { type: 'removed', ids: ['9'] }] as const)
    const { log, last } = await listen({ parse })
    await last().send('event: x\nid: 5\ndata: hello\n\n')
    expect(parse).toHaveBeenCalledWith({ event: 'x', data: 'hello', id: '5' }, SCOPE)
    expect(log).toEqual(['connected', 'stale', 'removed 9'])
  })

  it('is nothing when parse says null', async () => {
    const { log, last } = await listen({ parse: () => null })
    await last().send('data: hello\n\n')
    expect(log).toEqual(['connected'])
  })

  it('is stale when parse throws, and the channel stays open', async () => {
    const problem = new Error('no')
    const parse: SseSubscribeOptions['parse'] = ({ data }) => {
      if (data === 'bad') throw problem
      return { type: 'removed', ids: [data] }
    }
    const { log, last, errors } = await listen({ parse })
    await last().send('data: bad\n\ndata: good\n\n')
    expect(log).toEqual(['connected', 'stale', 'removed good'])
    expect(errors).toEqual([problem])
  })

  it('may be that a relay has lost its own source, which is told once', async () => {
    const { log, last } = await listen({ parse: () => ({ type: 'disconnected' }) })
    await last().send('data: x\n\n')
    await last().end()
    expect(log).toEqual(['connected', 'disconnected'])
  })

  it('reaches the others when a listener throws', async () => {
    const { subscribe, last, errors } = setUp()
    const { log, listener } = createLog()
    subscribe(SCOPE, () => {
      throw new Error('mine')
    })
    subscribe(SCOPE, listener)
    await settle()
    await last().send('data: {"type":"changed"}\n\n')
    expect(log).toEqual(['connected', 'changed'])
    expect(errors).toEqual([new Error('mine'), new Error('mine')])
  })
})

describe('a lost connection', () => {
  it.each(['end', 'break'] as const)('is told and made anew: %s', async (how) => {
    const { log, last, calls } = await listen()
    await last()[how]()
    expect(log).toEqual(['connected', 'disconnected'])
    await vi.advanceTimersByTimeAsync(999)
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toHaveLength(2)
    expect(log).toEqual(['connected', 'disconnected', 'connected', 'stale'])
  })

  it('is resumed from the last event, so that nothing is stale', async () => {
    const { log, last } = await listen()
    await last().send('id: é€\ndata: {"type":"changed"}\n\nid: 9\ndata: unfinished\n')
    await last().end()
    await vi.advanceTimersByTimeAsync(1_000)
    const sent = last().headers.get('last-event-id') ?? ''
    const bytes = Uint8Array.from(sent, (byte) => byte.charCodeAt(0))
    expect(new TextDecoder().decode(bytes)).toBe('é€')
    expect(log).toEqual(['connected', 'changed', 'disconnected', 'connected'])
  })

  it('is resumed from an event before the last connection', async () => {
    const { last } = await listen()
    await last().send('id: 5\n\n')
    await last().end()
    await vi.advanceTimersByTimeAsync(1_000)
    await last().end()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(last().headers.get('last-event-id')).toBe('5')
  })

  it('tells nothing that was on its way, which does not hold up the next one', async () => {
    const { network, setOnline } = createNetwork()
    const { log, last } = await listen({ network })
    const sending = last().send('data: {"type":"changed"}\n\n')
    setOnline(false)
    setOnline(true)
    await sending
    expect(log).toEqual(['connected', 'disconnected'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(log).toEqual(['connected', 'disconnected', 'connected', 'stale'])
  })

  it('is noticed by silence', async () => {
    const { log, last, calls } = await listen({ heartbeatTimeoutMs: 5_000 })
    await vi.advanceTimersByTimeAsync(4_999)
    await last().send(':')
    await vi.advanceTimersByTimeAsync(4_999)
    expect(log).toEqual(['connected'])
    await vi.advanceTimersByTimeAsync(1)
    expect(log).toEqual(['connected', 'disconnected'])
    expect(calls[0]?.isCancelled).toBe(true)
    expect(calls[0]?.init.signal?.aborted).toBe(true)
  })

  it('is not noticed where silence is trusted', async () => {
    const { log } = await listen({ heartbeatTimeoutMs: null })
    await vi.advanceTimersByTimeAsync(86_400_000)
    expect(log).toEqual(['connected'])
  })

  it('is given up and tried again when no answer comes', async () => {
    const { log, calls } = await listen({}, ['hang'])
    await vi.advanceTimersByTimeAsync(60_999)
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(log).toEqual(['connected'])
  })
})

describe('the wait before a new attempt', () => {
  /** Waits between the attempts at a backend that never answers. */
  async function waits(options: Partial<SseSubscribeOptions>, count: number) {
    const at: number[] = []
    const start = Date.now()
    const { stop } = await listen({
      ...options,
      fetch: async () => {
        at.push(Date.now() - start)
        throw new TypeError('fetch failed')
      },
    })
    while (at.length <= count) await vi.advanceTimersToNextTimerAsync()
    stop()
    return at.slice(1).map((time, index) => time - (at[index] ?? 0))
  }

  it('is drawn from a range that doubles up to the bound', async () => {
    const bounds = { minDelayMs: 1_000, maxDelayMs: 20_000 }
    expect(await waits({ ...bounds, random: () => 0 }, 4)).toEqual([1_000, 1_000, 1_000, 1_000])
    expect(await waits({ ...bounds, random: () => 0.5 }, 4)).toEqual([4_500, 8_500, 10_500, 10_500])
  })

  it('is never shorter than the least, also where the longest one is', async () => {
    const bounds = { minDelayMs: 5_000, maxDelayMs: 1_000 }
    expect(await waits({ ...bounds, random: () => 0.5 }, 2)).toEqual([5_000, 5_000])
  })

  it('backs off from a least wait of nothing too', async () => {
    const spread = await waits({ minDelayMs: 0, maxDelayMs: 10_000, random: () => 0.5 }, 4)
    expect(spread).toEqual([1_000, 2_000, 4_000, 5_000])
  })

  it('begins anew after a connection that lasted ten seconds, not after a shorter one', async () => {
    const { last, calls } = await listen({ random: () => 0.5 }, ['network error', 'network error'])
    await vi.advanceTimersByTimeAsync(4_500 + 8_500)
    expect(calls).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(9_999)
    await last().end()
    await vi.advanceTimersByTimeAsync(16_499)
    expect(calls).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(10_000)
    await last().end()
    await vi.advanceTimersByTimeAsync(2_500)
    expect(calls).toHaveLength(5)
  })

  it('is no shorter than the stream asks for, for every later attempt', async () => {
    const { last, calls } = await listen({}, ['stream', 'network error'])
    await last().send('retry: 30000\n')
    await last().end()
    await vi.advanceTimersByTimeAsync(29_999)
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(calls).toHaveLength(2)
  })

  it('is what setTimeout can take when the stream asks for more', async () => {
    const delays: number[] = []
    const { last } = await listen({
      schedule(run, delayMs) {
        delays.push(delayMs)
        const timer = setTimeout(run, delayMs)
        return () => clearTimeout(timer)
      },
    })
    await last().send('retry: 99999999999999999999\n')
    await last().end()
    expect(delays.at(-1)).toBe(2 ** 31 - 1)
  })

  it('is no shorter than Retry-After, and spread over a fifth of it', async () => {
    const refusal = new Response('busy', { status: 503, headers: { 'retry-after': '100' } })
    const { calls } = await listen({ random: () => 0.5 }, [refusal])
    await vi.advanceTimersByTimeAsync(109_999)
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toHaveLength(2)
  })
})

describe('a refusal', () => {
  it.each([204, 401, 403])('of %i ends the attempts', async (status) => {
    const { log, calls } = await listen({}, [new Response(null, { status })])
    expect(vi.getTimerCount()).toBe(0)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(calls).toHaveLength(1)
    expect(log).toEqual([])
  })

  it('after a good connection is told as disconnected, once', async () => {
    const { log, last } = await listen({}, ['stream', new Response(null, { status: 401 })])
    await last().end()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(log).toEqual(['connected', 'disconnected'])
  })

  it.each([404, 429, 500, 503])('of %i is asked again', async (status) => {
    const { log, calls } = await listen({}, [new Response(null, { status })])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(calls).toHaveLength(2)
    expect(log).toEqual(['connected'])
  })

  it('by a page instead of a stream ends the attempts and is told to the host', async () => {
    const page = new Response('<p>', { headers: { 'content-type': 'text/html' } })
    const { log, calls, errors } = await listen({}, [page])
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(calls).toHaveLength(1)
    expect(log).toEqual([])
    expect(String(errors)).toContain('No event stream at `url`')
  })

  it('holds until somebody subscribes again, which serves the others too', async () => {
    const { log, subscribe } = await listen({}, [new Response(null, { status: 401 })])
    const second = createLog()
    subscribe(SCOPE, second.listener)
    await settle()
    expect([log, second.log]).toEqual([['connected'], ['connected']])
  })
})

describe("the host's functions", () => {
  it.each<[name: string, options: Partial<SseSubscribeOptions>]>([
    ['url', { url: () => Promise.reject(new Error('later')) }],
    [
      'headers',
      {
        headers: () => {
          throw new Error('later')
        },
      },
    ],
  ])('may fail, which is told and tried again: %s', async (_, options) => {
    const { calls, errors } = await listen(options)
    expect(errors).toEqual([new Error('later')])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(errors).toHaveLength(2)
    expect(calls).toHaveLength(0)
  })
})

describe('unsubscribing', () => {
  it('at once asks the host for nothing', async () => {
    const url = vi.fn(() => '/events')
    const { subscribe, calls } = setUp({ url })
    subscribe(SCOPE, () => {})()
    await settle()
    expect(url).not.toHaveBeenCalled()
    expect(calls).toHaveLength(0)
  })

  it("leaves it untold that one of the host's functions fails later", async () => {
    const { stop, errors } = await listen({
      headers: () => new Promise((_, reject) => setTimeout(reject, 1_000)),
    })
    stop()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(errors).toEqual([])
  })

  it('ends the request at once, even where fetch does not heed its signal', async () => {
    const { last, stop, log } = await listen()
    stop()
    await settle()
    expect(last().init.signal?.aborted).toBe(true)
    expect(last().isCancelled).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    expect(log).toEqual(['connected'])
  })

  it('ends an answer that comes too late', async () => {
    const { subscribe, last } = setUp()
    const { log, listener } = createLog()
    const stop = subscribe(SCOPE, listener)
    await Promise.resolve()
    stop()
    await settle()
    expect(last().isCancelled).toBe(true)
    expect(log).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends what is on its way', async () => {
    const { last, stop, log } = await listen()
    const sending = last().send('data: {"type":"changed"}\n\n')
    stop()
    await sending
    expect(log).toEqual(['connected'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends the waiting', async () => {
    const { stop, calls, log } = await listen({}, ['network error'])
    stop()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(calls).toHaveLength(1)
    expect(log).toEqual([])
  })

  it('from inside a listener leaves the rest of the news untold', async () => {
    const { subscribe, last } = setUp()
    const log: string[] = []
    const stop = subscribe(SCOPE, (event) => {
      log.push(event.type)
      if (event.type === 'changed') stop()
    })
    await settle()
    await last().send('data: {"type":"changed"}\n\ndata: {"type":"changed"}\n\n')
    expect(log).toEqual(['connected', 'changed'])
    expect(last().isCancelled).toBe(true)
  })

  it('takes one listener away from another who hears of the same event', async () => {
    const { subscribe } = setUp()
    const { log, listener } = createLog()
    subscribe(SCOPE, () => stopSecond())
    const stopSecond = subscribe(SCOPE, listener)
    await settle()
    expect(log).toEqual([])
  })

  it('twice is as good as once', async () => {
    const { subscribe, last } = setUp()
    const { log, listener } = createLog()
    const stop = subscribe(SCOPE, () => {})
    subscribe(SCOPE, listener)
    await settle()
    stop()
    stop()
    await last().send('data: {"type":"changed"}\n\n')
    expect(log).toEqual(['connected', 'changed'])
  })
})

describe('several listeners', () => {
  it('of one scope share one connection, which the last one ends', async () => {
    const { subscribe, calls, last } = setUp()
    const [one, other] = [createLog(), createLog()]
    const stopOne = subscribe({ companyId: '7', region: 'eu' }, one.listener)
    const stopOther = subscribe({ region: 'eu', companyId: '7' }, other.listener)
    await settle()
    stopOne()
    await last().send('data: {"type":"changed"}\n\n')
    expect(calls).toHaveLength(1)
    expect([one.log, other.log]).toEqual([['connected'], ['connected', 'changed']])
    stopOther()
    await settle()
    expect(last().isCancelled).toBe(true)
  })

  it('of two scopes have two connections', async () => {
    const { subscribe, calls } = setUp({ url: ({ companyId }) => `/${companyId}` })
    subscribe({ companyId: '7' }, () => {})
    subscribe({ companyId: '8' }, () => {})
    await settle()
    expect(calls.map(({ url }) => url)).toEqual(['/7', '/8'])
  })

  it('learn that the channel is open when they come late, but not before they have their way out', async () => {
    const { subscribe, log } = await listen()
    const late = createLog()
    subscribe(SCOPE, late.listener)
    expect(late.log).toEqual([])
    await settle()
    expect([log, late.log]).toEqual([['connected'], ['connected']])
  })

  it('do not hear that it is open when it has been lost meanwhile', async () => {
    const { network, setOnline } = createNetwork()
    const { subscribe } = await listen({ network })
    const late = createLog()
    subscribe(SCOPE, late.listener)
    setOnline(false)
    await settle()
    expect(late.log).toEqual(['disconnected'])
  })

  it('hear nothing when they leave at once', async () => {
    const { subscribe } = await listen()
    const late = createLog()
    subscribe(SCOPE, late.listener)()
    await settle()
    expect(late.log).toEqual([])
  })

  it('may be the same function twice', async () => {
    const { subscribe, last } = setUp()
    const { log, listener } = createLog()
    const stop = subscribe(SCOPE, listener)
    subscribe(SCOPE, listener)
    await settle()
    stop()
    await last().send('data: {"type":"changed"}\n\n')
    expect(log).toEqual(['connected', 'connected', 'changed'])
  })

  it('begin a new connection after the last one has left', async () => {
    const { subscribe, stop, calls, last } = await listen()
    await last().send('id: 5\n\n')
    stop()
    const { log, listener } = createLog()
    subscribe(SCOPE, listener)
    await settle()
    expect(calls).toHaveLength(2)
    expect(last().headers.has('last-event-id')).toBe(false)
    expect(log).toEqual(['connected'])
  })
})

describe('without a network', () => {
  it('nothing is sent before it comes', async () => {
    const { network, setOnline } = createNetwork(false)
    const { calls, log } = await listen({ network })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(calls).toHaveLength(0)
    setOnline(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(log).toEqual(['connected'])
  })

  it('an open channel is given up, and made anew soon after', async () => {
    const { network, setOnline } = createNetwork()
    const { calls, log } = await listen({ network })
    setOnline(false)
    expect(log).toEqual(['connected', 'disconnected'])
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(calls).toHaveLength(1)
    setOnline(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(log).toEqual(['connected', 'disconnected', 'connected', 'stale'])
  })

  it('a long wait is cut short when it comes back', async () => {
    const { network, setOnline } = createNetwork()
    const { calls } = await listen({ network, random: () => 0.999 }, [
      'network error',
      'network error',
      'network error',
    ])
    await vi.advanceTimersByTimeAsync(8_000 + 16_000)
    expect(calls).toHaveLength(3)
    setOnline(false)
    setOnline(true)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(calls).toHaveLength(4)
  })

  it('a wait that the backend asked for is not', async () => {
    const { network, setOnline } = createNetwork()
    const refusal = new Response(null, { status: 429, headers: { 'retry-after': '60' } })
    const { calls } = await listen({ network }, [refusal])
    setOnline(false)
    setOnline(true)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toHaveLength(2)
  })

  it('a channel that was given up stays so', async () => {
    const { network, setOnline } = createNetwork()
    const { calls } = await listen({ network }, [new Response(null, { status: 403 })])
    setOnline(false)
    setOnline(true)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(calls).toHaveLength(1)
  })

  it('nobody listens to it any longer after the last listener has left', async () => {
    const { network, listeners } = createNetwork()
    const { stop } = await listen({ network })
    expect(listeners.size).toBe(1)
    stop()
    expect(listeners.size).toBe(0)
  })
})
