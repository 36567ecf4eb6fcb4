import type { ExportLabels } from '../../labels/labels.js'
import type { PopUp } from '../../provider/pop-up-store.js'

/**
 * Why a file could not be had: the backend's own reason on the job, else words by refusal or code.
 * Never an error's message, which is for developers. Source: M14.
 */
export function popUpWords({ refusal, reason, error }: PopUp, labels: ExportLabels): string {
  if (reason !== null) return reason
  if (refusal !== null) return labels.popUp.refusals[refusal]
  if (error === null) return labels.popUp.refusals.backend
  return labels.popUp.errors[error.code] ?? labels.errors[error.code].text
}
