import { useState } from 'react'
import { type ActionVerdict, resolveActions } from '../core/actions.js'
import type { ExportJob } from '../core/job.js'
import type { DownloadDelivery, SaveTarget } from '../downloads/delivery.js'
import { guardHandler } from '../internal/guard-handler.js'
import { useStableCallback } from '../internal/use-stable.js'
import {
  type ExportJobsContextValue,
  useExportJobsContext,
} from '../provider/export-jobs-context.js'
import type { UndoOffer } from '../provider/pop-up-store.js'
import { serverNow } from '../queries/server-clock.js'
import { deleteWithUndo } from './delete-jobs.js'
import { downloadSeveral } from './download-several.js'
import type { DownloadOutcome } from './perform-download.js'
import { type ActionOutcome, runJobAction } from './run-job-action.js'
import { usePerformDownload } from './use-perform-download.js'
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
  /**
   * How files are handed over. Default the provider's. Of several tabs or pickers browsers let one
   * through at a press: the other files become `blocked`, each with a `press` of its own.
   */
  readonly delivery?: DownloadDelivery
  /** What a new tab says until the file takes its place. Default nothing. */
  readonly tabText?: string
  /** Opens the place to save each file to. Default the provider's, else the browser's own picker. */
  readonly saveTarget?: SaveTarget
  /**
   * Hears of a job whose download came out otherwise than `run` told: storage refused it seconds after
   * its start, or a blocked one was pressed.
   */
  readonly onItemChange?: (item: BulkItem) => void
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
   * after another and paced. Jobs it is not allowed on are refused without asking. Call it at the
   * press. Never rejects.
   *
   * @returns What became of each job, in their order.
   */
  readonly run: (action: BulkAction, jobs: readonly ExportJob[]) => Promise<readonly BulkItem[]>
}

const AT_ONCE = 4

/**
 * Cancels, deletes or downloads several jobs, with a result for each. A download is the one of the
 * job's own button; of a job with several files, the whole of them.
 *
 * Source: M13, M14, E7.
 */
export function useExportBulkAction(
  options: UseExportBulkActionOptions = {},
): UseExportBulkActionResult {
  const { deletePrompt = 'confirm', onUndoOffer, onItemChange } = options
  const { delivery, saveTarget, tabText } = options
  const context = useExportJobsContext('useExportBulkAction')
  const performDownload = usePerformDownload('useExportBulkAction')
  const [running, setRunning] = useState<UseExportBulkActionResult['running']>(null)

  const download = (jobs: readonly ExportJob[], onDone: () => void) => {
    const isTold = new Set<ExportJob>()
    return downloadSeveral(jobs, {
      perform: (job, onLateRefusal) =>
        performDownload(job, {
          tabText,
          onLateRefusal,
          ...(delivery && { delivery }),
          ...(saveTarget && { saveTarget }),
        }),
      onOutcome(job, outcome) {
        if (isTold.has(job)) return guardHandler(() => onItemChange?.({ job, outcome }))
        isTold.add(job)
        onDone()
      },
    })
  }
  const run = useStableCallback(async (action: BulkAction, jobs: readonly ExportJob[]) => {
    const verdicts = jobs.map((job) => verdictOn(context, action, job))
    const wanted = jobs.filter((_, index) => verdicts[index]?.allowed)
    let done = 0
    const tellDone = () => setRunning({ action, done, total: wanted.length })
    const onDone = () => {
      done += 1
      tellDone()
    }
    const work = async (): Promise<ReadonlyMap<ExportJob, BulkItem['outcome']>> => {
      if (action === 'delete' && deletePrompt === 'undo' && wanted.length > 0) {
        const { offer, outcomes } = deleteWithUndo(context, wanted)
        guardHandler(() => onUndoOffer?.(offer))
        const all = await outcomes
        return new Map(wanted.map((job, index) => [job, all[index] ?? { kind: 'undone' }]))
      }
      tellDone()
      if (action === 'download') return download(wanted, onDone)
      return runSeveral(wanted, (job) => runJobAction(context, action, job).finally(onDone))
    }
    const outcomes = await work()
    setRunning(null)
    return jobs.map((job, index): BulkItem => {
      const outcome = outcomes.get(job)
      return { job, outcome: outcome ?? refusedBy(verdicts[index]) }
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

function refusedBy(verdict: ActionVerdict | undefined): BulkItem['outcome'] {
  const { refusal, reason } =
    verdict === undefined || verdict.allowed ? { refusal: null, reason: null } : verdict
  return { kind: 'refused', refusal, reason, error: null }
}

async function runSeveral<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<ReadonlyMap<Item, Result>> {
  const results = new Map<Item, Result>()
  const waiting = [...items]
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      results.set(item, await run(item))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}
