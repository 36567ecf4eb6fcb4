import type { BackendRefusal, RefusalCode } from '../../backend/refusal.js'
import type { DialectAnswer, RefusalContext } from '../../http/dialect.js'

const PROBLEMS: Readonly<Record<RefusalCode, readonly [status: number, title: string]>> = {
  unauthenticated: [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  not_found: [404, 'Not Found'],
  gone: [410, 'Gone'],
  not_ready: [409, 'Report not ready'],
  no_file: [404, 'No file'],
  conflict: [409, 'Conflict'],
  invalid: [422, 'Unprocessable Content'],
  rate_limited: [429, 'Too Many Requests'],
  unavailable: [503, 'Service Unavailable'],
}

const FIELDS: Readonly<Record<string, string>> = {
  companyId: 'company_id',
  reportType: 'report_type',
  fileFormat: 'file_format',
  dateFrom: 'date_from',
  dateTo: 'date_to',
}

/** Puts a refusal into a problem document (RFC 9457) with a `code` and a `request_id`. Source: M14. */
export function toProblem(refusal: BackendRefusal, { requestId }: RefusalContext): DialectAnswer {
  const [usualStatus, title] = PROBLEMS[refusal.code]
  const status = refusal.status ?? usualStatus
  const errors = Object.entries(refusal.fieldErrors).map(([field, texts]) => [
    FIELDS[field] ?? field,
    texts,
  ])
  const wait = refusal.retryAfterSeconds
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(wait === null ? {} : { 'Retry-After': String(wait) }),
    },
    body: {
      type: 'about:blank',
      title,
      status,
      detail: refusal.message,
      code: refusal.code,
      request_id: requestId,
      ...(errors.length === 0 ? {} : { errors: Object.fromEntries(errors) }),
    },
  }
}
