import type { JobFilters } from '../../core/list-query.js'
import { createdRangeWords } from '../created-range/created-range-words.js'
import { formatWord, reportTypeWord } from '../parts/job-words.js'
import type { ExportJobsUi } from '../useExportJobsUi.js'

/** One filter that is on. */
export interface ActiveFilter {
  /** Unique among the chips. */
  readonly key: string
  /** The visible words. */
  readonly words: string
  /** The change that takes it away. */
  readonly without: Partial<JobFilters>
}

/** The filters that are on, one for each value; the search text has a field of its own. */
export function activeFilters(filters: JobFilters, ui: ExportJobsUi): readonly ActiveFilter[] {
  const { labels, reportTypes } = ui
  const { toolbar } = labels
  const { statuses, fileFormats, sources, hasWarnings } = filters
  const chip = (name: string, value: string) => toolbar.filterChip({ name, value })
  const created = createdRangeWords(filters, ui)
  return [
    ...statuses.map((status) => ({
      key: `status-${status}`,
      words: chip(toolbar.status, labels.statuses[status]),
      without: { statuses: without(statuses, status) },
    })),
    ...fileFormats.map((format) => ({
      key: `format-${format}`,
      words: chip(toolbar.format, formatWord(format, labels)),
      without: { fileFormats: without(fileFormats, format) },
    })),
    ...filters.reportTypes.map((id) => ({
      key: `type-${id}`,
      words: chip(toolbar.reportType, reportTypeWord(id, labels, reportTypes)),
      without: { reportTypes: without(filters.reportTypes, id) },
    })),
    ...sources.map((source) => ({
      key: `source-${source}`,
      words: chip(toolbar.source, labels.sources[source]),
      without: { sources: without(sources, source) },
    })),
    ...(hasWarnings === null
      ? []
      : [
          {
            key: 'warnings',
            words: hasWarnings ? toolbar.withWarnings : toolbar.withoutWarnings,
            without: { hasWarnings: null },
          },
        ]),
    ...(created === null
      ? []
      : [
          {
            key: 'created',
            words: chip(toolbar.created, created),
            without: { createdFrom: null, createdTo: null },
          },
        ]),
  ]
}

function without<T>(values: readonly T[], value: T): readonly T[] {
  return values.filter((other) => other !== value)
}
