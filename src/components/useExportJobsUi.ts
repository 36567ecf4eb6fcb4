import type { ReportType } from '../core/report-types.js'
import { guardHandler } from '../internal/guard-handler.js'
import { englishPage } from '../labels/en-page.js'
import {
  createFormatters,
  type ExportFormatters,
  type FormatterOverrides,
} from '../labels/formatters.js'
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
export function useOwnUi(own: WordOverrides, user: string): ExportJobsUi {
  return useUiOf(useUiScope(own, user))
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
    formatters: laidOver(createFormatters({ locale, timeZone }), context.formatters),
    reportTypes,
    locale,
    timeZone,
  }
  known.set(context, ui)
  return ui
}

/** Where a format of the host's throws, or gives nothing, ours is better than no page. */
function laidOver(own: ExportFormatters, host: FormatterOverrides = {}): ExportFormatters {
  const safe = Object.entries(host).map(([name, format]) => {
    const write = (...values: readonly unknown[]) =>
      (format && guardHandler(() => Reflect.apply(format, host, values), format)) ??
      Reflect.apply(Reflect.get(own, name), own, values)
    return [name, write] as const
  })
  return { ...own, ...Object.fromEntries(safe) }
}
