import type { ExportJob } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'
import type { ExportFormatters } from '../../labels/formatters.js'
import type { ExportLabels } from '../../labels/labels.js'

/**
 * The word for a job's status: the host's word for the backend's own, else ours where the backend's
 * word was mapped, else the backend's as it stands. Source: W7.
 */
export function statusWord(
  { status, statusText }: Pick<ExportJob, 'status' | 'statusText'>,
  labels: ExportLabels,
): string {
  const own = statusText === null ? undefined : lookUp(labels.statusWords, statusText)
  if (own !== undefined) return own
  return status === 'unknown' ? (statusText ?? labels.statuses.unknown) : labels.statuses[status]
}

/** The word for a file format: the host's, else the format in upper case. Source: M2, E2. */
export function formatWord(fileFormat: string, labels: ExportLabels): string {
  return lookUp(labels.formats, fileFormat) ?? fileFormat.toUpperCase()
}

/** The words for a report type: the host's, else the registry's, else the backend's made readable. */
export function reportTypeWord(
  id: string,
  labels: ExportLabels,
  reportTypes: readonly ReportType[],
): string {
  const registered = reportTypes.find((type) => type.id === id)?.label
  return lookUp(labels.reportTypes, id) ?? registered ?? readable(id)
}

/** The words for a kind of records: the host's, else the backend's made readable. Source: E2. */
export function entityTypeWord(id: string, labels: ExportLabels): string {
  return lookUp(labels.entityTypes, id) ?? readable(id)
}

/** The period a report covers in words, or `null` when it has none. Source: M1. */
export function dateRangeWords(
  { dateRange }: Pick<ExportJob, 'dateRange'>,
  labels: ExportLabels,
  formatters: ExportFormatters,
): string | null {
  const { from, to } = dateRange ?? { from: null, to: null }
  if (from !== null && to !== null) return formatters.formatDateRange({ from, to })
  if (from !== null) return labels.job.dateRangeFrom({ date: formatters.formatDate(from) })
  if (to !== null) return labels.job.dateRangeTo({ date: formatters.formatDate(to) })
  return null
}

/** What a job is called where it has to be told from others: its name, report type or id. */
export function jobWords(
  { id, name, reportType }: Pick<ExportJob, 'id' | 'name' | 'reportType'>,
  labels: ExportLabels,
  reportTypes: readonly ReportType[],
): string {
  return name ?? (reportType === null ? id : reportTypeWord(reportType, labels, reportTypes))
}

/** A backend may well call a word `constructor`. */
function lookUp(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}

/** `delivery_location` is a word of programs; "Delivery location" is one of people. */
export function readable(id: string): string {
  const words = id.replace(/[_-]+/g, ' ').trim()
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1)
}
