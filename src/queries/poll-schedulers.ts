import type { QueryClient } from '@tanstack/react-query'
import { getOrCreate } from '../internal/get-or-create.js'
import type { PollScheduler } from './poll-scheduler.js'

const schedulers = new WeakMap<QueryClient, Map<string, PollScheduler>>()

/**
 * The one scheduler of an owner in a QueryClient, however many providers and hooks use it.
 *
 * @param ownerHash - From `hashOwner`.
 * @param make - Makes it when there is none yet.
 */
export function getPollScheduler(
  queryClient: QueryClient,
  ownerHash: string,
  make: () => PollScheduler,
): PollScheduler {
  const known = getOrCreate(schedulers, queryClient, () => new Map<string, PollScheduler>())
  return getOrCreate(known, ownerHash, make)
}
