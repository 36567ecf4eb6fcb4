import { hashKey, isServer, type QueryKey, queryOptions } from '@tanstack/react-query'
import type { ExportJobsClient } from '../core/client.js'
import { type ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { ExportJob, ExportScope } from '../core/job.js'
import type { JobListQuery, JobPage } from '../core/list-query.js'
import { checkJob, checkJobPage } from './check-answer.js'
import { type ExportJobsOwner, exportJobsKeys, isSameOwnerAndKind } from './query-keys.js'
import { noteServerTime } from './server-clock.js'
import { shareJob, shareJobsById } from './share-jobs.js'

/** Whose jobs to ask for, and whom to ask. */
export interface ExportJobsQuerySource<Extra = unknown> {
  /** The backend. */
  readonly client: ExportJobsClient<Extra>
  /** Who is signed in, or `null`. */
  readonly userKey: string | null
  /** The tenant context. */
  readonly scope: ExportScope
}

/**
 * Everything that a host's `defaultOptions` could change behind our back is said here: the scheduler
 * alone decides when to ask again.
 */
export const PINNED_QUERY_OPTIONS = {
  retry: false,
  throwOnError: false,
  refetchInterval: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  refetchOnMount: false,
  retryOnMount: true,
  staleTime: Number.POSITIVE_INFINITY,
  // On a server the timer of a shorter time would keep the process alive after the answer is sent.
  gcTime: isServer ? Number.POSITIVE_INFINITY : 5 * 60_000,
  networkMode: 'always',
  queryKeyHashFn: hashKey,
  meta: { exportJobs: true },
} as const

/**
 * Query definitions, for the hooks and for hosts that prefetch, seed, read or invalidate on their own
 * (loaders, server components). They never retry and never refetch by themselves.
 */
export const exportJobsQueries = {
  /** One page of the list. */
  list<Extra>(source: ExportJobsQuerySource<Extra>, query: JobListQuery) {
    const { client, scope } = source
    const queryKey = exportJobsKeys.list(ownerOf(source), query)
    return queryOptions<JobPage<Extra>, ExportJobsError, JobPage<Extra>, QueryKey>({
      ...PINNED_QUERY_OPTIONS,
      queryKey,
      queryFn: async ({ signal, client: queryClient }): Promise<JobPage<Extra>> => {
        const page = checkJobPage(
          await asking('listJobs', () => client.listJobs(query, { scope, signal })),
        )
        noteServerTime(queryClient, client.key, page.serverTime)
        return page
      },
      structuralSharing: sharing<JobPage<Extra>>(shareJobsById),
      // The former page stays on screen while the next one loads, but never another owner's.
      placeholderData: (previous, previousQuery) =>
        previousQuery !== undefined && isSameOwnerAndKind(previousQuery.queryKey, queryKey)
          ? previous
          : undefined,
    })
  },

  /** One job. */
  job<Extra>(source: ExportJobsQuerySource<Extra>, id: string) {
    const { client, scope } = source
    return queryOptions<ExportJob<Extra>, ExportJobsError, ExportJob<Extra>, QueryKey>({
      ...PINNED_QUERY_OPTIONS,
      queryKey: exportJobsKeys.job(ownerOf(source), id),
      queryFn: async ({ signal }): Promise<ExportJob<Extra>> =>
        checkJob(await asking('getJob', () => client.getJob(id, { scope, signal })), 'getJob'),
      structuralSharing: sharing<ExportJob<Extra>>(shareJob),
    })
  },
}

/** The owner that a source's keys begin with. */
export function ownerOf<Extra>(source: ExportJobsQuerySource<Extra>): ExportJobsOwner {
  return { clientKey: source.client.key, userKey: source.userKey, scope: source.scope }
}

async function asking<T>(method: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (thrown) {
    throw toExportJobsError(thrown, method)
  }
}

/** TanStack types a sharing function by `unknown`; what it hands over is what this query's function returned. */
function sharing<T>(share: (previous: T | undefined, next: T) => T) {
  return (previous: unknown, next: unknown): unknown => share(previous as T | undefined, next as T)
}
