import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * The zone of dates and times: the given one, else UTC on the server and while hydrating, then the
 * browser's.
 *
 * @param given - IANA zone from the host.
 */
export function useTimeZone(given: string | undefined): string {
  const own = useSyncExternalStore(never, browserTimeZone, () => 'UTC')
  return given ?? own
}

let cached: string | null = null

function browserTimeZone(): string {
  cached ??= new Intl.DateTimeFormat().resolvedOptions().timeZone
  return cached
}
