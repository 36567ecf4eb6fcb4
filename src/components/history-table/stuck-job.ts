import { useCallback, useSyncExternalStore } from 'react'
import type { ExportJob } from '../../core/job.js'
import { type PollPolicy, stuckAgeMs } from '../../core/poll-plan.js'
import { isUnfinishedStatus } from '../../core/status.js'
import { subscribeMinute } from '../../internal/minute-clock.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { serverNow } from '../../queries/server-clock.js'

/**
 * Tells whether a job waits or works for longer than is usual for its report type, by the policy that
 * also slows its polling. Renders anew only when the answer changes. Source: M16.
 */
export function useIsStuck(job: ExportJob): boolean {
  const { client, queryClient, polling } = useExportJobsContext('useIsStuck')
  const isWatched = isUnfinishedStatus(job.status)
  const subscribe = useCallback(
    (listener: () => void) => (isWatched ? subscribeMinute(listener) : () => {}),
    [isWatched],
  )
  return useSyncExternalStore(
    subscribe,
    () => isWatched && isStuck(job, serverNow(queryClient, client.key), polling),
    () => false,
  )
}

function isStuck(job: ExportJob, now: number, policy: PollPolicy): boolean {
  return job.createdAt !== null && now - Date.parse(job.createdAt) >= stuckAgeMs(job, policy)
}
