import { hashKey, type QueryKey } from '@tanstack/react-query'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import { checkJob, checkJobPage } from './check-answer.js'
import { QUERY_KEY_ROOT } from './query-keys.js'

/** Where a key's kind stands, behind root, client, person and scope. */
const KIND = 4

/** The kind of query that a key of this library belongs to: `list`, `job` ... */
export function kindOfKey(queryKey: QueryKey): unknown {
  return queryKey[KIND]
}

/**
 * The jobs in an answer of one owner's list or job query, or `null` for any other query.
 *
 * @param ownerHash - From `hashOwner`.
 */
export function jobsOfQuery(
  queryKey: QueryKey,
  data: unknown,
  ownerHash: string,
): readonly ExportJob[] | null {
  if (queryKey[0] !== QUERY_KEY_ROOT || data === undefined) return null
  if (hashKey(queryKey.slice(0, KIND)) !== ownerHash) return null
  // The queries' own functions have checked what they put there.
  if (kindOfKey(queryKey) === 'list') return (data as JobPage).jobs
  return kindOfKey(queryKey) === 'job' ? [data as ExportJob] : null
}

/**
 * Checks an answer that another window handed on; it may run another version of this library.
 *
 * @throws {ExportJobsError} `bad_response`.
 */
export function checkSharedAnswer(queryKey: QueryKey, data: unknown): JobPage | ExportJob {
  if (kindOfKey(queryKey) === 'list') return checkJobPage(data as JobPage)
  return checkJob(data as ExportJob, 'getJob')
}
