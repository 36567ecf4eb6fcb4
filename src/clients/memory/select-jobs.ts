import type { ClientCapabilities } from '../../core/client.js'
import type { ExportJob } from '../../core/job.js'
import type { JobFilters, JobListQuery, JobSort, JobSortField } from '../../core/list-query.js'
import { calendarDay } from '../../internal/zoned-time.js'

/** Filters and sorts jobs as a list query says, as far as the capabilities go; ties go by id. */
export function selectJobs<Extra>(
  jobs: readonly ExportJob<Extra>[],
  query: JobListQuery,
  { filters, orderings }: ClientCapabilities,
): readonly ExportJob<Extra>[] {
  const sorts = query.ordering.filter(({ field }) => orderings.includes(field))
  const tieBreaker: JobSort = { field: 'id', direction: sorts.at(-1)?.direction ?? 'desc' }
  return jobs
    .filter((job) => filters.every((name) => FILTERS[name](job, query.filters, query.timeZone)))
    .toSorted((left, right) => compareJobs(left, right, [...sorts, tieBreaker]))
}

type Filter = (job: ExportJob, filters: JobFilters, timeZone: string) => boolean

const FILTERS: Readonly<Record<keyof JobFilters, Filter>> = {
  statuses: ({ status }, { statuses }) => isAnyOf(status, statuses),
  fileFormats: ({ fileFormat }, { fileFormats }) => isAnyOf(fileFormat, fileFormats),
  reportTypes: ({ reportType }, { reportTypes }) => isAnyOf(reportType, reportTypes),
  sources: ({ source }, { sources }) => isAnyOf(source, sources),
  createdFrom: (job, { createdFrom }, timeZone) =>
    createdFrom === null || (dayOf(job, timeZone) ?? '') >= createdFrom,
  createdTo: (job, { createdTo }, timeZone) =>
    createdTo === null || (dayOf(job, timeZone) ?? '~') <= createdTo,
  search: ({ name }, { search }) =>
    (name ?? '').toLowerCase().includes(search.trim().toLowerCase()),
  hasWarnings: ({ warnings }, { hasWarnings }) =>
    hasWarnings === null || warnings.length > 0 === hasWarnings,
}

function isAnyOf(value: string | null, choices: readonly string[]): boolean {
  return choices.length === 0 || (value !== null && choices.includes(value))
}

function dayOf({ createdAt }: ExportJob, timeZone: string): string | null {
  return createdAt === null ? null : calendarDay(Date.parse(createdAt), timeZone)
}

function compareJobs(left: ExportJob, right: ExportJob, sorts: readonly JobSort[]): number {
  for (const { field, direction } of sorts) {
    const [a, b] = [sortValue(left, field), sortValue(right, field)]
    if (a === b) continue
    // what is not known comes last either way
    if (a === null || b === null) return a === null ? 1 : -1
    const order = field === 'id' ? compareIds(String(a), String(b)) : a < b ? -1 : 1
    return direction === 'asc' ? order : -order
  }
  return 0
}

function sortValue(job: ExportJob, field: JobSortField): string | number | null {
  switch (field) {
    case 'createdAt':
    case 'updatedAt': {
      const instant = job[field]
      return instant === null ? null : Date.parse(instant)
    }
    case 'dateFrom':
      return job.dateRange?.from ?? null
    case 'dateTo':
      return job.dateRange?.to ?? null
    default:
      return job[field]
  }
}

/** Numbers as numbers, so that 10 follows 9. */
function compareIds(left: string, right: string): number {
  const isNumeric = /^\d+$/.test(left) && /^\d+$/.test(right)
  if (isNumeric && left.length !== right.length) return left.length - right.length
  return left < right ? -1 : 1
}
