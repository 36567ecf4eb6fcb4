import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { permittedTypes } from '../core/list-access.js'
import type { JobPage, UnreadableRow } from '../core/list-query.js'
import type { PollPolicy } from '../core/poll-plan.js'
import { isUnfinishedStatus } from '../core/status.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { exportJobsQueries } from '../queries/export-jobs-queries.js'
import { overlayJobs } from '../queries/job-overlays.js'
import { DEFAULT_LIST_STATE, type ExportListState, toListQuery } from '../url-state/list-state.js'
import { hasActiveFilters, withCursor, withPage } from '../url-state/list-state-changes.js'
import { normalizeListState } from '../url-state/normalize-list-state.js'
import { useJobOverlays } from './use-job-overlays.js'
import { useVisibleJobs } from './use-visible-jobs.js'
import { useWatchedQuery } from './use-watched-query.js'
import { useExportListAccess } from './useExportListAccess.js'
import type { SetListState } from './useExportListState.js'

/** Options of {@link useExportJobs}. */
export interface UseExportJobsOptions {
  /** Page, sort and filters. Default the first page of 20, newest first. */
  readonly listState?: ExportListState
  /**
   * Changes the list state; when given, a page past the end goes to the last one and a refused cursor
   * to the first page. Hand over what `useExportListState` returned.
   */
  readonly setListState?: SetListState
  /** Bounds of the poll plan that differ from the provider's; may be written inline. */
  readonly polling?: Partial<PollPolicy>
  /** Whether to ask at all. Default `true`. */
  readonly enabled?: boolean
}

/** What {@link useExportJobs} returns. */
export interface UseExportJobsResult<Extra = unknown> {
  /**
   * `loading` before the first answer and while a permission is pending, `error` when there is nothing
   * to show but a failure, `denied` when the person may not see this list, else `ready`.
   */
  readonly status: 'loading' | 'ready' | 'error' | 'denied'
  /** The page's jobs. A job keeps its identity until a value of it changes. */
  readonly jobs: readonly ExportJob<Extra>[]
  /** Rows that could not be understood. */
  readonly unreadable: readonly UnreadableRow[]
  /** Matching jobs over all pages, or `null` when the backend does not count. */
  readonly total: number | null
  /** Whether `total` is a lower bound. */
  readonly totalIsCapped: boolean
  /** Number of pages, or `null` when the backend does not count. */
  readonly totalPages: number | null
  /** Whether another page follows. */
  readonly hasNextPage: boolean
  /** Whether a page comes before. */
  readonly hasPreviousPage: boolean
  /** Mark of the next page, or `null`; cursor paging only. */
  readonly nextCursor: string | null
  /** Mark of the page before, or `null`; cursor paging only. */
  readonly previousCursor: string | null
  /** Why a ready list is empty: nothing was ever exported, or nothing matches the filters. */
  readonly emptyReason: 'none_yet' | 'no_match' | null
  /** The latest failure, or `null` after a good answer. With rows, they are the last good ones. */
  readonly error: ExportJobsError | null
  /** Instant (ISO 8601) of the last good answer while refreshing fails, else `null`. */
  readonly staleSince: string | null
  /** Whether the rows still belong to the former page, sort or filters while the answer is awaited. */
  readonly isPlaceholder: boolean
  /** Whether a refresh that the person asked for is under way; background polls never show. */
  readonly isRefreshing: boolean
  /** Whether the poll plan will look again by itself. */
  readonly isPolling: boolean
  /** Whether a job on this page is still being worked on. Source: M4, E3. */
  readonly hasUnfinished: boolean
  /** Looks now. Never rejects; keeps its identity while the list stays the same. */
  readonly refresh: () => Promise<void>
}

const NO_JOBS: readonly never[] = []
const NOTHING: JobPage = {
  jobs: NO_JOBS,
  unreadable: NO_JOBS,
  page: 0,
  pageSize: 1,
  total: 0,
  totalIsCapped: false,
  totalPages: 0,
  hasNextPage: false,
  nextCursor: null,
  previousCursor: null,
  serverTime: null,
}

/**
 * Reads one page of the export jobs and keeps it fresh by the poll plan while jobs are unfinished.
 *
 * An answer that brings nothing new renders nothing. Another scope's or person's rows are never shown.
 * Where the person may see jobs of some report types alone, the list asks for these, leaves out others
 * that come all the same, and asks nobody where nothing of what is wanted may be seen.
 * Source: M4, M8, M15, M16, E1, W9.
 */
