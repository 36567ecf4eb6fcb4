import { useMemo } from 'react'
import type { JobFilters, JobSort, JobSortField } from '../core/list-query.js'
import { guardHandler } from '../internal/guard-handler.js'
import { useStableCallback } from '../internal/use-stable.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import type { UrlStateOptions } from '../url-state/list-params.js'
import type { ExportListState, ListStateDefaults } from '../url-state/list-state.js'
import {
  clearFilters,
  hasActiveFilters,
  toggleOrdering,
  withCursor,
  withFilters,
  withOrdering,
  withPage,
  withPageSize,
} from '../url-state/list-state-changes.js'
import { createListStateCodec } from '../url-state/list-state-codec.js'
import type { ListStateCorrection } from '../url-state/list-state-correction.js'
import { normalizeListState } from '../url-state/normalize-list-state.js'
import { useStoredListState } from '../url-state/useStoredListState.js'

/** How a change of list state enters the browser's history. */
export interface ListStateChangeDetails {
  /** `push` for a person's discrete choice, `replace` for typing and for corrections of ours. */
  readonly history: 'push' | 'replace'
}

/** Changes the list state; a function gets the latest one. Keeps its identity. */
export type SetListState = (
  next: ExportListState | ((current: ExportListState) => ExportListState),
  details?: Partial<ListStateChangeDetails>,
) => void

/** Options of {@link useExportListState}. */
export interface UseExportListStateOptions {
  /** Names in the URL, so that two lists can share a page. Must not change during the list's life. */
  readonly url?: UrlStateOptions
  /** What the list shows when the URL says nothing. */
  readonly defaults?: ListStateDefaults
  /** The state, where the host keeps it; the URL is then neither read nor written. */
  readonly listState?: ExportListState
  /** Hears every change; with `listState`, the host puts the new state in place. */
  readonly onListStateChange?: (next: ExportListState, details: ListStateChangeDetails) => void
}

/** What {@link useExportListState} returns. Every function keeps its identity. */
export interface UseExportListStateResult {
  /** The valid state: page, sort and filters. */
  readonly listState: ExportListState
  /** What in the URL could not be taken as it stood, and why. */
  readonly corrections: readonly ListStateCorrection[]
  /** Whether anything narrows the list. */
  readonly hasActiveFilters: boolean
  /** Changes the state as a whole. */
  readonly setListState: SetListState
  /** Changes some filters and returns to the first page. */
  readonly setFilters: (
    patch: Partial<JobFilters>,
    details?: Partial<ListStateChangeDetails>,
  ) => void
  /** Takes every filter away and returns to the first page. */
  readonly clearFilters: () => void
  /** Sorts anew and returns to the first page. */
  readonly setOrdering: (ordering: readonly JobSort[]) => void
  /** Sorts as a click on a header does: ascending, then reversed. */
  readonly toggleOrdering: (field: JobSortField) => void
  /** Goes to a page, from 0. */
  readonly setPage: (page: number) => void
  /** Goes to a page the backend marked; `null` is the first. */
  readonly setCursor: (cursor: string | null) => void
  /** Changes the rows on a page, keeping the first visible one on screen. */
  readonly setPageSize: (pageSize: number) => void
  /** Opens a job's detail; `null` closes it. */
  readonly setOpenJobId: (id: string | null) => void
}

/**
 * Keeps a list's page, sort and filters in the URL, or wherever the host keeps them.
 *
 * Any query string gives a valid state; defaults stay out of the URL and the host's own parameters
 * stay in it. Source: M6, M7.
 */
export function useExportListState(
  options: UseExportListStateOptions = {},
): UseExportListStateResult {
  const { client } = useExportJobsContext('useExportListState')
  const { url, defaults, listState: hostState, onListStateChange } = options
  const { capabilities } = client
  const optionsKey = JSON.stringify([url, defaults])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options may be written inline; their text stands for them
  const codec = useMemo(
    () => createListStateCodec({ capabilities, url, defaults }),
    [capabilities, optionsKey],
  )
  const stored = useStoredListState(codec)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same for the defaults
  const listState = useMemo(
    () =>
      hostState === undefined
        ? stored.state
        : normalizeListState(hostState, { capabilities, defaults }),
    [hostState, stored.state, capabilities, optionsKey],
  )

  const setListState: SetListState = useStableCallback((next, details) => {
    const { history = 'push' } = details ?? {}
    const resolve = (current: ExportListState) =>
      typeof next === 'function' ? next(current) : next
    if (hostState === undefined) stored.change(resolve, { history })
    guardHandler(() => onListStateChange?.(resolve(listState), { history }))
  })
  const changes = useMemo(() => createChanges(setListState), [setListState])

  return useMemo(
    () => ({
      ...changes,
      listState,
      setListState,
      corrections: hostState === undefined ? stored.corrections : NO_CORRECTIONS,
      hasActiveFilters: hasActiveFilters(listState),
    }),
    [changes, listState, setListState, hostState, stored.corrections],
  )
}

const NO_CORRECTIONS: readonly ListStateCorrection[] = []

function createChanges(set: SetListState) {
  return {
    setFilters: (patch: Partial<JobFilters>, details?: Partial<ListStateChangeDetails>) =>
      set((state) => withFilters(state, patch), details),
    clearFilters: () => set(clearFilters),
    setOrdering: (ordering: readonly JobSort[]) => set((state) => withOrdering(state, ordering)),
    toggleOrdering: (field: JobSortField) => set((state) => toggleOrdering(state, field)),
    setPage: (page: number) => set((state) => withPage(state, page)),
    setCursor: (cursor: string | null) => set((state) => withCursor(state, cursor)),
    setPageSize: (pageSize: number) => set((state) => withPageSize(state, pageSize)),
    setOpenJobId: (openJobId: string | null) => set((state) => ({ ...state, openJobId })),
  }
}
