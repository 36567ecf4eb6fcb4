import type { JobSort, JobSortField } from '../../../src/core/list-query.js'
import { MAX_PAGE_SIZE, MIN_PAGE_SIZE } from '../../../src/core/list-query.js'
import { type ExportStatus, FILTERABLE_STATUSES } from '../../../src/core/status.js'
import { isCalendarDate } from '../../backend/create-request.js'
import type { BackendQuery } from '../../backend/job-query.js'
import { BackendRefusal } from '../../backend/refusal.js'
import { startOfDay } from '../../http/calendar-day.js'

/** The fields that Mathership sorts by. Source: M10. */
const SORT_FIELDS: Readonly<Record<string, JobSortField>> = {
  created_at: 'createdAt',
  updated_at: 'updatedAt',
  status: 'status',
  date_from: 'dateFrom',
  date_to: 'dateTo',
  id: 'id',
  report_type: 'reportType',
  file_format: 'fileFormat',
}

/**
 * Reads a list's query. Several values may come comma-separated, repeated, or with `[]`.
 *
 * @param timeZone - IANA zone of `created_at_from` and `created_at_to`.
 * @throws {BackendRefusal} `invalid`, with the wire's own field names. Source: M8 to M10.
 */
export function readListRequest(
  query: URLSearchParams,
  companyId: string,
  timeZone: string,
): BackendQuery {
  const fieldErrors: Record<string, readonly string[]> = {}
  const refuse = (field: string, text: string) => {
    fieldErrors[field] = [...(fieldErrors[field] ?? []), text]
  }
  const day = (field: string, after: number) => {
    const text = query.get(field)
    if (text === null || text === '') return null
    if (isCalendarDate(text)) return startOfDay(text, timeZone, after)
    refuse(field, 'Give a date as YYYY-MM-DD.')
    return null
  }
  const whole = (field: string, fallback: number, min: number, max: number) => {
    const text = query.get(field)
    if (text === null || text === '') return fallback
    if (/^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text)
    refuse(field, `Give a whole number from ${min} to ${max}.`)
    return fallback
  }
  const read: BackendQuery = {
    companyId,
    statuses: listOf(query, 'status').flatMap((word) => {
      const status = FILTERABLE_STATUSES.find((known) => known === word)
      if (status === undefined) refuse('status', `"${word}" is not a status.`)
      return status === undefined ? [] : ([status] satisfies ExportStatus[])
    }),
    fileFormats: listOf(query, 'file_format').map((word) => word.toLowerCase()),
    reportTypes: listOf(query, 'report_type'),
    createdFrom: day('created_at_from', 0),
    createdBefore: day('created_at_to', 1),
    ordering: listOf(query, 'ordering').flatMap((word) => {
      const sort = readSort(word)
      if (sort === null) refuse('ordering', `"${word}" is not a field to order by.`)
      return sort === null ? [] : [sort]
    }),
    page: whole('page', 0, 0, 999_999_999),
    pageSize: whole('page_size', 20, MIN_PAGE_SIZE, MAX_PAGE_SIZE),
  }
  if (Object.keys(fieldErrors).length > 0) throw new BackendRefusal('invalid', { fieldErrors })
  return read
}

function listOf(query: URLSearchParams, name: string): readonly string[] {
  return [...query.getAll(name), ...query.getAll(`${name}[]`)]
    .flatMap((value) => value.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function readSort(word: string): JobSort | null {
  const name = word.replace(/^-/, '')
  const field = Object.hasOwn(SORT_FIELDS, name) ? SORT_FIELDS[name] : undefined
  if (field === undefined) return null
  return { field, direction: word.startsWith('-') ? 'desc' : 'asc' }
}
