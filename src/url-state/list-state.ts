import {
  DEFAULT_ORDERING,
  DEFAULT_PAGE_SIZE,
  type JobFilters,
  type JobListQuery,
  type JobSort,
  NO_FILTERS,
} from '../core/list-query.js'

/** What a person looks at: the part of a list's state that its URL holds. Source: M6. */
export interface ExportListState {
  /** Page position, from 0; always 0 where pages are marked by a cursor. */
  readonly page: number
  /** The backend's own position mark, or `null` for the first page; cursor paging only. */
  readonly cursor: string | null
  /** Rows on a page, 1 to 200. */
  readonly pageSize: number
  /** Sort keys, the strongest first; empty where the backend sorts by nothing. */
  readonly ordering: readonly JobSort[]
  /** What the list is narrowed to. */
  readonly filters: JobFilters
  /** Id of the job whose detail is open, or `null`. */
  readonly openJobId: string | null
}

/** Some fields of an {@link ExportListState}, and some of its filters. */
export interface ListStateOverrides extends Partial<Omit<ExportListState, 'filters'>> {
  /** The filters that differ. */
  readonly filters?: Partial<JobFilters>
}

/** What a list shows when the URL says nothing; each field left out is the library's own default. */
export interface ListStateDefaults {
  /** Rows on a page, 1 to 200. Default 20. */
  readonly pageSize?: number
  /** Sort keys, the strongest first. Default newest first. */
  readonly ordering?: readonly JobSort[]
  /** What the list is narrowed to at first. Default nothing. */
  readonly filters?: Partial<JobFilters>
}

/** The first page of 20, newest first, without a filter. Source: M6, W2. */
export const DEFAULT_LIST_STATE: ExportListState = {
  page: 0,
  cursor: null,
  pageSize: DEFAULT_PAGE_SIZE,
  ordering: DEFAULT_ORDERING,
  filters: NO_FILTERS,
  openJobId: null,
}

/**
 * Makes a list state from the fields that differ from {@link DEFAULT_LIST_STATE}.
 *
 * It checks nothing: `normalizeListState` does.
 */
export function createListState(overrides: ListStateOverrides = {}): ExportListState {
  const filters = { ...DEFAULT_LIST_STATE.filters, ...overrides.filters }
  return { ...DEFAULT_LIST_STATE, ...overrides, filters }
}

/**
 * Turns a list state into the question for the backend. The open job is no part of it.
 *
 * @param timeZone - IANA zone in which the created range is meant. Without a range it changes
 *   nothing, and the question says `UTC`: one question, one cache entry, on server and browser.
 */
export function toListQuery(state: ExportListState, timeZone: string): JobListQuery {
  const { cursor, pageSize, ordering, filters } = state
  const page = cursor === null ? state.page : 0
  // spaces around the text are kept in the state, where they belong to a word being typed
  const search = filters.search.trim()
  const isZoned = filters.createdFrom !== null || filters.createdTo !== null
  return {
    page,
    cursor,
    pageSize,
    ordering,
    filters: { ...filters, search },
    timeZone: isZoned ? timeZone : 'UTC',
  }
}
