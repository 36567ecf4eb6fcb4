import type { DialectAnswer } from '../../http/dialect.js'
import { createFilter, requireColumn } from './postgrest-filters.js'
import { PostgrestRefusal } from './postgrest-refusal.js'

/** A row as it travels. */
export type Row = Readonly<Record<string, unknown>>

/** A table as one caller sees it. */
export interface PostgrestTable {
  /** Its name. */
  readonly name: string
  /** Its columns, and their types as far as they matter to filters and sort keys. */
  readonly columns: Readonly<Record<string, 'int' | 'text' | 'instant' | 'list'>>
  /** Whether the page may read how many rows match. */
  readonly exposesCount: boolean
  /** The rows that the caller may read; row-level security hides the others. */
  rows(): readonly Row[]
  /** Adds a row. @throws {PostgrestRefusal} When a policy or a constraint refuses it. */
  insert(values: Row): Row
  /** Changes a row; `null` where a policy hides it from changes. */
  update(row: Row, values: Row): Row | null
  /** Removes a row; `false` where a policy hides it from removals. */
  remove(row: Row): boolean
}

/** A request to a table. */
export interface TableRequest {
  /** HTTP method in upper case. */
  readonly method: string
  /** Its query. */
  readonly query: URLSearchParams
  /** Its header fields. */
  readonly headers: Headers
  /** Its body as JSON, or `undefined`. */
  readonly body: unknown
}

const NO_FILTERS = ['select', 'order', 'offset', 'limit']

/**
 * Answers a request to a table as PostgREST does, as far as export lists need it. What it does not
 * know it refuses, so that a request it would misread is seen.
 */
export function answerTable(table: PostgrestTable, request: TableRequest): DialectAnswer {
  try {
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return read(table, request)
      case 'POST':
        return answer(table, [insert(table, Object(request.body))], request, { status: 201 })
      case 'PATCH': {
        const changed = matching(table, request.query)
          .map((row) => table.update(row, Object(request.body)))
          .filter((row) => row !== null)
        return answer(table, changed, request, { status: 200 })
      }
      case 'DELETE': {
        const removed = matching(table, request.query).filter((row) => table.remove(row))
        return answer(table, removed, request, { status: 200 })
      }
      default:
        throw new PostgrestRefusal(405, 'PGRST117', `Unsupported HTTP method: ${request.method}`)
    }
  } catch (error) {
    if (error instanceof PostgrestRefusal) return error.toAnswer()
    throw error
  }
}

function read(table: PostgrestTable, request: TableRequest): DialectAnswer {
  const { query, headers } = request
  const found = matching(table, query).toSorted(createOrder(table, query.get('order')))
  const offset = Number(query.get('offset') ?? 0)
  const isCounted = headers.get('prefer')?.includes('count=exact') === true
  if (isCounted && offset > found.length) {
    const details = `An offset of ${offset} was requested, but there are only ${found.length} rows.`
    throw new PostgrestRefusal(416, 'PGRST103', 'Requested range not satisfiable', details)
  }
  const page = found.slice(offset, offset + Number(query.get('limit') ?? 1_000))
  const range = page.length === 0 ? '*' : `${offset}-${offset + page.length - 1}`
  const contentRange = `${range}/${isCounted ? found.length : '*'}`
  return answer(table, page, request, {
    status: isCounted && page.length < found.length ? 206 : 200,
    ...(table.exposesCount && { headers: { 'Content-Range': contentRange } }),
  })
}

function insert(table: PostgrestTable, values: Row): Row {
  for (const column of Object.keys(values)) requireColumn(table, column, 'PGRST204')
  return table.insert(values)
}

function matching(table: PostgrestTable, query: URLSearchParams): readonly Row[] {
  let found = table.rows()
  for (const [name, value] of query) {
    if (!NO_FILTERS.includes(name)) found = found.filter(createFilter(table, name, value))
  }
  return found
}

/** Gives the rows, cut to the columns that were asked for, or the only one. */
function answer(
  table: PostgrestTable,
  found: readonly Row[],
  { method, headers, query }: TableRequest,
  init: Omit<DialectAnswer, 'body'>,
): DialectAnswer {
  const isReturned =
    /^(GET|HEAD)$/.test(method) || headers.get('prefer')?.includes('return=representation') === true
  if (!isReturned) return { status: 204 }
  const rows = select(table, found, query.get('select') ?? '*')
  if (headers.get('accept') !== 'application/vnd.pgrst.object+json') return { ...init, body: rows }
  if (rows.length === 1) return { ...init, body: rows[0] }
  const details = `The result contains ${rows.length} rows`
  throw new PostgrestRefusal(
    406,
    'PGRST116',
    'Cannot coerce the result to a single JSON object',
    details,
  )
}

function select(table: PostgrestTable, rows: readonly Row[], wanted: string): readonly Row[] {
  if (wanted === '*') return rows
  const columns = wanted.split(',')
  for (const column of columns) requireColumn(table, column)
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))
}

/** Sorts as PostgreSQL does: `null` is the greatest. */
function createOrder(table: PostgrestTable, order: string | null) {
  const keys = (order?.split(',') ?? []).map((key) => {
    const [column = '', direction] = key.split('.')
    requireColumn(table, column)
    return { column, sign: direction === 'desc' ? -1 : 1 }
  })
  return (left: Row, right: Row): number => {
    for (const { column, sign } of keys) {
      const a = sortValue(table, left[column], column)
      const b = sortValue(table, right[column], column)
      if (a === b) continue
      if (a === null || b === null) return sign * (a === null ? 1 : -1)
      return sign * (a < b ? -1 : 1)
    }
    return 0
  }
}

function sortValue(table: PostgrestTable, value: unknown, column: string): string | number | null {
  if (value === null || value === undefined) return null
  const type = table.columns[column]
  if (type === 'int') return Number(value)
  return type === 'instant' ? Date.parse(String(value)) : String(value)
}
