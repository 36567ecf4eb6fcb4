import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ExportBackend } from '../backend/backend.js'
import type { Fault, FaultResponse, Operation } from '../backend/faults.js'
import { BackendRefusal } from '../backend/refusal.js'
import { mathershipDialect } from '../dialects/mathership/dialect.js'
import type { GeneratedFile } from '../files/write-file.js'
import { abortableDelay } from './abortable-delay.js'
import { allowOrigin, answerPreflight, isPreflight } from './cors.js'
import type { Dialect, DialectAnswer, DialectCall } from './dialect.js'
import { findRoute, placeOf, type RouteMatch } from './route.js'
import { type FilePace, fileResponse, serveFile } from './serve-file.js'

/** How a backend is put on the wire. */
export interface ExportHandlerOptions {
  /** The backend. */
  readonly backend: ExportBackend
  /** The wire format. Default Mathership's. */
  readonly dialect?: Dialect
  /** Where the API lives: a path, or an address with its origin. Default `/api`. */
  readonly apiBase?: string
  /** Where the files live: a path, or an address with its origin. Default `/files`. */
  readonly filesBase?: string
  /** Origin put before links to files, such as `https://files.example.com`. Default none. */
  readonly filesOrigin?: string
  /** Says who asks; `null` is answered with 401. Default everybody, unnamed. */
  readonly authenticate?: (request: Request) => { readonly user: string | null } | null
  /** Real milliseconds before each answer; the wait ends when the request is aborted. Default 0. */
  readonly latencyMs?: number
  /** How fast file bodies flow. */
  readonly filePace?: FilePace
  /** Gives a granted file another address than the signed link, such as a blob's. */
  readonly placeFile?: (file: GeneratedFile, lifetimeSeconds: number) => string
  /** Whether pages of other origins may ask, credentials included. Default `false`. */
  readonly cors?: boolean
}

/** A backend on the wire. */
export interface ExportHandler {
  /** The backend. */
  readonly backend: ExportBackend
  /**
   * Answers a request. A broken connection is an answer of type `error`.
   *
   * @throws The signal's reason when the request is aborted.
   */
  fetch(request: Request): Promise<Response>
  /** Whether an address is the API's or a file's. */
  matches(url: string | URL): boolean
}

interface Arrival {
  readonly request: Request
  readonly url: URL
  readonly route: RouteMatch | null
  readonly filePath: string | null
  readonly requestId: string
}

/**
 * Puts a backend on the wire: one function from request to response, which MSW handlers, the Node
 * middleware and `createFetch` wrap.
 */
