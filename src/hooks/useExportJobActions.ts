import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type ActionVerdict, resolveActions } from '../core/actions.js'
import { type ExportJob, JOB_ACTIONS, type JobAction } from '../core/job.js'
import { checkGivenJob } from '../internal/check-given-job.js'
import { subscribeMinute } from '../internal/minute-clock.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { serverNow } from '../queries/server-clock.js'

/**
 * Says which actions are allowed on a job, and why the others are not. Renders anew only when one of
 * the answers changes, be it by the host's permissions or by the clock.
 *
 * Source: M1, W6, W13, E6, E7.
 */
export function useExportJobActions(job: ExportJob): Readonly<Record<JobAction, ActionVerdict>> {
  const { client, queryClient, permissions } = useExportJobsContext('useExportJobActions')
  if (process.env.NODE_ENV !== 'production') checkGivenJob(job)
  const isTimed = job.fileExpiresAt !== null

  const subscribe = useCallback(
    (listener: () => void) => {
      const stopPermissions = permissions.subscribe(listener)
      const stopClock = isTimed ? subscribeMinute(listener) : () => {}
      return () => {
        stopPermissions()
        stopClock()
      }
    },
    [permissions, isTimed],
  )
  const resolve = (now: number | null) => resolveActions(job, { client, can: permissions.can, now })
  const spell = (now: number | null) => {
    const verdicts = resolve(now)
    return JSON.stringify(JOB_ACTIONS.map((action) => verdicts[action]))
  }
  const spelled = useSyncExternalStore(
    subscribe,
    () => spell(serverNow(queryClient, client.key)),
    () => spell(null),
  )
  // The text is the verdicts by value, so that the object keeps its identity while they are the same.
  return useMemo(() => {
    const verdicts: readonly ActionVerdict[] = JSON.parse(spelled)
    const entries = JOB_ACTIONS.map((action, index) => [action, verdicts[index]])
    return Object.fromEntries(entries)
  }, [spelled])
}
