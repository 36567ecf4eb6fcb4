import type { ClientCapabilities, RequestOptions } from '../../core/client.js'
import { ExportJobsError } from '../../core/errors.js'
import type { ExportJob, ExportScope } from '../../core/job.js'
import type { FieldSource } from '../rest/answer-options.js'
import { createJobReader, type JobReader } from '../rest/job-reader.js'
import { isRecord, readSource } from '../rest/source.js'
import type { Vocabulary } from '../rest/vocabulary.js'
import { isImpossibleValue, readRefusal } from './errors.js'
import type { ColumnNames } from './list-query.js'
import type { SupabaseClientOptions, SupabaseColumns, SupabaseFilter } from './options.js'
import { settle } from './settle.js'
import type { SupabaseAnswer, SupabaseRequest, SupabaseRows, SupabaseTable } from './supabase-js.js'

/** What the methods of one client share. */
export interface SupabaseContext {
  readonly options: SupabaseClientOptions
  readonly capabilities: ClientCapabilities
  readonly vocabulary: Vocabulary
  readonly names: ColumnNames
  /** The primary key's column. */
  readonly idColumn: string
  /** What is read of each row. */
  readonly selection: string
  readonly timeoutMs: number
  readonly jobReader: JobReader
  /** Starts a request. */
  table(): SupabaseTable
  /** The columns that keep a scope, with their values. */
  scopeFilters(scope: ExportScope): readonly SupabaseFilter[]
  /** Sends a request, whatever it is answered with. */
  send(
    method: string,
    options: RequestOptions,
    request: SupabaseRequest,
    isSingle?: boolean,
  ): Promise<SupabaseAnswer>
  /**
   * Sends a request about rows of the scope, whatever it is answered with.
   *
   * @param returning - What is read of each row that the request changes.
   */
  ask(
    method: string,
    options: RequestOptions,
    rows: SupabaseRows,
    returning?: string,
  ): Promise<SupabaseAnswer>
  /**
   * Takes an answer, or rejects when it is a refusal.
   *
   * @param id - The id that was asked for; one that its column cannot hold is not found.
   */
  accept(method: string, answer: SupabaseAnswer, id?: string): SupabaseAnswer
  /** Takes the rows of an answer, or rejects when it is a refusal or no list. */
  acceptRows(method: string, answer: SupabaseAnswer, id?: string): readonly unknown[]
  /** Reads one row; `not_found` when there is none or it is hidden. */
  fetchRow(method: string, id: string, options: RequestOptions): Promise<unknown>
  /** Reads the job of a row, or rejects with `bad_response` naming the place. */
  takeJob(method: string, row: unknown): ExportJob
}

/** The table of Source E8. */
export const DEFAULT_TABLE = 'pf_export_requests'

/** Says that there is no such row, or that row-level security hides it. */
export function notFound(method: string, id: string): ExportJobsError {
  return new ExportJobsError('not_found', {
    message: `${method}: there is no row ${JSON.stringify(id)}, or row-level security hides it.`,
  })
}

/** Makes what the methods of one client share. */
export function createContext(
  options: SupabaseClientOptions,
  capabilities: ClientCapabilities,
  vocabulary: Vocabulary,
  names: ColumnNames,
): SupabaseContext {
  const { client, schema, columns = {}, where = [], timeoutMs = 30_000 } = options
  const tableName = options.table ?? DEFAULT_TABLE
  const scopeColumns = new Map(
    Object.entries<string | null>({ organizationId: 'organization_id', ...options.scopeColumns }),
  )
  const { filePath: _, fileName: __, ...fields } = columns
  const jobReader = createJobReader(
    {
      fields: {
        ...fields,
        reportType: or(columns.reportType, 'export_type'),
        fileFormat: or(columns.fileFormat, 'export_format'),
        createdAt: or(columns.createdAt, 'requested_at'),
        createdBy: or(columns.createdBy, null),
        isDownloadable: (row) => readDownloadable(row, columns),
      },
      extra: options.extra,
      progressScale: options.progressScale,
      retention: options.retention,
    },
    vocabulary,
    { timeZone: 'UTC', epochUnitMs: null },
  )

  const context: SupabaseContext = {
    options,
    capabilities,
    vocabulary,
    names,
    idColumn: columns.id ?? 'id',
    selection: options.select ?? '*',
    timeoutMs,
    jobReader,

    table: () => (schema === undefined ? client : client.schema(schema)).from(tableName),

    scopeFilters(scope) {
      return Object.entries(scope).flatMap(([entry, value]) => {
        const column = scopeColumns.get(entry)
        if (column === undefined) {
          throw new ExportJobsError('invalid', {
            message:
              `The scope's ${entry} has no column, so that other tenants' rows could show. ` +
              'Name it in scopeColumns, or null where row-level security does all.',
          })
        }
        return column === null ? [] : [{ column, operator: 'eq', value }]
      })
    },

    send: (method, { signal }, request, isSingle) =>
      settle(method, signal, timeoutMs, (ownSignal) => {
        const ended = request.abortSignal(ownSignal)
        // who asks again, and when, is for the caller to say
        const once = ended.retry?.(false) ?? ended
        return isSingle ? once.single() : once
      }),

    async ask(method, requestOptions, rows, returning) {
      let kept = rows
      for (const { column, operator, value } of [
        ...context.scopeFilters(requestOptions.scope),
        ...where,
      ]) {
        kept = kept.filter(column, operator, value)
      }
      const request = returning === undefined ? kept : kept.select(returning)
      return context.send(method, requestOptions, request)
    },

    accept(method, answer, id) {
      if (answer.error === null) return answer
      if (id !== undefined && isImpossibleValue(answer.error)) throw notFound(method, id)
      throw readRefusal(method, answer.status, answer.error, options.errorCodes)
    },

    acceptRows(method, answer, id) {
      const { data } = context.accept(method, answer, id)
      if (Array.isArray(data)) return data
      throw badAnswer(method, 'the answer must be a list of rows')
    },

    async fetchRow(method, id, requestOptions) {
      const rows = context.table().select(context.selection).filter(context.idColumn, 'eq', id)
      const answer = await context.ask(method, requestOptions, rows)
      const [row] = context.acceptRows(method, answer, id)
      if (row === undefined) throw notFound(method, id)
      return row
    },

    takeJob(method, row) {
      const reading = jobReader.readJob(row)
      if (reading.ok) return reading.value
      const { path, expected, got } = reading
      throw badAnswer(method, `${path || 'the row'} must be ${expected}, got ${got}`)
    },
  }
  return context
}

/** The host's place of a field, which may be nowhere (`null`), else ours. */
export function or(place: FieldSource | undefined, fallback: FieldSource): FieldSource {
  return place === undefined ? fallback : place
}

/** A row without the column of the path may still have a file; one without a path has none. */
function readDownloadable(row: unknown, { isDownloadable, filePath }: SupabaseColumns): unknown {
  const said = readSource(or(isDownloadable, 'is_downloadable'), row)
  if (said !== undefined && said !== null) return said
  const path = readFilePath(row, filePath, undefined)
  return path === null || path === '' ? false : undefined
}

/** Reads the path of a row's file; `undefined` when the row has no such column. */
export function readFilePath(
  row: unknown,
  place: SupabaseColumns['filePath'],
  fileId: string | undefined,
): unknown {
  if (typeof place === 'function') return place(row, fileId)
  return isRecord(row) ? readSource(place ?? 'file_path', row) : undefined
}

function badAnswer(method: string, problem: string): ExportJobsError {
  return new ExportJobsError('bad_response', {
    message: `${method}: ${problem}. Map it in the options columns, or mend the table.`,
  })
}
