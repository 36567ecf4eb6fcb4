import type { ExportJobsClient, RequestOptions } from '../core/client.js'
import { type ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { DEFAULT_ORDERING, MAX_PAGE_SIZE, NO_FILTERS } from '../core/list-query.js'
import { isUnfinishedStatus } from '../core/status.js'
import { checkJob } from '../queries/check-answer.js'

/** What a look at some jobs has brought. */
export interface JobsLookUp {
  /** The jobs that were found. */
  readonly jobs: readonly ExportJob[]
  /** Ids of jobs that are gone, or no longer this person's to see. */
  readonly gone: readonly string[]
  /** Why the others are not known, or `null` when all are accounted for. */
  readonly failure: ExportJobsError | null
}

const AT_ONCE = 4
const GONE: ReadonlySet<string> = new Set(['not_found', 'gone', 'forbidden'])

/**
 * Looks several jobs up with as few requests as the client allows: all in one, else the unfinished ones
 * in one page and the missing ones (which have ended meanwhile) one by one, four at once. A single job
 * is asked for by itself. Never rejects.
 */
export async function lookUpJobs(
  client: ExportJobsClient,
  ids: readonly string[],
  options: RequestOptions,
): Promise<JobsLookUp> {
  const found = new Map<string, ExportJob>()
  const gone: string[] = []
  let failure: ExportJobsError | null = null

  function take(jobs: readonly ExportJob[], method: string): void {
    for (const job of jobs) found.set(checkJob(job, method).id, job)
  }

  async function lookUpEach(queue: Iterable<string>): Promise<void> {
    for (const id of queue) {
      if (failure !== null) return
      try {
        take([await client.getJob(id, options)], 'getJob')
      } catch (thrown) {
        const error = toExportJobsError(thrown, 'getJob')
        if (GONE.has(error.code)) gone.push(id)
        else failure = error
      }
    }
  }

  let method = 'getJobs'
  const isMissing = (id: string) => !found.has(id)
  try {
    if (client.getJobs) {
      take(await client.getJobs(ids, options), method)
      gone.push(...ids.filter(isMissing))
    } else {
      method = 'listJobs'
      if (ids.length > 1) take((await client.listJobs(unfinished(client), options)).jobs, method)
      const queue = ids.filter(isMissing).values()
      await Promise.all(Array.from({ length: AT_ONCE }, () => lookUpEach(queue)))
    }
  } catch (thrown) {
    failure = toExportJobsError(thrown, method)
  }
  return { jobs: [...found.values()], gone, failure }
}

function unfinished({ capabilities }: ExportJobsClient) {
  const { statuses, filters, orderings } = capabilities
  return {
    page: 0,
    cursor: null,
    pageSize: MAX_PAGE_SIZE,
    ordering: orderings.includes('createdAt') ? DEFAULT_ORDERING : [],
    filters: {
      ...NO_FILTERS,
      statuses: filters.includes('statuses') ? statuses.filter(isUnfinishedStatus) : [],
    },
    timeZone: 'UTC',
  }
}
