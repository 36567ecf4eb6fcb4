import {
  hashKey,
  notifyManager,
  type QueryCacheNotifyEvent,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { type ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { nextPollDelay, type PollPolicy } from '../core/poll-plan.js'
import { isFinishedStatus } from '../core/status.js'
import { getOrCreate } from '../internal/get-or-create.js'
import { isShallowEqual } from '../internal/shallow-equal.js'
import { createFirstSeen, type FirstSeen } from './first-seen.js'
import { browserEnvironment, type PageEnvironment } from './page-environment.js'

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

/** What a scheduler runs on. */
export interface PollSchedulerOptions {
  /** The cache whose queries are looked at. */
  readonly queryClient: QueryClient
  /** The present instant in epoch milliseconds on the backend's clock. */
  readonly now: () => number
  /** Draws a number from 0 (inclusive) to 1 (exclusive). Default `Math.random`. */
  readonly random?: () => number
  /** The page. Default the browser's. */
  readonly environment?: PageEnvironment
}

/** Runs the poll plan for the queries of one owner: single-flight, one timer a query. */
export interface PollScheduler {
  /**
   * Puts a query on watch; data older than the shortest step is looked at anew at once.
   *
   * @returns A function that ends the watch.
   */
  watch(target: PollTarget): () => void
  /** Looks now, because somebody asked; ends a look that is under way. Never rejects. */
  refresh(queryKey: QueryKey): Promise<void>
  /** The state of one query; the same object until something in it changes. */
  getState(queryKey: QueryKey): PollState
  /** Listens for changes of one query's state. */
  subscribe(queryKey: QueryKey, listener: () => void): () => void
}

interface Entry {
  readonly queryKey: QueryKey
  readonly hash: string
  readonly targets: Set<PollTarget>
  state: PollState
  refreshes: number
  failures: number
  retryAfterMs: number | null
  readonly firstSeen: FirstSeen
  timer: ReturnType<typeof setTimeout> | null
  delayMs: number
  isWaitingForPage: boolean
}

const IDLE: PollState = { isPolling: false, isRefreshing: false, failure: null }

/** Answers that asking again cannot better. */
const FINAL_CODES: ReadonlySet<string> = new Set([
  'unauthenticated',
  'forbidden',
  'not_found',
  'gone',
  'invalid',
])

/**
 * Makes the scheduler of one owner. A query function with `refetchInterval` would restart its timer at
 * each render of the host and starve; this one arms a timer once per answer.
 */
export function createPollScheduler(options: PollSchedulerOptions): PollScheduler {
  const { queryClient, now, random = Math.random, environment = browserEnvironment } = options
  const entries = new Map<string, Entry>()
  const listeners = new Map<string, Set<() => void>>()
  let stopListening: (() => void) | null = null

  function setState(entry: Entry, patch: Partial<PollState>): void {
    const next = { ...entry.state, ...patch }
    if (isShallowEqual(next, entry.state)) return
    entry.state = next
    for (const listener of listeners.get(entry.hash) ?? []) notifyManager.schedule(listener)
  }

  function disarm(entry: Entry): void {
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
    entry.isWaitingForPage = false
  }

  function arm(entry: Entry): void {
    disarm(entry)
    const delay = planDelay(entry)
    setState(entry, { isPolling: delay !== null })
    if (delay === null) return
    entry.delayMs = delay
    wait(entry, delay)
  }

  function wait(entry: Entry, delay: number): void {
    disarm(entry)
    entry.timer = setTimeout(() => {
      entry.timer = null
      if (environment.isVisible() && environment.isOnline()) void look(entry)
      else entry.isWaitingForPage = true
    }, delay)
  }

  function planDelay(entry: Entry): number | null {
    const { failure } = entry.state
    if (failure !== null && FINAL_CODES.has(failure.code)) return null
    const data = queryClient.getQueryCache().get(entry.hash)?.state.data
    let shortest: number | null = null
    const drawn = random()
    for (const { policy, jobsOf } of entry.targets) {
      const jobs = data === undefined ? null : jobsOf(data)
      const isFollowed = jobs?.some(({ status }) => !isFinishedStatus(status)) ?? false
      const delay = nextPollDelay({
        // A failed look told nothing, so it is made again even where the last good one saw no work.
        jobs: failure === null || isFollowed ? jobs : null,
        firstSeenAt: entry.firstSeen.at,
        now: now(),
        failures: entry.failures,
        retryAfterMs: entry.retryAfterMs,
        policy,
        random: drawn,
      })
      if (delay !== null) shortest = Math.min(shortest ?? delay, delay)
    }
    return shortest
  }

  function look(entry: Entry): Promise<void> {
    return queryClient.refetchQueries(
      { queryKey: entry.queryKey, exact: true, type: 'active' },
      { cancelRefetch: false },
    )
  }

  async function lookAnew(entry: Entry): Promise<void> {
    await queryClient.cancelQueries({ queryKey: entry.queryKey, exact: true })
    await look(entry)
  }

  function onCacheEvent(event: QueryCacheNotifyEvent): void {
    if (event.type !== 'updated') return
    const entry = entries.get(event.query.queryHash)
    if (entry === undefined) return
    const { action } = event
    if (action.type === 'fetch') {
      disarm(entry)
    } else if (action.type === 'success') {
      entry.failures = 0
      entry.retryAfterMs = null
      noteJobs(entry, action.data)
      setState(entry, { failure: null })
      arm(entry)
    } else if (action.type === 'error') {
      noteFailure(entry, toExportJobsError(action.error, 'A poll'))
      arm(entry)
    } else if (action.type === 'setState' && event.query.state.fetchStatus === 'idle') {
      // A cancelled look puts the former state back; the plan goes on from there.
      if (entry.timer === null) arm(entry)
    }
  }

  function noteJobs(entry: Entry, data: unknown): void {
    for (const { jobsOf } of entry.targets) entry.firstSeen.note(jobsOf(data), now())
  }

  function noteFailure(entry: Entry, failure: ExportJobsError): void {
    if (failure.code === 'aborted') return
    entry.failures += 1
    entry.retryAfterMs = failure.retryAfterMs
    setState(entry, { failure })
  }

  function onPageChange(change: 'visibility' | 'network'): void {
    if (!environment.isVisible() || !environment.isOnline()) return
    for (const entry of entries.values()) {
      if (!entry.isWaitingForPage) continue
      // Many machines get their network back at once, so that return is spread over a whole step;
      // a person who comes back to a tab waits at most the shortest one.
      wait(entry, random() * (change === 'network' ? entry.delayMs : shortestStep(entry)))
    }
  }

  function open(): void {
    const stopCache = queryClient.getQueryCache().subscribe(onCacheEvent)
    const stopPage = environment.subscribe(onPageChange)
    stopListening = () => {
      stopCache()
      stopPage()
    }
  }

  return {
    watch(target) {
      if (stopListening === null) open()
      const hash = hashKey(target.queryKey)
      const entry = getOrCreate(entries, hash, () => newEntry(target.queryKey, hash))
      const isNew = entry.targets.size === 0
      entry.targets.add(target)
      const query = queryClient.getQueryCache().get(hash)
      if (query?.state.fetchStatus !== 'fetching' && query?.state.data !== undefined) {
        const age = Date.now() - query.state.dataUpdatedAt
        const isOld = query.state.isInvalidated || age > target.policy.minDelayMs
        if (isNew && isOld) void look(entry)
        else arm(entry)
      }
      return () => {
        entry.targets.delete(target)
        if (entry.targets.size > 0) {
          arm(entry)
          return
        }
        disarm(entry)
        entries.delete(hash)
        if (entries.size > 0) return
        stopListening?.()
        stopListening = null
      }
    },

    async refresh(queryKey) {
      const entry = entries.get(hashKey(queryKey))
      if (entry === undefined) return
      entry.refreshes += 1
      setState(entry, { isRefreshing: true })
      await lookAnew(entry)
      entry.refreshes -= 1
      setState(entry, { isRefreshing: entry.refreshes > 0 })
    },

    getState: (queryKey) => entries.get(hashKey(queryKey))?.state ?? IDLE,

    subscribe(queryKey, listener) {
      const hash = hashKey(queryKey)
      const known = getOrCreate(listeners, hash, () => new Set())
      known.add(listener)
      return () => {
        known.delete(listener)
        if (known.size === 0 && listeners.get(hash) === known) listeners.delete(hash)
      }
    },
  }
}

function newEntry(queryKey: QueryKey, hash: string): Entry {
  return {
    queryKey,
    hash,
    targets: new Set(),
    state: IDLE,
    refreshes: 0,
    failures: 0,
    retryAfterMs: null,
    firstSeen: createFirstSeen(),
    timer: null,
    delayMs: 0,
    isWaitingForPage: false,
  }
}

function shortestStep(entry: Entry): number {
  return Math.min(...[...entry.targets].map(({ policy }) => policy.minDelayMs))
}

const schedulers = new WeakMap<QueryClient, Map<string, PollScheduler>>()

/**
 * The one scheduler of an owner in a QueryClient, however many providers and hooks use it.
 *
 * @param ownerHash - From `hashOwner`.
 */
export function getPollScheduler(
  queryClient: QueryClient,
  ownerHash: string,
  now: () => number,
): PollScheduler {
  const known = getOrCreate(schedulers, queryClient, () => new Map<string, PollScheduler>())
  return getOrCreate(known, ownerHash, () => createPollScheduler({ queryClient, now }))
}
