import type { ExportJob } from '../core/job.js'
import { type JobFilterName, type JobFilters, NO_FILTERS } from '../core/list-query.js'
import { calendarDay } from '../internal/zoned-time.js'
import { assertSame, need } from './assert.js'
import type { CaseContext, DefineCase } from './contract-options.js'
import { makeQuery, readAll } from './walk-pages.js'

/** A filter made for one of the jobs, and which jobs it lets through. */
interface Trial {
  readonly filters: Partial<JobFilters>
  matches(job: ExportJob): boolean
}

/** Writes a case for each filter that the client claims. */
export function defineFilterCases(define: DefineCase, { client, options }: CaseContext): void {
  const { timeZone = 'UTC' } = options
  for (const name of client.capabilities.filters) {
    define(`filters by ${name}`, async (context) => {
      const all = await readAll(context)
      const trials = client.capabilities.createdFilter === 'day' ? DAY_TRIALS : TRIALS
      const trial = need(
        all.map((job) => trials[name](job, timeZone)).find((made) => made !== null),
        `a job that can be filtered by ${name}`,
      )
      const filters = { ...NO_FILTERS, ...trial.filters }
      const found = await readAll(context, makeQuery({ filters, timeZone }))
      const expected = all.filter((job) => trial.matches(job))
      assertSame(idsOf(found), idsOf(expected), `the jobs with ${JSON.stringify(trial.filters)}`)
    })
  }

  if (client.countJobs !== undefined) {
    define('counts the jobs that it lists', async (context) => {
      const count = await context.client.countJobs?.(makeQuery(), context.request)
      assertSame(count, (await readAll(context)).length, 'the count')
    })
  }
}

function idsOf(jobs: readonly ExportJob[]): readonly string[] {
  return jobs.map(({ id }) => id).toSorted()
}

const TRIALS: Readonly<Record<JobFilterName, (job: ExportJob, timeZone: string) => Trial | null>> =
  {
    statuses: ({ status }) =>
      status === 'unknown'
        ? null
        : { filters: { statuses: [status] }, matches: (job) => job.status === status },
    fileFormats: ({ fileFormat }) =>
      fileFormat === null
        ? null
        : {
            filters: { fileFormats: [fileFormat] },
            matches: (job) => job.fileFormat === fileFormat,
          },
    reportTypes: ({ reportType }) =>
      reportType === null
        ? null
        : {
            filters: { reportTypes: [reportType] },
            matches: (job) => job.reportType === reportType,
          },
    createdFrom: ({ createdAt }, timeZone) => {
      if (createdAt === null) return null
      const day = calendarDay(Date.parse(createdAt), timeZone)
      return {
        filters: { createdFrom: day },
        matches: (job) => createdDay(job, timeZone, '') >= day,
      }
    },
    createdTo: ({ createdAt }, timeZone) => {
      if (createdAt === null) return null
      const day = calendarDay(Date.parse(createdAt), timeZone)
      return {
        filters: { createdTo: day },
        matches: (job) => createdDay(job, timeZone, '~') <= day,
      }
    },
    search: ({ name }) =>
      name === null
        ? null
        : {
            filters: { search: name },
            matches: (job) => (job.name ?? '').toLowerCase().includes(name.toLowerCase()),
          },
    sources: ({ source }) => ({
      filters: { sources: [source] },
      matches: (job) => job.source === source,
    }),
    hasWarnings: ({ warnings }) => {
      const hasWarnings = warnings.length > 0
      return { filters: { hasWarnings }, matches: (job) => job.warnings.length > 0 === hasWarnings }
    },
  }

/** Where one day alone can be asked for, it is both the first and the last. */
const DAY_TRIALS: typeof TRIALS = { ...TRIALS, createdFrom: ofOneDay, createdTo: ofOneDay }

function ofOneDay({ createdAt }: ExportJob, timeZone: string): Trial | null {
  if (createdAt === null) return null
  const day = calendarDay(Date.parse(createdAt), timeZone)
  return {
    filters: { createdFrom: day, createdTo: day },
    matches: (job) => createdDay(job, timeZone, '') === day,
  }
}

function createdDay({ createdAt }: ExportJob, timeZone: string, unknown: string): string {
  return createdAt === null ? unknown : calendarDay(Date.parse(createdAt), timeZone)
}
