import { ExportJobsError, type ExportJobsErrorCode } from '../../core/errors.js'
import type { SupabaseRefusal } from './supabase-js.js'

/** The host's own meanings of codes. */
export type ErrorCodes = Readonly<Record<string, ExportJobsErrorCode>> | undefined

/**
 * What PostgREST's, PostgreSQL's and storage's codes mean, and the HTTP statuses of answers without
 * one. Storage puts the status that it means into the body of a 400.
 */
const WORDS: readonly (readonly [ExportJobsErrorCode, RegExp])[] = [
  ['unauthenticated', /^(401|PGRST30[123]|InvalidJWT|ExpiredToken)$/],
  ['forbidden', /^(403|42501|AccessDenied)$/],
  ['not_found', /^(406|PGRST116)$/],
  ['no_file', /^(404|not_found|NoSuchKey)$/],
  ['bad_response', /^(PGRST20.|42703|42P01)$/],
  ['timeout', /^(408|504|57014|PGRST003|DatabaseTimeout)$/],
  ['conflict', /^(409|23505)$/],
  ['gone', /^410$/],
  ['rate_limited', /^(429|SlowDown)$/],
  ['unavailable', /^5\d\d$/],
  ['invalid', /^(400|413|422|2[23]...)$/],
]

/** Tells whether a request was refused for a value that its column cannot hold, as an id of letters. */
export function isImpossibleValue(error: SupabaseRefusal | null): boolean {
  return /^22(P02|003)$/.test(error?.code ?? '')
}

/** Turns a refused database request into the error that says what to do. */
export function readRefusal(
  method: string,
  status: number,
  error: SupabaseRefusal,
  errorCodes: ErrorCodes,
): ExportJobsError {
  const { code = '', message } = error
  // a 404 tells of a missing table, never of a missing row
  const meaning = meaningOf([code, status === 404 ? '' : status], message, errorCodes)
  // any other text is the database's own and no word to the person
  const detail = /^(P0001|PT...)$/.test(code) ? message : null
  return createError(method, meaning, status, code, error, detail)
}

/** Turns a refused storage request into the error that says what to do. Source: M14. */
export function readStorageRefusal(
  method: string,
  error: Error,
  errorCodes: ErrorCodes,
): ExportJobsError {
  const { message } = error
  const [status, code, original] = ['status', 'code', 'originalError'].map((field): unknown =>
    Reflect.get(error, field),
  )
  const words = [code, Reflect.get(error, 'statusCode'), status ?? 0]
  const meaning = /\bjwt\b/i.test(message)
    ? 'unauthenticated'
    : original instanceof SyntaxError
      ? 'bad_response'
      : meaningOf(words, message, errorCodes)
  return createError(method, meaning, Number(status ?? 0), words.join(' '), error, null)
}

function meaningOf(
  words: readonly unknown[],
  message: string,
  errorCodes: ErrorCodes = {},
): ExportJobsErrorCode {
  // supabase-js puts the name of what `fetch` threw before its message
  if (words.at(-1) === 0) return /^(Abort|Timeout)E/.test(message) ? 'timeout' : 'offline'
  const texts = words.map(String)
  const own = texts.find((word) => Object.hasOwn(errorCodes, word))
  if (own !== undefined) return errorCodes[own] ?? 'bad_response'
  // to those who are not signed in it is refused with 401, and not always with its own code
  if (message.includes('row-level security')) return 'forbidden'
  const meanings = texts.map((word) => WORDS.find(([, known]) => known.test(word))?.[0])
  return meanings.find((meaning) => meaning !== undefined) ?? 'bad_response'
}

function createError(
  method: string,
  code: ExportJobsErrorCode,
  status: number,
  word: string,
  cause: { readonly message: string },
  detail: string | null,
): ExportJobsError {
  const said = `HTTP ${status} ${word}: ${cause.message.slice(0, 300)}`
  const hint = code === 'no_file' ? ' It may also be hidden by a policy of the bucket.' : ''
  return new ExportJobsError(code, {
    message: `${method} was refused, which means ${code}. Supabase says: ${said}${hint}`,
    ...(status && { status }),
    detail,
    cause,
  })
}
