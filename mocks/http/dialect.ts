import type { BackendAccess, BackendGrant, ExportBackend, Packaging } from '../backend/backend.js'
import type { Operation } from '../backend/faults.js'
import type { BackendRefusal } from '../backend/refusal.js'
import type { GeneratedFile } from '../files/write-file.js'

/** One system's wire format: its routes, its words, its refusals. */
export interface Dialect {
  /** Its name, such as `mathership`. */
  readonly name: string
  /** How it hands out files. */
  readonly packaging: Packaging
  /** What it answers to; the first route that fits is taken. */
  readonly routes: readonly DialectRoute[]
  /** Puts a refusal into its words. */
  refuse(refusal: BackendRefusal, context: RefusalContext): DialectAnswer
  /** Finds the rows in the body of a list's answer, or `null`. */
  rowsOf(body: unknown): readonly unknown[] | null
  /** Puts other rows into the body of a list's answer. */
  withRows(body: unknown, rows: readonly unknown[]): unknown
  /** Spoils a row so that no client can make a job of it, its id still readable. */
  spoilRow(row: unknown): unknown
}

/** What a refusal may mention. */
export interface RefusalContext {
  /** Reference for support. */
  readonly requestId: string
  /** What was asked for, or `null` when no route knew it. */
  readonly operation: Operation | null
}

/** One address of a dialect. */
export interface DialectRoute {
  /** What it does. */
  readonly operation: Operation
  /** HTTP method in upper case. */
  readonly method: string
  /**
   * Path below the API's base; `:id` stands for one segment, the job's id or the report type's, and any
   * other `:name` for one of `params`.
   */
  readonly path: string
  /** Finds the id in the query; the route is not taken where it finds `null`. Default the path's. */
  readonly idIn?: (query: URLSearchParams) => string | null
  /** Answers. @throws {BackendRefusal} Any. */
  answer(call: DialectCall): DialectAnswer | Promise<DialectAnswer>
}

/** One request as a route sees it. */
export interface DialectCall {
  /** The backend. */
  readonly backend: ExportBackend
  /** The request; its body has not been read. */
  readonly request: Request
  /** Its query. */
  readonly query: URLSearchParams
  /** The id from the path or the query, or an empty text. */
  readonly id: string
  /** What else the path named, such as the tenant's own segment. */
  readonly params: Readonly<Record<string, string>>
  /** Who asks, or `null`. */
  readonly user: string | null
  /**
   * Grants a download and gives it a place in the world.
   *
   * @param lifetimeSeconds - Wanted life of the link; left out, the backend's.
   */
  grant(
    id: string,
    fileId: string | null,
    access: BackendAccess,
    lifetimeSeconds?: number,
  ): Promise<PlacedGrant>
}

/** A granted download with its address. */
export interface PlacedGrant extends BackendGrant {
  /** The signed link. */
  readonly url: string
}

/** What a route answers, before it is put on the wire. */
export interface DialectAnswer {
  /** HTTP status. */
  readonly status: number
  /** Header fields besides those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; left out: no body. */
  readonly body?: unknown
  /** Sent as an attachment, unless `headers` say otherwise, instead of a body in JSON. */
  readonly file?: GeneratedFile
  /** Whether it carries an ETag and may be answered with 304. */
  readonly hasEtag?: boolean
}
