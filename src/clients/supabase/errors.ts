import { ExportJobsError, type ExportJobsErrorCode } from '../../core/errors.js'
import type { SupabaseRefusal } from './supabase-js.js'

/** PostgREST's and PostgreSQL's codes that say more than the HTTP status does. */
const CODES: Readonly<Record<string, ExportJobsErrorCode>> = {
  PGRST003: 'timeout',
  PGRST116: 'not_found',
  PGRST200: 'bad_response',
  PGRST204: 'bad_response',
  PGRST205: 'bad_response',
  PGRST301: 'unauthenticated',
  PGRST302: 'unauthenticated',
  PGRST303: 'unauthenticated',
  '23503': 'invalid',
  '42501': 'forbidden',
  '42703': 'bad_response',
  '42P01': 'bad_response',
  '57014': 'timeout',
}

const STATUSES: Readonly<Record<number, ExportJobsErrorCode>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  406: 'not_found',
  408: 'timeout',
  409: 'conflict',
  410: 'gone',
  413: 'invalid',
  422: 'invalid',
  429: 'rate_limited',
  504: 'timeout',
}

/** Storage's codes; by its statuses alone, a missing file and a wrong request would be one. */
const STORAGE_CODES: Readonly<Record<string, ExportJobsErrorCode>> = {
  '404': 'no_file',
  not_found: 'no_file',
  NoSuchKey: 'no_file',
  InvalidJWT: 'unauthenticated',
  ExpiredToken: 'unauthenticated',
  AccessDenied: 'forbidden',
  SlowDown: 'rate_limited',
  DatabaseTimeout: 'timeout',
}

/** Codes of a value that no such column can hold, such as the id `abc` where ids are numbers. */
const IMPOSSIBLE_VALUE = ['22P02', '22003']

/** Tells whether a request was refused because of a value that its column cannot hold. */
export function isImpossibleValue(error: SupabaseRefusal | null): boolean {
  return IMPOSSIBLE_VALUE.includes(error?.code ?? '')
}

/** Turns a refused database request into the error that says what to do. */
export function readRefusal(
  method: string,
  status: number,
  error: SupabaseRefusal,
  errorCodes: Readonly<Record<string, ExportJobsErrorCode>> = {},
): ExportJobsError {
  const { code: word = '', message } = error
  const code =
    ownEntry(errorCodes, word) ??
    ownEntry(CODES, word) ??
    (status === 0 ? networkCode(message) : codeOfStatus(status))
  return new ExportJobsError(code, {
    message: explain(method, code, word || (status ? `HTTP ${status}` : 'no answer'), message),
    ...(status ? { status } : {}),
    // any other text is the database's own and no word to the person
    detail: /^(P0001|PT\d{3})$/.test(word) ? message : null,
    cause: error,
  })
}

/** Turns a refused storage request into the error that says what to do. Source: M14. */
export function readStorageRefusal(
  method: string,
  error: Error,
  errorCodes: Readonly<Record<string, ExportJobsErrorCode>> = {},
): ExportJobsError {
  const status = Number(Reflect.get(error, 'status')) || 0
  const words = [Reflect.get(error, 'code'), Reflect.get(error, 'statusCode')].map(String)
  const known = words.map((word) => ownEntry(errorCodes, word) ?? ownEntry(STORAGE_CODES, word))
  const spoken = Number(words[1]) || status
  const code =
    known.find((found) => found !== undefined) ??
    (/\bjwt\b|"exp" claim/i.test(error.message) ? 'unauthenticated' : undefined) ??
    (status === 0 ? networkCode(error.message) : codeOfStatus(spoken))
  const said = status ? `HTTP ${status} (${words[1]})` : 'no answer'
  return new ExportJobsError(code, {
    message:
      explain(method, code, said, error.message) +
      (code === 'no_file'
        ? ' Storage says the same to those who may not read the file: check its policies too.'
        : ''),
    ...(status ? { status } : {}),
    cause: error,
  })
}

function explain(method: string, code: string, said: string, text: string): string {
  return `${method} was refused: ${said}, which means ${code}. Supabase says: ${text.slice(0, 300)}`
}

function codeOfStatus(status: number): ExportJobsErrorCode {
  return STATUSES[status] ?? (status >= 500 ? 'unavailable' : 'bad_response')
}

/** supabase-js puts the name of what `fetch` threw before its message. */
function networkCode(message: string): ExportJobsErrorCode {
  return /^(Abort|Timeout)Error\b/.test(message) ? 'timeout' : 'offline'
}

function ownEntry<Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined
}
