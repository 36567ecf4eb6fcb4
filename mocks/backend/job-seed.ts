import type { Clock } from './clock.js'
import { parseInstant } from './clock.js'
import { drawPlan, type JobPlan, type PlanChoice } from './job-plan.js'
import type { JobOverrides, JobRecord } from './job-record.js'
import type { Random } from './random.js'

/**
 * A job put into the backend as it is wanted.
 *
 * - With a `plan` (or without a `status`) the job lives by the clock.
 * - With a `status` and no `plan` it stands still in that status, with instants that fit.
 *
 * Any other value of a job may be given and then stays. Left out, the report is delivery locations
 * of October 2026 as CSV.
 */
export interface JobSeed extends JobOverrides {
  /** Its id; left out, the next number. */
  readonly id?: string
  /** Who owns it; left out, the backend's own `companyId`. */
  readonly companyId?: string
  /** The parts of its plan that are not drawn. */
  readonly plan?: PlanChoice
}

const DEFAULT_FAILURE = {
  code: 'QUERY_TIMEOUT',
  message: 'The report took longer than 15 minutes and was stopped. Choose a shorter period.',
}

const DEFAULTS: JobOverrides = {
  reportType: 'delivery_location',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  createdBy: 'Dana Whitfield',
}

/** Turns a seed into what the backend keeps. */
export function recordFromSeed(
  seed: JobSeed,
  context: {
    readonly id: string
    readonly companyId: string
    readonly clock: Clock
    readonly random: Random
    readonly planChoice: PlanChoice
  },
): JobRecord {
  const { id, companyId, plan: choice, createdAt: created, ...given } = seed
  const now = context.clock.now()
  const createdAt = created == null ? now : parseInstant(created)
  const isStanding = choice === undefined && seed.status !== undefined
  const standing = isStanding ? standStill(seed, now - createdAt) : {}
  const rows = seed.totalRows == null ? {} : { rows: seed.totalRows }
  return {
    id: context.id,
    companyId: context.companyId,
    createdAt,
    queuedAt: createdAt,
    cancelAt: null,
    retries: 0,
    plan: drawPlan(context.random, { ...context.planChoice, ...choice, ...rows, ...standing }),
    overrides: {
      ...DEFAULTS,
      ...given,
      ...standingOverrides(seed, isStanding),
      ...(created == null ? {} : { createdAt: created }),
    },
  }
}

/** A plan whose job is, and stays, in the seed's status. */
function standStill(seed: JobSeed, ageMs: number): PlanChoice {
  const queueMs = Math.min(2_000, Math.max(0, Math.floor(ageMs / 3)))
  const runMs = Math.min(30_000, Math.max(0, Math.floor(ageMs / 3)))
  switch (seed.status) {
    case 'pending':
      return { queueMs: Number.POSITIVE_INFINITY }
    case 'processing':
    case 'canceling':
      return {
        queueMs,
        runMs: Number.POSITIVE_INFINITY,
        reportsProgress: seed.progress !== null,
        ...(typeof seed.progress === 'number' ? { stalledAt: seed.progress } : {}),
      }
    case 'failed':
      return { queueMs, runMs, outcome: failureOf(seed) }
    default:
      return { queueMs, runMs }
  }
}

function failureOf(seed: JobSeed): JobPlan['outcome'] {
  if (seed.error == null) return DEFAULT_FAILURE
  return { code: seed.error.code, message: seed.error.message }
}

/** Statuses that no plan leads to are overrides; their jobs show no figures of a completed one. */
function standingOverrides(seed: JobSeed, isStanding: boolean): JobOverrides {
  if (!isStanding) return {}
  switch (seed.status) {
    case 'canceled':
      return { progress: seed.progress ?? null, processedRows: seed.processedRows ?? null }
    case 'unknown':
      return { statusText: seed.statusText ?? 'archived' }
    default:
      return {}
  }
}
