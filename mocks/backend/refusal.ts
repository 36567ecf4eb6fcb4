/** Why the backend refuses a request; each dialect has its own words and status numbers for them. */
export const REFUSAL_CODES = [
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
] as const

/** One member of {@link REFUSAL_CODES}. */
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** What a refusal says besides its code. */
export interface RefusalDetails {
  /** One sentence for the person, or left out for the code's own. */
  readonly detail?: string
  /** Messages per field, under neutral names that the dialect turns into its own; for `invalid`. */
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>
  /** Seconds to wait; for `rate_limited` and `unavailable`. */
  readonly retryAfterSeconds?: number
  /** HTTP status instead of the dialect's usual one, such as 500 instead of 503. */
  readonly status?: number
}

const SENTENCES: Readonly<Record<RefusalCode, string>> = {
  unauthenticated: 'Sign in to continue.',
  forbidden:
    'You do not have permission to view financial reports for this company. ' +
    'Check that the correct company is selected.',
  not_found: 'There is no such export job.',
  gone: 'The file of this export job has been removed.',
  not_ready: 'The report is not ready yet.',
  no_file: 'No file is available for this export job.',
  conflict: 'The state of the export job does not allow this.',
  invalid: 'The request has wrong values.',
  rate_limited: 'Too many requests. Try again later.',
  unavailable: 'The service is not available at the moment.',
}

/** Thrown by the backend when it refuses; the dialect puts it on the wire. */
export class BackendRefusal extends Error {
  override readonly name = 'BackendRefusal'
  /** Why it refuses. */
  readonly code: RefusalCode
  /** Messages per field; empty unless the code is `invalid`. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>
  /** Seconds to wait, or `null`. */
  readonly retryAfterSeconds: number | null
  /** HTTP status instead of the dialect's usual one, or `null`. */
  readonly status: number | null

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.detail ?? SENTENCES[code])
    this.code = code
    this.fieldErrors = details.fieldErrors ?? {}
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
    this.status = details.status ?? null
  }
}
