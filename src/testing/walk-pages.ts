import type { ExportJob } from '../core/job.js'
import { type JobListQuery, type JobPage, NO_FILTERS } from '../core/list-query.js'
import { assert } from './assert.js'
import type { CaseContext } from './contract-options.js'

/** More pages than any seeded backend should have. */
const MOST_PAGES = 1000

/** Makes a list query: the first page of everything, unless told otherwise. */
export function makeQuery(overrides: Partial<JobListQuery> = {}): JobListQuery {
  return {
    page: 0,
    cursor: null,
    pageSize: 100,
    ordering: [],
    filters: NO_FILTERS,
    timeZone: 'UTC',
    ...overrides,
  }
}

/** Reads all pages of a list, as a person would who presses Next to the end. */
export async function walkPages(
  { client, request }: CaseContext,
  query: JobListQuery,
): Promise<readonly JobPage[]> {
  const pages: JobPage[] = []
  let next: JobListQuery | null = query
  while (next !== null) {
    assert(pages.length < MOST_PAGES, `the list goes on after ${MOST_PAGES} pages.`)
    const page: JobPage = await client.listJobs(next, request)
    pages.push(page)
    const cursor: string | null = page.nextCursor
    next = page.hasNextPage ? { ...query, page: query.page + pages.length, cursor } : null
  }
  return pages
}

/** Reads all jobs of a list. */
export async function readAll(
  context: CaseContext,
  query: JobListQuery = makeQuery(),
): Promise<readonly ExportJob[]> {
  return (await walkPages(context, query)).flatMap(({ jobs }) => jobs)
}
