import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** What a signature check came to. */
export type SignatureVerdict = 'valid' | 'expired' | 'invalid'

/**
 * Signs a path until an instant: HMAC-SHA256 over both, computed synchronously because jsdom and
 * pages on plain http have no `crypto.subtle`.
 *
 * @param expires - Epoch seconds from which the link is dead.
 * @returns The query, `expires=...&signature=...`.
 */
export function signPath(secret: string, path: string, expires: number): string {
  return `expires=${expires}&signature=${signatureOf(secret, path, String(expires))}`
}

/**
 * Checks a signed path.
 *
 * @param now - The present instant in epoch milliseconds.
 */
export function verifyPath(
  secret: string,
  path: string,
  query: URLSearchParams,
  now: number,
): SignatureVerdict {
  const expires = query.get('expires') ?? ''
  const signature = query.get('signature') ?? ''
  if (!equalsInConstantTime(signature, signatureOf(secret, path, expires))) return 'invalid'
  return now >= Number(expires) * 1_000 ? 'expired' : 'valid'
}

function signatureOf(secret: string, path: string, expires: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${path}\n${expires}`)))
}

function equalsInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length
  for (let index = 0; index < right.length; index += 1) {
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index)
  }
  return difference === 0
}
