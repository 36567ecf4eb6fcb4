import type { ExportJob } from '../core/job.js'
import { isUnfinishedStatus } from '../core/status.js'

/**
 * Notes when this page first saw a job, for those whose own instants cannot be trusted: jobs that
 * began under its eyes, and jobs that seem to come from the future or from over 30 days ago. The poll
 * plan counts their age from there, so that a wrong clock makes it neither hammer nor sleep.
 */
export interface FirstSeen {
  /** By job id, instants in epoch milliseconds on the clock of `note`'s `now`. */
  readonly at: ReadonlyMap<string, number>
  /** Takes in an answer. */
  note(jobs: readonly ExportJob[], now: number): void
}

const SLACK_MS = 5_000
const LONGEST_AGE_MS = 30 * 86_400_000

/** Makes a record that has seen nothing. */
export function createFirstSeen(): FirstSeen {
  const at = new Map<string, number>()
  let newest: number | null = null
  return {
    at,
    note(jobs, now) {
      const present = new Set(jobs.map(({ id }) => id))
      for (const id of at.keys()) if (!present.has(id)) at.delete(id)
      const before = newest
      for (const { id, status, createdAt } of jobs) {
        const created = createdAt === null ? Number.NaN : Date.parse(createdAt)
        if (!Number.isNaN(created)) newest = Math.max(newest ?? created, created)
        if (!isUnfinishedStatus(status) || at.has(id)) continue
        const age = now - created
        const isOdd = age < -SLACK_MS || age > LONGEST_AGE_MS
        const hasBegunHere = before !== null && created > before
        if (isOdd || hasBegunHere) at.set(id, now)
      }
    },
  }
}
