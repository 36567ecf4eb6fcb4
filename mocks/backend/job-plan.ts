import type { ExportStatus } from '../../src/core/status.js'
import type { Random } from './random.js'

/** How a job ends: with its file, or with a reason. */
export type JobOutcome =
  | 'completed'
  | {
      /** The backend's code of the failure, or `null`. */
      readonly code: string | null
      /** The text shown under the badge. */
      readonly message: string
    }

/** What will become of a job, fixed when it is queued. */
export interface JobPlan {
  /** Time in the queue in milliseconds; `Infinity` leaves it pending. */
  readonly queueMs: number
  /** Time at work in milliseconds; `Infinity` leaves it processing. */
  readonly runMs: number
  /** How it ends. */
  readonly outcome: JobOutcome
  /** Data rows that its files hold together. */
  readonly rows: number
  /** Whether progress and row counts are told while it runs. */
  readonly reportsProgress: boolean
  /** Where the progress (0 to 1) stands when `runMs` is `Infinity`. */
  readonly stalledAt: number
  /** Words for equal parts of the work, told while it runs; empty tells none. */
  readonly phases: readonly string[]
  /** Whether a file is left at the end; `false` gives a completed job without one. */
  readonly hasFile: boolean
}

/** The parts of a plan that are not left to the seed. */
export type PlanChoice = Partial<JobPlan>

/** Where a job stands at one instant; instants in epoch milliseconds. */
export interface JobMoment {
  /** Its status. */
  readonly status: ExportStatus
  /** Share of the work done in whole percents, 0 to 1, or `null`. */
  readonly progress: number | null
  /** Rows written so far, or `null`. */
  readonly processedRows: number | null
  /** Rows there will be, or `null`. */
  readonly totalRows: number | null
  /** Word for the present step, or `null`. */
  readonly phase: string | null
  /** When work began, or `null`. */
  readonly startedAt: number | null
  /** When anything above last changed. */
  readonly updatedAt: number
  /** When it ended, good or bad, or `null`. */
  readonly completedAt: number | null
}

/** Draws a plan: log-normal times and sizes, as export queues have them. */
export function drawPlan(random: Random, choice: PlanChoice): JobPlan {
  return {
    queueMs: Math.round(random.logNormal(3_000, 0.6)),
    runMs: Math.round(random.logNormal(20_000, 0.8)),
    outcome: 'completed',
    rows: Math.min(5_000, Math.round(random.logNormal(400, 1))),
    reportsProgress: true,
    stalledAt: 0.37,
    phases: [],
    hasFile: true,
    ...choice,
  }
}

/**
 * Says where a job stands: a pure function of its plan and the instant, so that no timer is needed.
 *
 * @param job.queuedAt - Instant at which it was queued (again).
 * @param job.cancelAt - Instant at which it was asked to stop, or `null`.
 * @param job.cancelMs - Time that a running job needs to stop.
 */
export function momentOf(
  job: {
    readonly plan: JobPlan
    readonly queuedAt: number
    readonly cancelAt: number | null
    readonly cancelMs: number
  },
  now: number,
): JobMoment {
  const { plan, queuedAt, cancelAt } = job
  const startAt = queuedAt + plan.queueMs
  const endAt = startAt + plan.runMs
  if (cancelAt !== null) return canceledMoment(job, startAt, cancelAt, now)
  if (now >= endAt) return finishedMoment(plan, startAt, endAt)
  if (now >= startAt) return runningMoment(plan, startAt, now)
  return { ...NOTHING_YET, status: 'pending', updatedAt: queuedAt }
}

const NOTHING_YET = {
  progress: null,
  processedRows: null,
  totalRows: null,
  phase: null,
  startedAt: null,
  completedAt: null,
} as const

function finishedMoment(plan: JobPlan, startedAt: number, completedAt: number): JobMoment {
  const ends = { ...NOTHING_YET, startedAt, updatedAt: completedAt, completedAt }
  if (plan.outcome !== 'completed') return { ...ends, status: 'failed' }
  const rows = plan.rows
  return { ...ends, status: 'completed', progress: 1, processedRows: rows, totalRows: rows }
}

function runningMoment(plan: JobPlan, startedAt: number, now: number): JobMoment {
  const isStalled = plan.runMs === Number.POSITIVE_INFINITY
  const share = isStalled ? plan.stalledAt : (now - startedAt) / plan.runMs
  // Whole percents: the backend writes its progress now and then, not at each row.
  const progress = Math.floor(share * 100) / 100
  const phase = plan.phases[Math.floor(share * plan.phases.length)] ?? null
  const moment = { ...NOTHING_YET, status: 'processing', phase, startedAt } as const
  if (!plan.reportsProgress) return { ...moment, updatedAt: startedAt }
  return {
    ...moment,
    progress,
    processedRows: Math.floor(plan.rows * progress),
    totalRows: plan.rows,
    updatedAt: isStalled ? startedAt : Math.round(startedAt + progress * plan.runMs),
  }
}

function canceledMoment(
  job: { readonly plan: JobPlan; readonly cancelMs: number },
  startAt: number,
  cancelAt: number,
  now: number,
): JobMoment {
  const hadStarted = cancelAt >= startAt
  const startedAt = hadStarted ? startAt : null
  const stoppedAt = hadStarted ? cancelAt + job.cancelMs : cancelAt
  if (now >= stoppedAt) {
    const ends = { startedAt, updatedAt: stoppedAt, completedAt: stoppedAt }
    return { ...NOTHING_YET, ...ends, status: 'canceled' }
  }
  return { ...runningMoment(job.plan, startAt, cancelAt), status: 'canceling', updatedAt: cancelAt }
}
