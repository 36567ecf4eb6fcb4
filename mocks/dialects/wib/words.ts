import type { JobSource } from '../../../src/core/job.js'
import type { JobSortField } from '../../../src/core/list-query.js'
import { EXPORT_STATUSES, type ExportStatus } from '../../../src/core/status.js'

/** WIB's three states; its export service tells no more of a job at work than that it is queued. Source: W7. */
export const STATUS_WORDS: Readonly<Partial<Record<ExportStatus, string>>> = {
  pending: 'Queued',
  processing: 'Queued',
  completed: 'Completed',
  failed: 'Failed',
}

/** The statuses that one of its words stands for. */
export function statusesOf(word: string): readonly ExportStatus[] {
  return EXPORT_STATUSES.filter((status) => STATUS_WORDS[status] === word)
}

/** What made an export, in its words. Source: W10. */
export const ORIGIN_WORDS: Readonly<Record<JobSource, string>> = {
  manual: 'oneOff',
  schedule: 'schedule',
}

/** The columns that its grid sorts by. Source: W2. */
export const SORT_WORDS: Readonly<Record<string, JobSortField>> = {
  Name: 'name',
  Type: 'reportType',
  Status: 'status',
  DateCreated: 'createdAt',
}
