import type { ExportJobsErrorCode } from '../core/errors.js'

const CODES: Readonly<Record<number, ExportJobsErrorCode>> = {
  400: 'invalid',
  401: 'unauthenticated',
  402: 'forbidden',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  410: 'gone',
  413: 'invalid',
  422: 'invalid',
  423: 'conflict',
  425: 'unavailable',
  429: 'rate_limited',
  504: 'timeout',
}

/** What an HTTP status of a refusal means when nothing else is known. */
export function codeOfStatus(status: number): ExportJobsErrorCode {
  return CODES[status] ?? (status >= 500 ? 'unavailable' : 'bad_response')
}
