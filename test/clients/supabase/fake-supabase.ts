import { likeMatches, readPredicate, splitList } from './postgrest-grammar.js'

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

/** The columns of the assumed table, and their types as far as they matter here. */
const COLUMNS: Readonly<Record<string, 'int' | 'text' | 'instant' | 'list'>> = {
  id: 'int',
  organization_id: 'text',
  name: 'text',
  export_type: 'text',
  export_format: 'text',
  entity_types: 'list',
  status: 'text',
  requested_at: 'instant',
  file_path: 'text',
  error_message: 'text',
  idempotency_key: 'text',
}

/** A refusal of the fake's, as PostgREST words it. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: string | null = null,
  ) {
    super(message)
  }

  toResponse(): Response {
    const { code, details, message } = this
    return Response.json({ code, details, hint: null, message }, { status: this.status })
  }
}

/**
 * As much of PostgREST and of Supabase's storage as the client asks for, over one table in memory.
 * What it does not know it refuses, so that a request it would misread fails its test.
 */
export function createFakeSupabase(options: FakeSupabaseOptions = {}) {
  const { maySee = () => true, mayChange = () => true, mayInsert = () => true } = options
  const rows = (options.rows ?? []).map((row) => ({ ...row }))
  const files = new Set(options.files)
  const requests: SeenRequest[] = []
  let now = 1_795_000_000
  let lastId = rows.reduce((last, { id }) => Math.max(last, Number(id)), 0)

  function matching(query: URLSearchParams): FakeRow[] {
    let found = rows.filter(maySee)
    for (const [name, value] of query) {
      if (['select', 'order', 'offset', 'limit'].includes(name)) continue
      found = found.filter(createFilter(name, value))
    }
    return found
  }

  function read(query: URLSearchParams, request: SeenRequest): Response {
    const found = matching(query).toSorted(createOrder(query.get('order')))
    const offset = Number(query.get('offset') ?? 0)
    const isCounted = request.headers.get('prefer')?.includes('count=exact') === true
    if (isCounted && offset > found.length) {
      throw new Refusal(
        416,
        'PGRST103',
        'Requested range not satisfiable',
        `An offset of ${offset} was requested, but there are only ${found.length} rows.`,
      )
    }
    const page = found.slice(offset, offset + Number(query.get('limit') ?? 1000))
    const range = page.length === 0 ? '*' : `${offset}-${offset + page.length - 1}`
    const contentRange = `${range}/${isCounted ? found.length : '*'}`
    const headers = new Headers(
      options.exposesCount === false ? {} : { 'content-range': contentRange },
    )
    const status = isCounted && page.length < found.length ? 206 : 200
    return answer(page, request, { status, headers })
  }

  function insert(request: SeenRequest): Response {
    const values = Object(request.body)
    for (const column of Object.keys(values)) requireColumn(column, 'PGRST204')
    const key = values.idempotency_key
    if (key !== undefined && rows.some((row) => row.idempotency_key === key)) {
      throw new Refusal(409, '23505', 'duplicate key value violates unique constraint "key"')
    }
    const row = { status: 'pending', requested_at: at(now), ...values, id: lastId + 1 }
    if (!mayInsert(row)) {
      const policy = 'new row violates row-level security policy for table "pf_export_requests"'
      throw new Refusal(403, '42501', policy)
    }
    lastId += 1
    rows.push(row)
    return answer([row], request, { status: 201 })
  }

  function change(query: URLSearchParams, request: SeenRequest): Response {
    const found = matching(query).filter(mayChange)
    for (const row of found) Object.assign(row, request.body)
    return answer(found, request, { status: 200 })
  }

  function remove(query: URLSearchParams, request: SeenRequest): Response {
    const found = matching(query).filter(mayChange)
    for (const row of found) rows.splice(rows.indexOf(row), 1)
    return answer(found, request, { status: 200 })
  }

  function answerRest(query: URLSearchParams, request: SeenRequest): Response {
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return read(query, request)
      case 'POST':
        return insert(request)
      case 'PATCH':
        return change(query, request)
      case 'DELETE':
        return remove(query, request)
      default:
        throw new Refusal(405, 'PGRST117', `Unsupported HTTP method: ${request.method}`)
    }
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
    try {
      if (url.pathname !== '/rest/v1/pf_export_requests') {
        const message = `Could not find the table 'public.${url.pathname.slice(9)}' in the schema cache`
        throw new Refusal(404, 'PGRST205', message)
      }
      return answerRest(url.searchParams, request)
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.toResponse()
      throw thrown
    }
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

function requireColumn(column: string, code = '42703'): void {
  if (column in COLUMNS) return
  throw new Refusal(400, code, `column pf_export_requests.${column} does not exist`)
}

function answer(found: readonly FakeRow[], request: SeenRequest, init: ResponseInit): Response {
  if (request.method === 'HEAD') return new Response(null, init)
  const isReturned =
    request.method === 'GET' || request.headers.get('prefer')?.includes('return=representation')
  if (!isReturned) return new Response(null, { status: 204 })
  if (request.headers.get('accept') !== 'application/vnd.pgrst.object+json') {
    return Response.json(found, init)
  }
  if (found.length === 1) return Response.json(found[0], init)
  const details = `The result contains ${found.length} rows`
  throw new Refusal(406, 'PGRST116', 'Cannot coerce the result to a single JSON object', details)
}

function createFilter(column: string, text: string): (row: FakeRow) => boolean {
  requireColumn(column)
  const { operator, value } = readPredicate(text)
  switch (operator) {
    case 'eq':
      return equals(column, [value])
    case 'in':
      return equals(column, splitList(value))
    case 'gte':
      return (row) => Date.parse(String(row[column])) >= readInstant(value)
    case 'lt':
      return (row) => Date.parse(String(row[column])) < readInstant(value)
    case 'ilike':
      return (row) => typeof row[column] === 'string' && likeMatches(value, row[column])
    case 'is':
      return (row) => String(row[column] ?? null) === value
    case 'cs':
      return (row) => {
        const list: unknown = row[column]
        const wanted = value.slice(1, -1).split(',')
        return Array.isArray(list) && wanted.every((entry) => list.includes(entry))
      }
    default:
      throw new Refusal(400, 'PGRST100', `"failed to parse filter (${text})"`)
  }
}

function equals(column: string, values: readonly string[]): (row: FakeRow) => boolean {
  if (COLUMNS[column] === 'int') {
    const bad = values.find((value) => !/^-?\d+$/.test(value))
    if (bad !== undefined) {
      throw new Refusal(400, '22P02', `invalid input syntax for type bigint: "${bad}"`)
    }
  }
  return (row) => row[column] != null && values.includes(String(row[column]))
}

function readInstant(value: string): number {
  const instant = Date.parse(value)
  if (!Number.isNaN(instant)) return instant
  throw new Refusal(400, '22007', `invalid input syntax for type timestamp: "${value}"`)
}

/** Sorts as PostgreSQL does: `null` is the greatest. */
function createOrder(order: string | null): (left: FakeRow, right: FakeRow) => number {
  const keys = (order?.split(',') ?? []).map((key) => {
    const [column = '', direction] = key.split('.')
    requireColumn(column)
    return { column, sign: direction === 'desc' ? -1 : 1 }
  })
  return (left, right) => {
    for (const { column, sign } of keys) {
      const [a, b] = [sortValue(left, column), sortValue(right, column)]
      if (a === b) continue
      if (a === null || b === null) return sign * (a === null ? 1 : -1)
      return sign * (a < b ? -1 : 1)
    }
    return 0
  }
}

function sortValue(row: FakeRow, column: string): string | number | null {
  const value = row[column] ?? null
  if (value === null) return null
  if (COLUMNS[column] === 'int') return Number(value)
  return COLUMNS[column] === 'instant' ? Date.parse(String(value)) : String(value)
}
