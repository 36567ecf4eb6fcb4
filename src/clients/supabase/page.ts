import type { ExportJob } from '../../core/job.js'
import type { JobListQuery, JobPage, UnreadableRow } from '../../core/list-query.js'
import type { JobReader } from '../rest/job-reader.js'

/** The rows of one page, and what is known of those around them. */
export interface PageRows {
  /** The rows, perhaps one more than the page has room for. */
  readonly rows: readonly unknown[]
  /** Matching rows over all pages, or `null` when they were not counted. */
  readonly total: number | null
}

/** Makes a page of rows; one bad row never takes down the page. */
export function readPage(
  { rows, total }: PageRows,
  { page, pageSize }: JobListQuery,
  jobReader: JobReader,
): JobPage {
  return {
    ...readRows(rows.slice(0, pageSize), jobReader),
    page,
    pageSize,
    total,
    totalIsCapped: false,
    totalPages: total === null ? null : Math.ceil(total / pageSize),
    hasNextPage: total === null ? rows.length > pageSize : (page + 1) * pageSize < total,
    nextCursor: null,
    previousCursor: null,
    serverTime: null,
  }
}

/** Reads rows, and tells those that cannot be read from those that can. */
export function readRows(rows: readonly unknown[], jobReader: JobReader) {
  const jobs = new Map<string, ExportJob>()
  const unreadable: UnreadableRow[] = []
  rows.forEach((row, index) => {
    const reading = jobReader.readJob(row, `[${index}]`)
    if (!reading.ok) {
      unreadable.push({ index, id: jobReader.readId(row), path: reading.path })
    } else if (jobs.has(reading.value.id)) {
      // two rows of one id would be one to every list on screen
      unreadable.push({ index, id: reading.value.id, path: `[${index}].id` })
    } else {
      jobs.set(reading.value.id, reading.value)
    }
  })
  return { jobs: [...jobs.values()], unreadable }
}
