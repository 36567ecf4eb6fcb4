import { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import { EXPORT_STATUSES } from '../core/status.js'
import { isRecord } from '../internal/is-record.js'

/** The texts that are drawn as they are, each a string or `null`. */
const TEXTS = [
  'name',
  'reportType',
  'fileFormat',
  'phase',
  'createdAt',
  'startedAt',
  'completedAt',
  'createdBy',
]

/**
 * Checks what a client's `listJobs` resolved with, as far as rendering depends on it. A job that
 * cannot be drawn joins the unreadable rows, so that it does not take the others down.
 *
 * The clients of this library check every wire value themselves; this catches a host's own client.
 *
 * @throws {ExportJobsError} `bad_response`, naming the method and the path of the first wrong value.
 */
export function checkJobPage<Extra>(page: JobPage<Extra>): JobPage<Extra> {
  if (!isRecord(page)) throw wrong('listJobs', 'the answer')
  for (const key of ['jobs', 'unreadable'] as const) {
    if (!Array.isArray(page[key])) throw wrong('listJobs', key, 'an array')
  }
  const unreadable = page.jobs.flatMap((job, index) => {
    const fault = faultOf(job)
    if (fault === null) return []
    const path = fault === '' ? `jobs[${index}]` : `jobs[${index}].${fault}`
    if (process.env.NODE_ENV !== 'production') console.error(wrong('listJobs', path))
    return { index, id: typeof job?.id === 'string' ? job.id : null, path }
  })
  if (unreadable.length === 0) return page
  const readable = page.jobs.filter((_, index) => unreadable.every((row) => row.index !== index))
  return { ...page, jobs: readable, unreadable: [...page.unreadable, ...unreadable] }
}

/**
 * Checks what a client's method resolved with where one job is due.
 *
 * @throws {ExportJobsError} `bad_response`, naming the method and the path of the first wrong value.
 */
export function checkJob<Extra>(job: ExportJob<Extra>, method: string): ExportJob<Extra> {
  const fault = faultOf(job)
  if (fault !== null) throw wrong(method, fault || 'the answer')
  return job
}

/** Path of the first thing in a job that could not be drawn, empty for the whole, or `null`. */
function faultOf(job: unknown): string | null {
  if (!isRecord(job)) return ''
  if (typeof job.id !== 'string') return 'id'
  if (!EXPORT_STATUSES.some((status) => status === job.status)) return 'status'
  const text = TEXTS.find((key) => job[key] !== null && !isText(job[key]))
  if (text !== undefined) return text
  const { warnings, entityTypes, files, error } = job
  if (!isListOf(warnings, isText)) return 'warnings'
  if (!isListOf(entityTypes, isText)) return 'entityTypes'
  if (!isListOf(files, isFile)) return 'files'
  return error === null || (isRecord(error) && isText(error.message)) ? null : 'error'
}

function isListOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isMember)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isFile(file: unknown): boolean {
  return isRecord(file) && isText(file.id)
}

function wrong(method: string, path: string, expected = 'what its type says'): ExportJobsError {
  const remedy =
    process.env.NODE_ENV === 'production'
      ? '.'
      : `. Mend what the client's ${method} resolves with.`
  return new ExportJobsError('bad_response', {
    message: `${method}: ${path} must be ${expected}${remedy}`,
  })
}
