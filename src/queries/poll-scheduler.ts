import {
  hashKey,
  notifyManager,
  type QueryCacheNotifyEvent,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { ExportJobsError, toExportJobsError } from '../core/errors.js'
import { getOrCreate } from '../internal/get-or-create.js'
import { isShallowEqual } from '../internal/shallow-equal.js'
import type { AnswerEvent, AnswerShare } from '../sync/answer-share.js'
import { checkSharedAnswer } from './jobs-of-query.js'
import { browserEnvironment, type PageEnvironment } from './page-environment.js'
import { planLook } from './plan-look.js'
import {
  createPollEntry,
  IDLE,
  type PollEntry,
  type PollState,
  type PollTarget,
  shortestStep,
} from './poll-entry.js'
import { createPushFeed } from './push-feed.js'
import type { PushSource } from './shared-push.js'

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
  /** Lets the owner's windows ask once for the same query. Default each window asks for itself. */
  readonly share?: AnswerShare | null
  /** Listens to the backend's push while a query is on watch and the page visible. Default there is none. */
  readonly subscribe?: PushSource | null
}

/** While push is healthy, one look in so long makes up for what it may have lost. */
const SAFETY_LOOK_MS = 300_000

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

/**
 * Makes the scheduler of one owner. A query function with `refetchInterval` would restart its timer at
 * each render of the host and starve; this one arms a timer once per answer.
 */
