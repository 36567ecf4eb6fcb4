import type { JobAction } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'
import type { ActionRefused } from '../../hooks/run-job-action.js'
import type { ExportFormatters } from '../../labels/formatters.js'
import type { ExportLabels } from '../../labels/labels.js'
import type { PopUp } from '../../provider/pop-up-store.js'
import { fileWords } from '../parts/file-words.js'
import { jobWords } from '../parts/job-words.js'

/** What a pop-up says. */
export interface PopUpWords {
  /** Its heading. */
  readonly title: string
  /** The reason, or `null` where the heading says it all. */
  readonly text: string | null
}

/** The words of a pop-up. */
export function popUpWords(
  popUp: PopUp,
  labels: ExportLabels,
  formatters: ExportFormatters,
): PopUpWords {
  const { action = 'download', doneCount: count, news } = popUp
  if (news !== undefined) return { title: labels.actions[news], text: null }
  if (count !== undefined) {
    const countText = formatters.formatNumber(count)
    return { title: labels.actions.done[action]({ count, countText }), text: null }
  }
  const title = action === 'download' ? labels.popUp.title : labels.actions.failed[action]
  return { title, text: refusalWords(action, popUp, labels) }
}

/** What a pop-up is about, so that several can be told apart: the file where it is one of several. */
export function popUpSubject(
  { job, fileId }: PopUp,
  labels: ExportLabels,
  reportTypes: readonly ReportType[],
): string {
  const file = job.files.find(({ id }) => id === fileId)
  return file === undefined ? jobWords(job, labels, reportTypes) : fileWords(file)
}

/**
 * Why something could not be done: the backend's own reason on the job, else words by refusal or code.
 * Never an error's message, which is for developers. Source: M14.
 */
export function refusalWords(
  action: JobAction,
  { refusal, reason, error }: Pick<ActionRefused, 'refusal' | 'reason' | 'error'>,
  labels: ExportLabels,
): string {
  const { actions, popUp, errors } = labels
  if (reason !== null) return reason
  const isDownload = action === 'download'
  if (refusal !== null || error === null) {
    const word = refusal ?? 'backend'
    return (isDownload ? undefined : actions.refusals[word]) ?? popUp.refusals[word]
  }
  if (action === 'cancel' && error.code === 'conflict') return actions.cancelConflict
  return (isDownload ? popUp : actions).errors[error.code] ?? errors[error.code].text
}
