import type { ClientCapabilities } from '../core/client.js'
import { JOB_SOURCES } from '../core/job.js'
import {
  JOB_SORT_FIELDS,
  type JobFilterName,
  type JobFilters,
  type JobSort,
  type JobSortField,
  MAX_PAGE_SIZE,
  MIN_PAGE_SIZE,
} from '../core/list-query.js'
import { FILTERABLE_STATUSES } from '../core/status.js'
import { isCalendarDate } from '../internal/calendar-date.js'
import { toWellFormed } from '../internal/well-formed.js'
import type { ListParam } from './list-params.js'
import type { ExportListState } from './list-state.js'
import type {
  ListStateCandidate,
  ListStateCorrection,
  ListStateCorrectionReason,
} from './list-state-correction.js'

/** The last page that can be named: times 200 rows it still fits a backend's 32-bit offset. */
export const MAX_PAGE = 10_000_000

/** A valid state, and what was changed to make it so. */
export interface CheckedListState {
  /** The valid state. */
  readonly state: ExportListState
  /** What was not taken as it stood, each param and reason once. */
  readonly corrections: readonly ListStateCorrection[]
}

/**
 * Makes a valid state of unchecked values. This is the only place that says what a valid state is:
 * the URL codec and `normalizeListState` both end here.
 *
 * @param defaults - A valid state; it stands in for what is missing or cannot be mended.
 */
export function checkListState(
  candidate: ListStateCandidate,
  capabilities: ClientCapabilities,
  defaults: ExportListState,
): CheckedListState {
  const corrections: ListStateCorrection[] = []
  const byCursor = capabilities.pagination === 'cursor'

  function correct<Value>(param: ListParam, reason: ListStateCorrectionReason, use: Value): Value {
    const isKnown = corrections.some((known) => known.param === param && known.reason === reason)
    if (!isKnown) corrections.push({ param, reason })
    return use
  }

  function integer(param: 'page' | 'pageSize', min: number, max: number): number {
    const value = candidate[param]
    if (value === undefined) return defaults[param]
    // an infinity passes: more digits than a number can hold are still an integer
    if (typeof value !== 'number' || Math.trunc(value) !== value) {
      return correct(param, 'not_a_number', defaults[param])
    }
    const nearest = Math.min(max, Math.max(min, value))
    return nearest === value ? nearest : correct(param, 'out_of_range', nearest)
  }

  function filter(name: JobFilterName): unknown {
    return capabilities.filters.includes(name) ? candidate[name] : undefined
  }

  /** The default of what is missing, and of what is wrong, which is then said. */
  function filterOf<Name extends 'createdFrom' | 'createdTo' | 'hasWarnings'>(
    name: Name,
    isRight: (value: unknown) => value is JobFilters[Name],
    reason: ListStateCorrectionReason,
  ): JobFilters[Name] {
    const found = filter(name)
    // an emptied field of a form
    const value = found === '' ? null : found
    if (isRight(value)) return value
    return value === undefined
      ? defaults.filters[name]
      : correct(name, reason, defaults.filters[name])
  }

  function words<Word extends string>(
    name: JobFilterName,
    known: readonly Word[],
    offered: readonly Word[],
    fallback: readonly Word[],
  ): readonly Word[] {
    const value = filter(name)
    const wanted = texts(value).map((text) => text.toLowerCase())
    for (const text of wanted) {
      if (isOneOf(offered, text)) continue
      correct(name, isOneOf(known, text) ? 'unsupported' : 'unknown_member', undefined)
    }
    const kept = offered.filter((word) => wanted.includes(word))
    // an empty list is a choice of its own, junk is not
    return kept.length > 0 || (Array.isArray(value) && wanted.length === 0) ? kept : fallback
  }

  function freeWords(name: JobFilterName, fallback: readonly string[], lowerCase: boolean) {
    const value = filter(name)
    if (!Array.isArray(value)) return fallback
    const wanted = texts(value).map((text) => (lowerCase ? text.toLowerCase() : text))
    return [...new Set(wanted)].sort()
  }

  function createdRange(): Pick<JobFilters, 'createdFrom' | 'createdTo'> {
    const createdFrom = filterOf('createdFrom', isDateOrNull, 'invalid_date')
    const createdTo = filterOf('createdTo', isDateOrNull, 'invalid_date')
    const isOneDay = createdFrom === createdTo
    const isReversed = createdFrom !== null && createdTo !== null && createdFrom > createdTo
    const isRight = capabilities.createdFilter === 'day' ? isOneDay : !isReversed
    if (isRight) return { createdFrom, createdTo }
    const reason = isReversed ? 'reversed_range' : 'unsupported'
    return {
      createdFrom: correct('createdFrom', reason, defaults.filters.createdFrom),
      createdTo: correct('createdTo', reason, defaults.filters.createdTo),
    }
  }

  function search(): string {
    const value = filter('search')
    return typeof value === 'string' ? toWellFormed(value) : defaults.filters.search
  }

  function fileFormats(): readonly string[] {
    const formats = capabilities.fileFormats
    const fallback = defaults.filters.fileFormats
    if (formats === 'by-report-type') return freeWords('fileFormats', fallback, true)
    return words('fileFormats', [], formats, fallback)
  }

  function ordering(): readonly JobSort[] {
    const { ordering: value } = candidate
    const kept = new Map<JobSortField, JobSort>()
    for (const sort of Array.isArray(value) ? value : []) {
      if (!isJobSort(sort)) correct('ordering', 'unknown_member', undefined)
      else if (!capabilities.orderings.includes(sort.field)) {
        correct('ordering', 'unsupported', undefined)
      } else if (!kept.has(sort.field)) {
        kept.set(sort.field, { field: sort.field, direction: sort.direction })
      }
    }
    return kept.size > 0 ? [...kept.values()] : defaults.ordering
  }

  const offeredStatuses = FILTERABLE_STATUSES.filter((status) =>
    capabilities.statuses.includes(status),
  )
  const state: ExportListState = {
    page: byCursor ? 0 : integer('page', 0, MAX_PAGE),
    cursor: byCursor ? textOrNull(candidate.cursor) : null,
    pageSize: integer('pageSize', MIN_PAGE_SIZE, MAX_PAGE_SIZE),
    ordering: ordering(),
    filters: {
      statuses: words('statuses', FILTERABLE_STATUSES, offeredStatuses, defaults.filters.statuses),
      fileFormats: fileFormats(),
      reportTypes: freeWords('reportTypes', defaults.filters.reportTypes, false),
      ...createdRange(),
      search: search(),
      sources: words('sources', [], JOB_SOURCES, defaults.filters.sources),
      hasWarnings: filterOf('hasWarnings', isBooleanOrNull, 'unknown_member'),
    },
    openJobId: textOrNull(candidate.openJobId),
  }
  return { state, corrections }
}

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.filter((member) => typeof member === 'string' && member !== '').map(toWellFormed)
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? toWellFormed(value) : null
}

function isDateOrNull(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && isCalendarDate(value))
}

function isBooleanOrNull(value: unknown): value is boolean | null {
  return value === null || typeof value === 'boolean'
}

function isOneOf<Word extends string>(words: readonly Word[], text: string): text is Word {
  return words.some((word) => word === text)
}

function isJobSort(value: unknown): value is JobSort {
  if (typeof value !== 'object' || value === null) return false
  if (!('field' in value) || !('direction' in value)) return false
  const { field, direction } = value
  if (typeof field !== 'string' || !isOneOf(JOB_SORT_FIELDS, field)) return false
  return direction === 'asc' || direction === 'desc'
}
