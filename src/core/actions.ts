import type { ExportJobsClient } from './client.js'
import { type ExportJob, JOB_ACTIONS, type JobAction } from './job.js'
import { isFinishedStatus, isUnfinishedStatus } from './status.js'

/** A host's answer to "may this person?"; `pending` while it does not know yet. */
export type PermissionAnswer = boolean | 'pending'

/**
 * What a host can be asked permission for: a job's actions, seeing the list (with a `reportType`: seeing
 * the jobs of that type in it), asking for an export.
 */
export type PermissionSubject = JobAction | 'list' | 'create'

/** What a permission question is about; both left out for the page as a whole. */
export interface PermissionDetails {
  /** The report type in question. */
  readonly reportType?: string
  /** The job in question. */
  readonly job?: ExportJob
  /** The name of the permission that the report type asks for, from its `permission`. Source: W9. */
  readonly permission?: string
}

/** Tells whether the person may do something. Source: M15, E1, E4, W9. */
export type CanFunction = (
  action: PermissionSubject,
  details?: PermissionDetails,
) => PermissionAnswer

/**
 * Why an action is not allowed.
 *
 * - `unsupported`: the backend has no such power; never shown.
 * - `permission_pending`, `not_permitted`: the host's `can` says wait, or no.
 * - `backend`: the backend refuses it for this job and says why.
 * - `not_ready`: the job is unfinished or its status is not known.
 * - `failed`, `canceled`: the job ended without a file.
 * - `no_file`: it completed, but has no file to fetch.
 * - `file_expired`: the file can no longer be fetched.
 * - `emailed`: the file was sent by e-mail instead.
 * - `already_finished`, `not_failed`, `unfinished`: the job is past, or not yet at, the point.
 * - `already_canceling`: it has been asked to stop.
 * - `no_parameters`: the backend did not keep the request.
 */
export const ACTION_REFUSALS = [
  'unsupported',
  'permission_pending',
  'not_permitted',
  'backend',
  'not_ready',
  'failed',
  'canceled',
  'no_file',
  'file_expired',
  'emailed',
  'already_finished',
  'already_canceling',
  'not_failed',
  'unfinished',
  'no_parameters',
] as const

/** One member of {@link ACTION_REFUSALS}. */
export type ActionRefusal = (typeof ACTION_REFUSALS)[number]

/** Whether one action is allowed and, if not, why. */
export type ActionVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      /** Why not. */
      readonly refusal: ActionRefusal
      /** The backend's own reason, shown as text, or `null` when the words come from labels. */
      readonly reason: string | null
    }

/** The optional powers of a client that decide which actions exist. */
export type ActionPowers = Pick<
  ExportJobsClient,
  'cancelJob' | 'retryJob' | 'createJob' | 'deleteJob'
>

/** What {@link resolveActions} needs besides the job. */
export interface ActionContext {
  /** The client, of which only the presence of optional methods is read. */
  readonly client: ActionPowers
  /** The host's permissions. */
  readonly can: CanFunction
  /** The present instant in epoch milliseconds on the backend's clock, or `null` when not known. */
  readonly now: number | null
}

const ALLOWED: ActionVerdict = { allowed: true }

/**
 * Says which actions are allowed on a job, and why the others are not. This is the only place that
 * decides it: capability, then permission, then the backend's word, then the job's state.
 *
 * A backend that allows an action outright (`allowedActions`) is believed over the state rules,
 * except for a download of a job that has no file to fetch.
 *
 * Source: M1, M14, M15, W6, W13, E6, E7.
 */
export function resolveActions(
  job: ExportJob,
  context: ActionContext,
): Readonly<Record<JobAction, ActionVerdict>> {
  const verdicts = JOB_ACTIONS.map((action) => [action, resolveAction(action, job, context)])
  return Object.fromEntries(verdicts) as Record<JobAction, ActionVerdict>
}

function resolveAction(action: JobAction, job: ExportJob, context: ActionContext): ActionVerdict {
  if (!isSupported(action, context.client)) return refuse('unsupported')
  const permission = context.can(action, permissionDetails(job))
  if (permission === 'pending') return refuse('permission_pending')
  if (!permission) return refuse('not_permitted')
  const word = job.allowedActions?.[action]
  if (word !== undefined && word !== true) return refuse('backend', word.reason)
  const refusal = STATE_RULES[action](job, context.now)
  const overruled = word === true && (action !== 'download' || hasFetchableFile(job, context.now))
  return refusal === null || overruled ? ALLOWED : refuse(refusal)
}

function permissionDetails(job: ExportJob): PermissionDetails {
  return job.reportType === null ? { job } : { job, reportType: job.reportType }
}

function isSupported(action: JobAction, client: ActionPowers): boolean {
  switch (action) {
    case 'cancel':
      return client.cancelJob !== undefined
    case 'retry':
      return client.retryJob !== undefined
    case 'rerun':
      return client.createJob !== undefined
    case 'delete':
      return client.deleteJob !== undefined
    default:
      return true
  }
}

function refuse(refusal: ActionRefusal, reason: string | null = null): ActionVerdict {
  return { allowed: false, refusal, reason }
}

type StateRule = (job: ExportJob, now: number | null) => ActionRefusal | null

const STATE_RULES: Readonly<Record<JobAction, StateRule>> = {
  open: () => null,
  download: refuseDownload,
  cancel: refuseCancel,
  retry: ({ status }) => (status === 'failed' || status === 'canceled' ? null : 'not_failed'),
  rerun: ({ parameters }) => (parameters === null ? 'no_parameters' : null),
  delete: ({ status }) => (isUnfinishedStatus(status) ? 'unfinished' : null),
}

function refuseDownload(job: ExportJob, now: number | null): ActionRefusal | null {
  switch (job.status) {
    case 'failed':
      return 'failed'
    case 'canceled':
      return 'canceled'
    case 'expired':
      return 'file_expired'
    case 'completed':
      break
    default:
      return 'not_ready'
  }
  if (job.delivery === 'email') return 'emailed'
  if (hasExpired(job.fileExpiresAt, now)) return 'file_expired'
  return job.isDownloadable ? null : 'no_file'
}

function hasFetchableFile(job: ExportJob, now: number | null): boolean {
  if (job.status === 'expired' || job.delivery === 'email') return false
  return job.isDownloadable && !hasExpired(job.fileExpiresAt, now)
}

function refuseCancel({ status }: ExportJob): ActionRefusal | null {
  if (isFinishedStatus(status)) return 'already_finished'
  if (status === 'canceling') return 'already_canceling'
  return status === 'unknown' ? 'not_ready' : null
}

function hasExpired(instant: string | null, now: number | null): boolean {
  if (instant === null || now === null) return false
  return Date.parse(instant) <= now
}
