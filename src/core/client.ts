import type { DownloadGrant } from './download-grant.js'
import type { ExportJob, ExportScope } from './job.js'
import type { JobFilterName, JobListQuery, JobPage, JobSortField } from './list-query.js'
import type { ReportType } from './report-types.js'
import type { CreateResult, ExportEstimate, ExportRequest } from './request.js'
import type { ExportStatus } from './status.js'

/** What comes with every request. */
export interface RequestOptions {
  /** The tenant context. */
  readonly scope: ExportScope
  /** Aborts the request; the promise then rejects with `aborted`. */
  readonly signal: AbortSignal
  /** Whether the request must outlive the page (`fetch`'s `keepalive`). Default `false`. */
  readonly keepalive?: boolean
}

/**
 * What a backend can do. The components, the URL codec and the contract kit obey it: what is not
 * listed here is never offered and never asked for.
 */
export interface ClientCapabilities {
  /** The statuses this backend's jobs can have, which are also the filter's choices. */
  readonly statuses: readonly ExportStatus[]
  /** The file formats, in lower case, or `by-report-type` where each report type has its own. */
  readonly fileFormats: readonly string[] | 'by-report-type'
  /** The fields it sorts by. */
  readonly orderings: readonly JobSortField[]
  /** The filters it understands. */
  readonly filters: readonly JobFilterName[]
  /** Whether the created filter takes a range of days, or one day alone. Default `range`. Source: W3. */
  readonly createdFilter?: 'range' | 'day'
  /** Whether pages are counted or marked by a cursor. */
  readonly pagination: 'page' | 'cursor'
  /** Whether it counts the matching jobs. */
  readonly total: 'exact' | 'capped' | 'none'
}

/** News from a backend that pushes. */
export type JobEvent =
  /** The channel is up: refetch, then polling rests. */
  | { readonly type: 'connected' }
  /** The channel is down: polling resumes. */
  | { readonly type: 'disconnected' }
  /** These jobs changed; an empty list means "something did". */
  | { readonly type: 'changed'; readonly jobs: readonly ExportJob[] }
  /** These jobs are gone. */
  | { readonly type: 'removed'; readonly ids: readonly string[] }
  /** Something may have been missed: refetch. */
  | { readonly type: 'stale' }

/**
 * A backend of export jobs, as this library sees it. Every rejection is an `ExportJobsError`.
 *
 * Optional methods are optional powers: what is missing is not offered on screen.
 *
 * @typeParam Extra - What the backend's jobs carry in `extra`.
 */
export interface ExportJobsClient<Extra = unknown> {
  /**
   * Stable name of this backend (for REST its base URL), the same on server and browser. It is part
   * of cache keys, lock names and storage keys.
   */
  readonly key: string
  /** What the backend can do. */
  readonly capabilities: ClientCapabilities
  /** Reads one page of the list. Source: M8 to M10. */
  listJobs(query: JobListQuery, options: RequestOptions): Promise<JobPage<Extra>>
  /** Reads one job. Source: M17. */
  getJob(id: string, options: RequestOptions): Promise<ExportJob<Extra>>
  /** Asks for one fresh download link; `fileId` picks one of several files. Source: M13, M14. */
  createDownload(
    id: string,
    options: RequestOptions & { readonly fileId?: string },
  ): Promise<DownloadGrant>
  /** Reads several jobs in one request; ids that are gone are left out of the answer. */
  getJobs?(ids: readonly string[], options: RequestOptions): Promise<readonly ExportJob<Extra>[]>
  /** Counts the matching jobs without reading them. */
  countJobs?(query: JobListQuery, options: RequestOptions): Promise<number>
  /** Reads the kinds of report this person can export. */
  listReportTypes?(options: RequestOptions): Promise<readonly ReportType[]>
  /** Tells how big an export would be, before it is asked for. */
  estimate?(request: ExportRequest, options: RequestOptions): Promise<ExportEstimate>
  /** Asks for an export. The same key sent twice makes one job. Source: M11. */
  createJob?(
    request: ExportRequest,
    options: RequestOptions & { readonly idempotencyKey: string },
  ): Promise<CreateResult<Extra>>
  /** Asks an unfinished job to stop; `conflict` when it has finished meanwhile. */
  cancelJob?(id: string, options: RequestOptions): Promise<ExportJob<Extra>>
  /** Starts a failed job again under the same id. */
  retryJob?(id: string, options: RequestOptions): Promise<ExportJob<Extra>>
  /** Removes the job from the history. Source: E7. */
  deleteJob?(id: string, options: RequestOptions): Promise<void>
  /**
   * Listens for news of a scope's jobs.
   *
   * @returns A function that stops listening.
   */
  subscribe?(scope: ExportScope, listener: (event: JobEvent) => void): () => void
}
