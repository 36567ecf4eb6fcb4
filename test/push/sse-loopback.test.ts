import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSseSubscribe } from '../../src/push/sse.js'
import { createLog, SCOPE } from './support.js'

const requests: IncomingMessage[] = []
const answers: ServerResponse[] = []
let closed = 0
let handle: (request: IncomingMessage, response: ServerResponse) => void
const server = createServer((request, response) => {
  requests.push(request)
  answers.push(response)
  response.on('close', () => {
    closed += 1
  })
  handle(request, response)
})
let url = ''
let stop = () => {}

function openStream(_: unknown, response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
}

beforeEach(async () => {
  requests.length = 0
  answers.length = 0
  closed = 0
  handle = openStream
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  url = `http://127.0.0.1:${address.port}/events`
})

afterEach(async () => {
  stop()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

function listen() {
  const { log, listener } = createLog()
  const headers = { authorization: 'Bearer abc' }
  const subscribe = createSseSubscribe({ url, headers, minDelayMs: 1, maxDelayMs: 5 })
  stop = subscribe(SCOPE, listener)
  return log
}

const until = (log: string[], expected: string[]) =>
  vi.waitFor(() => expect(log).toEqual(expected), { interval: 5 })

describe('a real event stream', () => {
  it('brings news over a real connection, cut inside a character', async () => {
    const log = listen()
    await until(log, ['connected'])
    const bytes = Buffer.from('id: 1\r\ndata: {"type":"removed","ids":["é😀"]}\r\n\r\n')
    const middle = bytes.indexOf('😀') + 2
    answers[0]?.write(bytes.subarray(0, middle))
    await new Promise((done) => answers[0]?.write('', done))
    answers[0]?.write(bytes.subarray(middle))
    await until(log, ['connected', 'removed é😀'])
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer abc',
      accept: 'text/event-stream',
    })
  })

  it('is resumed after the server broke off', async () => {
    const log = listen()
    await until(log, ['connected'])
    answers[0]?.write('id: é1\ndata: {"type":"changed"}\n\n')
    await until(log, ['connected', 'changed'])
    answers[0]?.destroy()
    await until(log, ['connected', 'changed', 'disconnected', 'connected'])
    const sent = Buffer.from(String(requests[1]?.headers['last-event-id']), 'latin1')
    expect(sent.toString('utf8')).toBe('é1')
  })

  it('is closed for the server too when the listener leaves', async () => {
    const log = listen()
    await until(log, ['connected'])
    stop()
    await vi.waitFor(() => expect(closed).toBe(1), { interval: 5 })
    expect(log).toEqual(['connected'])
  })

  it('is found again after refusals', async () => {
    handle = (request, response) => {
      if (requests.length === 3) openStream(request, response)
      else response.writeHead(503).end('busy')
    }
    const log = listen()
    await until(log, ['connected'])
    expect(requests).toHaveLength(3)
  })
})
