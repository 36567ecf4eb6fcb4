import type { ExportJob } from './job.js'

/** How often unfinished jobs are looked at. Every duration is in milliseconds. */
export interface PollPolicy {
  /**
   * `auto` polls while a job is unfinished, `manual` only at the person's request, `off` not at all
   * (the Refresh button still works where it is shown). Default `auto`. Source: M4, E3.
   */
  readonly mode: 'auto' | 'manual' | 'off'
  /** Shortest wait between two looks. Default 2,000. */
  readonly minDelayMs: number
  /** Longest wait between two looks. Default 60,000. */
  readonly maxDelayMs: number
  /** Share of the youngest unfinished job's age to wait. Default 0.22. */
  readonly ageShare: number
  /** Random spread around the wait, as a share of it (0.1 is plus or minus 10 %). Default 0.1. */
  readonly jitter: number
  /** Wait after the first failed look; doubles with each further one. Default 5,000. */
  readonly errorDelayMs: number
  /** Longest wait after failed looks. Default 120,000. */
  readonly maxErrorDelayMs: number
  /** Age from which a job is held to be stuck, unless its report type says otherwise. Default 1,800,000. */
  readonly stuckAfterMs: number
  /** Usual duration per report type; a job is held to be stuck at three times it. Default none. */
  readonly expectedDurationMs: Readonly<Record<string, number>>
}

/** What a plan step is drawn from. */
export interface PollPlanInput {
  /** The jobs on watch; finished ones count for nothing. */
  readonly jobs: readonly ExportJob[]
  /** The present instant in epoch milliseconds on the backend's clock. */
  readonly now: number
  /** Failed looks in a row, 0 after a good one. */
  readonly failures: number
  /** The backend's least wait from its last refusal, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null
  /** The bounds. */
  readonly policy: PollPolicy
  /** A random number from 0 (inclusive) to 1 (exclusive), drawn once per answer. */
  readonly random: number
}
