import type { ClientCapabilities } from '../../core/client.js'
import { ExportJobsError } from '../../core/errors.js'
import type { ExportJob } from '../../core/job.js'
import type { JobListQuery, JobPage } from '../../core/list-query.js'

/** The count beyond which a backend with a capped total stops counting. */
const TOTAL_CAP = 10_000

/**
 * Cuts one page out of the matching jobs. Cursors are positions written as text.
 *
 * @throws {ExportJobsError} `invalid` for a cursor that is none.
 */
export function paginate<Extra>(
  jobs: readonly ExportJob<Extra>[],
  { page, cursor, pageSize }: JobListQuery,
  { pagination, total }: ClientCapabilities,
  serverTime: string,
): JobPage<Extra> {
  const byCursor = pagination === 'cursor'
  const start = byCursor ? readCursor(cursor) : page * pageSize
  const end = start + pageSize
  const isCapped = total === 'capped' && jobs.length > TOTAL_CAP
  const count = total === 'none' ? null : isCapped ? TOTAL_CAP : jobs.length
  const hasNextPage = end < jobs.length
  return {
    jobs: jobs.slice(start, end),
    unreadable: [],
    page: byCursor ? 0 : page,
    pageSize,
    total: count,
    totalIsCapped: isCapped,
    totalPages: count === null ? null : Math.ceil(count / pageSize),
    hasNextPage,
    nextCursor: byCursor && hasNextPage ? String(end) : null,
    previousCursor: byCursor && start > 0 ? String(Math.max(0, start - pageSize)) : null,
    serverTime,
  }
}

function readCursor(cursor: string | null): number {
  if (cursor === null) return 0
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  throw new ExportJobsError('invalid', {
    message: 'listJobs got a cursor that is none of its own.',
  })
}
