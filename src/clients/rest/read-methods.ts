import type { ExportJobsClient } from '../../core/client.js'
import type { ExportJob } from '../../core/job.js'
import type { JobPage } from '../../core/list-query.js'
import { isUnfinishedStatus } from '../../core/status.js'
import { type RestContext, refusal } from './context.js'
import { createGrantReader } from './grant-reader.js'
import { guard } from './guard.js'
import { createListQueryWriter, writeParams } from './list-query-writer.js'
import { createPageReader, type PagePosition } from './page-reader.js'
import { readReportTypes } from './report-types-reader.js'
import { placeOf, wrong } from './source.js'

type ReadMethods = Pick<
  ExportJobsClient,
  'listJobs' | 'getJob' | 'createDownload' | 'getJobs' | 'listReportTypes'
>

/** How many ids one request asks for; more would outgrow common limits on addresses. */
const IDS_PER_REQUEST = 100

/** Makes the methods that change nothing. */
export function createReadMethods(context: RestContext): ReadMethods {
  const { options, params, capabilities, vocabulary, jobReader } = context
  const { paths = {}, arrayFormat } = options
  const listPath = paths.jobs ?? '/export-jobs'
  const readPage = createPageReader(context)
  const readGrant = createGrantReader(options.grant, context.rules)
  const writeListQuery = createListQueryWriter(context)

  const methods: ReadMethods = {
    listJobs: guard('listJobs', async (query, requestOptions) => {
      // some backends refuse a page past the end instead of answering it empty
      const accepts = capabilities.pagination === 'page' && query.page > 0 ? [404, 416] : []
      const plan = { method: 'listJobs', path: listPath, accepts, query: writeListQuery(query) }
      const answer = await context.send(plan, requestOptions)
      if (answer.status >= 400) return emptyPage(query)
      return context.take(readPage(answer, query), answer)
    }),

    getJob: guard('getJob', (id, requestOptions) => context.fetchJob('getJob', id, requestOptions)),

    createDownload: guard('createDownload', async (id, { fileId, ...requestOptions }) => {
      const path = paths.download ?? '/export-jobs/{id}/download'
      const isInPath = typeof path === 'function' || path.includes('{fileId}')
      const query = writeParams([[params.fileId, isInPath ? null : fileId]])
      const plan = { method: 'createDownload', path, id, fileId, query, cache: 'no-store' } as const
      const answer = await context.send(plan, requestOptions)
      const grant = context.take(readGrant(answer.body, answer.url), answer)
      if (grant) return grant
      const status = jobReader.readStatus(context.jobIn(answer))
      if (status !== null && isUnfinishedStatus(status)) {
        throw refusal('not_ready', 'the job has not completed yet.', answer)
      }
      if (grant === null || status !== null) {
        throw refusal('no_file', 'the job has no file.', answer)
      }
      const place = placeOf(options.grant?.url ?? 'download_url', 'url', answer.body)
      return context.take(wrong(place, 'a string', undefined), answer)
    }),
  }

  if (params.ids !== null) {
    methods.getJobs = guard('getJobs', async (ids, requestOptions) => {
      const found: ExportJob[] = []
      for (let start = 0; start < ids.length; start += IDS_PER_REQUEST) {
        const some = ids.slice(start, start + IDS_PER_REQUEST)
        const position = { page: 0, cursor: null, pageSize: some.length }
        const query = writeParams(
          [
            [params.ids, some],
            [params.pageSize, some.length],
          ],
          arrayFormat,
        )
        const plan = { method: 'getJobs', path: paths.jobsByIds ?? listPath, query }
        const answer = await context.send(plan, requestOptions)
        found.push(...context.take(readPage(answer, position), answer).jobs)
      }
      return found
    })
  }

  if (options.actions?.reportTypes) {
    methods.listReportTypes = guard('listReportTypes', async (requestOptions) => {
      const path = paths.reportTypes ?? '/report-types'
      const answer = await context.send({ method: 'listReportTypes', path }, requestOptions)
      const types = readReportTypes(answer.body, options.reportTypeFields, vocabulary.readFormat)
      return context.take(types, answer)
    })
  }
  return methods
}

function emptyPage({ page, pageSize }: PagePosition): JobPage {
  return {
    jobs: [],
    unreadable: [],
    page,
    pageSize,
    total: null,
    totalIsCapped: false,
    totalPages: null,
    hasNextPage: false,
    nextCursor: null,
    previousCursor: null,
    serverTime: null,
  }
}
