import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createWebSocketSubscribe,
  type WebSocketSubscribeOptions,
} from '../../src/push/websocket.js'
import { createLog, SCOPE } from './support.js'
import { startWebSocketServer } from './websocket-server.js'

let server: Awaited<ReturnType<typeof startWebSocketServer>>
let stop = () => {}

beforeEach(async () => {
  server = await startWebSocketServer()
})

afterEach(async () => {
  stop()
  await server.stop()
})

function listen(options: Partial<WebSocketSubscribeOptions> = {}) {
  const { log, listener } = createLog()
  const { url } = server
  const subscribe = createWebSocketSubscribe({ url, minDelayMs: 1, maxDelayMs: 5, ...options })
  stop = subscribe(SCOPE, listener)
  return log
}

const until = (log: string[], expected: string[]) =>
  vi.waitFor(() => expect(log).toEqual(expected), { interval: 5 })

describe('a real WebSocket', () => {
  it('brings news, and takes protocols and a first message along', async () => {
    const log = listen({
      protocols: ({ companyId }) => ['jobs', `token.${companyId}`],
      firstMessage: async ({ companyId }) => `{"subscribe":"${companyId}"}`,
    })
    await until(log, ['connected'])
    const [socket] = server.sockets
    await vi.waitFor(() => expect(socket?.texts).toEqual(['{"subscribe":"7"}']), { interval: 5 })
    socket?.send('{"type":"changed"}')
    await until(log, ['connected', 'changed'])
    expect(socket?.request.headers['sec-websocket-protocol']).toMatch(/^jobs, ?token\.7$/)
    expect(socket?.request.url).toBe('/live')
  })

  it('is made anew after the server broke off, and what was missed is stale', async () => {
    const log = listen()
    await until(log, ['connected'])
    server.sockets[0]?.destroy()
    await until(log, ['connected', 'disconnected', 'connected', 'stale'])
  })

  it('is made anew after the server went away', async () => {
    const log = listen()
    await until(log, ['connected'])
    server.sockets[0]?.close(1001)
    await until(log, ['connected', 'disconnected', 'connected', 'stale'])
  })

  it('is closed for the server too when the listener leaves', async () => {
    const log = listen()
    await until(log, ['connected'])
    stop()
    await vi.waitFor(() => expect(server.sockets[0]?.isClosed).toBe(true), { interval: 5 })
    expect(log).toEqual(['connected'])
  })
})
