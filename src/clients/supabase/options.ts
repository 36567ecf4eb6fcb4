import type { ClientCapabilities } from '../../core/client.js'
import type { ExportJobsErrorCode } from '../../core/errors.js'
import type { ExportScope } from '../../core/job.js'
import type { ExportRequest } from '../../core/request.js'
import type { ExportStatus } from '../../core/status.js'
import type { FieldSource, RestFields } from '../rest/answer-options.js'
import type { SupabaseClientLike } from './supabase-js.js'

/**
 * Where each field of a job stands in a row. A column's name also filters and sorts; a path into
 * JSON or a joined row (`requester.name`), a list of columns, a function and `null` only read.
 *
 * The columns of the defaults below are there in the assumed table; any other field keeps the place
 * that it has in REST (`started_at` for `startedAt`), and is sorted by only when it is named here.
 * Columns that a row lacks read as `null`.
 */
export interface SupabaseColumns
  extends Omit<RestFields, 'id' | 'reportType' | 'fileFormat' | 'createdAt' | 'createdBy'> {
  /** The primary key. Default `id`. */
  readonly id?: string
  /** Default `export_type`. */
  readonly reportType?: FieldSource
  /** Default `export_format`. */
  readonly fileFormat?: FieldSource
  /** A `timestamptz`. Default `requested_at`. */
  readonly createdAt?: FieldSource
  /** Ready to show, which a user's id is not. Default `null`. */
  readonly createdBy?: FieldSource
  /**
   * Path of the file in the bucket. A function also gets the id of the wanted one of several files.
   * Default `file_path`.
   */
  readonly filePath?:
    | string
    | readonly string[]
    | ((row: unknown, fileId: string | undefined) => unknown)
  /** Name under which the file is saved. Default `file_name`, else made of the job's name and path. */
  readonly fileName?: FieldSource
}

/** One condition on a column, in PostgREST's words. */
export interface SupabaseFilter {
  /** The column. */
  readonly column: string
  /** Such as `eq`, `cs` or `not.is`. */
  readonly operator: string
  /** As it travels, such as `{contacts}` for an array; quoted by the host where that is needed. */
  readonly value: string | number | boolean | null
}

/** How a request for an export becomes a row. */
export interface SupabaseCreateOptions {
  /**
   * Makes the whole row. Default: report type, format, dates, name and parameters in their columns,
   * beside the scope's. What the person left out is not sent, so that the column's default holds.
   */
  readonly row?: (
    request: ExportRequest,
    context: { readonly scope: ExportScope },
  ) => Record<string, unknown>
  /**
   * The column of each parameter that has one of its own. The whole of the parameters goes to
   * `columns.parameters` when that is named; a parameter without any place is refused.
   * Default `{ entityTypes: 'entity_types' }`.
   */
  readonly parameters?: Readonly<Record<string, string>>
  /**
   * A column with a unique index that keeps the idempotency key, so that a request sent twice makes
   * one job. Default `null`: a request whose answer was lost may make a second job.
   */
  readonly idempotencyColumn?: string | null
}

/** What can be done to rows; the last two need the status to be a column. */
export interface SupabaseActions {
  /** Whether exports can be asked for. Default `true`. Source: E4. */
  readonly create?: boolean
  /** Whether rows can be removed. Default `true`. Source: E7. */
  readonly delete?: boolean
  /** What to write into an unfinished job to stop it, such as `{ status: 'canceled' }`. Default `null`. */
  readonly cancel?: Readonly<Record<string, unknown>> | null
  /** What to write into a failed job to start it again, such as `{ status: 'pending' }`. Default `null`. */
  readonly retry?: Readonly<Record<string, unknown>> | null
}

/** How changes are listened for. */
export interface SupabaseRealtimeOptions {
  /**
   * Begin of the name of a scope's channels, by which policies of private channels can tell them; a
   * random part follows, so that each listener has its own. Default `export-jobs:` and the table.
   */
  readonly channel?: (scope: ExportScope) => string
  /** Whether the channel needs Realtime Authorization. Default `false`. */
  readonly private?: boolean
}

/**
 * What {@link createSupabaseClient} is made from. Without more than `client` it reads the table of
 * Source E8; everything can be named otherwise.
 *
 * @typeParam Extra - What `extra` adds to each job.
 */
export interface SupabaseClientOptions<Extra = unknown> {
  /** The host's supabase-js client. */
  readonly client: SupabaseClientLike
  /** Stable name of this backend, the same on server and browser. Default `supabase:` and the table. */
  readonly key?: string
  /** Default the one that `client` was made with, and `public` for Realtime. */
  readonly schema?: string
  /** The table, or a view of it. Default `pf_export_requests`. */
  readonly table?: string
  /** What is read of each row, joined tables too. Default `*`. */
  readonly select?: string
  /** Where each field of a job stands in a row. */
  readonly columns?: SupabaseColumns
  /**
   * Column that keeps each scope entry; `null` where only row-level security does. An entry that is
   * not named is refused, since to leave it out could show another tenant's rows.
   * Default `{ organizationId: 'organization_id' }`.
   */
  readonly scopeColumns?: Readonly<Record<string, string | null>>
  /**
   * Conditions on every row that is read, changed or removed, such as
   * `{ column: 'deleted_at', operator: 'is', value: null }`.
   */
  readonly where?: readonly SupabaseFilter[]
  /** The storage bucket of the files. Default `pf-exports`. Source: E6. */
  readonly bucket?: string
  /** Lifetime of a download link in seconds. Default 3,600. Source: E6. */
  readonly expiresInSeconds?: number
  /** How a request for an export becomes a row. */
  readonly create?: SupabaseCreateOptions
  /** What can be done to rows. */
  readonly actions?: SupabaseActions
  /**
   * Whether and how changes are listened for; the table must be in the publication
   * `supabase_realtime`. Default `false`.
   */
  readonly realtime?: boolean | SupabaseRealtimeOptions
  /** Makes each job's `extra` from its row; plain JSON. Default `null`. */
  readonly extra?: (row: unknown) => Extra
  /**
   * The table's status words, all of them, and what they mean. Filters send its words, and its
   * statuses are the filter's choices. Default pending, processing, completed and failed. Source: W7.
   */
  readonly statusMap?: Readonly<Record<string, ExportStatus>>
  /** The table's file formats and ours, such as `{ EXCEL: 'xlsx' }`. Default the same word. */
  readonly formatMap?: Readonly<Record<string, string>>
  /** Codes of PostgREST and PostgreSQL and ours, such as `{ P0001: 'conflict' }`. */
  readonly errorCodes?: Readonly<Record<string, ExportJobsErrorCode>>
  /** What progress is counted to in the table. Default 1. */
  readonly progressScale?: 1 | 100
  /** How long jobs are kept; fills `removedAt` where the table does not tell it. */
  readonly retention?: {
    /** Days of 24 hours. */
    readonly days: number
    /** The instant they count from. */
    readonly from: 'createdAt'
  }
  /** Longest wait for an answer in milliseconds; beyond is `timeout`. Default 30,000. */
  readonly timeoutMs?: number
  /**
   * Replaces what the other options say about the backend; `total: 'none'` saves the count. Formats
   * default to csv and xlsx.
   */
  readonly capabilities?: Partial<Omit<ClientCapabilities, 'pagination'>>
}
