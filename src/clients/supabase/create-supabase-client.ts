import { checkOptions } from '../../core/check-options.js'
import type { ClientCapabilities, ExportJobsClient } from '../../core/client.js'
import { toExportJobsError } from '../../core/errors.js'
import { createVocabulary } from '../rest/vocabulary.js'
import { createContext, DEFAULT_TABLE } from './context.js'
import { createDownloadMethod } from './create-download.js'
import { columnNames, filtersOf, orderingsOf } from './list-query.js'
import type { SupabaseClientOptions } from './options.js'
import { createReadMethods } from './read-methods.js'
import { createSubscribe } from './realtime.js'
import { createWriteMethods } from './write-methods.js'

/**
 * Makes a client of a Supabase project: jobs are rows of a table, files lie in a storage bucket.
 * Who may see and do what is for row-level security to say.
 *
 * @example
 * const client = createSupabaseClient({ client: createClient(url, key), table: 'exports' })
 *
 * @throws {ExportJobsError} `invalid` without a client.
 *
 * Source: E1 to E8.
 */
export function createSupabaseClient<Extra>(
  options: SupabaseClientOptions<Extra> & { readonly extra: (row: unknown) => Extra },
): ExportJobsClient<Extra>
export function createSupabaseClient(options: SupabaseClientOptions): ExportJobsClient
export function createSupabaseClient(options: SupabaseClientOptions): ExportJobsClient {
  checkOptions('createSupabaseClient', options, 'client', 'client: createClient(url, key)')
  const { table = DEFAULT_TABLE, realtime = false } = options
  const vocabulary = createVocabulary(options.statusMap, options.formatMap)
  const names = columnNames(options.columns ?? {})
  const capabilities: ClientCapabilities = {
    statuses: vocabulary.statuses ?? ['pending', 'processing', 'completed', 'failed'],
    fileFormats: ['csv', 'xlsx'],
    orderings: orderingsOf(names),
    filters: filtersOf(names),
    total: 'exact',
    ...options.capabilities,
    pagination: 'page',
  }
  const context = createContext(options, capabilities, vocabulary, names)
  const { listJobs, getJob, getJobs, countJobs } = createReadMethods(context)
  const { createJob, cancelJob, retryJob, deleteJob } = createWriteMethods(context)
  return {
    key: options.key ?? `supabase:${table}`,
    capabilities,
    listJobs: guard('listJobs', listJobs),
    getJob: guard('getJob', getJob),
    createDownload: guard('createDownload', createDownloadMethod(context)),
    ...(getJobs && { getJobs: guard('getJobs', getJobs) }),
    ...(countJobs && { countJobs: guard('countJobs', countJobs) }),
    ...(createJob && { createJob: guard('createJob', createJob) }),
    ...(cancelJob && { cancelJob: guard('cancelJob', cancelJob) }),
    ...(retryJob && { retryJob: guard('retryJob', retryJob) }),
    ...(deleteJob && { deleteJob: guard('deleteJob', deleteJob) }),
    ...(realtime && { subscribe: createSubscribe(context, realtime === true ? {} : realtime) }),
  }
}

/** Makes a method reject with nothing but `ExportJobsError`, whatever a host's function throws. */
function guard<Args extends readonly unknown[], Result>(
  method: string,
  run: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await run(...args)
    } catch (thrown) {
      throw toExportJobsError(thrown, method)
    }
  }
}
