import type { QueryKey } from '@tanstack/react-query'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import { kindOfKey } from './jobs-of-query.js'

/** What pushed jobs do to one query's data. */
export interface PushedChange {
  /** The data with the newer jobs in place; the same object when there is none. */
  readonly data: unknown
  /** Whether only the backend can tell what the query's answer is now. */
  readonly needsLook: boolean
}

/**
 * Puts pushed jobs into a query's data. A list keeps its rows in place: a job that it does not show, or
 * one whose status changed, may belong elsewhere by now, so then the list must be asked for anew;
 * mere progress need not.
 *
 * News that is older than what is known is dropped: a push may overtake another.
 */
export function applyPushedJobs(
  queryKey: QueryKey,
  data: unknown,
  jobs: readonly ExportJob[],
): PushedChange {
  const pushed = new Map(jobs.map((job) => [job.id, job]))
  // The queries' own functions have checked what they put there.
  if (kindOfKey(queryKey) === 'job') {
    const job = data as ExportJob
    return { data: newer(job, pushed.get(job.id)), needsLook: false }
  }
  const page = data as JobPage
  const known = new Map(page.jobs.map((job) => [job.id, job]))
  const needsLook = jobs.some((job) => known.get(job.id)?.status !== job.status)
  const isShown = jobs.some(({ id }) => known.has(id))
  if (!isShown) return { data, needsLook }
  return {
    data: { ...page, jobs: page.jobs.map((job) => newer(job, pushed.get(job.id))) },
    needsLook,
  }
}

function newer(known: ExportJob, pushed: ExportJob | undefined): ExportJob {
  if (pushed === undefined) return known
  const [before, after] = [known.updatedAt, pushed.updatedAt].map((at) => Date.parse(at ?? ''))
  const isOlder = before !== undefined && after !== undefined && after < before
  return isOlder ? known : pushed
}
