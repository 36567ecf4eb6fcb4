import { ExportJobsError } from '../../core/errors.js'
import {
  JOB_FILTER_NAMES,
  JOB_SORT_FIELDS,
  type JobFilterName,
  type JobListQuery,
  type JobSort,
  type JobSortField,
} from '../../core/list-query.js'
import { readWireInstant } from '../../internal/wire-instant.js'
import { isTimeZone, startOfDay } from '../../internal/zoned-time.js'
import type { RestClientOptions } from './options.js'
import type { RestOrderingOptions, RestParams } from './request-options.js'
import { contractName } from './source.js'
import type { Vocabulary } from './vocabulary.js'

const DEFAULT_PARAMS: Required<RestParams> = {
  page: 'page',
  pageSize: 'page_size',
  cursor: 'cursor',
  cursorBefore: null,
  ordering: 'ordering',
  direction: 'direction',
  statuses: 'status',
  fileFormats: 'file_format',
  reportTypes: 'report_type',
  createdFrom: 'created_at_from',
  createdTo: 'created_at_to',
  search: null,
  sources: null,
  hasWarnings: null,
  ids: null,
  fileId: 'file_id',
}

/** Marks a cursor that points back, where cursors are made from ids. */
export const BEFORE_MARK = 'before:'

/** Fills in the names that the host leaves as they are. */
export function resolveParams(params: RestParams | undefined): Required<RestParams> {
  return { ...DEFAULT_PARAMS, ...params }
}

/** Says which filters the parameters can carry. */
export function filtersOf(params: Required<RestParams>): readonly JobFilterName[] {
  return JOB_FILTER_NAMES.filter((name) => params[name] !== null)
}

/** Says which fields the backend sorts by. */
export function orderingsOf(options: RestClientOptions): readonly JobSortField[] {
  return JOB_SORT_FIELDS.filter((field) => orderingWord(field, options) !== null)
}

function orderingWord(field: JobSortField, { ordering, params }: RestClientOptions): string | null {
  if (ordering === null || params?.ordering === null) return null
  if (ordering?.fields !== undefined) return ordering.fields[field] ?? null
  return field === 'name' ? null : contractName(field)
}

/** Writes a parameter of several values in the backend's way; none writes nothing. */
export function appendList(
  search: URLSearchParams,
  name: string | null,
  values: readonly string[],
  format: RestClientOptions['arrayFormat'] = 'comma',
): void {
  if (name === null || values.length === 0) return
  if (format === 'comma') search.append(name, values.join(','))
  else for (const value of values) search.append(format === 'brackets' ? `${name}[]` : name, value)
}

/** Makes the function that turns a list query into the backend's parameters. */
export function createListQueryWriter(
  options: RestClientOptions,
  params: Required<RestParams>,
  pagination: 'page' | 'cursor',
  vocabulary: Vocabulary,
): (query: JobListQuery) => URLSearchParams {
  const { arrayFormat, pageBase = 0, pageStyle = 'number' } = options

  function put(search: URLSearchParams, name: string | null, value: string | number | boolean) {
    if (name !== null) search.append(name, String(value))
  }

  function putPosition(search: URLSearchParams, { page, cursor, pageSize }: JobListQuery) {
    put(search, params.pageSize, pageSize)
    if (pagination === 'page') {
      put(search, params.page, (pageStyle === 'offset' ? page * pageSize : page) + pageBase)
    } else if (cursor?.startsWith(BEFORE_MARK) && params.cursorBefore !== null) {
      put(search, params.cursorBefore, cursor.slice(BEFORE_MARK.length))
    } else if (cursor !== null) {
      put(search, params.cursor, cursor)
    }
  }

  function putFilters(search: URLSearchParams, { filters, timeZone }: JobListQuery) {
    const putList = (name: string | null, values: readonly string[]) =>
      appendList(search, name, values, arrayFormat)
    putList(params.statuses, vocabulary.writeStatuses(filters.statuses))
    putList(params.fileFormats, vocabulary.writeFormats(filters.fileFormats))
    putList(params.reportTypes, filters.reportTypes)
    putList(params.sources, filters.sources)
    if (filters.search !== '') put(search, params.search, filters.search)
    if (filters.hasWarnings !== null) put(search, params.hasWarnings, filters.hasWarnings)
    const { createdFrom, createdTo } = filters
    if (createdFrom !== null) put(search, params.createdFrom, bound(createdFrom, timeZone, 0))
    if (createdTo !== null) put(search, params.createdTo, bound(createdTo, timeZone, 1))
  }

  function bound(date: string, timeZone: string, dayOffset: number): string | number {
    if (!isCalendarDay(date) || !isTimeZone(timeZone)) {
      throw new ExportJobsError('invalid', {
        message: `listJobs got ${JSON.stringify(date)} in ${JSON.stringify(timeZone)} as a created filter. Give a date (YYYY-MM-DD) and an IANA time zone.`,
      })
    }
    if (options.createdFilter !== 'instant') return date
    const instant = startOfDay(date, timeZone, dayOffset)
    if (options.instants === 'epochSeconds') return instant / 1000
    return options.instants === 'epochMilliseconds' ? instant : new Date(instant).toISOString()
  }

  return (query) => {
    const search = new URLSearchParams()
    putFilters(search, query)
    for (const [name, value] of orderingParams(query.ordering, options, params)) {
      put(search, name, value)
    }
    putPosition(search, query)
    return search
  }
}

function isCalendarDay(text: string): boolean {
  return (
    text.length === 10 && readWireInstant(text, { timeZone: 'UTC', epochUnitMs: null }) !== null
  )
}

function orderingParams(
  wanted: readonly JobSort[],
  options: RestClientOptions,
  params: Required<RestParams>,
): readonly (readonly [string | null, string])[] {
  const { format, tieBreakers = { dateFrom: 'id' } }: RestOrderingOptions = options.ordering ?? {}
  const known = withTieBreaker(wanted, tieBreakers).flatMap((sort) => {
    const word = orderingWord(sort.field, options)
    return word === null ? [] : [{ sort, word }]
  })
  if (known.length === 0) return []
  if (typeof format === 'function') return Object.entries(format(known.map(({ sort }) => sort)))
  if (format === 'separate') {
    return [
      [params.ordering, known.map(({ word }) => word).join()],
      [params.direction, known.map(({ sort }) => sort.direction).join()],
    ]
  }
  const signed = known.map(({ sort, word }) => (sort.direction === 'desc' ? `-${word}` : word))
  return [[params.ordering, signed.join()]]
}

function withTieBreaker(
  sorts: readonly JobSort[],
  tieBreakers: Readonly<Partial<Record<JobSortField, JobSortField>>>,
): readonly JobSort[] {
  const last = sorts.at(-1)
  const field = last && tieBreakers[last.field]
  if (!field || sorts.some((sort) => sort.field === field)) return sorts
  return [...sorts, { field, direction: last.direction }]
}
