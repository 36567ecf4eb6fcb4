import {
  type JobFilters,
  type JobSort,
  type JobSortField,
  MAX_PAGE_SIZE,
  MIN_PAGE_SIZE,
  NO_FILTERS,
} from '../core/list-query.js'
import type { ExportListState } from './list-state.js'

const FIRST_PAGE = { page: 0, cursor: null }

/** Changes some filters and returns to the first page. Source: M7. */
export function withFilters(state: ExportListState, patch: Partial<JobFilters>): ExportListState {
  return { ...state, ...FIRST_PAGE, filters: { ...state.filters, ...patch } }
}

/** Takes every filter away and returns to the first page. */
export function clearFilters(state: ExportListState): ExportListState {
  return withFilters(state, NO_FILTERS)
}

/** Sorts anew and returns to the first page. Source: M7. */
export function withOrdering(
  state: ExportListState,
  ordering: readonly JobSort[],
): ExportListState {
  return { ...state, ...FIRST_PAGE, ordering }
}

/**
 * Sorts as a click on a column's header does: ascending at first, reversed where the list is already
 * sorted by this field. Returns to the first page. Source: M7, W2.
 */
export function toggleOrdering(state: ExportListState, field: JobSortField): ExportListState {
  const active = state.ordering[0]
  const reversed = active?.field === field && active.direction === 'asc'
  return withOrdering(state, [{ field, direction: reversed ? 'desc' : 'asc' }])
}

/**
 * Goes to a counted page.
 *
 * @param page - Position from 0; a negative one is the first page.
 */
export function withPage(state: ExportListState, page: number): ExportListState {
  return { ...state, page: Math.max(0, page), cursor: null }
}

/**
 * Goes to a page that the backend marked.
 *
 * @param cursor - The backend's mark, or `null` for the first page.
 */
export function withCursor(state: ExportListState, cursor: string | null): ExportListState {
  return { ...state, page: 0, cursor }
}

/**
 * Changes the number of rows on a page and keeps the first visible row on screen. A cursor marks
 * that row already, so it stays.
 *
 * @param pageSize - Rows on a page; brought within 1 to 200.
 */
export function withPageSize(state: ExportListState, pageSize: number): ExportListState {
  const rows = Math.min(MAX_PAGE_SIZE, Math.max(MIN_PAGE_SIZE, pageSize))
  const page = Math.floor((state.page * state.pageSize) / rows)
  return { ...state, pageSize: rows, page }
}

/** Tells whether anything narrows the list, so that "no match" differs from "nothing yet" (W4). */
export function hasActiveFilters({ filters }: ExportListState): boolean {
  return (
    filters.statuses.length > 0 ||
    filters.fileFormats.length > 0 ||
    filters.reportTypes.length > 0 ||
    filters.sources.length > 0 ||
    filters.createdFrom !== null ||
    filters.createdTo !== null ||
    filters.hasWarnings !== null ||
    filters.search.trim() !== ''
  )
}
