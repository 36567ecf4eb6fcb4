import type { ExportJob } from '../../core/job.js'

const HOUR_MS = 3_600_000
const FILE_SOON_MS = 24 * HOUR_MS
const ROW_SOON_MS = 7 * 24 * HOUR_MS

/** What goes soon: the file (within a day) or the whole row (within a week), and when (ISO 8601). */
export interface SoonGone {
  /** Which of the two. */
  readonly what: 'file' | 'row'
  /** The instant. */
  readonly at: string
}

/**
 * Tells what of a job goes soon, the file before the row. Source: W8.
 *
 * @param now - Epoch milliseconds on the backend's clock.
 */
export function soonGone(job: ExportJob, now: number): SoonGone | null {
  const { fileExpiresAt, removedAt, isDownloadable, status } = job
  if (status === 'completed' && isDownloadable && isWithin(fileExpiresAt, now, FILE_SOON_MS)) {
    return { what: 'file', at: fileExpiresAt }
  }
  return isWithin(removedAt, now, ROW_SOON_MS) ? { what: 'row', at: removedAt } : null
}

/** Whether an instant has come. */
export function isPast(instant: string | null, now: number | null): boolean {
  return instant !== null && now !== null && Date.parse(instant) <= now
}

function isWithin(instant: string | null, now: number, ms: number): instant is string {
  if (instant === null) return false
  const left = Date.parse(instant) - now
  return left > 0 && left <= ms
}
