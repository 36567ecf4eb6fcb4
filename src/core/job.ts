import type { ExportStatus } from './status.js'

/**
 * The tenant context of a page: an opaque record of strings, such as `{ companyId: '7' }`.
 *
 * It is part of every cache key, so another scope's rows are never shown. Source: M15.
 */
export type ExportScope = Readonly<Record<string, string>>

/** What made a job: a person's request, or a recurring schedule. Source: W10. */
export const JOB_SOURCES = ['manual', 'schedule'] as const

/** One member of {@link JOB_SOURCES}. */
export type JobSource = (typeof JOB_SOURCES)[number]

/** How a finished file reaches the person. Source: F3, M12. */
export const JOB_DELIVERIES = ['download', 'email', 'direct'] as const

/** One member of {@link JOB_DELIVERIES}. */
export type JobDelivery = (typeof JOB_DELIVERIES)[number]

/**
 * The actions a person can take on a job. `retry` keeps the job and its id; `rerun` makes a new job
 * from its parameters.
 */
export const JOB_ACTIONS = ['open', 'download', 'cancel', 'retry', 'rerun', 'delete'] as const

/** One member of {@link JOB_ACTIONS}. */
export type JobAction = (typeof JOB_ACTIONS)[number]

/** Why a job failed, as the backend told it. */
export interface JobFailure {
  /** The backend's own code, or `null` when it gives none. */
  readonly code: string | null
  /** The backend's text, shown as text and never as markup. */
  readonly message: string
}

/** The period a report covers: two calendar dates (`YYYY-MM-DD`), both inclusive; `null` is open. */
export interface JobDateRange {
  /** First day, or `null` for an open start. */
  readonly from: string | null
  /** Last day, or `null` for an open end. */
  readonly to: string | null
}

/** One file of a finished job. */
export interface JobFile {
  /** The backend's id of the file, unique within its job. */
  readonly id: string
  /** File name with extension, or `null` when the backend only tells it with the download grant. */
  readonly name: string | null
  /** Size in bytes, or `null` when unknown. */
  readonly size: number | null
  /** Media type, or `null` when unknown. */
  readonly contentType: string | null
  /** Checksum as the backend spells it (such as `sha256:...`), or `null`. */
  readonly checksum: string | null
}

/** A backend's word on one action: allowed, or refused with a reason that is shown as text. */
export type ActionPermission = true | { readonly reason: string }

/** A backend's word on the actions of one job; an action it does not name is decided by the library. */
export type AllowedActions = Readonly<Partial<Record<JobAction, ActionPermission>>>

/**
 * One requested export, as plain JSON: it can be cached, dehydrated and compared by value.
 *
 * Instants are ISO 8601 strings with an offset, calendar dates `YYYY-MM-DD`; there is never a `Date`.
 *
 * @typeParam Extra - What a host's own client adds in `extra`.
 */
export interface ExportJob<Extra = unknown> {
  /** The job's id exactly as the backend spells it; a number on the wire becomes a string. */
  readonly id: string
  /** The job's display name, such as a file name without extension, or `null`. Source: W1. */
  readonly name: string | null
  /** Which report was exported, as the backend spells it, or `null` when it does not say. */
  readonly reportType: string | null
  /** File format in lower case (`csv`, `pdf`, `xlsx`, `zip` ...), or `null` when it does not say. */
  readonly fileFormat: string | null
  /** The canonical status. */
  readonly status: ExportStatus
  /** The backend's own status word when it differs from ours, else `null`. Source: W7. */
  readonly statusText: string | null
  /** Share of the work done, 0 to 1, or `null` when the backend gives none. Source: M3. */
  readonly progress: number | null
  /** Rows written so far, or `null`. */
  readonly processedRows: number | null
  /** Rows the export should hold, or `null`. */
  readonly totalRows: number | null
  /** The backend's word for the present step, shown as text, or `null`. */
  readonly phase: string | null
  /** Place in the queue, from 1, or `null`. */
  readonly queuePosition: number | null
  /** Why it failed, or `null`. */
  readonly error: JobFailure | null
  /** What the person should know about the file (truncated, empty ...), as the backend's texts. */
  readonly warnings: readonly string[]
  /** The report period, or `null` when the report has none. */
  readonly dateRange: JobDateRange | null
  /** Kinds of records exported. Empty when it does not apply. Source: E2. */
  readonly entityTypes: readonly string[]
  /** The request as it was made, or `null` when the backend does not keep it. */
  readonly parameters: Readonly<Record<string, unknown>> | null
  /** Instant of the request, or `null` when the backend does not say. */
  readonly createdAt: string | null
  /** Instant at which work began, or `null`. */
  readonly startedAt: string | null
  /** Instant of the latest change, or `null`. */
  readonly updatedAt: string | null
  /** Instant of the end, good or bad, or `null`. */
  readonly completedAt: string | null
  /** Instant from which the file can no longer be fetched, or `null`. It changes no status. */
  readonly fileExpiresAt: string | null
  /** Instant at which the row goes, or `null`. Source: W8. */
  readonly removedAt: string | null
  /** Who asked for it, ready to show, or `null`. */
  readonly createdBy: string | null
  /** Whether a person or a schedule made it. */
  readonly source: JobSource
  /** How the file reaches the person. */
  readonly delivery: JobDelivery
  /** The job's files; empty when the backend does not list them. */
  readonly files: readonly JobFile[]
  /** Whether the backend says that a file can be fetched now. Source: M1. */
  readonly isDownloadable: boolean
  /** The backend's own word on the job's actions, or `null`. */
  readonly allowedActions: AllowedActions | null
  /** What the host's client adds; plain JSON. */
  readonly extra: Extra
}