export function createPollScheduler(options: PollSchedulerOptions): PollScheduler {
  const { queryClient, now, random = Math.random, environment = browserEnvironment } = options
  const { share = null, subscribe = null } = options
  const entries = new Map<string, PollEntry>()
  const listeners = new Map<string, Set<() => void>>()
  let stopListening: (() => void) | null = null
  const push =
    subscribe === null
      ? null
      : createPushFeed({ subscribe, queryClient, entries, random, lookAtAll, armAll })

  function setState(entry: PollEntry, patch: Partial<PollState>): void {
    const next = { ...entry.state, ...patch }
    if (isShallowEqual(next, entry.state)) return
    entry.state = next
    for (const listener of listeners.get(entry.hash) ?? []) notifyManager.schedule(listener)
  }

  function disarm(entry: PollEntry): void {
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
    entry.isWaitingForPage = false
  }

  function arm(entry: PollEntry): void {
    disarm(entry)
    const delay = planDelay(entry)
    setState(entry, { isPolling: delay !== null })
    if (delay === null) {
      share?.release(entry.hash)
      return
    }
    entry.delayMs = delay
    wait(entry, delay)
  }

  function wait(entry: PollEntry, delay: number): void {
    disarm(entry)
    entry.timer = setTimeout(() => {
      entry.timer = null
      void lookInTurn(entry)
    }, delay)
  }

  /** Asks when it is this window's turn; the answer of another one arms the timer anew. */
  async function lookInTurn(entry: PollEntry): Promise<void> {
    const canLook = () => environment.isVisible() && environment.isOnline()
    const mayAsk = canLook() && (share === null || (await share.claim(entry.hash)))
    if (entries.get(entry.hash) !== entry || entry.timer !== null) return
    if (mayAsk) await look(entry)
    else if (!canLook()) entry.isWaitingForPage = true
  }

  function planDelay(entry: PollEntry): number | null {
    const data = queryClient.getQueryCache().get(entry.hash)?.state.data
    const drawn = random()
    const delay = planLook(entry, data, now(), drawn)
    const isCovered = push?.isHealthy() === true && entry.state.failure === null && delay !== null
    return isCovered ? SAFETY_LOOK_MS * (0.9 + 0.2 * drawn) : delay
  }

  function look(entry: PollEntry): Promise<void> {
    return queryClient.refetchQueries(
      { queryKey: entry.queryKey, exact: true, type: 'active' },
      { cancelRefetch: false },
    )
  }

  async function lookAnew(entry: PollEntry): Promise<void> {
    await queryClient.cancelQueries({ queryKey: entry.queryKey, exact: true })
    await look(entry)
  }

  function onCacheEvent(event: QueryCacheNotifyEvent): void {
    if (event.type !== 'updated') return
    const entry = entries.get(event.query.queryHash)
    if (entry === undefined) return
    const { action } = event
    if (action.type === 'fetch') {
      entry.lookedAt = Date.now()
      disarm(entry)
    } else if (action.type === 'success') {
      entry.failures = 0
      entry.retryAfterMs = null
      entry.notBefore = 0
      noteJobs(entry, action.data)
      setState(entry, { failure: null })
      if (action.manual !== true) share?.publish(entry.hash, action.data)
      arm(entry)
      if (entry.hasMissedNews && action.manual !== true) push?.lookSoon()
    } else if (action.type === 'error') {
      const failure = toExportJobsError(action.error, 'A poll')
      if (failure.code !== 'aborted') share?.publishFailure(entry.hash, failure)
      noteFailure(entry, failure)
      arm(entry)
    } else if (action.type === 'setState' && event.query.state.fetchStatus === 'idle') {
      // A cancelled look puts the former state back; the plan goes on from there.
      if (entry.timer === null) arm(entry)
    }
  }

  function noteJobs(entry: PollEntry, data: unknown): void {
    for (const { jobsOf } of entry.targets) entry.firstSeen.note(jobsOf(data), now())
  }

  function noteFailure(entry: PollEntry, failure: ExportJobsError): void {
    if (failure.code === 'aborted') return
    entry.failures += 1
    entry.retryAfterMs = failure.retryAfterMs
    entry.notBefore = Date.now() + (failure.retryAfterMs ?? 0)
    setState(entry, { failure })
  }

  function onPageChange(change: 'visibility' | 'network'): void {
    // a hidden window neither asks nor holds a connection; the return is told by `connected`
    push?.listen(environment.isVisible())
    if (!environment.isVisible() || !environment.isOnline()) return
    for (const entry of entries.values()) {
      if (!entry.isWaitingForPage) continue
      // Many machines get their network back at once, so that return is spread over a whole step;
      // a person who comes back to a tab waits at most the shortest one.
      wait(entry, random() * (change === 'network' ? entry.delayMs : shortestStep(entry)))
    }
  }

  function onSharedAnswer(event: AnswerEvent): void {
    const entry = entries.get(event.queryHash)
    if (entry === undefined) return
    entry.sharedAt = Date.now()
    if ('failure' in event) {
      const { code, retryAfterMs } = event.failure
      const message = "Another window's look failed."
      noteFailure(entry, new ExportJobsError(code, { message, retryAfterMs }))
      arm(entry)
      return
    }
    try {
      queryClient.setQueryData(entry.queryKey, checkSharedAnswer(entry.queryKey, event.data))
    } catch {
      void look(entry)
    }
  }

  function lookAtAll(since: number): void {
    for (const entry of entries.values()) {
      // another window heard the same news, asked, and handed on the answer
      if (entry.sharedAt > since || entry.notBefore > Date.now()) continue
      const isUnderWay =
        queryClient.getQueryCache().get(entry.hash)?.state.fetchStatus === 'fetching'
      entry.hasMissedNews = isUnderWay && entry.lookedAt <= since
      if (isUnderWay) continue
      disarm(entry)
      void lookInTurn(entry)
    }
  }

  function armAll(): void {
    for (const entry of entries.values()) if (entry.timer !== null) arm(entry)
  }

  function open(): void {
    const stops = [
      queryClient.getQueryCache().subscribe(onCacheEvent),
      environment.subscribe(onPageChange),
      share?.onAnswer(onSharedAnswer),
      () => push?.listen(false),
    ]
    push?.listen(environment.isVisible())
    stopListening = () => {
      for (const stop of stops) stop?.()
    }
  }

  return {
    watch(target) {
      if (stopListening === null) open()
      const hash = hashKey(target.queryKey)
      const entry = getOrCreate(entries, hash, () => createPollEntry(target.queryKey, hash))
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
        share?.release(hash)
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