export function createExportHandler(options: ExportHandlerOptions): ExportHandler {
  const { backend, dialect = mathershipDialect, latencyMs = 0, filePace = {} } = options
  const api = placeOf(options.apiBase ?? '/api')
  const files = placeOf(options.filesBase ?? '/files')
  let requestCount = 0

  async function answer(arrival: Arrival, fault: Fault | null): Promise<Response> {
    const { request, url, filePath, requestId } = arrival
    if (fault?.refuse !== undefined) throw new BackendRefusal(fault.refuse.code, fault.refuse)
    if (fault?.respond !== undefined) return responseOf(fault.respond)
    if (filePath !== null) {
      const { packaging } = dialect
      const query = url.searchParams
      const pace = filePace
      return serveFile(backend, { request, path: filePath, query, packaging, requestId, pace })
    }
    // a signed link is its own right to a file
    const isOpen = options.authenticate === undefined || operationOf(arrival) === 'file'
    const caller = isOpen ? { user: null } : options.authenticate(request)
    if (caller === null) throw new BackendRefusal('unauthenticated')
    if (arrival.route === null) {
      throw new BackendRefusal('not_found', { detail: 'There is nothing at this address.' })
    }
    const { route, id, params } = arrival.route
    const query = url.searchParams
    const call: DialectCall = {
      backend,
      request,
      query,
      id,
      params,
      user: caller.user,
      grant: granter(fault),
    }
    const given = await route.answer(call)
    if (given.file !== undefined) {
      return fileResponse(given.file, request, filePace, given.headers)
    }
    return toResponse(spoil(given, fault), request)
  }

  function granter(fault: Fault | null): DialectCall['grant'] {
    return async (id, fileId, access, wantedSeconds) => {
      const choice = { fileId, packaging: dialect.packaging }
      const lifetimeSeconds = fault?.linkLifetimeSeconds ?? wantedSeconds
      const life = lifetimeSeconds === undefined ? {} : { lifetimeSeconds }
      const grant = backend.grant(id, { ...choice, ...life }, access)
      const link = `${options.filesOrigin ?? files.origin ?? ''}${files.path}${grant.path}?${grant.query}`
      const url =
        options.placeFile === undefined
          ? link
          : options.placeFile(
              await backend.readFile(id, choice),
              lifetimeSeconds ?? grant.expiresInSeconds,
            )
      return { ...grant, url }
    }
  }

  function spoil(given: DialectAnswer, fault: Fault | null): DialectAnswer {
    const rows = fault?.spoilRows === undefined ? null : dialect.rowsOf(given.body)
    if (rows === null) return given
    const spoilt = rows.map((row, index) =>
      fault?.spoilRows?.includes(index) ? dialect.spoilRow(row) : row,
    )
    return { ...given, body: dialect.withRows(given.body, spoilt) }
  }

  function finish(response: Response, { request, requestId }: Arrival): Response {
    // The backend's clock, not the machine's: clients take the time from this header.
    response.headers.set('Date', new Date(backend.clock.now()).toUTCString())
    response.headers.set('X-Request-Id', requestId)
    if (options.cors === true) allowOrigin(response.headers, request)
    return response
  }

  async function respond(arrival: Arrival, fault: Fault | null): Promise<Response> {
    try {
      return await answer(arrival, fault)
    } catch (error) {
      if (!(error instanceof BackendRefusal)) throw error
      const operation = operationOf(arrival)
      return toResponse(dialect.refuse(error, { ...arrival, operation }), arrival.request)
    }
  }

  return {
    backend,
    matches: (given) => {
      const url = new URL(given, 'http://localhost')
      return api.pathWithin(url) !== null || files.pathWithin(url) !== null
    },
    fetch: async (request) => {
      if (options.cors === true && isPreflight(request)) return answerPreflight(request)
      requestCount += 1
      const requestId = `req-${String(requestCount).padStart(6, '0')}`
      const url = new URL(request.url)
      const filePath = files.pathWithin(url)
      const apiPath = api.pathWithin(url)
      const route =
        apiPath === null
          ? null
          : findRoute(dialect.routes, request.method, apiPath, url.searchParams)
      const arrival: Arrival = { request, url, route, filePath, requestId }
      const subject = {
        operation: operationOf(arrival),
        method: request.method,
        path: url.pathname,
        jobId: route?.id || filePath?.split('/')[2] || null,
      }
      const { operation, method, jobId } = subject
      const noteStatus = backend.record({ operation, method, path: withoutSecrets(url), jobId })
      const fault = backend.faults.strike(subject)
      await abortableDelay(latencyMs + (fault?.delayMs ?? 0), request.signal)
      fault?.effect?.(subject)
      if (fault?.networkError === 'before') {
        noteStatus(0)
        return Response.error()
      }
      const response = await respond(arrival, fault)
      request.signal.throwIfAborted()
      if (fault?.networkError === 'after') {
        noteStatus(0)
        return Response.error()
      }
      noteStatus(response.status)
      return finish(response, arrival)
    },
  }
}

function operationOf({ filePath, route }: Arrival): Operation | null {
  if (filePath !== null) return 'file'
  return route?.route.operation ?? null
}

function withoutSecrets(url: URL): string {
  const query = new URLSearchParams(url.searchParams)
  query.delete('signature')
  query.delete('token')
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`
}

function toResponse(answer: DialectAnswer, request: Request): Response {
  const headers = new Headers(answer.headers)
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers })
  const body = JSON.stringify(answer.body)
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  if (answer.hasEtag === true) {
    const etag = `"${bytesToHex(sha256(utf8ToBytes(body))).slice(0, 32)}"`
    headers.set('ETag', etag)
    if (isKnownTag(request.headers.get('If-None-Match'), etag)) {
      headers.delete('Content-Type')
      return new Response(null, { status: 304, headers })
    }
  }
  return new Response(request.method === 'HEAD' ? null : body, { status: answer.status, headers })
}

/** `If-None-Match` compares weakly and may name several tags, or any. */
function isKnownTag(header: string | null, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

function responseOf({ status = 200, headers, body }: FaultResponse): Response {
  if (body === undefined) return new Response(null, { status, headers: { ...headers } })
  if (typeof body === 'string') return new Response(body, { status, headers: { ...headers } })
  return Response.json(body, { status, headers: { ...headers } })
}
