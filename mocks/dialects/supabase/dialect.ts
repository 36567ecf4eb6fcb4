import type { BackendRefusal, RefusalCode } from '../../backend/refusal.js'
import type { Dialect, DialectAnswer, DialectCall } from '../../http/dialect.js'
import { isRecord, readJson } from '../wire-values.js'
import { createExportTable, type SupabasePolicies } from './export-table.js'
import { PostgrestRefusal } from './postgrest-refusal.js'
import { answerTable, type Row } from './postgrest-table.js'
import { answerFile, answerSign, refuseInStorage } from './storage.js'

/** How a Supabase project is set up. */
export interface SupabaseDialectOptions {
  /** The table of the jobs. Default `pf_export_requests`. */
  readonly table?: string
  /** The bucket of the files. Default `pf-exports`. */
  readonly bucket?: string
  /** Row-level security. Default the backend's permissions; a company is an organization here. */
  readonly policies?: SupabasePolicies
  /** Whether pages may read how many rows match. Default `true`. */
  readonly exposesCount?: boolean
}

/**
 * Makes the wire format of a Supabase project, for the unchanged supabase-js: PostgREST over one table
 * of jobs, and storage with signed links. Row-level security hides rows, and refuses only new ones.
 *
 * @example
 * const handlers = createExportHandlers({
 *   backend,
 *   dialect: createSupabaseDialect(),
 *   baseUrl: 'https://project.example.com', // the address that supabase-js was given
 * })
 *
 * Source: E1 to E8.
 */
export function createSupabaseDialect(options: SupabaseDialectOptions = {}): Dialect {
  const { table: name = 'pf_export_requests', bucket = 'pf-exports', policies = {} } = options
  const { exposesCount = true } = options
  const path = `/rest/v1/${name}`
  const file = `/storage/v1/object/sign/${bucket}/:folder/:id/:file`
  const tableOf = (call: DialectCall) => createExportTable(call, { name, exposesCount, policies })

  async function answerRows(call: DialectCall): Promise<DialectAnswer> {
    const { method, headers } = call.request
    const body = method === 'POST' ? await readJson(call.request) : undefined
    return answerTable(tableOf(call), { method, headers, body, query: call.query })
  }

  function isVisible(call: DialectCall): (id: string) => boolean {
    return (id) =>
      tableOf(call)
        .rows()
        .some((row: Row) => String(row.id) === id)
  }

  return {
    name: 'supabase',
    packaging: 'plain',
    routes: [
      { operation: 'get', method: 'GET', path, idIn: askedId, answer: answerRows },
      { operation: 'list', method: 'GET', path, answer: answerRows },
      { operation: 'create', method: 'POST', path, answer: answerRows },
      { operation: 'remove', method: 'DELETE', path, idIn: askedId, answer: answerRows },
      {
        operation: 'grant',
        method: 'POST',
        path: file,
        answer: (call) => answerSign(call, bucket, isVisible(call)),
      },
      { operation: 'file', method: 'GET', path: file, answer: (call) => answerFile(call, bucket) },
    ],
    refuse: (refusal, { operation }) =>
      operation === 'grant' || operation === 'file'
        ? refuseInStorage(refusal)
        : refuseInPostgrest(refusal, name),
    rowsOf: (body) => (Array.isArray(body) ? body : null),
    withRows: (_, rows) => rows,
    spoilRow: (row) => (isRecord(row) ? { ...row, status: { word: row.status } } : null),
  }
}

/** The id of a request for one row, or `null`. */
function askedId(query: URLSearchParams): string | null {
  return /^eq\.(.+)$/.exec(query.get('id') ?? '')?.[1] ?? null
}

const REFUSALS: Readonly<Record<RefusalCode, readonly [status: number, code: string]>> = {
  unauthenticated: [401, 'PGRST303'],
  forbidden: [403, '42501'],
  not_found: [404, 'PGRST205'],
  gone: [400, 'P0001'],
  not_ready: [400, 'P0001'],
  no_file: [400, 'P0001'],
  conflict: [409, '23505'],
  invalid: [400, '23514'],
  rate_limited: [429, ''],
  unavailable: [503, 'PGRST002'],
}

function refuseInPostgrest(refusal: BackendRefusal, table: string): DialectAnswer {
  const [status, code] = REFUSALS[refusal.code]
  const wait = refusal.retryAfterSeconds
  return new PostgrestRefusal(refusal.status ?? status, code, wordsOf(refusal, table)).toAnswer(
    wait === null ? undefined : { 'Retry-After': String(wait) },
  )
}

function wordsOf({ code, message, fieldErrors }: BackendRefusal, table: string): string {
  switch (code) {
    case 'unauthenticated':
      return 'JWT expired'
    case 'forbidden':
      return `permission denied for table ${table}`
    case 'invalid': {
      const what = Object.keys(fieldErrors).join(', ') || message
      return `new row for relation "${table}" violates check constraint: ${what}`
    }
    default:
      return message
  }
}
