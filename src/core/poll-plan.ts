import type { ExportJob } from './job.js'
import { isUnfinishedStatus } from './status.js'

/** How often unfinished jobs are looked at. Every duration is in milliseconds. */
export interface PollPolicy {
  /**
   * `auto` polls while a job is unfinished, `manual` only at the person's request, `off` not at all
   * (the Refresh button still works where it is shown). Default `auto`. Source: M4, E3.
   */
  readonly mode: 'auto' | 'manual' | 'off'
  /** Shortest wait between two looks. Default 2,000. */
  readonly minDelayMs: number
  /** Longest wait between two good looks while no job is stuck. Default 60,000. */
  readonly maxDelayMs: number
  /** Share of the youngest unfinished job's age to wait. Default 0.25. */
  readonly ageShare: number
  /**
   * Share to wait of the time until shortly after the end that a job's progress promises, which may
   * shorten the wait by age to a quarter and stretch it to three times; 0 ignores progress. Default 1.
   */
  readonly etaShare: number
  /**
   * Random spread around the wait, as a share of it (0.1 is plus or minus 10 %). Default 0.1. Waits
   * after failed looks are spread by adding up to a half.
   */
  readonly jitter: number
  /** Least wait after the first failed look; doubles with each further one. Default 5,000. */
  readonly errorDelayMs: number
  /** Longest such wait after failed looks. Default 120,000. */
  readonly maxErrorDelayMs: number
  /** Age from which a job is held to be stuck, unless its report type says otherwise. Default 1,800,000. */
  readonly stuckAfterMs: number
  /** Longest wait between two good looks when every job is stuck. Default 180,000. */
  readonly stuckDelayMs: number
  /** Usual duration per report type; a job is held to be stuck at three times it. Default none. */
  readonly expectedDurationMs: Readonly<Record<string, number>>
}

/** The poll policy of a host that sets none. How it was chosen: `docs/decisions/poll-plan.md`. */
export const DEFAULT_POLL_POLICY: PollPolicy = {
  mode: 'auto',
  minDelayMs: 2_000,
  maxDelayMs: 60_000,
  ageShare: 0.25,
  etaShare: 1,
  jitter: 0.1,
  errorDelayMs: 5_000,
  maxErrorDelayMs: 120_000,
  stuckAfterMs: 1_800_000,
  stuckDelayMs: 180_000,
  expectedDurationMs: {},
}

/** What a plan step is drawn from. */
export interface PollPlanInput {
  /**
   * The jobs on watch; finished ones count for nothing. `null` while no look has brought any answer:
   * then the plan is to try again after failures, and nothing else.
   */
  readonly jobs: readonly ExportJob[] | null
  /** The present instant in epoch milliseconds on the backend's clock. */
  readonly now: number
  /** Failed looks in a row, 0 after a good one. */
  readonly failures: number
  /** The backend's least wait from its last refusal, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null
  /** The bounds. A number that makes no sense is replaced by its default. */
  readonly policy: PollPolicy
  /** A random number from 0 (inclusive) to 1 (exclusive), drawn once per answer. */
  readonly random: number
  /**
   * By job id, the instant at which this page first saw the job, in epoch milliseconds on the clock
   * of `now`. It beats the job's own instants: name the jobs that began under this page's eyes and
   * those whose age comes out negative or over 30 days, and no others. A job without a usable age
   * that is not named here counts as one minute old, or as stuck when it seems over 30 days old.
   */
  readonly firstSeenAt?: ReadonlyMap<string, number>
}

const DAY_MS = 86_400_000
/** An older age is held to be a wrong clock. */
const MAX_AGE_MS = 30 * DAY_MS
/** A `Date` header tells whole seconds, and late: a job this far in the future has just begun. */
const CLOCK_SLACK_MS = 5_000
const ASSUMED_AGE_MS = 60_000
/** How far a job's progress may shorten and lengthen the wait that its age asks for. */
const ETA_FLOOR = 0.25
const ETA_CEILING = 3
/** How far past the promised end to aim, as a share of the work so far: just before it costs one more look. */
const ETA_MARGIN = 0.05
const STUCK_FACTOR = 2
const STUCK_AT_EXPECTED = 3
const RETRY_AFTER_SPREAD = 0.2
/** Wider than the jitter, because failures hit every tab of a server at the same moment. */
const ERROR_SPREAD = 0.5
/** `setTimeout` fires at once beyond this. */
const MAX_TIMEOUT_MS = 2_147_483_647

/**
 * Says how long to wait before looking at the jobs again.
 *
 * Pure: the same input gives the same answer. Waits grow with age, so that the looks at one job grow
 * with the logarithm of its duration. Whatever the input holds, the answer is `null` or a whole
 * number of milliseconds from 1 to what `setTimeout` can take.
 *
 * @returns Milliseconds, or `null` when there is nothing to look at (no job is unfinished and the last
 * look was good) or the mode forbids it.
 * Source: M4, E3.
 */
