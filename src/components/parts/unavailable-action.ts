import type { ActionVerdict } from '../../core/actions.js'
import type { JobAction } from '../../core/job.js'

/**
 * What becomes of an action that is not allowed: `hide` leaves it out, `disable` shows it without
 * effect and says why, `explain` lets it be pressed and answers with the pop-up. Source: M1, W6.
 */
export type UnavailableAction = 'hide' | 'disable' | 'explain'

/** The same for every action, or for each its own; what is left out is hidden. */
export type UnavailableActions =
  | UnavailableAction
  | Readonly<Partial<Record<JobAction, UnavailableAction>>>

/** What becomes of one action. */
export function unavailableFor(action: JobAction, wishes: UnavailableActions): UnavailableAction {
  return typeof wishes === 'string' ? wishes : (wishes[action] ?? 'hide')
}

/** Whether an action has a button: what the backend cannot do, or may soon be known, has none. */
export function isActionShown(verdict: ActionVerdict, wish: UnavailableAction): boolean {
  if (verdict.allowed) return true
  if (wish === 'hide') return false
  return verdict.refusal !== 'unsupported' && verdict.refusal !== 'permission_pending'
}
