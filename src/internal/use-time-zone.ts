import { useMemo, useSyncExternalStore } from 'react'
import { isTimeZone } from './zoned-time.js'

const never = () => () => {}

/**
 * The zone of dates and times: the given one, else UTC on the server and while hydrating, then the
 * browser's. In one that this machine does not know no time could be written, so it counts as none.
 *
 * @param given - IANA zone from the host.
 */
export function useTimeZone(given: string | undefined): string {
  const own = useSyncExternalStore(never, browserTimeZone, () => 'UTC')
  const isKnown = useMemo(() => given !== undefined && isTimeZone(given), [given])
  return given !== undefined && isKnown ? given : own
}

let cached: string | null = null

function browserTimeZone(): string {
  cached ??= new Intl.DateTimeFormat().resolvedOptions().timeZone
  return cached
}
