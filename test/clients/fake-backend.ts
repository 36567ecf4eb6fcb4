import type { JobListQuery } from '../../src/core/list-query.js'
import { NO_FILTERS } from '../../src/core/list-query.js'

/** A request as a fake backend saw it. */
export interface SeenRequest {
  verb: string
  url: URL
  headers: Headers
  init: RequestInit
  /** The body as JSON, or as text when it is none. */
  body: unknown
}

type Respond = (request: SeenRequest, index: number) => Response | Promise<Response>

/** A `fetch` that notes what it was asked and answers what the test wants. */
export function createFakeBackend(respond: Respond) {
  const requests: SeenRequest[] = []
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const text = init.body === null || init.body === undefined ? undefined : String(init.body)
    const request = {
      verb: init.method ?? 'GET',
      url: new URL(address, 'https://api.test'),
      headers: new Headers(init.headers),
      init,
      body: parse(text),
    }
    requests.push(request)
    return respond(request, requests.length - 1)
  }
  return {
    fetch,
    requests,
    /** The last request. */
    get last(): SeenRequest {
      const request = requests.at(-1)
      if (request === undefined) throw new Error('no request was sent')
      return request
    },
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init)
}

/** The least that a job of the default contract holds. */
export function wireJob(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return { id: 1, status: 'pending', created_at: '2026-11-23T14:04:08Z', ...overrides }
}

/** One page of the default contract. */
export function wirePage(results: unknown, overrides: Record<string, unknown> = {}) {
  const total = Array.isArray(results) ? results.length : 0
  return { results, page: 0, page_size: 20, total, total_pages: 1, ...overrides }
}

export function listQuery({
  filters,
  ...overrides
}: Partial<Omit<JobListQuery, 'filters'>> & {
  filters?: Partial<JobListQuery['filters']>
} = {}): JobListQuery {
  return {
    page: 0,
    cursor: null,
    pageSize: 20,
    ordering: [{ field: 'createdAt', direction: 'desc' }],
    timeZone: 'UTC',
    filters: { ...NO_FILTERS, ...filters },
    ...overrides,
  }
}

export function requestOptions(scope: Record<string, string> = { companyId: '7' }) {
  return { scope, signal: new AbortController().signal }
}

/** What a promise rejects with; fails when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (thrown) {
    return thrown
  }
  throw new Error('it should have rejected')
}
