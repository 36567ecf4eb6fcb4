import type { ExportJob } from '../core/job.js'
import type { ExportJobsContextValue } from '../provider/export-jobs-context.js'
import type { UndoOffer } from '../provider/pop-up-store.js'
import { getJobOverlays } from '../queries/job-overlays.js'
import { type ActionOutcome, runJobAction } from './run-job-action.js'
import { openUndoWindow } from './undo-window.js'

/** How long a deletion can be taken back. */
export const UNDO_MS = 6_000

/** A deletion that can still be taken back. */
export interface PendingDeletion {
  /** The offer to take it back. */
  readonly offer: UndoOffer
  /** What became of each job, in their order; comes when it is sent or taken back. */
  readonly outcomes: Promise<readonly ActionOutcome[]>
}

/**
 * Takes jobs off the screen and deletes them a while later, unless the person takes it back. A refusal
 * brings its row back. Source: E7.
 */
export function deleteWithUndo(
  context: ExportJobsContextValue,
  jobs: readonly ExportJob[],
): PendingDeletion {
  const overlays = getJobOverlays(context.queryClient, context.ownerHash)
  const ids = jobs.map(({ id }) => id)
  let settle: (outcomes: Promise<readonly ActionOutcome[]>) => void = () => {}
  const outcomes = new Promise<readonly ActionOutcome[]>((resolve) => {
    settle = resolve
  })
  overlays.put(ids, 'deleted')
  const offer = openUndoWindow({
    afterMs: UNDO_MS,
    overlays,
    send: (keepalive) =>
      settle(Promise.all(jobs.map((job) => runJobAction(context, 'delete', job, keepalive)))),
    onUndone() {
      overlays.lift(ids)
      settle(Promise.resolve(jobs.map(() => ({ kind: 'undone' }))))
    },
  })
  return { offer, outcomes }
}
