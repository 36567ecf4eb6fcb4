import type { ExportScope } from '../core/job.js'
import type { Attempt, Ending } from './channel/attempt.js'
import { byTimeout } from './channel/channel.js'
import { checkUrl } from './channel/check-url.js'
import { createSubscribe, type Subscribe } from './channel/create-subscribe.js'
import type { PushOptions } from './channel/options.js'
import { readNews } from './channel/read-news.js'

export type { Subscribe } from './channel/create-subscribe.js'
export type { PushNetwork, PushOptions } from './channel/options.js'

/** A message of a WebSocket: text, or bytes. */
export type WebSocketMessage = string | ArrayBuffer

/** The part of a `WebSocket` that is used. */
export interface WebSocketLike {
  /** Set to `arraybuffer`. */
  binaryType: string
  /** Called when the connection is open. */
  onopen: ((event: never) => void) | null
  /** Called with `{ data }` for each message. */
  onmessage: ((event: never) => void) | null
  /** Called with `{ code }` when the connection is over. */
  onclose: ((event: never) => void) | null
  /** Called when the connection fails. */
  onerror: ((event: never) => void) | null
  /** Sends a text. */
  send(text: string): void
  /** Ends the connection, also one that is not open yet. */
  close(): void
}

/** What {@link createWebSocketSubscribe} is made from. */
export interface WebSocketSubscribeOptions extends PushOptions<WebSocketMessage> {
  /**
   * Subprotocols to offer. Browsers let a page send no header with a WebSocket, so an access token
   * travels here, in the address or in the first message. A function is asked before each attempt.
   */
  readonly protocols?:
    | string
    | string[]
    | ((scope: ExportScope) => string | string[] | Promise<string | string[]>)
  /** A text to send as soon as the connection is open; a function is asked before each attempt. */
  readonly firstMessage?: string | ((scope: ExportScope) => string | Promise<string>)
  /**
   * A text that the backend answers, sent after half of `heartbeatTimeoutMs` without a message. A
   * page cannot see the protocol's own pings. Default none.
   */
  readonly ping?: string
  /**
   * Close codes after which no new attempt is made, because this person has no channel. Default
   * 1008, 4401 and 4403.
   */
  readonly stopCodes?: readonly number[]
  /** What opens connections. Default the global `WebSocket`, looked up at each attempt. */
  readonly WebSocket?: new (
    url: string,
    protocols?: string | string[],
  ) => WebSocketLike
}

/** Policy violation, and the codes that carry the HTTP statuses 401 and 403 by custom. */
const STOP_CODES = [1008, 4401, 4403]

/**
 * Makes a `subscribe` for a client whose backend sends its news through a WebSocket.
 *
 * Listeners of one scope share one connection, which ends with the last of them. A lost connection
 * is made anew; it is given up after one of `stopCodes`, until somebody subscribes again.
 *
 * Events: `connected` each time that it opens, `disconnected` when it is lost, and `stale` right after
 * each later `connected`, because a WebSocket does not send what was missed.
 *
 * @throws {Error} In development, without a `url`.
 * @example
 * const client = {
 *   ...createRestClient({ baseUrl: '/api' }),
 *   subscribe: createWebSocketSubscribe({ url: ({ companyId }) => `/api/companies/${companyId}/live` }),
 * }
 */
export function createWebSocketSubscribe(options: WebSocketSubscribeOptions): Subscribe {
  if (process.env.NODE_ENV !== 'production') checkUrl('createWebSocketSubscribe', options)
  const { ping, parse = readNews } = options
  const { heartbeatTimeoutMs = ping === undefined ? null : 60_000 } = options
  const filled = { ...options, heartbeatTimeoutMs, parse }
  return createSubscribe(filled, () => (attempt) => connect(filled, attempt))
}

async function connect(
  options: WebSocketSubscribeOptions,
  attempt: Attempt<WebSocketMessage>,
): Promise<Ending> {
  const { url, protocols, firstMessage, ping, heartbeatTimeoutMs } = options
  const { stopCodes = STOP_CODES, schedule = byTimeout } = options
  const { scope, signal } = attempt
  const address = typeof url === 'function' ? await url(scope) : url
  const offered = typeof protocols === 'function' ? await protocols(scope) : protocols
  const first = typeof firstMessage === 'function' ? await firstMessage(scope) : firstMessage
  signal.throwIfAborted()

  const { WebSocket: Socket = globalThis.WebSocket } = options
  const socket = new Socket(toSocketUrl(address), offered)
  socket.binaryType = 'arraybuffer'
  let cancelPing = () => {}
  signal.onabort = () => {
    cancelPing()
    socket.close()
  }

  function awaitMessage(): void {
    cancelPing()
    if (ping !== undefined && heartbeatTimeoutMs) {
      cancelPing = schedule(() => socket.send(ping), heartbeatTimeoutMs / 2)
    }
  }

  return new Promise((resolve) => {
    socket.onopen = () => {
      if (signal.aborted) return
      if (first !== undefined) socket.send(first)
      awaitMessage()
      attempt.open(false)
    }
    socket.onmessage = ({ data }: { readonly data: WebSocketMessage }) => {
      if (signal.aborted) return
      awaitMessage()
      attempt.alive()
      attempt.receive(data)
    }
    socket.onclose = ({ code }: { readonly code: number }) => {
      resolve(stopCodes.includes(code) ? null : 0)
    }
    // some say no more than this when they cannot connect
    socket.onerror = () => resolve(0)
  })
}

/** Lets an address be written as for `fetch`: older browsers want it whole, with `ws:` or `wss:`. */
function toSocketUrl(address: string): string {
  const url = new URL(address, globalThis.location?.href)
  url.protocol = url.protocol.replace(/^http/, 'ws')
  return url.href
}
