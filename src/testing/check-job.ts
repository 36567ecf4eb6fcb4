import { type ExportJob, JOB_DELIVERIES, JOB_SOURCES } from '../core/job.js'
import { EXPORT_STATUSES } from '../core/status.js'
import { assert, assertPlain } from './assert.js'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const CALENDAR_DATE = /^\d{4}-\d\d-\d\d$/

const INSTANT_FIELDS = [
  'createdAt',
  'startedAt',
  'updatedAt',
  'completedAt',
  'fileExpiresAt',
  'removedAt',
] as const

const LIST_FIELDS = ['warnings', 'entityTypes', 'files'] as const

/** Tells whether a text is an instant as the model writes it. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text))
}

/** Fails a case unless a job is what the model says. */
export function checkJob(job: ExportJob, path: string): void {
  assertPlain(job, path)
  assert(typeof job.id === 'string' && job.id !== '', `${path}.id must be a non-empty string.`)
  assert(
    EXPORT_STATUSES.includes(job.status),
    `${path}.status must be one of ours, got ${job.status}.`,
  )
  assert(
    job.statusText !== job.status,
    `${path}.statusText must be null when it only repeats the status.`,
  )
  for (const field of INSTANT_FIELDS) {
    const value = job[field]
    assert(
      value === null || (typeof value === 'string' && isInstant(value)),
      `${path}.${field} must be null or an ISO 8601 instant with an offset, got ${value}.`,
    )
  }
  for (const field of LIST_FIELDS) {
    assert(
      Array.isArray(job[field]),
      `${path}.${field} must be an array, empty when there is none.`,
    )
  }
  for (const date of [job.dateRange?.from ?? null, job.dateRange?.to ?? null]) {
    assert(
      date === null || CALENDAR_DATE.test(date),
      `${path}.dateRange must hold calendar dates (YYYY-MM-DD), got ${date}.`,
    )
  }
  assert(
    job.progress === null || (job.progress >= 0 && job.progress <= 1),
    `${path}.progress must be null or from 0 to 1, got ${job.progress}.`,
  )
  assert(
    job.fileFormat === null || job.fileFormat === job.fileFormat.toLowerCase(),
    `${path}.fileFormat must be in lower case, got ${job.fileFormat}.`,
  )
  assert(JOB_SOURCES.includes(job.source), `${path}.source must be one of ours, got ${job.source}.`)
  assert(
    JOB_DELIVERIES.includes(job.delivery),
    `${path}.delivery must be one of ours, got ${job.delivery}.`,
  )
  assert(typeof job.isDownloadable === 'boolean', `${path}.isDownloadable must be a boolean.`)
}
