import { hashKey, type QueryKey } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ExportJob } from '../core/job.js'
import type { PollPolicy } from '../core/poll-plan.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import type { PollState } from '../queries/poll-entry.js'

/** A query on the scheduler's watch. */
interface WatchedQuery {
  /** What the looks have come to. */
  readonly poll: PollState
  /** The bounds it is watched with. */
  readonly policy: PollPolicy
  /** Looks now. Never rejects. Keeps its identity while the query stays the same. */
  readonly refresh: () => Promise<void>
}

/**
 * Puts a query on the scheduler's watch for as long as the component shows it.
 *
 * @param jobsOf - Reads the jobs out of the data; must keep its identity.
 * @param wishes - Bounds that differ from the provider's; may be written inline.
 */
export function useWatchedQuery(
  queryKey: QueryKey,
  jobsOf: (data: unknown) => readonly ExportJob[],
  wishes: Partial<PollPolicy> | undefined,
  enabled: boolean,
): WatchedQuery {
  const { scheduler, polling } = useExportJobsContext('useWatchedQuery')
  const hash = hashKey(queryKey)
  const wishesKey = wishes === undefined ? '' : hashKey([wishes])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is written anew at each render; its hash stands for it
  const stableKey = useMemo(() => queryKey, [hash])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same for the wishes
  const policy = useMemo(() => ({ ...polling, ...wishes }), [polling, wishesKey])

  useEffect(() => {
    if (!enabled) return
    return scheduler.watch({ queryKey: stableKey, policy, jobsOf })
  }, [scheduler, stableKey, policy, jobsOf, enabled])

  const subscribe = useCallback(
    (listener: () => void) => scheduler.subscribe(stableKey, listener),
    [scheduler, stableKey],
  )
  const read = () => scheduler.getState(stableKey)
  const poll = useSyncExternalStore(subscribe, read, read)
  const refresh = useCallback(() => scheduler.refresh(stableKey), [scheduler, stableKey])
  return { poll, policy, refresh }
}
