import type { BackendCreateRequest } from './backend.js'
import { BackendRefusal } from './refusal.js'
import type { BackendReportType } from './report-types.js'

/**
 * Checks a request for a job.
 *
 * @returns The report type that it asks for. Source: M11.
 * @throws {BackendRefusal} `invalid`, with messages under `reportType`, `fileFormat`, `dateFrom`,
 * `dateTo`.
 */
export function validateCreateRequest(
  request: BackendCreateRequest,
  reportTypes: readonly BackendReportType[],
): BackendReportType {
  const fieldErrors: Record<string, readonly string[]> = {}
  const reportType = reportTypes.find(
    ({ id }) => request.reportType === null || id === request.reportType,
  )
  if (reportType === undefined) fieldErrors.reportType = ['There is no such report type.']
  const formatError = reportType && checkFormat(request.fileFormat, reportType)
  if (formatError != null) fieldErrors.fileFormat = [formatError]
  const { from = null, to = null } = request.dateRange ?? {}
  if (from !== null && !isCalendarDate(from)) fieldErrors.dateFrom = [NOT_A_DATE]
  if (to !== null && !isCalendarDate(to)) fieldErrors.dateTo = [NOT_A_DATE]
  const areDates = fieldErrors.dateFrom === undefined && fieldErrors.dateTo === undefined
  if (areDates && from !== null && to !== null && from > to) {
    fieldErrors.dateTo = ['The end lies before the start.']
  }
  if (reportType === undefined || Object.keys(fieldErrors).length > 0) {
    throw new BackendRefusal('invalid', { fieldErrors })
  }
  return reportType
}

const NOT_A_DATE = 'Give a date as YYYY-MM-DD.'

function checkFormat(format: string | null, { formats }: BackendReportType): string | null {
  if (format === null) return formats.length === 1 ? null : 'Choose a file format.'
  return formats.includes(format) ? null : `Choose one of ${formats.join(', ')}.`
}

/** Tells whether a text is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text)
}
