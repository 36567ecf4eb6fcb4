import type { ExportJob } from '../core/job.js'
import type { JobSort, JobSortField } from '../core/list-query.js'
import { assert, assertPlain, assertSame, need } from './assert.js'
import { checkJob, isInstant } from './check-job.js'
import type { CaseContext, DefineCase } from './contract-options.js'
import { defineFilterCases } from './filter-cases.js'
import { makeQuery, readAll, walkPages } from './walk-pages.js'

/** Writes the cases about the list: its jobs, pages, order and filters. */
export function defineListCases(define: DefineCase, sample: CaseContext): void {
  const { capabilities } = sample.client

  define('says what it can do in our words, each once', async ({ client }) => {
    const { statuses, orderings, filters, fileFormats } = client.capabilities
    assertPlain(client.capabilities, 'capabilities')
    assert(!statuses.includes('unknown'), 'unknown is no status that a person can choose.')
    for (const list of [statuses, orderings, filters, fileFormats]) {
      assertSame(new Set(list).size, list.length, 'the number of different words')
    }
    assert(client.key !== '', 'key must not be empty.')
  })

  define('lists jobs that are plain JSON of the model', async (context) => {
    const page = await context.client.listJobs(makeQuery(), context.request)
    assertPlain(page, 'page')
    need(page.jobs[4], 'at least five jobs')
    page.jobs.forEach((job, index) => {
      checkJob(job, `jobs[${index}]`)
    })
    const known = [...capabilities.statuses, 'unknown']
    const strange = page.jobs.map(({ status }) => status).filter((word) => !known.includes(word))
    assertSame(strange, [], 'the statuses that its capabilities do not name')
    assert(
      page.serverTime === null || isInstant(page.serverTime),
      `serverTime must be null or an instant, got ${page.serverTime}.`,
    )
  })

  define('shows each job on one page only, at most pageSize at a time', async (context) => {
    const pages = await walkPages(
      context,
      makeQuery({ pageSize: 2, ordering: firstOrdering(sample) }),
    )
    const sizes = pages.map(({ jobs, unreadable }) => jobs.length + unreadable.length)
    assert(Math.max(...sizes) <= 2, `a page of 2 held ${Math.max(...sizes)} rows.`)
    const ids = pages.flatMap(({ jobs }) => jobs.map(({ id }) => id))
    assertSame(new Set(ids).size, ids.length, 'the number of different jobs over all pages')
    const all = await readAll(context)
    assertSame(ids.toSorted(), all.map(({ id }) => id).toSorted(), 'the jobs over all pages')
  })

  define('tells the number of jobs as its capabilities say', async (context) => {
    const pages = await walkPages(context, makeQuery({ pageSize: 2 }))
    const count = pages.flatMap(({ jobs, unreadable }) => [...jobs, ...unreadable]).length
    for (const { total, totalIsCapped, totalPages } of pages) {
      if (capabilities.total === 'none') assertSame(total, null, 'the total')
      if (capabilities.total === 'exact') {
        assertSame(total, count, 'the total')
        assertSame(totalPages, Math.ceil(count / 2), 'the number of pages')
      }
      if (capabilities.total === 'capped') {
        assert(total === count || totalIsCapped, 'a total that is not exact must say so.')
      }
    }
  })

  if (capabilities.pagination === 'page') {
    define('answers a page past the end without jobs', async ({ client, request }) => {
      const page = await client.listJobs(makeQuery({ page: 500 }), request)
      assertSame(page.jobs, [], 'the jobs past the end')
      assertSame(page.hasNextPage, false, 'whether another page follows')
    })
  }

  for (const field of capabilities.orderings) {
    define(`sorts by ${field} both ways`, async (context) => {
      const up = await readAll(context, makeQuery({ ordering: [{ field, direction: 'asc' }] }))
      const down = await readAll(context, makeQuery({ ordering: [{ field, direction: 'desc' }] }))
      assertSame(idsOf(up), idsOf(down), 'the jobs sorted one and the other way')
      checkOrder(up, field, 'asc')
      checkOrder(down, field, 'desc')
    })
  }

  defineFilterCases(define, sample)
}

function firstOrdering({ client }: CaseContext): readonly JobSort[] {
  const [field] = client.capabilities.orderings
  return field === undefined ? [] : [{ field, direction: 'asc' }]
}

function idsOf(jobs: readonly ExportJob[]): readonly string[] {
  return jobs.map(({ id }) => id).toSorted()
}

/**
 * Times and dates must ascend or descend. Words sort as each backend's collation has it, but equal
 * ones must stand together.
 */
function checkOrder(jobs: readonly ExportJob[], field: JobSortField, direction: string): void {
  const values = jobs.map((job) => sortValue(job, field)).filter((value) => value !== null)
  values.forEach((value, index) => {
    const before = values[index - 1]
    if (before === undefined || before === value) return
    const isRight =
      typeof value === 'number'
        ? Number(before) < value === (direction === 'asc')
        : !values.slice(0, index).includes(value)
    assert(isRight, `sorted by ${field} (${direction}), ${value} came after ${before}.`)
  })
}

function sortValue(job: ExportJob, field: JobSortField): string | number | null {
  switch (field) {
    case 'createdAt':
    case 'updatedAt':
      return toTime(job[field])
    case 'dateFrom':
      return toTime(job.dateRange?.from ?? null)
    case 'dateTo':
      return toTime(job.dateRange?.to ?? null)
    default:
      return job[field]
  }
}

function toTime(text: string | null): number | null {
  return text === null ? null : Date.parse(text)
}
