import { isRecord } from './is-record.js'

/**
 * Checks that a hook or component was given a job; for development.
 *
 * @throws {Error} What is wrong, why it matters and what to do.
 */
export function checkGivenJob(job: unknown): void {
  if (isRecord(job)) return
  throw new Error(
    `[react-export-jobs] The job is ${String(job)}, so there is nothing to show and nothing to do. Pass a job of useExportJobs or useExportJob, and draw something else while there is none.`,
  )
}
