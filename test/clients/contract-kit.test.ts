import { describe, expect, it } from 'vitest'
import { createMemoryClient } from '../../src/clients/memory.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import type { ExportJob } from '../../src/core/job.js'
import { type ExportClientContractOptions, exportClientContract } from '../../src/testing.js'
import { contractJobs, contractRequest } from './contract-jobs.js'

function createClient(): ExportJobsClient {
  return createMemoryClient({
    jobs: ({ companyId }) => (companyId === '7' ? contractJobs : []),
    now: () => Date.parse('2026-11-23T12:00:00Z'),
  })
}

async function brokenRules(
  breakIt: (client: ExportJobsClient) => Partial<ExportJobsClient>,
  options: Partial<ExportClientContractOptions> = {},
): Promise<readonly string[]> {
  const cases = exportClientContract({
    createClient: () => {
      const client = createClient()
      return { ...client, ...breakIt(client) }
    },
    scope: { companyId: '7' },
    otherScope: { companyId: '8' },
    request: contractRequest,
    passTime: () => {},
    ...options,
  })
  const broken: string[] = []
  for (const { name, run } of cases) {
    await run().catch(() => broken.push(name))
  }
  return broken
}

/** A client whose lists show each job changed. */
function listing(change: (job: ExportJob) => ExportJob) {
  return (client: ExportJobsClient): Partial<ExportJobsClient> => ({
    async listJobs(query, request) {
      const page = await client.listJobs(query, request)
      return { ...page, jobs: page.jobs.map(change) }
    },
  })
}

describe('the contract kit', () => {
  it('finds nothing wrong with a client that keeps the contract', async () => {
    expect(await brokenRules(() => ({}))).toEqual([])
  })

  it.each<[string, string, (client: ExportJobsClient) => Partial<ExportJobsClient>]>([
    [
      'a Date in a job',
      'lists jobs that are plain JSON of the model',
      listing((job) => ({ ...job, parameters: { when: new Date(0) } })),
    ],
    [
      'an instant without an offset',
      'lists jobs that are plain JSON of the model',
      listing((job) => ({ ...job, createdAt: '2026-11-23T10:00:00' })),
    ],
    [
      'a status that its capabilities do not name',
      'lists jobs that are plain JSON of the model',
      ({ capabilities }) => ({ capabilities: { ...capabilities, statuses: ['completed'] } }),
    ],
    [
      'progress in percent',
      'lists jobs that are plain JSON of the model',
      listing((job) => ({ ...job, progress: 40 })),
    ],
    [
      'a filter that is not heeded',
      'filters by fileFormats',
      (client) => ({
        listJobs: (query, request) =>
          client.listJobs({ ...query, filters: { ...query.filters, fileFormats: [] } }, request),
      }),
    ],
    [
      'a last day that is left out',
      'filters by createdTo',
      (client) => ({
        async listJobs(query, request) {
          const page = await client.listJobs(query, request)
          const { createdTo } = query.filters
          const jobs = page.jobs.filter(
            ({ createdAt }) => !createdTo || (createdAt ?? '') < createdTo,
          )
          return { ...page, jobs }
        },
      }),
    ],
    [
      'an order that is not heeded',
      'sorts by createdAt both ways',
      (client) => ({
        listJobs: (query, request) => client.listJobs({ ...query, ordering: [] }, request),
      }),
    ],
    [
      'a page size that is not heeded',
      'shows each job on one page only, at most pageSize at a time',
      (client) => ({
        listJobs: (query, request) => client.listJobs({ ...query, pageSize: 100 }, request),
      }),
    ],
    [
      'a page that is always the first',
      'shows each job on one page only, at most pageSize at a time',
      (client) => ({
        async listJobs(query, request) {
          const page = await client.listJobs({ ...query, page: 0 }, request)
          return { ...page, hasNextPage: query.page < 3 }
        },
      }),
    ],
    [
      'a wrong total',
      'tells the number of jobs as its capabilities say',
      (client) => ({
        async listJobs(query, request) {
          return { ...(await client.listJobs(query, request)), total: 99 }
        },
      }),
    ],
    [
      'an error that is none of ours',
      'rejects with not_found for an id that it does not know',
      () => ({ getJob: () => Promise.reject(new Error('404')) }),
    ],
    [
      'a link that is kept',
      'asks for a new link at each download',
      () => ({
        createDownload: async () => ({ url: 'https://f.test/1', filename: null, expiresAt: null }),
      }),
    ],
    [
      'an abort that is not heeded',
      'rejects with aborted at once when the caller aborts',
      (client) => ({
        listJobs: (query, request) =>
          client.listJobs(query, { ...request, signal: new AbortController().signal }),
      }),
    ],
    [
      'another scope’s jobs',
      'shows no job of one scope in another',
      (client) => ({
        listJobs: (query, request) =>
          client.listJobs(query, { ...request, scope: { companyId: '7' } }),
      }),
    ],
    [
      'a key that is not heeded',
      'makes one job of two requests with one key',
      (client) => {
        let count = 0
        return {
          createJob: async (wanted, request) => {
            count += 1
            const idempotencyKey = `own-${count}`
            const result = await client.createJob?.(wanted, { ...request, idempotencyKey })
            if (result === undefined) throw new Error('no createJob')
            return result
          },
        }
      },
    ],
    [
      'a deletion that does nothing',
      'removes a finished job for good',
      () => ({ deleteJob: async () => {} }),
    ],
  ])('finds %s', async (_, rule, breakIt) => {
    expect(await brokenRules(breakIt)).toContain(rule)
  })

  it('asks nothing of methods that a client does not have', () => {
    const names = exportClientContract({
      createClient: () => createMemoryClient({ methods: [] }),
      scope: {},
    }).map(({ name }) => name)
    expect(names.join()).not.toMatch(/counts|stops|starts a failed|removes|several jobs/)
  })

  it('says which seeds are missing instead of passing without them', async () => {
    const cases = exportClientContract({ createClient: () => createMemoryClient(), scope: {} })
    const download = cases.find(({ name }) => name.startsWith('grants a download'))
    await expect(download?.run()).rejects.toThrow(/needs a completed job with a file/)
  })
})
