import type { JobSource } from '../../src/core/job.js'
import type { JobSort, JobSortField } from '../../src/core/list-query.js'
import type { ExportStatus } from '../../src/core/status.js'
import { compareIds, compareTexts } from './compare-ids.js'
import type { BackendJob } from './job-record.js'

/** One question to the backend's list, in no dialect's words. What is left out does not narrow. */
export interface BackendQuery {
  /** Whose jobs; `null` for those of all companies. */
  readonly companyId: string | null
  /** Any of these statuses. */
  readonly statuses?: readonly ExportStatus[]
  /** Any of these formats, in lower case. */
  readonly fileFormats?: readonly string[]
  /** Any of these report types. */
  readonly reportTypes?: readonly string[]
  /** Created at this instant or later, in epoch milliseconds. */
  readonly createdFrom?: number | null
  /** Created before this instant, in epoch milliseconds. */
  readonly createdBefore?: number | null
  /** Text within the name, in any case. */
  readonly search?: string
  /** Any of these sources. */
  readonly sources?: readonly JobSource[]
  /** With or without warnings. */
  readonly hasWarnings?: boolean | null
  /** Sort keys, the strongest first; ties go by id in the last key's direction. Default newest first. */
  readonly ordering?: readonly JobSort[]
  /** Page position, from 0. Default 0. */
  readonly page?: number
  /** Rows on a page. Default 20. */
  readonly pageSize?: number
}

/** One page of the backend's list; a page past the end is empty. */
export interface BackendPage {
  /** The page's jobs. */
  readonly jobs: readonly BackendJob[]
  /** Page position, from 0. */
  readonly page: number
  /** Rows on a page. */
  readonly pageSize: number
  /** Matching jobs over all pages. */
  readonly total: number
  /** Number of pages; 0 when nothing matches. */
  readonly totalPages: number
}

/** Filters, sorts and cuts. */
export function queryJobs(jobs: readonly BackendJob[], query: BackendQuery): BackendPage {
  const page = query.page ?? 0
  const pageSize = query.pageSize ?? 20
  const matching = jobs.filter((job) => matches(job, query)).sort(comparator(query.ordering))
  return {
    jobs: matching.slice(page * pageSize, (page + 1) * pageSize),
    page,
    pageSize,
    total: matching.length,
    totalPages: Math.ceil(matching.length / pageSize),
  }
}

function matches(job: BackendJob, query: BackendQuery): boolean {
  const createdAt = job.createdAt === null ? Number.NaN : Date.parse(job.createdAt)
  return (
    (query.companyId === null || job.companyId === query.companyId) &&
    isAnyOf(query.statuses, job.status) &&
    isAnyOf(query.fileFormats, job.fileFormat) &&
    isAnyOf(query.reportTypes, job.reportType) &&
    isAnyOf(query.sources, job.source) &&
    (query.createdFrom == null || createdAt >= query.createdFrom) &&
    (query.createdBefore == null || createdAt < query.createdBefore) &&
    (query.hasWarnings == null || job.warnings.length > 0 === query.hasWarnings) &&
    (job.name ?? '').toLowerCase().includes((query.search ?? '').toLowerCase())
  )
}

function isAnyOf<Value>(choices: readonly Value[] | undefined, value: Value | null): boolean {
  return choices === undefined || choices.length === 0 || choices.some((choice) => choice === value)
}

const NEWEST_FIRST: readonly JobSort[] = [{ field: 'createdAt', direction: 'desc' }]

function comparator(ordering: readonly JobSort[] | undefined) {
  const sorts = ordering === undefined || ordering.length === 0 ? NEWEST_FIRST : ordering
  const last = sorts[sorts.length - 1]
  const keys: readonly JobSort[] = [...sorts, { field: 'id', direction: last?.direction ?? 'asc' }]
  return (left: BackendJob, right: BackendJob) => {
    for (const { field, direction } of keys) {
      const order = compareField(left, right, field, direction)
      if (order !== 0) return order
    }
    return 0
  }
}

function compareField(
  left: BackendJob,
  right: BackendJob,
  field: JobSortField,
  direction: JobSort['direction'],
): number {
  const sign = direction === 'asc' ? 1 : -1
  if (field === 'id') return sign * compareIds(left.id, right.id)
  const leftValue = sortValue(left, field)
  const rightValue = sortValue(right, field)
  // What has no value comes last in both directions, as in PostgreSQL's NULLS LAST.
  if (leftValue === null || rightValue === null) {
    return Number(leftValue === null) - Number(rightValue === null)
  }
  return sign * compareTexts(leftValue, rightValue)
}

function sortValue(job: BackendJob, field: Exclude<JobSortField, 'id'>): string | null {
  switch (field) {
    case 'createdAt':
      return instantKey(job.createdAt)
    case 'updatedAt':
      return instantKey(job.updatedAt)
    case 'dateFrom':
      return job.dateRange?.from ?? null
    case 'dateTo':
      return job.dateRange?.to ?? null
    default:
      return job[field]
  }
}

function instantKey(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
