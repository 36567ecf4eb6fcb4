import { ExportJobsError } from '../../core/errors.js'
import {
  JOB_FILTER_NAMES,
  JOB_SORT_FIELDS,
  type JobFilterName,
  type JobFilters,
  type JobListQuery,
  type JobSort,
  type JobSortField,
} from '../../core/list-query.js'
import { isCalendarDate } from '../../internal/calendar-date.js'
import { isTimeZone, startOfDay } from '../../internal/zoned-time.js'
import type { Vocabulary } from '../rest/vocabulary.js'
import type { SupabaseColumns } from './options.js'
import type { SupabaseRows } from './supabase-js.js'

type FilteredField = JobSortField | 'source'

/** The columns that can be asked by name. */
export type ColumnNames = Readonly<Partial<Record<FilteredField, string>>>

/** The columns that the assumed table has. Source: E8. */
const ASSUMED_COLUMNS: ColumnNames = {
  id: 'id',
  name: 'name',
  reportType: 'export_type',
  fileFormat: 'export_format',
  status: 'status',
  createdAt: 'requested_at',
}

const FIELD_OF_FILTER: Readonly<Partial<Record<JobFilterName, FilteredField>>> = {
  statuses: 'status',
  fileFormats: 'fileFormat',
  reportTypes: 'reportType',
  createdFrom: 'createdAt',
  createdTo: 'createdAt',
  search: 'name',
  sources: 'source',
}

/** Finds the columns that filters and sort keys can name. */
export function columnNames(columns: SupabaseColumns): ColumnNames {
  const names: Partial<Record<FilteredField, string>> = {}
  for (const field of [...JOB_SORT_FIELDS, 'source'] as const) {
    const place = columns[field] === undefined ? ASSUMED_COLUMNS[field] : columns[field]
    if (typeof place === 'string' && place !== '' && !place.includes('.')) names[field] = place
  }
  return names
}

/** Says which filters the columns can carry. */
export function filtersOf(names: ColumnNames): readonly JobFilterName[] {
  return JOB_FILTER_NAMES.filter((filter) => {
    const field = FIELD_OF_FILTER[filter]
    return field !== undefined && names[field] !== undefined
  })
}

/** Says which fields the table sorts by. */
export function orderingsOf(names: ColumnNames): readonly JobSortField[] {
  return JOB_SORT_FIELDS.filter((field) => names[field] !== undefined)
}

/** Keeps the rows whose column holds one of some values; no values keep all. */
export function keepAnyOf(
  rows: SupabaseRows,
  column: string | undefined,
  values: readonly string[],
): SupabaseRows {
  const [first] = values
  if (column === undefined || first === undefined) return rows
  // a single value reaches to the end of its parameter and needs no quotes
  if (values.length === 1) return rows.filter(column, 'eq', first)
  return rows.filter(column, 'in', `(${values.map(quote).join()})`)
}

/** Narrows a request to what the list is narrowed to. */
export function keepFiltered(
  rows: SupabaseRows,
  filters: JobFilters,
  timeZone: string,
  names: ColumnNames,
  vocabulary: Vocabulary,
): SupabaseRows {
  let kept = keepAnyOf(rows, names.status, vocabulary.writeStatuses(filters.statuses))
  kept = keepAnyOf(kept, names.fileFormat, vocabulary.writeFormats(filters.fileFormats))
  kept = keepAnyOf(kept, names.reportType, filters.reportTypes)
  kept = keepAnyOf(kept, names.source, filters.sources)
  const { createdFrom, createdTo } = filters
  const { createdAt, name } = names
  if (createdAt !== undefined && createdFrom !== null) {
    kept = kept.filter(createdAt, 'gte', startOf(createdFrom, timeZone, 0))
  }
  if (createdAt !== undefined && createdTo !== null) {
    kept = kept.filter(createdAt, 'lt', startOf(createdTo, timeZone, 1))
  }
  const search = filters.search.trim()
  if (name === undefined || search === '') return kept
  return kept.filter(name, 'ilike', `%${escapePattern(search)}%`)
}

/** Sorts the rows; the id comes last, so that no row is on two pages. */
export function sortRows(
  rows: SupabaseRows,
  { ordering }: JobListQuery,
  names: ColumnNames,
): SupabaseRows {
  const sorts: readonly JobSort[] = ordering.some(({ field }) => field === 'id')
    ? ordering
    : [...ordering, { field: 'id', direction: 'asc' }]
  let sorted = rows
  for (const { field, direction } of sorts) {
    const column = names[field]
    if (column !== undefined) sorted = sorted.order(column, { ascending: direction === 'asc' })
  }
  return sorted
}

/** supabase-js quotes what has a comma or a bracket, but not the quotes in it. */
function quote(value: string): string {
  return /^[\w-]+$/.test(value) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`
}

/**
 * Takes the meaning from a pattern's own characters. PostgREST reads a star as `%` and knows no
 * escape for it, so that it becomes "any one character".
 */
function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&').replaceAll('*', '_')
}

function startOf(date: string, timeZone: string, dayOffset: number): string {
  if (!isCalendarDate(date) || !isTimeZone(timeZone)) {
    throw new ExportJobsError('invalid', {
      message: `The created filter ${date} in ${timeZone} is no date (YYYY-MM-DD) in an IANA zone.`,
    })
  }
  return new Date(startOfDay(date, timeZone, dayOffset)).toISOString().replace('.000Z', 'Z')
}
