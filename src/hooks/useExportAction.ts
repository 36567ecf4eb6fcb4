import { useState } from 'react'
import type { ActionVerdict } from '../core/actions.js'
import type { ExportJob } from '../core/job.js'
import type { ExportRequest } from '../core/request.js'
import { guardHandler } from '../internal/guard-handler.js'
import { useStableCallback } from '../internal/use-stable.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import type { UndoOffer } from '../provider/pop-up-store.js'
import { deleteWithUndo } from './delete-jobs.js'
import {
  type ActionOutcome,
  type ActionRefused,
  type ChangingAction,
  runJobAction,
} from './run-job-action.js'
import { useCreateExportJob } from './useCreateExportJob.js'
import { useExportJobActions } from './useExportJobActions.js'

/**
 * How a deletion is kept from being a mistake: the caller asks first (`confirm`), or the row goes and
 * can be taken back for 6 seconds (`undo`). Source: E7.
 */
export type DeletePrompt = 'confirm' | 'undo'

/** Options of {@link useExportAction}. May be written inline. */
export interface UseExportActionOptions {
  /** How `delete` is kept from being a mistake. Default `confirm`: asking is the caller's. */
  readonly deletePrompt?: DeletePrompt
  /** Hears of a deletion that can be taken back. */
  readonly onUndoOffer?: (offer: UndoOffer) => void
  /** Hears what became of each call, also when the row has left the screen meanwhile. */
  readonly onSettled?: (outcome: ActionOutcome) => void
}

/** What {@link useExportAction} returns. */
export interface UseExportActionResult {
  /** Whether the action is allowed, and why not. */
  readonly verdict: ActionVerdict
  /** Whether the action is allowed. */
  readonly canRun: boolean
  /** Whether it is under way. */
  readonly isRunning: boolean
  /** The latest refusal, or `null` after a success and before the first call. */
  readonly refused: ActionRefused | null
  /**
   * Does it. A second call while one is under way joins it. Never rejects; keeps its identity. With
   * `undo` the outcome comes when the deletion is sent or taken back.
   */
  readonly run: () => Promise<ActionOutcome>
}

/**
 * Cancels, retries, runs again or deletes one job. What is shown before the backend's answer is laid
 * over the job and lifted by a refusal; the cache holds only what the backend told.
 *
 * @param action - `retry` keeps the job and its id; `rerun` makes a new job from its parameters.
 * Source: M14, W13, E7.
 */
export function useExportAction(
  action: ChangingAction,
  job: ExportJob,
  options: UseExportActionOptions = {},
): UseExportActionResult {
  const { deletePrompt = 'confirm', onUndoOffer, onSettled } = options
  const context = useExportJobsContext('useExportAction')
  const { createJob } = useCreateExportJob()
  const verdict = useExportJobActions(job)[action]
  const [isRunning, setIsRunning] = useState(false)
  const [refused, setRefused] = useState<ActionRefused | null>(null)

  const act = useStableCallback(async (): Promise<ActionOutcome> => {
    if (!verdict.allowed) {
      const { refusal, reason } = verdict
      return { kind: 'refused', refusal, reason, error: null }
    }
    if (action === 'rerun') return takeCreated(await createJob(requestOf(job)))
    if (action !== 'delete' || deletePrompt === 'confirm') return runJobAction(context, action, job)
    const { offer, outcomes } = deleteWithUndo(context, [job])
    guardHandler(() => onUndoOffer?.(offer))
    const [outcome] = await outcomes
    return outcome ?? { kind: 'undone' }
  })

  const run = useStableCallback(async () => {
    setIsRunning(true)
    const outcome = await act()
    setIsRunning(false)
    setRefused(outcome.kind === 'refused' ? outcome : null)
    guardHandler(() => onSettled?.(outcome))
    return outcome
  })

  return { verdict, canRun: verdict.allowed, isRunning, refused, run }
}

/** The request that a job was made from. */
export function requestOf(job: ExportJob): ExportRequest {
  const { reportType, fileFormat, dateRange, parameters, name } = job
  return {
    reportType,
    fileFormat,
    dateRange,
    parameters: parameters ?? {},
    ...(name === null ? {} : { name }),
  }
}

type Created = Awaited<ReturnType<ReturnType<typeof useCreateExportJob>['createJob']>>

function takeCreated(created: Created): ActionOutcome {
  switch (created.kind) {
    case 'refused':
      return { kind: 'refused', refusal: null, reason: null, error: created.error }
    case 'file':
      return { kind: 'done', job: null }
    default:
      return { kind: 'done', job: created.job }
  }
}
