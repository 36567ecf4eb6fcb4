import type { ActionRefusal } from '../core/actions.js'
import { ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { ExportJob, JobAction } from '../core/job.js'
import { findNoticeCenter } from '../notices/notice-centers.js'
import type { ExportJobsContextValue } from '../provider/export-jobs-context.js'
import { checkJob } from '../queries/check-answer.js'
import { ownerOf } from '../queries/export-jobs-queries.js'
import { getJobOverlays, type JobOverlays } from '../queries/job-overlays.js'
import { refreshJobs, takeJob } from '../queries/take-job.js'

/** The actions that change a job; `rerun` makes another one. */
export type ChangingAction = Extract<JobAction, 'cancel' | 'retry' | 'rerun' | 'delete'>

/** What became of an action. */
export type ActionOutcome =
  /** The backend has taken it. */
  | {
      readonly kind: 'done'
      /** The job as the backend answered it, the new one after `rerun`, or `null` after `delete`. */
      readonly job: ExportJob | null
    }
  /** The person took it back before it was sent. */
  | { readonly kind: 'undone' }
  /** Nothing has changed, and why. */
  | {
      readonly kind: 'refused'
      /** Why the backend was not even asked, or `null` when it was. */
      readonly refusal: ActionRefusal | null
      /** The backend's own reason on the job, shown as text, or `null`. */
      readonly reason: string | null
      /** What the backend answered, or `null` when it was not asked. */
      readonly error: ExportJobsError | null
    }

/** One refused action. */
export type ActionRefused = Extract<ActionOutcome, { readonly kind: 'refused' }>

/** Answers that say the screen is out of date. */
const STALE_CODES: ReadonlySet<string> = new Set(['conflict', 'not_found', 'gone'])

/** Actions under way, so that a second press joins the first. */
const underWay = new WeakMap<JobOverlays, Map<string, Promise<ActionOutcome>>>()

/**
 * Asks the backend to cancel, retry or delete a job, once however often it is called meanwhile, and
 * brings the screen up to date. What is shown before the answer is an overlay, which a refusal lifts.
 *
 * Source: M14, E7.
 */
export function runJobAction(
  context: ExportJobsContextValue,
  action: Exclude<ChangingAction, 'rerun'>,
  job: ExportJob,
  keepalive = false,
): Promise<ActionOutcome> {
  const overlays = getJobOverlays(context.queryClient, context.ownerHash)
  const flights = underWay.get(overlays) ?? new Map<string, Promise<ActionOutcome>>()
  underWay.set(overlays, flights)
  const key = JSON.stringify([action, job.id])
  const known = flights.get(key)
  if (known !== undefined) return known
  const flight = run(context, overlays, action, job, keepalive).finally(() => flights.delete(key))
  flights.set(key, flight)
  return flight
}

async function run(
  context: ExportJobsContextValue,
  overlays: JobOverlays,
  action: Exclude<ChangingAction, 'rerun'>,
  job: ExportJob,
  keepalive: boolean,
): Promise<ActionOutcome> {
  const { queryClient } = context
  const owner = ownerOf(context)
  if (action !== 'retry') overlays.put([job.id], action === 'cancel' ? 'canceling' : 'deleted')
  try {
    const changed = await ask(context, action, job.id, keepalive)
    context.emit({ type: 'action_done', action, jobId: job.id })
    const notices = findNoticeCenter(queryClient, context.ownerHash)
    if (action === 'delete') notices?.drop([job.id])
    // started again under the same id, so that its former end is no news any more
    if (action === 'retry' && changed !== null) notices?.watch(changed)
    if (changed !== null) {
      await takeJob(queryClient, owner, changed)
      overlays.lift([job.id])
    }
    // A deleted job stays under its overlay: its id never comes back.
    void refreshJobs(queryClient, owner)
    return { kind: 'done', job: changed }
  } catch (thrown) {
    const error = toExportJobsError(thrown, `${action}Job`)
    return refuse(context, overlays, action, job, error)
  }
}

async function refuse(
  context: ExportJobsContextValue,
  overlays: JobOverlays,
  action: ChangingAction,
  job: ExportJob,
  error: ExportJobsError,
): Promise<ActionOutcome> {
  const { queryClient, emit, reportError } = context
  if (action === 'delete' && (error.code === 'not_found' || error.code === 'gone')) {
    // somebody else was quicker, or retention was: it is gone, as was asked for
    void refreshJobs(queryClient, ownerOf(context))
    return { kind: 'done', job: null }
  }
  emit({ type: 'action_refused', action, jobId: job.id, error })
  reportError(error)
  if (STALE_CODES.has(error.code)) await refreshJobs(queryClient, ownerOf(context), job.id)
  overlays.lift([job.id])
  return { kind: 'refused', refusal: null, reason: null, error }
}

async function ask(
  { client, scope }: ExportJobsContextValue,
  action: Exclude<ChangingAction, 'rerun'>,
  id: string,
  keepalive: boolean,
): Promise<ExportJob | null> {
  const options = { scope, keepalive, signal: new AbortController().signal }
  if (action === 'delete') {
    if (client.deleteJob === undefined) throw notSupported('deleteJob')
    await client.deleteJob(id, options)
    return null
  }
  const method = action === 'cancel' ? 'cancelJob' : 'retryJob'
  const answer = client[method]?.(id, options)
  if (answer === undefined) throw notSupported(method)
  return checkJob(await answer, method)
}

function notSupported(method: string): ExportJobsError {
  return new ExportJobsError('invalid', { message: `This client has no ${method}.` })
}
