import { ExportJobsError } from '../../core/errors.js'
import type { ExportJob, ExportScope } from '../../core/job.js'
import type { MemoryClientOptions } from './options.js'

/** The jobs that a scope sees. */
export interface JobList {
  /** The jobs by id, in the order they came. */
  readonly jobs: Map<string, ExportJob>
  /** The jobs that idempotency keys made. */
  readonly idsByKey: Map<string, string>
}

/** The jobs of all scopes. */
export interface JobStore {
  /** The list that a scope sees. */
  listOf(scope: ExportScope): JobList
  /** The list that holds a job, or `undefined`. */
  listWith(id: string): JobList | undefined
}

/** Makes a store; one list of seeds is seen from every scope, a function seeds each scope apart. */
export function createJobStore(seeds: MemoryClientOptions['jobs'] = []): JobStore {
  const lists = new Map<string, JobList>()

  function listOf(scope: ExportScope): JobList {
    const entries = Object.entries(scope).toSorted(([left], [right]) => (left < right ? -1 : 1))
    const key = typeof seeds === 'function' ? JSON.stringify(entries) : ''
    const known = lists.get(key)
    if (known !== undefined) return known
    const first = typeof seeds === 'function' ? seeds(scope) : seeds
    const list: JobList = { jobs: new Map(first.map((job) => [job.id, job])), idsByKey: new Map() }
    lists.set(key, list)
    return list
  }

  if (typeof seeds !== 'function') listOf({})
  return { listOf, listWith: (id) => [...lists.values()].find(({ jobs }) => jobs.has(id)) }
}

/**
 * Finds a job in a list.
 *
 * @throws {ExportJobsError} `not_found`.
 */
export function findJob(list: JobList | undefined, id: string, method: string): ExportJob {
  const job = list?.jobs.get(id)
  if (job !== undefined) return job
  throw new ExportJobsError('not_found', { message: `${method}: there is no job ${id}.` })
}
