import { BackendRefusal, type RefusalCode } from '../../backend/refusal.js'
import type { DialectAnswer, DialectCall } from '../../http/dialect.js'
import { isRecord, readJson } from '../wire-values.js'
import { filePathOf } from './export-table.js'

/** What storage says, by code; whatever a person may not see it does not find. */
const REFUSALS: Readonly<Record<RefusalCode, readonly [status: string, error: string]>> = {
  unauthenticated: ['403', 'Unauthorized'],
  forbidden: ['404', 'not_found'],
  not_found: ['404', 'not_found'],
  gone: ['404', 'not_found'],
  not_ready: ['404', 'not_found'],
  no_file: ['404', 'not_found'],
  conflict: ['409', 'Duplicate'],
  invalid: ['400', 'invalid_request'],
  rate_limited: ['429', 'SlowDown'],
  unavailable: ['500', 'internal'],
}

/** Puts a refusal into storage's words: most come as 400, with the status they mean inside. */
export function refuseInStorage({ code, message, status }: BackendRefusal): DialectAnswer {
  const [meant, error] = REFUSALS[code]
  const text =
    error === 'not_found'
      ? 'Object not found'
      : code === 'unauthenticated'
        ? 'jwt expired'
        : message
  const isServers = code === 'rate_limited' || code === 'unavailable'
  return refusal(status ?? (isServers ? Number(meant) : 400), meant, error, text)
}

/**
 * Signs a link to a job's file, for as many seconds as are asked for. Source: E6.
 *
 * @param isVisible - Whether the caller may read the job's row.
 */
export async function answerSign(
  call: DialectCall,
  bucket: string,
  isVisible: (id: string) => boolean,
): Promise<DialectAnswer> {
  const { backend, id, user } = call
  const path = pathInBucket(call, bucket)
  const body = await readJson(call.request)
  const seconds = isRecord(body) ? body.expiresIn : null
  if (typeof seconds !== 'number' || !(seconds > 0)) {
    throw new BackendRefusal('invalid', { detail: 'body must have expiresIn in seconds' })
  }
  const job = backend.get(id)
  const isThere = decode(path) === filePathOf(job, backend.clock.now())
  if (!isThere || !isVisible(id)) throw new BackendRefusal('no_file')
  const { query } = await call.grant(id, null, { companyId: job.companyId, user }, seconds)
  const token = toToken(new URLSearchParams(query), `${bucket}/${decode(path)}`)
  return { status: 200, body: { signedURL: `/object/sign/${bucket}/${path}?token=${token}` } }
}

/** Answers the fetch of a signed link: the file, or a refusal with 400. Source: E6. */
export async function answerFile(call: DialectCall, bucket: string): Promise<DialectAnswer> {
  const { backend, id, query } = call
  if (decode(pathInBucket(call, bucket)) !== filePathOf(backend.get(id), backend.clock.now())) {
    throw new BackendRefusal('no_file')
  }
  const verdict = backend.verify(backend.grant(id).path, readToken(query.get('token') ?? ''))
  if (verdict === 'expired') {
    return refusal(400, '400', 'InvalidJWT', '"exp" claim timestamp check failed')
  }
  if (verdict === 'invalid') {
    return refusal(400, '400', 'InvalidSignature', 'signature verification failed')
  }
  const file = await backend.readFile(id)
  const wantedName = query.get('download')
  if (wantedName === null)
    return { status: 200, file, headers: { 'Content-Disposition': 'inline' } }
  return { status: 200, file: { ...file, filename: wantedName || file.filename } }
}

function refusal(
  status: number,
  statusCode: string,
  error: string,
  message: string,
): DialectAnswer {
  return { status, body: { statusCode, error, message } }
}

/** The rest of the address, still encoded. */
function pathInBucket({ request }: DialectCall, bucket: string): string {
  const { pathname } = new URL(request.url)
  const place = `/object/sign/${bucket}/`
  return pathname.slice(pathname.indexOf(place) + place.length)
}

function decode(path: string): string {
  return path.split('/').map(decodeURIComponent).join('/')
}

/** A token that looks like storage's own and carries the backend's signature. */
function toToken(signed: URLSearchParams, url: string): string {
  const payload = { url: encodeURIComponent(url), exp: Number(signed.get('expires')) }
  const parts = [{ alg: 'HS256', typ: 'JWT' }, payload].map((part) =>
    base64Url(JSON.stringify(part)),
  )
  return [...parts, signed.get('signature')].join('.')
}

function readToken(token: string): URLSearchParams {
  const [, payload = '', signature = ''] = token.split('.')
  try {
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return new URLSearchParams({ expires: String(exp), signature })
  } catch {
    return new URLSearchParams()
  }
}

function base64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
