import { isCalendarDate } from '../../backend/create-request.js'
import type { BackendQuery } from '../../backend/job-query.js'
import { BackendRefusal } from '../../backend/refusal.js'
import { startOfDay } from '../../http/calendar-day.js'
import { SORT_WORDS, statusesOf } from './words.js'

const SIZES = { least: 1, most: 200 }

/**
 * Reads the grid's query: pages from 1, a repeated parameter for several values, one day (UTC) instead
 * of a range, field and direction apart.
 *
 * @throws {BackendRefusal} `invalid`, with the wire's own parameter names. Source: W2, W3, W9.
 */
export function readListRequest(query: URLSearchParams, projectId: string): BackendQuery {
  const fieldErrors: Record<string, readonly string[]> = {}
  const refuse = (field: string, text: string) => {
    fieldErrors[field] = [text]
  }
  const whole = (field: string, fallback: number, most: number) => {
    const value = Number(query.get(field) ?? fallback)
    if (Number.isInteger(value) && value >= 1 && value <= most) return value
    refuse(field, `Whole number from 1 to ${most} expected.`)
    return fallback
  }
  const day = query.get('dateCreated')
  if (day !== null && !isCalendarDate(day)) refuse('dateCreated', 'Day expected, as YYYY-MM-DD.')
  const statuses = query.getAll('status').flatMap((word) => {
    const known = statusesOf(word)
    if (known.length === 0) refuse('status', `Unknown status ${word}.`)
    return known
  })
  const sortBy = query.get('sortBy') ?? 'DateCreated'
  const direction = query.get('sortDirection') ?? 'desc'
  const field = Object.hasOwn(SORT_WORDS, sortBy) ? SORT_WORDS[sortBy] : undefined
  if (field === undefined) refuse('sortBy', `No column ${sortBy}.`)
  if (direction !== 'asc' && direction !== 'desc') refuse('sortDirection', 'asc or desc expected.')
  const page = whole('pageNumber', 1, 999_999_999)
  const pageSize = whole('rowsPerPage', 20, SIZES.most)
  if (Object.keys(fieldErrors).length > 0) throw new BackendRefusal('invalid', { fieldErrors })
  return {
    companyId: projectId,
    statuses,
    reportTypes: query.getAll('type'),
    search: query.get('nameContains') ?? '',
    createdFrom: day === null ? null : startOfDay(day, 'UTC'),
    createdBefore: day === null ? null : startOfDay(day, 'UTC', 1),
    ordering:
      field === undefined ? [] : [{ field, direction: direction === 'asc' ? 'asc' : 'desc' }],
    page: page - 1,
    pageSize,
  }
}
