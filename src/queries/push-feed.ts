import type { QueryClient } from '@tanstack/react-query'
import type { JobEvent } from '../core/client.js'
import type { ExportJob } from '../core/job.js'
import { type PollEntry, shortestStep } from './poll-entry.js'
import { applyPushedJobs } from './pushed-jobs.js'
import type { PushSource } from './shared-push.js'

/** What a feed runs on. */
export interface PushFeedOptions {
  /** The backend's push. */
  readonly subscribe: PushSource
  /** The cache that news is put into. */
  readonly queryClient: QueryClient
  /** The queries on watch. */
  readonly entries: ReadonlyMap<string, PollEntry>
  /** Draws a number from 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number
  /**
   * Looks at every query now, but for those that a refusal tells to wait.
   *
   * @param since - When the news came that asks for it, in epoch milliseconds.
   */
  readonly lookAtAll: (since: number) => void
  /** Plans every query's next look anew. */
  readonly armAll: () => void
}

/** News of a backend that pushes. */
export interface PushFeed {
  /** Whether the channel is up, so that polling may rest. */
  isHealthy(): boolean
  /** Listens, or stops, after which polling goes on. */
  listen(isWanted: boolean): void
  /** Looks at every query within the shortest step, because of news. */
  lookSoon(): void
}

/** Turns a backend's push into newer rows and, where only the backend can tell, into one look. */
export function createPushFeed(options: PushFeedOptions): PushFeed {
  const { subscribe, queryClient, entries, random, lookAtAll, armAll } = options
  let isHealthy = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let lastLookAt = 0
  let stop: (() => void) | null = null

  function onEvent(event: JobEvent): void {
    if (event.type === 'disconnected') {
      lose()
      return
    }
    if (event.type === 'connected') isHealthy = true
    const isKnown = event.type === 'changed' && event.jobs.length > 0
    if (!isKnown || take(event.jobs)) lookSoon()
  }

  function lose(): void {
    isHealthy = false
    armAll()
  }

  function take(jobs: readonly ExportJob[]): boolean {
    let needsLook = false
    for (const { queryKey, hash } of entries.values()) {
      const data = queryClient.getQueryCache().get(hash)?.state.data
      if (data === undefined) continue
      const change = applyPushedJobs(queryKey, data, jobs)
      if (change.data !== data) queryClient.setQueryData(queryKey, change.data)
      needsLook ||= change.needsLook
    }
    return needsLook
  }

  /** One look, however much news comes within the shortest step; spread, for all clients hear at once. */
  function lookSoon(): void {
    if (timer !== null || entries.size === 0) return
    const step = Math.min(...[...entries.values()].map(shortestStep))
    const heardAt = Date.now()
    const wait = Math.max(step * random(), lastLookAt + step - heardAt)
    timer = setTimeout(() => {
      timer = null
      lastLookAt = Date.now()
      lookAtAll(heardAt)
    }, wait)
  }

  function end(): void {
    stop?.()
    stop = null
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (isHealthy) lose()
  }

  return {
    isHealthy: () => isHealthy,
    lookSoon,
    listen(isWanted) {
      if (!isWanted) end()
      else stop ??= subscribe(onEvent)
    },
  }
}
