import type { ClientCapabilities, ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportScope } from '../../src/core/job.js'
import type { JobListQuery, JobPage } from '../../src/core/list-query.js'

/** One list request that waits for the test to answer it. */
export interface ListCall {
  readonly query: JobListQuery
  readonly scope: ExportScope
  readonly signal: AbortSignal
  answer(page: JobPage): void
  refuse(error: unknown): void
}

/** A client whose every list request waits until the test answers it; it ignores abort signals. */
export interface ScriptedClient extends ExportJobsClient {
  readonly calls: readonly ListCall[]
  /** The oldest call that has not been answered. */
  next(): ListCall
}

export const EVERYTHING: ClientCapabilities = {
  statuses: ['pending', 'processing', 'completed', 'failed'],
  fileFormats: ['csv', 'pdf'],
  orderings: ['createdAt', 'status', 'dateFrom', 'reportType', 'fileFormat'],
  filters: ['statuses', 'fileFormats', 'reportTypes', 'createdFrom', 'createdTo'],
  pagination: 'page',
  total: 'exact',
}

export function createScriptedClient(overrides: Partial<ExportJobsClient> = {}): ScriptedClient {
  const calls: ListCall[] = []
  const open = new Set<ListCall>()
  const unexpected = (method: string) => async () => {
    throw new ExportJobsError('unavailable', { message: `${method} was not scripted.` })
  }
  return {
    key: 'scripted',
    capabilities: EVERYTHING,
    getJob: unexpected('getJob'),
    createDownload: unexpected('createDownload'),
    ...overrides,
    listJobs: (query, { scope, signal }) =>
      new Promise((resolve, reject) => {
        const call: ListCall = {
          query,
          scope,
          signal,
          answer(page) {
            open.delete(call)
            resolve(page)
          },
          refuse(error) {
            open.delete(call)
            reject(error)
          },
        }
        calls.push(call)
        open.add(call)
      }),
    calls,
    next() {
      const [oldest] = open
      if (oldest === undefined) throw new Error('No list request waits for an answer.')
      return oldest
    },
  }
}
