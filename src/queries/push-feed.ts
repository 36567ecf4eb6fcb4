import type { QueryClient } from '@tanstack/react-query'
import type { ExportJobsClient, JobEvent } from '../core/client.js'
import type { ExportJob } from '../core/job.js'
import { type PollEntry, shortestStep } from './poll-entry.js'
import { applyPushedJobs } from './pushed-jobs.js'

/** A client's `subscribe` for one scope. */
export type PushSource = (
  listener: Parameters<NonNullable<ExportJobsClient['subscribe']>>[1],
) => () => void

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
  /** Looks at every query now. */
  readonly lookAtAll: () => void
  /** Plans every query's next look anew. */
  readonly armAll: () => void
}

/** News of a backend that pushes. */
export interface PushFeed {
  /** Whether the channel is up, so that polling may rest. */
  isHealthy(): boolean
  /**
   * Begins to listen.
   *
   * @returns A function that stops.
   */
  start(): () => void
}

/** Turns a backend's push into newer rows and, where only the backend can tell, into one look. */
export function createPushFeed(options: PushFeedOptions): PushFeed {
  const { subscribe, queryClient, entries, random, lookAtAll, armAll } = options
  let isHealthy = false
  let timer: ReturnType<typeof setTimeout> | null = null

  function onEvent(event: JobEvent): void {
    if (event.type === 'disconnected') {
      isHealthy = false
      armAll()
      return
    }
    if (event.type === 'connected') isHealthy = true
    const isKnown = event.type === 'changed' && event.jobs.length > 0
    if (!isKnown || take(event.jobs)) lookSoon()
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
    timer = setTimeout(() => {
      timer = null
      lookAtAll()
    }, step * random())
  }

  return {
    isHealthy: () => isHealthy,
    start() {
      const stop = subscribe(onEvent)
      return () => {
        stop()
        if (timer !== null) clearTimeout(timer)
        timer = null
        isHealthy = false
      }
    },
  }
}
