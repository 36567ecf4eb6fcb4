import type { ReportType } from '../core/report-types.js'
import { englishPage } from '../labels/en-page.js'
import { createFormatters, type ExportFormatters } from '../labels/formatters.js'
import type { ExportLabels } from '../labels/labels.js'
import { mergeLabels } from '../labels/merge-labels.js'
import {
  type ExportJobsUiContextValue,
  useExportJobsContext,
  useExportJobsUiContext,
} from '../provider/export-jobs-context.js'
import { useUiScope, type WordOverrides } from './parts/UiScope.js'

/** What components draw with. */
export interface ExportJobsUi extends Omit<ExportJobsUiContextValue, 'labels' | 'formatters'> {
  /** Every word: English, with the provider's and the component's own over it. */
  readonly labels: ExportLabels
  /** Every format: `Intl`'s, with the provider's and the component's own over it. */
  readonly formatters: ExportFormatters
  /** The kinds of report the host registered. */
  readonly reportTypes: readonly ReportType[]
  /** BCP 47 language. */
  readonly locale: string
  /** IANA zone of instants. */
  readonly timeZone: string
}

/** Hundreds of cells ask for the same words, so they are merged once for each context value. */
const known = new WeakMap<ExportJobsUiContextValue, ExportJobsUi>()

/** Reads the words, formats and links that components draw with. Keeps its identity. */
export function useExportJobsUi(): ExportJobsUi {
  return useUiOf(useExportJobsUiContext('useExportJobsUi'))
}

/** The same for a component without parts, which needs no scope for its own words and formats. */
export function useOwnUi(own: WordOverrides): ExportJobsUi {
  return useUiOf(useUiScope(own))
}

function useUiOf(context: ExportJobsUiContextValue): ExportJobsUi {
  const { locale, timeZone, reportTypes } = useExportJobsContext('useExportJobsUi')
  const former = known.get(context)
  if (
    former?.locale === locale &&
    former.timeZone === timeZone &&
    former.reportTypes === reportTypes
  ) {
    return former
  }
  const ui: ExportJobsUi = {
    ...context,
    labels: mergeLabels(englishPage, context.labels),
    formatters: { ...createFormatters({ locale, timeZone }), ...defined(context.formatters) },
    reportTypes,
    locale,
    timeZone,
  }
  known.set(context, ui)
  return ui
}

/** A format that is given as `undefined` is not given. */
function defined<T extends object>(values: T | undefined): Partial<T> {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<T>
}
