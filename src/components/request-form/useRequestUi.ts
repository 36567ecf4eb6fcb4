import { englishRequest } from '../../labels/en-request.js'
import { mergeLabels } from '../../labels/merge-labels.js'
import type { RequestLabels } from '../../labels/request-labels.js'
import { useExportJobsUiContext } from '../../provider/export-jobs-context.js'
import { type ExportJobsUi, useExportJobsUi } from '../useExportJobsUi.js'

/** What the parts of request forms draw with. */
export interface RequestUi extends ExportJobsUi {
  /** The words of asking for exports: English, with the provider's and the component's own over it. */
  readonly words: RequestLabels
}

const known = new WeakMap<ExportJobsUi, RequestUi>()

/** Reads the words, formats and links that request forms draw with. Keeps its identity. */
export function useRequestUi(): RequestUi {
  const ui = useExportJobsUi()
  const { labels } = useExportJobsUiContext('useRequestUi')
  const former = known.get(ui)
  if (former !== undefined) return former
  const whole = { ...ui, words: mergeLabels(englishRequest, labels) }
  known.set(ui, whole)
  return whole
}
