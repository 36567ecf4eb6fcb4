/**
 * Why a request failed. The set is closed: a client maps whatever its backend says to one of these.
 *
 * - `unauthenticated`: nobody is signed in (HTTP 401).
 * - `forbidden`: signed in, but not allowed (403).
 * - `not_found`: no such job for this person (404).
 * - `gone`: it was there and has been removed, or its file has (410).
 * - `not_ready`: the job has not completed yet.
 * - `no_file`: the job completed without a file.
 * - `conflict`: the job's state does not allow it, such as cancelling a finished job (409).
 * - `invalid`: the request has wrong values; see `fieldErrors` (400, 422).
 * - `rate_limited`: too many requests; see `retryAfterMs` (429).
 * - `unavailable`: the backend failed or is overloaded (5xx).
 * - `timeout`: no answer in time.
 * - `offline`: the backend could not be reached.
 * - `bad_response`: the answer is not what the contract says; the message names the place.
 * - `aborted`: the caller no longer wants the answer.
 */
export const EXPORT_JOBS_ERROR_CODES = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'gone',
  'not_ready',
  'no_file',
  'conflict',
  'invalid',
  'rate_limited',
  'unavailable',
  'timeout',
  'offline',
  'bad_response',
  'aborted',
] as const

/** One member of {@link EXPORT_JOBS_ERROR_CODES}. */
export type ExportJobsErrorCode = (typeof EXPORT_JOBS_ERROR_CODES)[number]

/** What an {@link ExportJobsError} is made from. */
export interface ExportJobsErrorOptions {
  /** What happened, for developers; people read a label chosen by the code. */
  readonly message: string
  /** HTTP status, when there was one. */
  readonly status?: number
  /** What the backend said, to be shown as text. */
  readonly detail?: string | null
  /** Messages per field of the request, as the backend names the fields; for `invalid`. */
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>
  /** Least time to wait in milliseconds; for `rate_limited` and `unavailable`. */
  readonly retryAfterMs?: number | null
  /** A reference that support can look up (request id), or `null`. */
  readonly reference?: string | null
  /** The failure below this one. Never holds a signed link. */
  readonly cause?: unknown
}

/**
 * The one error that clients reject with. `code` says what to do, `message` what happened.
 *
 * Source: M14, M15, E1.
 */
export class ExportJobsError extends Error {
  override readonly name = 'ExportJobsError'
  /** Why the request failed. */
  readonly code: ExportJobsErrorCode
  /** HTTP status, or `null` when no answer came. */
  readonly status: number | null
  /** What the backend said, to be shown as text, or `null`. */
  readonly detail: string | null
  /** Messages per field of the request; empty unless the code is `invalid`. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>
  /** Least time to wait in milliseconds, or `null`. */
  readonly retryAfterMs: number | null
  /** A reference that support can look up, or `null`. */
  readonly reference: string | null

  constructor(code: ExportJobsErrorCode, options: ExportJobsErrorOptions) {
    super(
      `[react-export-jobs] ${options.message}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.code = code
    this.status = options.status ?? null
    this.detail = options.detail ?? null
    this.fieldErrors = options.fieldErrors ?? {}
    this.retryAfterMs = options.retryAfterMs ?? null
    this.reference = options.reference ?? null
  }
}

/**
 * Tells whether a value is an {@link ExportJobsError}, also one from another copy of this package.
 */
export function isExportJobsError(value: unknown): value is ExportJobsError {
  return value instanceof Error && value.name === 'ExportJobsError' && 'code' in value
}

/**
 * Turns anything that was thrown into an {@link ExportJobsError}, so that callers handle one kind.
 *
 * An `AbortError` becomes `aborted` and the `TimeoutError` of `AbortSignal.timeout` becomes `timeout`;
 * anything else a client should not have thrown becomes `bad_response`. The original is the `cause`.
 *
 * @param method - The client method that threw, named in the message.
 */
export function toExportJobsError(thrown: unknown, method: string): ExportJobsError {
  if (isExportJobsError(thrown)) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new ExportJobsError('aborted', { message: `${method} was aborted.`, cause: thrown })
  }
  if (thrown instanceof Error && thrown.name === 'TimeoutError') {
    return new ExportJobsError('timeout', { message: `${method} took too long.`, cause: thrown })
  }
  return new ExportJobsError('bad_response', {
    message:
      `${method} rejected with something other than an ExportJobsError, so its reason is unknown. ` +
      'Make the client reject with one.',
    cause: thrown,
  })
}
