import type { ExportJobsError } from '../core/errors.js'
import type { JobAction } from '../core/job.js'
import type { ExportRequest } from '../core/request.js'

/**
 * What happened, for a host's analytics and logs. Never holds a signed link.
 */
export type ExportJobsEvent =
  /** The list could not be read or refreshed. */
  | { readonly type: 'list_failed'; readonly error: ExportJobsError }
  /** Rows of an answer could not be understood; the paths of the wrong values. */
  | { readonly type: 'rows_unreadable'; readonly paths: readonly string[] }
  /** Rows came of report types that the person may not see, and were left out; the types. Source: W9. */
  | { readonly type: 'rows_withheld'; readonly reportTypes: readonly (string | null)[] }
  /** An export was asked for and accepted. */
  | { readonly type: 'export_requested'; readonly jobId: string; readonly request: ExportRequest }
  /** An export was asked for and refused. */
  | { readonly type: 'request_failed'; readonly error: ExportJobsError }
  /** A file was handed to the browser. */
  | { readonly type: 'download_started'; readonly jobId: string; readonly fileId: string | null }
  /** A file could not be had. */
  | {
      readonly type: 'download_refused'
      readonly jobId: string
      readonly fileId: string | null
      readonly error: ExportJobsError
    }
  /** A job was cancelled, started again or deleted. */
  | { readonly type: 'action_done'; readonly action: JobAction; readonly jobId: string }
  /** The backend refused to cancel, start again or delete a job. */
  | {
      readonly type: 'action_refused'
      readonly action: JobAction
      readonly jobId: string
      readonly error: ExportJobsError
    }
