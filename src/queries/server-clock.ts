import type { QueryClient } from '@tanstack/react-query'
import { getOrCreate } from '../internal/get-or-create.js'

/** Milliseconds to add to this machine's clock to get each backend's, by client key. */
const offsets = new WeakMap<QueryClient, Map<string, number>>()

/**
 * Notes what a backend's clock showed in an answer, so that ages are counted on its clock and not on
 * a wrongly set local one.
 *
 * @param serverTime - ISO 8601 instant, or `null` when the answer did not say; then nothing changes.
 */
export function noteServerTime(
  queryClient: QueryClient,
  clientKey: string,
  serverTime: string | null,
): void {
  const instant = serverTime === null ? Number.NaN : Date.parse(serverTime)
  if (Number.isNaN(instant)) return
  const known = getOrCreate(offsets, queryClient, () => new Map<string, number>())
  known.set(clientKey, instant - Date.now())
}

/** The present instant on a backend's clock in epoch milliseconds; the local clock's until it told. */
export function serverNow(queryClient: QueryClient, clientKey: string): number {
  return serverTimeAt(queryClient, clientKey, Date.now())
}

/** What a backend's clock shows when this machine's shows `localMs` (epoch milliseconds). */
export function serverTimeAt(queryClient: QueryClient, clientKey: string, localMs: number): number {
  return localMs + (offsets.get(queryClient)?.get(clientKey) ?? 0)
}
