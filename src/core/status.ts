/**
 * Every status an export job can have in this library, whatever its backend calls it.
 *
 * `unknown` stands for a word that no status map knows; it is neither unfinished nor finished.
 */
export const EXPORT_STATUSES = [
  'pending',
  'processing',
  'canceling',
  'completed',
  'failed',
  'canceled',
  'expired',
  'unknown',
] as const

/** One status of an export job. Source: M3, W7, E5. */
export type ExportStatus = (typeof EXPORT_STATUSES)[number]

/** The statuses a person can filter by: all but `unknown`, which no backend can be asked for. */
export const FILTERABLE_STATUSES = [
  'pending',
  'processing',
  'canceling',
  'completed',
  'failed',
  'canceled',
  'expired',
] as const satisfies readonly ExportStatus[]

const UNFINISHED: ReadonlySet<ExportStatus> = new Set(['pending', 'processing', 'canceling'])
const FINISHED: ReadonlySet<ExportStatus> = new Set(['completed', 'failed', 'canceled', 'expired'])

/**
 * Tells whether the backend still works on a job, so that it is worth asking again.
 *
 * @returns `false` for finished statuses and for `unknown`. Source: M4.
 */
export function isUnfinishedStatus(status: ExportStatus): boolean {
  return UNFINISHED.has(status)
}

/**
 * Tells whether a job has reached its end, good or bad.
 *
 * @returns `false` for unfinished statuses and for `unknown`.
 */
export function isFinishedStatus(status: ExportStatus): boolean {
  return FINISHED.has(status)
}
