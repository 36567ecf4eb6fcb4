import { vi } from 'vitest'
import type { JobEvent } from '../../src/core/client.js'
import type { PushNetwork } from '../../src/push/sse.js'

export const SCOPE = { companyId: '7' }

/** Notes events in one word each: `removed 1,2` names its ids. */
export function createLog() {
  const log: string[] = []
  return {
    log,
    listener: (event: JobEvent) => {
      log.push(event.type === 'removed' ? `removed ${event.ids.join()}` : event.type)
    },
  }
}

/** Lets everything happen that waits for no timer. */
export const settle = () => vi.advanceTimersByTimeAsync(0)

export function createNetwork(online = true) {
  const listeners = new Set<() => void>()
  const network: PushNetwork = {
    isOnline: () => online,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const setOnline = (next: boolean) => {
    online = next
    for (const listener of [...listeners]) listener()
  }
  return { network, listeners, setOnline }
}

/** One request for an event stream, whose answer the test writes. */
export interface StreamCall {
  readonly url: string
  readonly init: RequestInit
  readonly headers: Headers
  /** Whether the reader has gone. */
  isCancelled: boolean
  /** Sends text. */
  send(text: string): Promise<void>
  /** Ends the stream. */
  end(): Promise<void>
  /** Breaks the connection. */
  break(): Promise<void>
}

type Answer = 'stream' | 'hang' | 'network error' | Response

/** A `fetch` that answers with streams, or with what the test queues; it does not heed its signal. */
export function createStreamFetch(answers: Answer[] = []) {
  const calls: StreamCall[] = []
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const encoder = new TextEncoder()
    let stream: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        stream = controller
      },
      cancel() {
        call.isCancelled = true
      },
    })
    const call: StreamCall = {
      url,
      init,
      headers: new Headers(init.headers),
      isCancelled: false,
      async send(text) {
        stream?.enqueue(encoder.encode(text))
        await settle()
      },
      async end() {
        stream?.close()
        await settle()
      },
      async break() {
        stream?.error(new TypeError('network error'))
        await settle()
      },
    }
    calls.push(call)
    const answer = answers.shift() ?? 'stream'
    if (answer === 'hang') return new Promise(() => {})
    if (answer === 'network error') throw new TypeError('fetch failed')
    if (answer !== 'stream') return answer
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
  }
  return {
    fetch,
    calls,
    /** The latest request. */
    last(): StreamCall {
      const call = calls.at(-1)
      if (call === undefined) throw new Error('nothing was sent')
      return call
    },
  }
}