export function nextPollDelay(input: PollPlanInput): number | null {
  const { jobs, policy, random } = input
  if (policy.mode === 'manual' || policy.mode === 'off') return null
  const bounds = boundsOf(policy)
  const failures = positive(input.failures, 0)
  const firstTry = failures < 1 ? null : bounds.min
  const planned = jobs?.map((job) => waitFor(job, bounds, input)) ?? [firstTry]
  const waits = planned.filter((wait) => wait !== null)
  if (waits.length === 0) return null

  const chance = random >= 0 && random <= 1 ? random : 0.5
  const wait = waits.reduce((one, other) => Math.min(one, other))
  const spreadWait = spread(wait, failures, bounds, chance)
  const retryAfter = positive(input.retryAfterMs, 0) * (1 + RETRY_AFTER_SPREAD * chance)
  return Math.min(MAX_TIMEOUT_MS, Math.ceil(Math.max(spreadWait, retryAfter)))
}

/** A policy without nonsense. */
type Bounds = ReturnType<typeof boundsOf>

function boundsOf(policy: PollPolicy) {
  const read = (key: Exclude<keyof PollPolicy, 'mode' | 'expectedDurationMs'>) => {
    const [value, fallback] = [policy[key], DEFAULT_POLL_POLICY[key]]
    // A share may be 0, a duration may not.
    return value === 0 && fallback <= 1 ? 0 : positive(value, fallback)
  }
  const min = read('minDelayMs')
  const max = Math.max(min, read('maxDelayMs'))
  return {
    min,
    max,
    stuckMax: Math.max(max, read('stuckDelayMs')),
    stuckAfter: read('stuckAfterMs'),
    share: read('ageShare'),
    eta: read('etaShare'),
    jitter: Math.min(1, read('jitter')),
    error: read('errorDelayMs'),
    errorMax: read('maxErrorDelayMs'),
    expected: policy.expectedDurationMs ?? {},
  }
}

/** The wait that one job asks for, within the bounds, or `null` when it needs no further look. */
function waitFor(job: ExportJob, bounds: Bounds, { now, firstSeenAt }: PollPlanInput) {
  const { status, progress, startedAt } = job
  const { min, max, eta } = bounds
  const firstSeen = firstSeenAt?.get(job.id)
  if (status === 'unknown') {
    const age = ageFrom([job.updatedAt, job.createdAt, firstSeen], now)
    return age !== null && age <= DAY_MS ? max : null
  }
  if (!isUnfinishedStatus(status)) return null
  const age = ageFrom([firstSeen, job.createdAt, startedAt], now) ?? ASSUMED_AGE_MS
  const byAge = bounds.share * age
  if (age >= stuckAge(job.reportType, bounds.expected, bounds.stuckAfter)) {
    return clamp(byAge * STUCK_FACTOR, min, bounds.stuckMax)
  }
  const wait = clamp(byAge, min, max)
  if (eta === 0 || progress === null || !(progress > 0 && progress <= 1)) return wait
  const worked = Math.min(age, ageFrom([startedAt], now) ?? age)
  const left = (worked * (1 - progress)) / progress + worked * ETA_MARGIN
  return clamp(clamp(eta * left, wait * ETA_FLOOR, wait * ETA_CEILING), min, max)
}

/**
 * The age from which an unfinished job is held to be stuck: three times its report type's usual
 * duration where that is known, else the policy's `stuckAfterMs`.
 *
 * @returns Milliseconds. Source: M16.
 */
export function stuckAgeMs({ reportType }: ExportJob, policy: PollPolicy): number {
  const { expected, stuckAfter } = boundsOf(policy)
  return stuckAge(reportType, expected, stuckAfter)
}

function stuckAge(reportType: string | null, expected: Bounds['expected'], otherwise: number) {
  const usual = positive(reportType === null ? 0 : expected[reportType], 0)
  return usual * STUCK_AT_EXPECTED || otherwise
}

/** The age by the first usable instant, from 0 to 30 days, or `null` when none is usable. */
function ageFrom(instants: readonly (string | number | null | undefined)[], now: number) {
  const ages = instants.map((instant) => {
    return now - (typeof instant === 'string' ? Date.parse(instant) : (instant ?? Number.NaN))
  })
  const usable = ages.find((age) => age >= -CLOCK_SLACK_MS && age <= MAX_AGE_MS)
  if (usable !== undefined) return Math.max(0, usable)
  return ages.some((age) => age > MAX_AGE_MS) ? MAX_AGE_MS : null
}

/** Backs off after failures and adds the random spread; at a bound it falls on the inner side. */
function spread(wait: number, failures: number, bounds: Bounds, chance: number) {
  const { min, max, stuckMax, errorMax, jitter } = bounds
  const longest = wait > max ? stuckMax : max
  if (failures < 1) {
    const from = Math.max(min, wait * (1 - jitter))
    const to = Math.max(from, Math.min(longest, wait * (1 + jitter)))
    return from + (to - from) * chance
  }
  const backOff = Math.max(wait, bounds.error * 2 ** (Math.floor(failures) - 1))
  const from = Math.min(backOff, Math.max(longest, errorMax) / (1 + ERROR_SPREAD))
  return from * (1 + ERROR_SPREAD * chance)
}

function positive(value: number | null | undefined, fallback: number): number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : fallback
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
