import type { ExportScope } from '../core/job.js'
import type { Connect } from './channel/attempt.js'
import { checkUrl } from './channel/check-url.js'
import { createSubscribe, type Subscribe } from './channel/create-subscribe.js'
import type { PushOptions } from './channel/options.js'
import { readNews } from './channel/read-news.js'
import { createSseParser, type SseMessage } from './sse/sse-parser.js'

export type { Subscribe } from './channel/create-subscribe.js'
export type { PushNetwork, PushOptions } from './channel/options.js'
export type { SseMessage } from './sse/sse-parser.js'

/** What {@link createSseSubscribe} is made from. */
export interface SseSubscribeOptions extends PushOptions<SseMessage> {
  /** Headers of every attempt, such as the access token; a function is asked before each one. */
  readonly headers?: HeadersInit | ((scope: ExportScope) => HeadersInit | Promise<HeadersInit>)
  /** Whether cookies travel. Default `same-origin`. */
  readonly credentials?: RequestCredentials
  /** What sends the request. Default the global `fetch`, looked up at each attempt. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** There is no channel for this person: asking again changes nothing. */
const STOP_STATUSES = [204, 401, 403]

const NOT_A_STREAM =
  '[react-export-jobs] No event stream at `url`, so jobs are polled. Correct `url`.'

/**
 * Makes a `subscribe` for a client whose backend sends its news as server-sent events.
 *
 * It reads the stream through `fetch`, because `EventSource` cannot send an access token. Listeners
 * of one scope share one connection, which ends with the last of them. A lost connection is made
 * anew, with the last event id; it is given up when the backend answers 204, 401, 403 or 200 without
 * an event stream, until somebody subscribes again.
 *
 * Events: `connected` each time that it opens, `disconnected` when it is lost, `stale` right after a
 * `connected` when the stream names no event ids, so that the backend cannot send what was missed.
 *
 * @throws {Error} In development, without a `url`.
 * @example
 * const client = {
 *   ...createRestClient({ baseUrl: '/api' }),
 *   subscribe: createSseSubscribe({ url: ({ companyId }) => `/api/companies/${companyId}/events` }),
 * }
 */
export function createSseSubscribe(options: SseSubscribeOptions): Subscribe {
  if (process.env.NODE_ENV !== 'production') checkUrl('createSseSubscribe', options)
  const { parse = ({ data }) => readNews(data) } = options
  return createSubscribe({ ...options, parse }, () => createConnect(options))
}

function createConnect({ url, headers, ...options }: SseSubscribeOptions): Connect<SseMessage> {
  let lastEventId = ''

  return async (attempt) => {
    const { scope, signal } = attempt
    const isResumed = lastEventId !== ''
    const address = typeof url === 'function' ? await url(scope) : url
    const sent = new Headers(typeof headers === 'function' ? await headers(scope) : headers)
    sent.set('accept', 'text/event-stream')
    if (isResumed) sent.set('last-event-id', toHeaderText(lastEventId))

    const { credentials, fetch: send = globalThis.fetch } = options
    const init: RequestInit = { headers: sent, credentials, cache: 'no-store', signal }
    const answer = await send(address, init).catch(() => null)
    if (!answer) return 0
    const { status, headers: heads, body } = answer
    const reader = body?.getReader()
    const cancel = () => reader?.cancel().catch(() => {})
    // a fetch that does not heed its signal is ended all the same
    signal.onabort = cancel
    if (signal.aborted) cancel()

    if (STOP_STATUSES.includes(status)) return null
    if (status !== 200 || !reader) return Number(heads.get('retry-after')) * 1_000 || 0
    if (!/^text\/event-stream/i.test(heads.get('content-type') ?? '')) {
      attempt.report(new Error(NOT_A_STREAM))
      return null
    }

    attempt.open(isResumed)
    const read = createSseParser(lastEventId, attempt.receive, attempt.setRetry)
    for (;;) {
      const piece = await reader.read().catch(() => null)
      if (!piece?.value) return 0
      attempt.alive()
      lastEventId = read(piece.value)
    }
  }
}

/** A header carries bytes, an id any text: its UTF-8, one character for each byte. */
function toHeaderText(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}