export function useExportJobs(options: UseExportJobsOptions = {}): UseExportJobsResult {
  const { setListState, polling, enabled = true } = options
  const context = useExportJobsContext('useExportJobs')
  const { client, queryClient, emit, reportError } = context
  const { capabilities } = client
  const listState = useMemo(
    () => normalizeListState(options.listState ?? DEFAULT_LIST_STATE, { capabilities }),
    [options.listState, capabilities],
  )
  const access = useExportListAccess()
  const { filters } = listState
  const types = permittedTypes(filters.reportTypes, access)
  const isAsking = enabled && access.answer === true && types !== null
  const mayFilter = capabilities.filters.includes('reportTypes')
  const reportTypes = mayFilter && types !== null ? types : filters.reportTypes
  const asked = { ...listState, filters: { ...filters, reportTypes } }
  const definition = exportJobsQueries.list(context, toListQuery(asked, context.timeZone))
  const { data, isPlaceholderData } = useQuery(
    {
      ...definition,
      enabled: isAsking,
      // Only what is drawn from is tracked, so that a poll which brings nothing new renders nothing.
      notifyOnChangeProps: ['data', 'isPlaceholderData'],
    },
    queryClient,
  )
  const { poll, refresh } = useWatchedQuery(definition.queryKey, jobsOfPage, polling, isAsking)
  const error = poll.failure
  // nothing of what is wanted may be seen, so nobody is asked and nothing is found
  const isVoid = enabled && access.answer === true && types === null
  const isRefused =
    access.answer === false || error?.code === 'forbidden' || error?.code === 'unauthenticated'
  const page = isVoid ? NOTHING : isAsking && !isRefused ? data : undefined
  const isPlaceholder = page !== undefined && !isVoid && isPlaceholderData

  useEffect(() => {
    if (error === null) return
    emit({ type: 'list_failed', error })
    reportError(error)
  }, [error, emit, reportError])

  const unreadable = page?.unreadable ?? NO_JOBS
  useEffect(() => {
    if (unreadable.length === 0) return
    emit({ type: 'rows_unreadable', paths: unreadable.map(({ path }) => path) })
  }, [unreadable, emit])

  const home = useMemo(
    () => (isPlaceholder ? null : misplaced(listState, page, error)),
    [isPlaceholder, listState, page, error],
  )
  useEffect(() => {
    if (home !== null) setListState?.(home, { history: 'replace' })
  }, [home, setListState])

  const overlays = useJobOverlays()
  const rows = page?.jobs ?? NO_JOBS
  const answered = useVisibleJobs(rows, access, page !== undefined && !isPlaceholder)
  const jobs = useMemo(() => overlayJobs(answered, overlays), [answered, overlays])
  const hidden = rows.length - jobs.length
  const total = page === undefined || page.total === null ? null : page.total - hidden
  // A page whose rows were all deleted or withheld just now is not the end of the history.
  const hasMore = hidden > 0 && total !== null && total > 0
  const rowCount = jobs.length + unreadable.length
  const isEmpty = page !== undefined && !isPlaceholder && rowCount === 0 && !hasMore
  return {
    status: statusOf(page, error, isRefused, isPlaceholder),
    jobs,
    unreadable,
    total,
    totalIsCapped: page?.totalIsCapped ?? false,
    totalPages: page?.totalPages ?? null,
    hasNextPage: page?.hasNextPage ?? false,
    hasPreviousPage: listState.page > 0 || (page?.previousCursor ?? null) !== null,
    nextCursor: page?.nextCursor ?? null,
    previousCursor: page?.previousCursor ?? null,
    emptyReason: isEmpty ? (hasActiveFilters(listState) ? 'no_match' : 'none_yet') : null,
    error,
    staleSince: page !== undefined && error !== null ? lastGood(queryClient, definition) : null,
    isPlaceholder,
    isRefreshing: poll.isRefreshing,
    isPolling: poll.isPolling,
    hasUnfinished: jobs.some(({ status }) => isUnfinishedStatus(status)),
    refresh,
  }
}

function jobsOfPage(data: unknown): readonly ExportJob[] {
  return (data as JobPage).jobs
}

function statusOf(
  page: JobPage | undefined,
  error: ExportJobsError | null,
  isRefused: boolean,
  isPlaceholder: boolean,
): UseExportJobsResult['status'] {
  if (isRefused) return 'denied'
  if (error !== null && (page === undefined || isPlaceholder)) return 'error'
  return page === undefined ? 'loading' : 'ready'
}

/** Where the list belongs when its page does not exist; `null` when it is where it should be. */
function misplaced(
  listState: ExportListState,
  page: JobPage | undefined,
  error: ExportJobsError | null,
): ExportListState | null {
  if (listState.cursor !== null) {
    const isCursorRefused = ['invalid', 'not_found', 'gone'].includes(error?.code ?? '')
    return isCursorRefused ? withCursor(listState, null) : null
  }
  if (page === undefined || listState.page === 0) return null
  if (page.jobs.length + page.unreadable.length > 0) return null
  const last = Math.max(0, (page.totalPages ?? 1) - 1)
  return last < listState.page ? withPage(listState, last) : null
}

function lastGood(
  queryClient: {
    getQueryState: (key: readonly unknown[]) => { dataUpdatedAt: number } | undefined
  },
  { queryKey }: { readonly queryKey: readonly unknown[] },
): string | null {
  const at = queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0
  return at === 0 ? null : new Date(at).toISOString()
}
