import type { RequestOptions } from '../../core/client.js'
import { ExportJobsError, isExportJobsError, toExportJobsError } from '../../core/errors.js'
import type { RestClientOptions } from './options.js'
import { readBody } from './read-body.js'
import { readError } from './read-error.js'

/** One request. */
export interface Call {
  /** The client method, named in messages. */
  readonly method: string
  /** HTTP verb. */
  readonly verb: string
  /** Full address. */
  readonly url: string
  /** What the caller gave. */
  readonly options: RequestOptions
  /** How the browser's cache takes part. */
  readonly cache: RequestCache
  /** Headers besides the host's. */
  readonly headers?: Readonly<Record<string, string>>
  /** Body; forms are sent as they are, anything else as JSON. */
  readonly body?: unknown
  /** Refusals that the caller handles itself. */
  readonly accepts?: readonly number[]
}

/** One answer, read to its end. */
export interface Answer extends Pick<Call, 'method'> {
  /** HTTP status. */
  readonly status: number
  /** The headers that can be read. */
  readonly headers: Headers
  /** Where the answer came from. */
  readonly url: string
  /** The body as text. */
  readonly text: string
  /** The body as JSON, or `undefined` when it is none. */
  readonly body: unknown
}

/** Makes the function that sends requests and rejects with nothing but `ExportJobsError`. */
export function createTransport(options: RestClientOptions): (call: Call) => Promise<Answer> {
  const { onUnauthenticated, errorCodes = {}, timeoutMs = 30_000 } = options
  let renewals = 0
  let renewal: Promise<boolean> | null = null

  function renew(): Promise<boolean> {
    renewal ??= Promise.resolve()
      .then(() => onUnauthenticated?.())
      .then(
        (answer) => answer !== false,
        () => false,
      )
      .finally(() => {
        renewals += 1
        renewal = null
      })
    return renewal
  }

  async function exchange(call: Call, signal: AbortSignal): Promise<Answer> {
    const seen = renewals
    const first = await request(call, signal)
    if (first.status !== 401 || onUnauthenticated === undefined) return first
    // a request that left before the last renewal only has to be sent again
    const isRenewed = renewals > seen || (await renew())
    return isRenewed ? request(call, signal) : first
  }

  async function request(call: Call, signal: AbortSignal): Promise<Answer> {
    const init: RequestInit = {
      method: call.verb,
      headers: await requestHeaders(call, options.headers),
      body: requestBody(call.body),
      cache: call.cache,
      credentials: options.credentials ?? 'same-origin',
      keepalive: call.options.keepalive ?? false,
      signal,
    }
    signal.throwIfAborted()
    const send = options.fetch ?? globalThis.fetch
    const response = await send(call.url, init)
    const text = await readBody(response, options.maxResponseBytes ?? 5_000_000, call.method)
    return {
      method: call.method,
      status: response.status,
      headers: response.headers,
      url: response.url || call.url,
      text,
      body: parseJson(text),
    }
  }

  return async (call) => {
    const answer = await withDeadline(call, timeoutMs, (signal) => exchange(call, signal))
    const isWanted = answer.status >= 200 && answer.status < 300
    if (isWanted || call.accepts?.includes(answer.status)) return answer
    throw readError(answer, errorCodes)
  }
}

/** Settles as soon as the caller aborts or time is up, even where `fetch` does not heed its signal. */
async function withDeadline(
  { method, options: { signal } }: Call,
  timeoutMs: number,
  run: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController()
  let stop: (code: 'aborted' | 'timeout', message: string) => void = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = (code, message) => {
      reject(new ExportJobsError(code, { message: `${method} ${message}` }))
      controller.abort()
    }
  })
  const abort = () => stop('aborted', 'was aborted by its caller.')
  const timer = setTimeout(() => stop('timeout', `got no answer in ${timeoutMs} ms.`), timeoutMs)
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  try {
    return await Promise.race([stopped, signal.aborted ? stopped : run(controller.signal)])
  } catch (thrown) {
    const error = toExportJobsError(thrown, method)
    if (error === thrown || error.code !== 'bad_response') throw error
    throw new ExportJobsError('offline', {
      message: `${method} could not reach the backend. The network, CORS or the address may be why.`,
      cause: thrown,
    })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

async function requestHeaders(
  { method, headers, body }: Call,
  own: RestClientOptions['headers'],
): Promise<Headers> {
  const result = new Headers({ accept: 'application/json, application/problem+json', ...headers })
  if (body !== undefined && !isForm(body)) result.set('content-type', 'application/json')
  try {
    const given = new Headers(typeof own === 'function' ? await own() : own)
    given.forEach((value, name) => {
      result.set(name, value)
    })
  } catch (thrown) {
    if (isExportJobsError(thrown)) throw thrown
    throw new ExportJobsError('unauthenticated', {
      message: `${method} was not sent, because the client's headers option failed.`,
      cause: thrown,
    })
  }
  return result
}

function isForm(body: unknown): body is URLSearchParams | FormData {
  return body instanceof URLSearchParams || body instanceof FormData
}

function requestBody(body: unknown): BodyInit | null {
  if (body === undefined) return null
  return isForm(body) ? body : JSON.stringify(body)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // the engine's own error would quote the text, which may hold a signed link
    return undefined
  }
}
