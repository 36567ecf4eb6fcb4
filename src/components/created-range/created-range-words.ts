import type { JobFilters } from '../../core/list-query.js'
import type { ExportJobsUi } from '../useExportJobsUi.js'

/** Days of creation; `null` is open. */
export type CreatedRange = Pick<JobFilters, 'createdFrom' | 'createdTo'>

/** A created range in words, or `null` when there is none. */
export function createdRangeWords(
  { createdFrom, createdTo }: CreatedRange,
  { labels, formatters }: Pick<ExportJobsUi, 'labels' | 'formatters'>,
): string | null {
  if (createdFrom !== null && createdTo !== null) {
    return formatters.formatDateRange({ from: createdFrom, to: createdTo })
  }
  if (createdFrom !== null) {
    return labels.calendar.since({ date: formatters.formatDate(createdFrom) })
  }
  if (createdTo === null) return null
  return labels.calendar.until({ date: formatters.formatDate(createdTo) })
}
