import { ExportJobsError, type ExportJobsErrorCode } from '../../core/errors.js'
import { codeOfStatus } from '../../internal/code-of-status.js'
import { isRecord } from '../../internal/is-record.js'
import { readRetryAfter } from '../../internal/retry-after.js'
import { readFieldErrors } from './field-errors.js'
import { readPath } from './source.js'
import type { Answer } from './transport.js'

/** What a body may make of a status that leaves open what is the matter. */
const FINER_CODES: readonly ExportJobsErrorCode[] = [
  'not_found',
  'gone',
  'not_ready',
  'no_file',
  'conflict',
  'invalid',
]
const OPEN_STATUSES = [400, 404, 409, 410, 422, 423]

/** Turns a refused request into the error that says what to do. Source: M14, M15. */
export function readError(
  refusal: Answer,
  errorCodes: Readonly<Record<string, ExportJobsErrorCode>>,
): ExportJobsError {
  const { method, status, headers, body } = refusal
  const code = readCode(refusal, errorCodes)
  const hidesLinks = method === 'createDownload'
  const detail = readDetail(refusal)
  return new ExportJobsError(code, {
    message: `${method} was refused: HTTP ${status}, which means ${code}.`,
    status,
    detail: hidesLinks ? (detail?.replace(/\S*(?::\/\/|\?)\S+/g, '…') ?? null) : detail,
    fieldErrors: code === 'invalid' && !hidesLinks ? readFieldErrors(body) : {},
    retryAfterMs: readRetryAfter(headers),
    reference: headers.get('x-request-id') ?? firstText(body, ['request_id', 'requestId']),
  })
}

function readCode(
  { method, status, body }: Answer,
  errorCodes: Readonly<Record<string, ExportJobsErrorCode>>,
): ExportJobsErrorCode {
  const word = firstText(body, ['code', 'error.code', 'errors.0.code', 'error'])
  if (word !== null && Object.hasOwn(errorCodes, word)) return errorCodes[word] ?? 'bad_response'
  const usual = codeOfStatus(status)
  const finer = OPEN_STATUSES.includes(status) && FINER_CODES.find((code) => code === word)
  if (finer) return finer
  return usual === 'conflict' && method === 'createDownload' ? 'not_ready' : usual
}

function readDetail({ headers, text, body }: Answer): string | null {
  const isPlain = headers.get('content-type')?.startsWith('text/plain') && body === undefined
  const said = isPlain
    ? text.trim()
    : firstText(body, [
        'detail',
        'message',
        'error.message',
        'errors.0.detail',
        'non_field_errors.0',
        'error_description',
        'error',
        'title',
      ])
  // a proxy's page is no word of the backend's
  return !said || /^\s*</.test(said) ? null : said.slice(0, 1000)
}

function firstText(body: unknown, paths: readonly string[]): string | null {
  if (!isRecord(body)) return null
  for (const path of paths) {
    const value = readPath(body, path)
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}
