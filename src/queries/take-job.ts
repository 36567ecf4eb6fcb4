import type { QueryClient } from '@tanstack/react-query'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import { type ExportJobsOwner, exportJobsKeys } from './query-keys.js'

/**
 * Puts a job that a backend answered in place of the one in the cache, on its own and in every list
 * that has it. Looks under way began before the answer and are ended, so that they do not undo it.
 */
export async function takeJob(
  queryClient: QueryClient,
  owner: ExportJobsOwner,
  job: ExportJob,
): Promise<void> {
  const lists = { queryKey: exportJobsKeys.lists(owner) }
  const own = { queryKey: exportJobsKeys.job(owner, job.id), exact: true }
  await Promise.all([queryClient.cancelQueries(lists), queryClient.cancelQueries(own)])
  queryClient.setQueryData(own.queryKey, job)
  queryClient.setQueriesData<JobPage>(lists, (page) =>
    page?.jobs.some(({ id }) => id === job.id)
      ? { ...page, jobs: page.jobs.map((row) => (row.id === job.id ? job : row)) }
      : undefined,
  )
}

/**
 * Asks anew for every list on screen, and for one job.
 *
 * @returns When the answers are there; a failed one is the scheduler's to tell.
 */
export async function refreshJobs(
  queryClient: QueryClient,
  owner: ExportJobsOwner,
  jobId?: string,
): Promise<void> {
  const lists = { queryKey: exportJobsKeys.lists(owner) }
  await queryClient.cancelQueries(lists)
  const looks = [queryClient.invalidateQueries(lists)]
  if (jobId !== undefined) {
    looks.push(queryClient.invalidateQueries({ queryKey: exportJobsKeys.job(owner, jobId) }))
  }
  await Promise.all(looks)
}
