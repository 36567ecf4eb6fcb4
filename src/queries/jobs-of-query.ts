import { hashKey } from '@tanstack/react-query'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import { QUERY_KEY_ROOT } from './query-keys.js'

/** Where a key's kind (`list`, `job` ...) stands, behind root, client, person and scope. */
const KIND = 4

/**
 * The jobs in an answer of one owner's list or job query, or `null` for any other query.
 *
 * @param ownerHash - From `hashOwner`.
 */
export function jobsOfQuery(
  queryKey: readonly unknown[],
  data: unknown,
  ownerHash: string,
): readonly ExportJob[] | null {
  if (queryKey[0] !== QUERY_KEY_ROOT || data === undefined) return null
  if (hashKey(queryKey.slice(0, KIND)) !== ownerHash) return null
  // The queries' own functions have checked what they put there.
  if (queryKey[KIND] === 'list') return (data as JobPage).jobs
  return queryKey[KIND] === 'job' ? [data as ExportJob] : null
}
