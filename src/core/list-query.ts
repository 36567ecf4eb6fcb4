import type { ExportJob, JobSource } from './job.js'
import type { ExportStatus } from './status.js'

/** The fields a list can be sorted by. Source: M10; `name` for W2. */
export const JOB_SORT_FIELDS = [
  'createdAt',
  'updatedAt',
  'status',
  'dateFrom',
  'dateTo',
  'id',
  'reportType',
  'fileFormat',
  'name',
] as const

/** One member of {@link JOB_SORT_FIELDS}. */
export type JobSortField = (typeof JOB_SORT_FIELDS)[number]

/** One sort key. */
export interface JobSort {
  /** The field to sort by. */
  readonly field: JobSortField
  /** `desc` puts the newest, the largest or the last letter first. */
  readonly direction: 'asc' | 'desc'
}

/** The filters a list can have. */
export const JOB_FILTER_NAMES = [
  'statuses',
  'fileFormats',
  'reportTypes',
  'createdFrom',
  'createdTo',
  'search',
  'sources',
  'hasWarnings',
] as const

/** One member of {@link JOB_FILTER_NAMES}. */
export type JobFilterName = (typeof JOB_FILTER_NAMES)[number]

/** What a list is narrowed to. An empty list, an empty text and `null` mean no filter. */
export interface JobFilters {
  /** Canonical statuses, any of them. */
  readonly statuses: readonly ExportStatus[]
  /** File formats in lower case, any of them. */
  readonly fileFormats: readonly string[]
  /** Report types, any of them. */
  readonly reportTypes: readonly string[]
  /** First day of creation (`YYYY-MM-DD` in the query's `timeZone`), inclusive, or `null`. */
  readonly createdFrom: string | null
  /** Last day of creation (`YYYY-MM-DD` in the query's `timeZone`), inclusive, or `null`. */
  readonly createdTo: string | null
  /** Text to look for in the name. */
  readonly search: string
  /** What made the job, any of them. */
  readonly sources: readonly JobSource[]
  /** Only jobs with (`true`) or without (`false`) warnings, or `null` for both. */
  readonly hasWarnings: boolean | null
}

/** The smallest page a list can have, in rows. Source: M6. */
export const MIN_PAGE_SIZE = 1
/** The largest page a list can have, in rows. Source: M6. */
export const MAX_PAGE_SIZE = 200
/** Rows on a page unless told otherwise. Source: M6. */
export const DEFAULT_PAGE_SIZE = 20
/** Newest first. Source: M6, W2. */
export const DEFAULT_ORDERING: readonly JobSort[] = [{ field: 'createdAt', direction: 'desc' }]
/** No filter at all. */
export const NO_FILTERS: JobFilters = {
  statuses: [],
  fileFormats: [],
  reportTypes: [],
  createdFrom: null,
  createdTo: null,
  search: '',
  sources: [],
  hasWarnings: null,
}

/** One question to a backend's list. */
export interface JobListQuery {
  /** Page position, from 0. Ignored where `cursor` is set. */
  readonly page: number
  /** The backend's own position mark, or `null` for the first page; cursor paging only. */
  readonly cursor: string | null
  /** Rows on a page, 1 to 200. */
  readonly pageSize: number
  /** Sort keys, the strongest first. */
  readonly ordering: readonly JobSort[]
  /** What the list is narrowed to. */
  readonly filters: JobFilters
  /** IANA zone in which `createdFrom` and `createdTo` are calendar dates. */
  readonly timeZone: string
}

/** A row that could not be understood; the rest of its page still shows. */
export interface UnreadableRow {
  /** Position on the page, from 0. */
  readonly index: number
  /** The row's id when that much could be read, else `null`. */
  readonly id: string | null
  /** Path of the first wrong value, such as `results[3].status`. */
  readonly path: string
}

/** One page of a list. */
export interface JobPage<Extra = unknown> {
  /** The readable rows, in the backend's order. */
  readonly jobs: readonly ExportJob<Extra>[]
  /** The rows that could not be understood. */
  readonly unreadable: readonly UnreadableRow[]
  /** Page position, from 0, as the backend answered it. */
  readonly page: number
  /** Rows on a page as the backend answered it. */
  readonly pageSize: number
  /** Matching jobs over all pages, or `null` when the backend does not count. */
  readonly total: number | null
  /** Whether `total` is a lower bound ("more than 10,000"). */
  readonly totalIsCapped: boolean
  /** Number of pages, or `null` when the backend does not count. */
  readonly totalPages: number | null
  /** Whether another page follows. */
  readonly hasNextPage: boolean
  /** Mark of the next page, or `null`. */
  readonly nextCursor: string | null
  /** Mark of the page before, or `null`. */
  readonly previousCursor: string | null
  /** The backend's clock at its answer as an ISO 8601 instant, or `null` when it cannot be read. */
  readonly serverTime: string | null
}
