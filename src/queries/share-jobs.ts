import { replaceEqualDeep } from '@tanstack/react-query'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import { isShallowEqual } from '../internal/shallow-equal.js'

/**
 * Keeps the identity of every job that did not change between two pages, found by id; an answer that
 * brings nothing new keeps the whole page, so nothing renders.
 *
 * TanStack's own sharing goes by index: one new job on top would give every row a new identity.
 * `serverTime` differs in each answer and is read before the page gets here, so it does not count.
 *
 * @param previous - The page in the cache, or `undefined` before the first answer.
 * @param next - The page that arrived.
 */
export function shareJobsById<Extra>(
  previous: JobPage<Extra> | undefined,
  next: JobPage<Extra>,
): JobPage<Extra> {
  if (previous === undefined) return next
  const known = new Map(previous.jobs.map((job) => [job.id, job]))
  const jobs = next.jobs.map((job) => shareJob(known.get(job.id), job))
  const shared: JobPage<Extra> = {
    ...next,
    jobs: isShallowEqual(previous.jobs, jobs) ? previous.jobs : jobs,
    unreadable: replaceEqualDeep(previous.unreadable, next.unreadable),
    serverTime: previous.serverTime,
  }
  return isShallowEqual(previous, shared) ? previous : { ...shared, serverTime: next.serverTime }
}

/** Keeps a job's identity when its values did not change. */
export function shareJob<Extra>(
  previous: ExportJob<Extra> | undefined,
  next: ExportJob<Extra>,
): ExportJob<Extra> {
  return previous === undefined ? next : replaceEqualDeep(previous, next)
}
