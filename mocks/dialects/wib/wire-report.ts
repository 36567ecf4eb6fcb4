import type { BackendJob } from '../../backend/job-record.js'
import { jobBaseName } from '../../files/file-name.js'
import { ORIGIN_WORDS, STATUS_WORDS } from './words.js'

/**
 * An exported report in WIB's words: its own field names, the file's name without extension, and
 * instants in UTC that say nothing of a zone, with a clock's seven digits.
 *
 * Source: W1, W7, W10, W12.
 */
export function toWireReport(job: BackendJob): Record<string, unknown> {
  return {
    exportId: toWireId(job.id),
    file: { name: job.name ?? jobBaseName(job), extension: 'XLSX' },
    reportTypeName: job.reportType,
    status: STATUS_WORDS[job.status] ?? job.status,
    dateCreated: toWireInstant(job.createdAt),
    dateFinished: toWireInstant(job.completedAt),
    origin: ORIGIN_WORDS[job.source],
    requestedBy: job.createdBy === null ? null : { displayName: job.createdBy },
    failure: job.error === null ? null : { code: job.error.code, message: job.error.message },
  }
}

/** Ids that no number could hold. */
export function toWireId(id: string): string {
  return `rex-${id}`
}

/** The backend's own id. */
export function fromWireId(id: string): string {
  return id.replace(/^rex-/, '')
}

function toWireInstant(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString().replace('Z', '0000')
}
