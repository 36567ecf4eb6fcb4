import type { BackendRefusal, RefusalCode } from '../../backend/refusal.js'
import type { DialectAnswer, RefusalContext } from '../../http/dialect.js'

/** WIB's own code and sentence for each refusal, and the HTTP status that it comes with. */
const REFUSALS: Readonly<
  Record<RefusalCode, readonly [status: number, code: string, text: string]>
> = {
  unauthenticated: [401, 'SessionExpired', 'The session has expired.'],
  forbidden: [403, 'SecurityPolicy', 'The Security Policy does not grant Exported Reports.'],
  not_found: [404, 'ExportUnknown', 'No exported report has this id.'],
  gone: [410, 'FilePurged', 'The file was purged from storage.'],
  not_ready: [400, 'ExportQueued', 'The export is still queued.'],
  no_file: [400, 'ExportWithoutFile', 'The export left no file in storage.'],
  conflict: [409, 'ExportChanged', 'The export has changed in the meantime.'],
  invalid: [400, 'BadArgument', 'An argument is not valid.'],
  rate_limited: [429, 'Throttled', 'Too many calls.'],
  unavailable: [500, 'StorageDown', 'Storage cannot be reached.'],
}

/** Puts a refusal into WIB's words: no problem document, but an `error` with a code of its own. */
export function toWibRefusal(refusal: BackendRefusal, context: RefusalContext): DialectAnswer {
  const [usualStatus, code, message] = REFUSALS[refusal.code]
  const wait = refusal.retryAfterSeconds
  const invalid = Object.entries(refusal.fieldErrors).flatMap(([field, texts]) =>
    texts.map((text) => ({ field, message: text })),
  )
  return {
    status: refusal.status ?? usualStatus,
    headers: {
      'Cache-Control': 'no-store',
      ...(wait === null ? {} : { 'Retry-After': String(wait) }),
    },
    body: {
      succeeded: false,
      error: { code, message, traceId: context.requestId },
      ...(invalid.length > 0 && { errors: invalid }),
    },
  }
}
