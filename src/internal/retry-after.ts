/**
 * How long a refusal asks to wait, in milliseconds, or `null` when it does not say so.
 *
 * Source: RFC 9110, "Retry-After": seconds, or a date.
 */
export function readRetryAfter(headers: Headers): number | null {
  const text = headers.get('retry-after')?.trim()
  if (!text) return null
  if (/^\d+$/.test(text)) return Number(text) * 1000
  // two dates of one clock, so that this machine's own does not matter
  const wait = Date.parse(text) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}
