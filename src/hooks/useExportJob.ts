import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { isTypeVisible } from '../core/list-access.js'
import type { JobPage } from '../core/list-query.js'
import type { PollPolicy } from '../core/poll-plan.js'
import {
  type ExportJobsContextValue,
  useExportJobsContext,
} from '../provider/export-jobs-context.js'
import { exportJobsQueries, ownerOf } from '../queries/export-jobs-queries.js'
import { overlayJob } from '../queries/job-overlays.js'
import { exportJobsKeys } from '../queries/query-keys.js'
import { refreshJobs } from '../queries/take-job.js'
import { useJobOverlays } from './use-job-overlays.js'
import { useWatchedQuery } from './use-watched-query.js'
import { useExportListAccess } from './useExportListAccess.js'

/** Options of {@link useExportJob}. */
export interface UseExportJobOptions {
  /** Bounds of the poll plan that differ from the provider's; may be written inline. */
  readonly polling?: Partial<PollPolicy>
  /** Whether to ask at all. Default `true`. */
  readonly enabled?: boolean
}

/** What {@link useExportJob} returns. */
export interface UseExportJobResult {
  /**
   * `vanished` when the job is unknown or has been removed, `deleted` when this person has deleted it
   * here, `denied` when the person may not see it or jobs of its report type (W9), `error` when there is
   * nothing to show but a failure, `loading` while a permission is pending.
   */
  readonly status: 'loading' | 'ready' | 'error' | 'denied' | 'vanished' | 'deleted'
  /** The job, or `null` until it is known. Keeps its identity until a value of it changes. */
  readonly job: ExportJob | null
  /** The latest failure, or `null` after a good answer. */
  readonly error: ExportJobsError | null
  /** Whether a refresh that the person asked for is under way. */
  readonly isRefreshing: boolean
  /** Whether the poll plan will look again by itself. */
  readonly isPolling: boolean
  /** Looks now. Never rejects; keeps its identity while the id stays the same. */
  readonly refresh: () => Promise<void>
}

/**
 * Reads one job and keeps it fresh by the poll plan until it is finished. A list that is on screen
 * lends its row until the answer comes.
 *
 * @param id - The job's id exactly as the backend spells it. Source: M17, W5.
 */
export function useExportJob(id: string, options: UseExportJobOptions = {}): UseExportJobResult {
  const { polling, enabled = true } = options
  const context = useExportJobsContext('useExportJob')
  const { queryClient, reportError } = context
  const access = useExportListAccess()
  const isAsking = enabled && access.answer === true
  const definition = exportJobsQueries.job(context, id)
  const { data } = useQuery(
    {
      ...definition,
      enabled: isAsking,
      placeholderData: () => jobOnScreen(context, id),
      notifyOnChangeProps: ['data'],
    },
    queryClient,
  )
  const known = access.answer === true ? data : undefined
  const isHidden = known !== undefined && !isTypeVisible(known.reportType, access)
  const isWatched = isAsking && !isHidden
  const { poll, refresh } = useWatchedQuery(definition.queryKey, jobsOfAnswer, polling, isWatched)
  const error = poll.failure
  useEffect(() => {
    if (error !== null) reportError(error)
  }, [error, reportError])

  const overlays = useJobOverlays()
  const isDenied = access.answer === false || isHidden
  const end = isDenied ? 'denied' : statusOf(known, error)
  const status = overlays.get(id) === 'deleted' ? 'deleted' : end
  const isVanished = status === 'vanished'
  useEffect(() => {
    // a list that still has the row is behind
    const isListed = isVanished && jobOnScreen(context, id) !== undefined
    if (isListed) void refreshJobs(context.queryClient, ownerOf(context))
  }, [isVanished, context, id])
  return {
    status,
    job: status === 'ready' && known !== undefined ? overlayJob(known, overlays) : null,
    error,
    isRefreshing: poll.isRefreshing,
    isPolling: poll.isPolling,
    refresh,
  }
}

function jobsOfAnswer(data: unknown): readonly ExportJob[] {
  return [data as ExportJob]
}

function jobOnScreen(context: ExportJobsContextValue, id: string): ExportJob | undefined {
  const lists = context.queryClient.getQueriesData<JobPage>({
    queryKey: exportJobsKeys.lists(ownerOf(context)),
  })
  for (const [, page] of lists) {
    const job = page?.jobs.find((candidate) => candidate.id === id)
    if (job !== undefined) return job
  }
  return undefined
}

function statusOf(
  job: ExportJob | undefined,
  error: ExportJobsError | null,
): UseExportJobResult['status'] {
  switch (error?.code) {
    case 'not_found':
    case 'gone':
      return 'vanished'
    case 'forbidden':
    case 'unauthenticated':
      return 'denied'
    default:
      if (job !== undefined) return 'ready'
      return error === null ? 'loading' : 'error'
  }
}
