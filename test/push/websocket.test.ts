import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createWebSocketSubscribe,
  type WebSocketLike,
  type WebSocketSubscribeOptions,
} from '../../src/push/websocket.js'
import { createLog, createNetwork, SCOPE, settle } from './support.js'

/** A socket whose server is the test. It goes on talking after `close`, as a bad one might. */
class FakeSocket implements WebSocketLike {
  static made: FakeSocket[] = []
  static get last(): FakeSocket {
    const socket = FakeSocket.made.at(-1)
    if (socket === undefined) throw new Error('no socket was made')
    return socket
  }

  binaryType = 'blob'
  onopen: ((event: object) => void) | null = null
  onmessage: ((event: { readonly data: string | ArrayBuffer }) => void) | null = null
  onclose: ((event: { readonly code: number }) => void) | null = null
  onerror: ((event: object) => void) | null = null
  readonly sent: string[] = []
  isClosed = false

  constructor(
    readonly url: string,
    readonly protocols?: string | string[],
  ) {
    FakeSocket.made.push(this)
  }

  send(text: string) {
    this.sent.push(text)
  }

  close() {
    this.isClosed = true
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.made = []
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** One listener on a channel that has opened. */
async function listen(options: Partial<WebSocketSubscribeOptions> = {}) {
  const errors: unknown[] = []
  const subscribe = createWebSocketSubscribe({
    url: 'wss://api.test/live',
    WebSocket: FakeSocket,
    random: () => 0,
    onError: (thrown) => errors.push(thrown),
    ...options,
  })
  const { log, listener } = createLog()
  const stop = subscribe(SCOPE, listener)
  await settle()
  FakeSocket.made[0]?.onopen?.({})
  await settle()
  return { subscribe, log, stop, errors }
}

describe('the address', () => {
  it.each([
    ['wss://api.test/live?a=1', 'wss://api.test/live?a=1'],
    ['https://api.test/live', 'wss://api.test/live'],
    ['http://localhost:3000/live', 'ws://localhost:3000/live'],
    ['/live', 'wss://host.test/live'],
    ['live', 'wss://host.test/app/live'],
  ])('may be written as for fetch: %s', async (url, opened) => {
    vi.stubGlobal('location', { href: 'https://host.test/app/jobs?page=1' })
    await listen({ url })
    expect(FakeSocket.last.url).toBe(opened)
  })

  it('is asked for at each attempt, for the ticket in it', async () => {
    let ticket = 0
    await listen({ url: async ({ companyId }) => `wss://x.test/${companyId}?ticket=${++ticket}` })
    FakeSocket.last.onclose?.({ code: 1006 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.made.map(({ url }) => url)).toEqual([
      'wss://x.test/7?ticket=1',
      'wss://x.test/7?ticket=2',
    ])
  })

  it('that makes no sense is told to the host', async () => {
    const { errors, log } = await listen({ url: 'http://' })
    expect(errors).toHaveLength(1)
    expect(log).toEqual([])
  })
})

describe('messages', () => {
  it('are news in the default form', async () => {
    const { log } = await listen()
    FakeSocket.last.onmessage?.({ data: '{"type":"removed","ids":["1"]}' })
    FakeSocket.last.onmessage?.({ data: 'pong' })
    expect(log).toEqual(['connected', 'removed 1'])
  })

  it('in bytes come to parse as an ArrayBuffer', async () => {
    const parse = vi.fn(() => null)
    await listen({ parse })
    const data = new ArrayBuffer(2)
    FakeSocket.last.onmessage?.({ data })
    expect(FakeSocket.last.binaryType).toBe('arraybuffer')
    expect(parse).toHaveBeenCalledWith(data, SCOPE)
  })

  it('after the end are not told', async () => {
    const { log, stop } = await listen()
    stop()
    FakeSocket.last.onmessage?.({ data: '{"type":"changed"}' })
    FakeSocket.last.onclose?.({ code: 1000 })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(log).toEqual(['connected'])
    expect(FakeSocket.made).toHaveLength(1)
  })
})

describe('a closed socket', () => {
  it.each([1000, 1001, 1006, 1011, 1012, 4000])('is made anew after code %i', async (code) => {
    const { log } = await listen()
    FakeSocket.last.onclose?.({ code })
    await vi.advanceTimersByTimeAsync(1_000)
    FakeSocket.last.onopen?.({})
    expect(log).toEqual(['connected', 'disconnected', 'connected', 'stale'])
  })

  it.each([1008, 4401, 4403])('stays closed after code %i', async (code) => {
    const { log } = await listen()
    FakeSocket.last.onclose?.({ code })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(log).toEqual(['connected', 'disconnected'])
    expect(FakeSocket.made).toHaveLength(1)
  })

  it("stays closed after the host's own codes", async () => {
    await listen({ stopCodes: [4000] })
    FakeSocket.last.onclose?.({ code: 4000 })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(FakeSocket.made).toHaveLength(1)
  })

  it('is made anew after an error alone, which is all that some say', async () => {
    await listen()
    FakeSocket.last.onerror?.({})
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.made).toHaveLength(2)
  })

  it('is made anew once after an error and a close', async () => {
    await listen()
    FakeSocket.last.onerror?.({})
    FakeSocket.last.onclose?.({ code: 1006 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.made).toHaveLength(2)
  })
})

describe('a sign of life', () => {
  it('is not waited for where nobody asks for one', async () => {
    const { log } = await listen()
    await vi.advanceTimersByTimeAsync(86_400_000)
    expect(log).toEqual(['connected'])
  })

  it('is asked for after half of the silence; without it the connection is dead', async () => {
    const { log } = await listen({ ping: '{"type":"ping"}', heartbeatTimeoutMs: 10_000 })
    const [first] = FakeSocket.made
    await vi.advanceTimersByTimeAsync(5_000)
    expect(first?.sent).toEqual(['{"type":"ping"}'])
    first?.onmessage?.({ data: '{"type":"pong"}' })
    await vi.advanceTimersByTimeAsync(9_999)
    expect(first?.sent).toHaveLength(2)
    expect(log).toEqual(['connected'])
    await vi.advanceTimersByTimeAsync(1)
    expect(log).toEqual(['connected', 'disconnected'])
    expect(first?.isClosed).toBe(true)
  })

  it('is not asked for any longer when the listener has left', async () => {
    const { stop } = await listen({ ping: 'ping' })
    stop()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(FakeSocket.last.sent).toEqual([])
  })

  it('is waited for from the first moment', async () => {
    const subscribe = createWebSocketSubscribe({
      url: 'wss://api.test/live',
      WebSocket: FakeSocket,
      random: () => 0,
      heartbeatTimeoutMs: 10_000,
    })
    subscribe(SCOPE, () => {})
    await vi.advanceTimersByTimeAsync(11_000)
    expect(FakeSocket.made.map(({ isClosed }) => isClosed)).toEqual([true, false])
  })
})

describe('a channel', () => {
  it('opens no socket for a listener who left at once', async () => {
    const subscribe = createWebSocketSubscribe({ url: 'wss://x.test', WebSocket: FakeSocket })
    subscribe(SCOPE, () => {})()
    await settle()
    expect(FakeSocket.made).toHaveLength(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('opens no socket for a listener who left while the host was asked', async () => {
    const { stop } = await listen({
      url: () => new Promise((done) => setTimeout(done, 1_000, 'wss://api.test/live')),
    })
    stop()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.made).toHaveLength(0)
  })

  it('is shared by the listeners of one scope', async () => {
    const { subscribe, log, stop } = await listen()
    const late = createLog()
    const stopLate = subscribe(SCOPE, late.listener)
    await settle()
    stop()
    FakeSocket.last.onmessage?.({ data: '{"type":"changed"}' })
    expect([log, late.log]).toEqual([['connected'], ['connected', 'changed']])
    stopLate()
    expect(FakeSocket.last.isClosed).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is closed without a network and made anew with one', async () => {
    const { network, setOnline } = createNetwork()
    const { log } = await listen({ network })
    setOnline(false)
    expect(FakeSocket.last.isClosed).toBe(true)
    setOnline(true)
    await vi.advanceTimersByTimeAsync(1_000)
    FakeSocket.last.onopen?.({})
    expect(log).toEqual(['connected', 'disconnected', 'connected', 'stale'])
  })
})
