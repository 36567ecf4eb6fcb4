import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportHandler } from './handler.js'

/** What connect, Express and Vite call with a request. */
export type NodeMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/**
 * Makes a middleware of a handler: for Vite's `server.middlewares.use`, connect or Express.
 *
 * Requests for other addresses go to `next`. Bodies are streamed; when the client goes away, the
 * request is aborted. A broken connection is one: the socket is destroyed.
 */
export function createNodeMiddleware(handler: ExportHandler): NodeMiddleware {
  return (incoming, outgoing, next) => {
    const url = addressOf(incoming)
    if (url === null || !handler.matches(url)) return next()
    void answer(handler, url, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.destroyed || outgoing.headersSent) outgoing.destroy()
      else next(error)
    })
  }
}

async function answer(
  handler: ExportHandler,
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  const response = await handler.fetch(toRequest(url, incoming, gone.signal))
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  outgoing.statusCode = response.status
  outgoing.setHeaders(response.headers)
  if (response.body === null) {
    outgoing.end()
    return
  }
  await pipeline(Readable.from(chunksOf(response.body)), outgoing)
}

function addressOf(incoming: IncomingMessage): URL | null {
  // Connect cuts the mount path off `url` and keeps the whole in `originalUrl`.
  const original = 'originalUrl' in incoming ? incoming.originalUrl : undefined
  const path = typeof original === 'string' ? original : incoming.url
  const base = `http://${incoming.headers.host ?? 'localhost'}`
  return path !== undefined && URL.canParse(path, base) ? new URL(path, base) : null
}

function toRequest(url: URL, incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const single of Array.isArray(value) ? value : [value ?? '']) headers.append(name, single)
  }
  const method = incoming.method ?? 'GET'
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal })
  const init = { method, headers, signal, body: bodyOf(incoming), duplex: 'half' } as const
  return new Request(url, init)
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
  })
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
