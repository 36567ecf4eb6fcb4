import type { ExportJobsClient } from '../core/client.js'
import { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { isTypeVisible, type ListAccess, permittedTypes } from '../core/list-access.js'

/**
 * The reading half of a client as the person may use it: lists are asked for the permitted report types
 * alone, jobs of others are withheld, and without a permitted type nobody is asked. It is for the watch
 * over the person's own jobs, which goes on where the page of all of them is withheld. Source: W9.
 *
 * @param readAccess - Says what may be seen at each request.
 */
export function confineClient(
  client: ExportJobsClient,
  readAccess: () => ListAccess,
): ExportJobsClient {
  /** What may be seen now. @throws {ExportJobsError} `forbidden`, `unavailable`. */
  function access(method: string): ListAccess {
    const known = readAccess()
    const isPageWithheld = known.answer === false && known.reportTypes === null
    if (isPageWithheld) return { answer: true, reportTypes: null }
    if (known.answer === true) return known
    throw new ExportJobsError(known.answer === false ? 'forbidden' : 'unavailable', {
      message: `${method} was not sent, because can('list') is ${known.answer}.`,
    })
  }
  const visible = (jobs: readonly ExportJob[], known: ListAccess) =>
    jobs.filter(({ reportType }) => isTypeVisible(reportType, known))
  const { getJobs } = client
  return {
    key: client.key,
    capabilities: client.capabilities,
    createDownload: (id, options) => client.createDownload(id, options),
    async listJobs(query, options) {
      const known = access('listJobs')
      const mayFilter = client.capabilities.filters.includes('reportTypes')
      const types = mayFilter ? permittedTypes(query.filters.reportTypes, known) : null
      const filters = types === null ? query.filters : { ...query.filters, reportTypes: types }
      const page = await client.listJobs({ ...query, filters }, options)
      return { ...page, jobs: visible(page.jobs, known) }
    },
    async getJob(id, options) {
      const known = access('getJob')
      const job = await client.getJob(id, options)
      if (isTypeVisible(job.reportType, known)) return job
      throw new ExportJobsError('forbidden', {
        message: 'getJob was answered with a job of a report type that this person may not see.',
      })
    },
    ...(getJobs !== undefined && {
      async getJobs(ids, options) {
        const known = access('getJobs')
        return visible(await getJobs.call(client, ids, options), known)
      },
    }),
  }
}
