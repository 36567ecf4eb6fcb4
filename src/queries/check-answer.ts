import { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import { EXPORT_STATUSES } from '../core/status.js'
import { isRecord } from '../internal/is-record.js'

/**
 * Checks what a client's `listJobs` resolved with, as far as rendering depends on it.
 *
 * The clients of this library check every wire value themselves; this catches a host's own client.
 *
 * @throws {ExportJobsError} `bad_response`, naming the method and the path of the first wrong value.
 */
export function checkJobPage<Extra>(page: JobPage<Extra>): JobPage<Extra> {
  if (!isRecord(page)) throw wrong('listJobs', '', 'a JobPage object')
  if (!Array.isArray(page.jobs)) throw wrong('listJobs', 'jobs', 'an array')
  if (!Array.isArray(page.unreadable)) throw wrong('listJobs', 'unreadable', 'an array')
  page.jobs.forEach((job, index) => {
    checkShape(job, 'listJobs', `jobs[${index}]`)
  })
  return page
}

/**
 * Checks what a client's method resolved with where one job is due.
 *
 * @throws {ExportJobsError} `bad_response`, naming the method and the path of the first wrong value.
 */
export function checkJob<Extra>(job: ExportJob<Extra>, method: string): ExportJob<Extra> {
  checkShape(job, method, '')
  return job
}

function checkShape(job: unknown, method: string, path: string): void {
  const at = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (!isRecord(job)) throw wrong(method, path, 'an ExportJob object')
  if (typeof job.id !== 'string') throw wrong(method, at('id'), 'a string')
  if (!EXPORT_STATUSES.some((status) => status === job.status)) {
    throw wrong(method, at('status'), `one of ${EXPORT_STATUSES.join(', ')}`)
  }
  for (const key of ['warnings', 'entityTypes', 'files']) {
    if (!Array.isArray(job[key])) throw wrong(method, at(key), 'an array')
  }
}

function wrong(method: string, path: string, expected: string): ExportJobsError {
  const remedy =
    process.env.NODE_ENV === 'production'
      ? '.'
      : `. Mend what the client's ${method} resolves with.`
  return new ExportJobsError('bad_response', {
    message: `${method}: ${path === '' ? 'the answer' : path} must be ${expected}${remedy}`,
  })
}
