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
import { snakeCase } from '../../internal/snake-case.js'
import { isTimeZone, startOfDay } from '../../internal/zoned-time.js'
import type { RestContext } from './context.js'
import type { RestClientOptions } from './options.js'
import type { RestOrderingOptions, RestParams } from './request-options.js'

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
  createdOn: null,
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
  const resolved = { ...DEFAULT_PARAMS, ...params }
  return resolved.createdOn === null
    ? resolved
    : { ...resolved, createdFrom: null, createdTo: null }
}

/** Says which filters the parameters can carry. */
export function filtersOf(params: Required<RestParams>): readonly JobFilterName[] {
  const byDay = (name: JobFilterName) => name === 'createdFrom' || name === 'createdTo'
  return JOB_FILTER_NAMES.filter(
    (name) => params[name] !== null || (params.createdOn !== null && byDay(name)),
  )
}

/** Says which fields the backend sorts by. */
export function orderingsOf(options: RestClientOptions): readonly JobSortField[] {
  return JOB_SORT_FIELDS.filter((field) => orderingWord(field, options) !== null)
}

function orderingWord(field: JobSortField, { ordering, params }: RestClientOptions): string | null {
  if (ordering === null || params?.ordering === null) return null
  if (ordering?.fields !== undefined) return ordering.fields[field] ?? null
  return field === 'name' ? null : snakeCase(field)
}

/** A parameter and its value; without a name or a value it is not sent. */
type Param = readonly [
  name: string | null,
  value: string | number | boolean | null | undefined | readonly string[],
]

/** Writes parameters in the backend's way; an empty list writes nothing. */
export function writeParams(
  entries: readonly Param[],
  arrayFormat: RestClientOptions['arrayFormat'] = 'comma',
): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of entries) {
    if (name === null || value === null || value === undefined) continue
    if (typeof value !== 'object') search.append(name, String(value))
    else if (value.length === 0) continue
    else if (arrayFormat === 'comma') search.append(name, value.join())
    else {
      const key = arrayFormat === 'brackets' ? `${name}[]` : name
      for (const member of value) search.append(key, member)
    }
  }
  return search
}

/** Makes the function that turns a list query into the backend's parameters. */
export function createListQueryWriter({
  options,
  params,
  capabilities,
  vocabulary,
  rules,
}: RestContext): (query: JobListQuery) => URLSearchParams {
  const { pageBase = 0, pageStyle } = options

  function positionParam({ page, cursor, pageSize }: JobListQuery): Param {
    if (capabilities.pagination === 'page') {
      return [params.page, (pageStyle === 'offset' ? page * pageSize : page) + pageBase]
    }
    return cursor?.startsWith(BEFORE_MARK) && params.cursorBefore !== null
      ? [params.cursorBefore, cursor.slice(BEFORE_MARK.length)]
      : [params.cursor, cursor]
  }

  function bound(date: string | null, timeZone: string, dayOffset: number) {
    if (date === null) return null
    if (!isCalendarDate(date) || !isTimeZone(timeZone)) {
      throw new ExportJobsError('invalid', {
        message: `listJobs got ${JSON.stringify(date)} in ${JSON.stringify(timeZone)} as a created filter. Give a date (YYYY-MM-DD) and an IANA time zone.`,
      })
    }
    if (options.createdFilter !== 'instant') return date
    const instant = startOfDay(date, timeZone, dayOffset)
    return rules.epochUnitMs === null
      ? new Date(instant).toISOString()
      : instant / rules.epochUnitMs
  }

  /** A day that a backend filtering by one day can be asked for. */
  function oneDay({ createdFrom, createdTo }: JobFilters): string | null {
    if (params.createdOn === null) return null
    if (createdFrom === createdTo) return createdFrom
    throw new ExportJobsError('invalid', {
      message: `listJobs got a range of days, and this backend filters by one (params.createdOn). Give the same day as createdFrom and createdTo.`,
    })
  }

  return (query) => {
    const { pageSize, ordering, filters, timeZone } = query
    return writeParams(
      [
        [params.statuses, vocabulary.writeStatuses(filters.statuses)],
        [params.fileFormats, vocabulary.writeFormats(filters.fileFormats)],
        [params.reportTypes, filters.reportTypes],
        [params.sources, filters.sources],
        [params.search, filters.search || null],
        [params.hasWarnings, filters.hasWarnings],
        [params.createdFrom, bound(filters.createdFrom, timeZone, 0)],
        [params.createdTo, bound(filters.createdTo, timeZone, 1)],
        [params.createdOn, bound(oneDay(filters), timeZone, 0)],
        ...orderingParams(ordering, options, params),
        [params.pageSize, pageSize],
        positionParam(query),
      ],
      options.arrayFormat,
    )
  }
}

function orderingParams(
  wanted: readonly JobSort[],
  options: RestClientOptions,
  params: Required<RestParams>,
): readonly Param[] {
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
