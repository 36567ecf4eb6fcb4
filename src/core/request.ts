import type { DownloadGrant } from './download-grant.js'
import type { ExportJob, JobDateRange } from './job.js'

/** What a person asks for. Source: M11, E4, F1. */
export interface ExportRequest {
  /** Which report; `null` lets the backend choose its default (M11). */
  readonly reportType: string | null
  /** File format in lower case, or `null` where the report type has only one. */
  readonly fileFormat: string | null
  /** The report period, or `null` for reports without one. */
  readonly dateRange: JobDateRange | null
  /** Everything else the report type needs; plain JSON. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** A name the person gave, or left out. */
  readonly name?: string
}

/**
 * What came of a request: a new job, one that was already running, or the file itself.
 */
export type CreateResult<Extra = unknown> =
  | { readonly kind: 'job' | 'existing'; readonly job: ExportJob<Extra> }
  | { readonly kind: 'file'; readonly grant: DownloadGrant }

/** How big and how slow an export will be; each figure `null` when the backend cannot tell. */
export interface ExportEstimate {
  /** Rows the file will hold. */
  readonly rows: number | null
  /** Size in bytes. */
  readonly sizeBytes: number | null
  /** Time to make it, in milliseconds. */
  readonly durationMs: number | null
  /** Exports left in the person's quota. */
  readonly quotaLeft: number | null
}
