import { EXPORT_COLUMNS } from '../../../mocks/dialects/supabase/export-table.js'
import { PostgrestRefusal } from '../../../mocks/dialects/supabase/postgrest-refusal.js'
import {
  answerTable,
  type PostgrestTable,
} from '../../../mocks/dialects/supabase/postgrest-table.js'

/** A row of the fake table. */
export type FakeRow = Record<string, unknown>

/** A request as the fake saw it. */
export interface SeenRequest {
  method: string
  /** Path and query as they were sent. */
  path: string
  headers: Headers
  /** The body as JSON. */
  body: unknown
  init: RequestInit
}

export interface FakeSupabaseOptions {
  rows?: readonly FakeRow[]
  /** Files in storage, as `bucket/path`. */
  files?: readonly string[]
  /** Row-level security on reading; hides rows. */
  maySee?: (row: FakeRow) => boolean
  /** Row-level security on changing and removing; hides rows too. */
  mayChange?: (row: FakeRow) => boolean
  /** Row-level security on adding; refuses. */
  mayInsert?: (row: FakeRow) => boolean
  /** Whether the page may read `content-range`. */
  exposesCount?: boolean
}

/**
 * A table that holds whatever a test puts into it, behind the mocks' own reading of PostgREST, and as
 * much of storage as signs links. What lives by the clock is the dialect's: see the contract.
 */
export function createFakeSupabase(options: FakeSupabaseOptions = {}) {
  const { maySee = () => true, mayChange = () => true, mayInsert = () => true } = options
  const rows = (options.rows ?? []).map((row) => ({ ...row }))
  const files = new Set(options.files)
  const requests: SeenRequest[] = []
  let now = 1_795_000_000
  let lastId = rows.reduce((last, { id }) => Math.max(last, Number(id)), 0)

  const table: PostgrestTable = {
    name: 'pf_export_requests',
    columns: EXPORT_COLUMNS,
    exposesCount: options.exposesCount !== false,
    rows: () => rows.filter(maySee),
    insert(values) {
      const key = values.idempotency_key
      if (key !== undefined && rows.some((row) => row.idempotency_key === key)) {
        const message = 'duplicate key value violates unique constraint "key"'
        throw new PostgrestRefusal(409, '23505', message)
      }
      const row = { status: 'pending', requested_at: at(now), ...values, id: lastId + 1 }
      if (!mayInsert(row)) {
        const policy = 'new row violates row-level security policy for table "pf_export_requests"'
        throw new PostgrestRefusal(403, '42501', policy)
      }
      lastId += 1
      rows.push(row)
      return row
    },
    update: (row, values) => (mayChange(row) ? Object.assign(row, values) : null),
    remove(row) {
      if (mayChange(row)) rows.splice(rows.indexOf(row), 1)
      return mayChange(row)
    },
  }

  function sign(object: string, { expiresIn }: { expiresIn?: number }): Response {
    if (!files.has(object)) {
      const body = { statusCode: '404', error: 'not_found', message: 'Object not found' }
      return Response.json(body, { status: 400 })
    }
    const token = `${now}.${now + Number(expiresIn)}`
    return Response.json({ signedURL: `/object/sign/${object}?token=${token}` })
  }

  async function fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    init.signal?.throwIfAborted()
    const url = new URL(String(input))
    const request: SeenRequest = {
      method: init.method ?? 'GET',
      path: `${url.pathname}${url.search}`,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      init,
    }
    requests.push(request)
    const signed = /^\/storage\/v1\/object\/sign\/(.+)$/.exec(decodeURI(url.pathname))?.[1]
    if (signed !== undefined) return sign(signed, Object(request.body))
    const { status, headers, body } = answerTable(table, { ...request, query: url.searchParams })
    const hasBody = request.method !== 'HEAD' && body !== undefined
    return new Response(hasBody ? JSON.stringify(body) : null, { status, headers })
  }

  return {
    fetch,
    rows,
    files,
    requests,
    /** Lets seconds pass on the backend's clock. */
    passSeconds(seconds: number) {
      now += seconds
    },
  }
}

const at = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', '+00:00')
