import { useState } from 'react'
import { resolveActions } from '../core/actions.js'
import type { ExportJob } from '../core/job.js'
import { useStableCallback } from '../internal/use-stable.js'
import {
  type ExportJobsContextValue,
  useExportJobsContext,
} from '../provider/export-jobs-context.js'
import type { UndoOffer } from '../provider/pop-up-store.js'
import { serverNow } from '../queries/server-clock.js'
import { deleteWithUndo } from './delete-jobs.js'
import { type DownloadOutcome, performDownload } from './perform-download.js'
import { type ActionOutcome, runJobAction } from './run-job-action.js'
import type { DeletePrompt } from './useExportAction.js'

/** What can be done with several jobs. */
export type BulkAction = 'download' | 'cancel' | 'delete'

/** What became of one of several jobs. */
export interface BulkItem {
  /** The job. */
  readonly job: ExportJob
  /** What became of it. */
  readonly outcome: ActionOutcome | DownloadOutcome
}

/** Options of {@link useExportBulkAction}. May be written inline. */
export interface UseExportBulkActionOptions {
  /** Whether deletions can be taken back for 6 seconds. Default `confirm`: asking is the caller's. */
  readonly deletePrompt?: DeletePrompt
  /** Hears of deletions that can be taken back, all at once. */
  readonly onUndoOffer?: (offer: UndoOffer) => void
}

/** What {@link useExportBulkAction} returns. */
export interface UseExportBulkActionResult {
  /** What is under way and how far it has come, or `null`. */
  readonly running: {
    /** What is done. */
    readonly action: BulkAction
    /** Jobs that are through. */
    readonly done: number
    /** All of them. */
    readonly total: number
  } | null
  /** Tells which of the jobs an action is allowed on. */
  readonly allowed: (action: BulkAction, jobs: readonly ExportJob[]) => readonly ExportJob[]
  /**
   * Does it to each job, also when others are refused: cancels and deletes 4 at a time, downloads one
   * after another. Jobs it is not allowed on are refused without asking. Never rejects.
   *
   * @returns What became of each job, in their order.
   */
  readonly run: (action: BulkAction, jobs: readonly ExportJob[]) => Promise<readonly BulkItem[]>
}

const AT_ONCE: Readonly<Record<BulkAction, number>> = { download: 1, cancel: 4, delete: 4 }

/** Cancels, deletes or downloads several jobs, with a result for each. Source: E7. */
export function useExportBulkAction(
  options: UseExportBulkActionOptions = {},
): UseExportBulkActionResult {
  const { deletePrompt = 'confirm', onUndoOffer } = options
  const context = useExportJobsContext('useExportBulkAction')
  const [running, setRunning] = useState<UseExportBulkActionResult['running']>(null)

  const run = useStableCallback(async (action: BulkAction, jobs: readonly ExportJob[]) => {
    const verdicts = jobs.map((job) => verdictOn(context, action, job))
    const wanted = jobs.filter((_, index) => verdicts[index]?.allowed)
    let done = 0
    setRunning({ action, done, total: wanted.length })
    const perform = async (job: ExportJob): Promise<ActionOutcome | DownloadOutcome> => {
      const outcome =
        action === 'download'
          ? await performDownload(context, job, { delivery: 'frame', onLateRefusal: () => {} })
          : await runJobAction(context, action, job)
      done += 1
      setRunning({ action, done, total: wanted.length })
      return outcome
    }
    const outcomes = new Map<string, ActionOutcome | DownloadOutcome>()
    if (action === 'delete' && deletePrompt === 'undo' && wanted.length > 0) {
      const pending = deleteWithUndo(context, wanted)
      onUndoOffer?.(pending.offer)
      setRunning(null)
      const all = await pending.outcomes
      wanted.forEach((job, index) => {
        outcomes.set(job.id, all[index] ?? { kind: 'undone' })
      })
    } else {
      const waiting = [...wanted]
      const work = async () => {
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
          outcomes.set(job.id, await perform(job))
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE[action] }, work))
    }
    setRunning(null)
    return jobs.map((job, index): BulkItem => {
      const outcome = outcomes.get(job.id)
      if (outcome !== undefined) return { job, outcome }
      const verdict = verdicts[index]
      const { refusal, reason } =
        verdict === undefined || verdict.allowed ? { refusal: null, reason: null } : verdict
      return { job, outcome: { kind: 'refused', refusal, reason, error: null } }
    })
  })

  const allowed = useStableCallback((action: BulkAction, jobs: readonly ExportJob[]) =>
    jobs.filter((job) => verdictOn(context, action, job).allowed),
  )
  return { running, allowed, run }
}

function verdictOn(context: ExportJobsContextValue, action: BulkAction, job: ExportJob) {
  const { client, queryClient, permissions } = context
  const now = serverNow(queryClient, client.key)
  return resolveActions(job, { client, can: permissions.can, now })[action]
}
