import { useRef } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { ActionOutcome, ChangingAction } from '../../hooks/run-job-action.js'
import type { UseExportActionOptions } from '../../hooks/useExportAction.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import type { UndoOffer } from '../../provider/pop-up-store.js'

/** What {@link useActionNotices} returns: the callbacks of `useExportAction`. */
export type ActionNotices = Required<Pick<UseExportActionOptions, 'onUndoOffer' | 'onSettled'>>

/**
 * Tells in pop-ups what became of an action: every refusal, a new export that may be on another page,
 * and a deletion with the offer to take it back, for as long as that is possible.
 */
export function useActionNotices(action: ChangingAction, job: ExportJob): ActionNotices {
  const { popUps } = useExportJobsContext('useActionNotices')
  const offer = useRef<number | null>(null)
  const done = { job, action, refusal: null, reason: null, error: null, doneCount: 1 }
  return {
    onUndoOffer(undo: UndoOffer) {
      offer.current = popUps.show({ ...done, undo })
    },
    onSettled(outcome: ActionOutcome) {
      if (offer.current !== null) popUps.dismiss(offer.current)
      offer.current = null
      if (outcome.kind === 'refused') popUps.show({ ...outcome, job, action })
      else if (outcome.kind === 'done' && action === 'rerun') {
        popUps.show(done)
      }
    },
  }
}
