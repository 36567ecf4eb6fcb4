import type { ExportJobsClient, RequestOptions } from '../../core/client.js'
import { ExportJobsError } from '../../core/errors.js'
import type { ExportJob } from '../../core/job.js'
import type { JobListQuery } from '../../core/list-query.js'
import type { SupabaseContext } from './context.js'
import { isImpossibleValue } from './errors.js'
import { keepAnyOf, keepFiltered, sortRows } from './list-query.js'
import { type PageRows, readPage, readRows } from './page.js'
import type { SupabaseAnswer, SupabaseRows } from './supabase-js.js'

type ReadMethods = Pick<ExportJobsClient, 'listJobs' | 'getJob' | 'getJobs' | 'countJobs'>

/** How many ids one request asks for; more would outgrow common limits on addresses. */
const IDS_PER_REQUEST = 80

/** Makes the methods that read rows. */
export function createReadMethods(context: SupabaseContext): ReadMethods {
  const { names, vocabulary, selection } = context
  const counts = context.capabilities.total !== 'none'
  // from another origin the count cannot be read unless the backend exposes its header
  let isCountHidden = false

  function keep(rows: SupabaseRows, { filters, timeZone }: JobListQuery): SupabaseRows {
    return keepFiltered(rows, filters, timeZone, names, vocabulary)
  }

  async function count(method: string, query: JobListQuery, options: RequestOptions) {
    const rows = context.table().select(selection, { count: 'exact', head: true })
    return context.ask(method, options, keep(rows, query))
  }

  async function listRows(query: JobListQuery, options: RequestOptions): Promise<PageRows> {
    const { page, pageSize } = query
    const start = page * pageSize
    const isCounted = counts && !isCountHidden
    const rows = context.table().select(selection, isCounted ? { count: 'exact' } : {})
    const sorted = sortRows(keep(rows, query), query, names)
    const end = start + pageSize - (isCounted ? 1 : 0)
    const answer = await context.ask('listJobs', options, sorted.range(start, end))
    if (isPastTheEnd(answer)) return { rows: [], total: await totalOf(answer, query, options) }
    const found = context.acceptRows('listJobs', answer)
    const total = isCounted ? readCount(answer) : null
    if (!isCounted || total !== null) return { rows: found, total }
    isCountHidden = true
    // only one row more can tell whether a full page is the last
    return found.length < pageSize ? { rows: found, total } : listRows(query, options)
  }

  /** The refusal of a page past the end tells the total, if only in words. */
  async function totalOf({ error }: SupabaseAnswer, query: JobListQuery, options: RequestOptions) {
    const told = /only (\d+) rows/.exec(error?.details ?? '')?.[1]
    if (told !== undefined) return Number(told)
    return readCount(context.accept('listJobs', await count('listJobs', query, options)))
  }

  async function readJobs(
    ids: readonly string[],
    options: RequestOptions,
  ): Promise<readonly ExportJob[]> {
    const rows = keepAnyOf(context.table().select(selection), context.idColumn, ids)
    const answer = await context.ask('getJobs', options, rows)
    if (!isImpossibleValue(answer.error)) {
      return readRows(context.acceptRows('getJobs', answer), context.jobReader).jobs
    }
    // one id that the column cannot hold refuses them all
    if (ids.length === 1) return []
    const middle = Math.ceil(ids.length / 2)
    const halves = [ids.slice(0, middle), ids.slice(middle)]
    return (await Promise.all(halves.map((half) => readJobs(half, options)))).flat()
  }

  return {
    async listJobs(query, options) {
      return readPage(await listRows(query, options), query, context.jobReader)
    },

    async getJob(id, options) {
      return context.takeJob('getJob', await context.fetchRow('getJob', id, options))
    },

    async getJobs(ids, options) {
      const wanted = [...new Set(ids)]
      const found: ExportJob[] = []
      for (let start = 0; start < wanted.length; start += IDS_PER_REQUEST) {
        found.push(...(await readJobs(wanted.slice(start, start + IDS_PER_REQUEST), options)))
      }
      return found
    },

    ...(counts && {
      async countJobs(query: JobListQuery, options: RequestOptions) {
        const answer = context.accept('countJobs', await count('countJobs', query, options))
        const total = readCount(answer)
        if (total !== null) return total
        throw new ExportJobsError('bad_response', {
          message: "countJobs: the count is hidden. Expose content-range to the page's origin.",
        })
      },
    }),
  }
}

function isPastTheEnd({ status, error }: SupabaseAnswer): boolean {
  return error !== null && (status === 416 || error.code === 'PGRST103')
}

/** supabase-js makes `NaN` of a count that the backend left open. */
function readCount({ count }: SupabaseAnswer): number | null {
  return Number.isSafeInteger(count) ? count : null
}
