import type { ClientCapabilities, ExportJobsClient, JobEvent } from '../../core/client.js'
import type { DownloadGrant } from '../../core/download-grant.js'
import type { ExportJobsError, ExportJobsErrorCode } from '../../core/errors.js'
import type { ExportJob, ExportScope } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'

/** The methods that a client need not have. */
export type MemoryOptionalMethod =
  | 'getJobs'
  | 'countJobs'
  | 'listReportTypes'
  | 'createJob'
  | 'cancelJob'
  | 'retryJob'
  | 'deleteJob'
  | 'subscribe'

/** The methods that can be failed, held and found in the log. */
export type MemoryMethod =
  | 'listJobs'
  | 'getJob'
  | 'createDownload'
  | Exclude<MemoryOptionalMethod, 'subscribe'>

/** What {@link createMemoryClient} is made from. */
export interface MemoryClientOptions<Extra = unknown> {
  /**
   * The first jobs: one list for every scope, or a function that seeds each scope's own list when it
   * is first asked for. Default none.
   */
  readonly jobs?:
    | readonly ExportJob<Extra>[]
    | ((scope: ExportScope) => readonly ExportJob<Extra>[])
  /** The backend's clock in epoch milliseconds. Default the machine's. */
  readonly now?: () => number
  /** Name in cache keys. Default `memory`. */
  readonly key?: string
  /** What it can do, where it differs from everything. */
  readonly capabilities?: Partial<ClientCapabilities>
  /** The optional methods it has. Default all but `subscribe`, since a client that pushes is not polled. */
  readonly methods?: readonly MemoryOptionalMethod[]
  /** What `listReportTypes` answers. Default none. */
  readonly reportTypes?: readonly ReportType[]
  /** Whether a scope may be seen; `false` makes every method reject with `forbidden`. Default always. */
  readonly isPermitted?: (scope: ExportScope) => boolean
  /** Makes the link to a file. Default a new `https://files.invalid/` link that leads nowhere. */
  readonly createGrant?: (job: ExportJob<Extra>, fileId: string | undefined) => DownloadGrant
  /** Makes the id of a new job. Default `new-1`, `new-2` and so on. */
  readonly createId?: () => string
  /** Makes `extra` of a new job. Default `null`. */
  readonly createExtra?: () => Extra
}

/** One call that a memory client received. */
export interface MemoryCall {
  /** The method. */
  readonly method: MemoryMethod
  /** What it was asked, such as the id or the query. */
  readonly args: readonly unknown[]
  /** Whose jobs were asked for. */
  readonly scope: ExportScope
}

/** A client of a backend that lives in memory, and the strings by which a test pulls it. */
export interface MemoryClient<Extra = unknown> extends ExportJobsClient<Extra> {
  /** The calls so far, the oldest first. */
  readonly calls: readonly MemoryCall[]
  /** Adds jobs to a scope's list, which is every scope's where `jobs` is one list of seeds. */
  add(jobs: readonly ExportJob<Extra>[], scope?: ExportScope): void
  /**
   * Changes a job and tells the listeners.
   *
   * @throws {ExportJobsError} `not_found` when no list has it.
   */
  update(id: string, patch: Partial<Omit<ExportJob<Extra>, 'id'>>): void
  /** Takes a job away, as retention does, and tells the listeners. */
  remove(id: string): void
  /** Makes the next call of a method reject; several queue up. */
  failNext(method: MemoryMethod, error: ExportJobsError | ExportJobsErrorCode): void
  /**
   * Holds back a method's answers, which are drawn up when it is called, until released.
   *
   * @returns A function that lets them go, and those of later calls.
   */
  hold(method: MemoryMethod): () => void
  /** Tells every listener something, such as `disconnected`. */
  emit(event: JobEvent): void
}
