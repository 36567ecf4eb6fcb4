import type { QueryKey } from '@tanstack/react-query'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import type { PollPolicy } from '../core/poll-plan.js'
import { createFirstSeen, type FirstSeen } from './first-seen.js'

/** One query on watch. */
export interface PollTarget {
  /** The query's key. */
  readonly queryKey: QueryKey
  /** How often to look. */
  readonly policy: PollPolicy
  /** Reads the jobs out of the query's data. */
  readonly jobsOf: (data: unknown) => readonly ExportJob[]
}

/** What a watched query's looks have come to. */
export interface PollState {
  /** Whether the plan will look again by itself. */
  readonly isPolling: boolean
  /** Whether a refresh that somebody asked for is under way. */
  readonly isRefreshing: boolean
  /** The latest look's failure, or `null` after a good one. */
  readonly failure: ExportJobsError | null
}

/** What the scheduler knows of one query; it alone changes it. */
export interface PollEntry {
  readonly queryKey: QueryKey
  readonly hash: string
  readonly targets: Set<PollTarget>
  readonly firstSeen: FirstSeen
  state: PollState
  refreshes: number
  failures: number
  retryAfterMs: number | null
  /** No look before this instant, in epoch milliseconds, whatever news comes: a `Retry-After`. */
  notBefore: number
  /** When the latest look began, in epoch milliseconds. */
  lookedAt: number
  /** Whether news came after the look that is under way had begun. */
  hasMissedNews: boolean
  /** When another window's answer was last taken in, in epoch milliseconds. */
  sharedAt: number
  timer: ReturnType<typeof setTimeout> | null
  delayMs: number
  isWaitingForPage: boolean
}

/** The state of a query that nobody watches. */
export const IDLE: PollState = { isPolling: false, isRefreshing: false, failure: null }

/** Makes the entry of a query that was never looked at. */
export function createPollEntry(queryKey: QueryKey, hash: string): PollEntry {
  return {
    queryKey,
    hash,
    targets: new Set(),
    firstSeen: createFirstSeen(),
    state: IDLE,
    refreshes: 0,
    failures: 0,
    retryAfterMs: null,
    notBefore: 0,
    lookedAt: 0,
    hasMissedNews: false,
    sharedAt: 0,
    timer: null,
    delayMs: 0,
    isWaitingForPage: false,
  }
}

/** The shortest step that any watcher of the query allows, in milliseconds. */
export function shortestStep({ targets }: PollEntry): number {
  return Math.min(...[...targets].map(({ policy }) => policy.minDelayMs))
}
