import type { QueryClient } from '@tanstack/react-query'
import type { ExportJobsClient, JobEvent } from '../core/client.js'
import { getOrCreate } from '../internal/get-or-create.js'
import { checkJob } from './check-answer.js'

/** A client's `subscribe` for one scope. */
export type PushSource = (
  listener: Parameters<NonNullable<ExportJobsClient['subscribe']>>[1],
) => () => void

/**
 * Lets everything on a page that hears of an owner's jobs share one subscription, which lasts from the
 * first listener to the last. One that joins while the channel is up is told so.
 */
export function sharePush(subscribe: PushSource): PushSource {
  const members = new Set<(event: JobEvent) => void>()
  let isUp = false
  let stop = () => {}

  function emit(told: JobEvent): void {
    const event = readable(told)
    if (event.type === 'connected') isUp = true
    if (event.type === 'disconnected') isUp = false
    for (const member of [...members]) member(event)
  }

  function open(): () => void {
    isUp = false
    try {
      const end = subscribe(emit)
      // called while the page takes components down, where a fault would take the page down too
      if (typeof end === 'function') return end
      throw TypeError('It must return what stops it.')
    } catch (thrown) {
      console.error('[react-export-jobs] subscribe failed:', thrown)
    }
    return () => {}
  }

  return (listener) => {
    const member = (event: JobEvent) => listener(event)
    members.add(member)
    if (members.size === 1) stop = open()
    else if (isUp) {
      // not at once: the caller does not have its way out yet
      queueMicrotask(() => {
        if (isUp && members.has(member)) member({ type: 'connected' })
      })
    }
    return () => {
      if (members.delete(member) && members.size === 0) stop()
    }
  }
}

/** What a client's own push tells, unless it could not be drawn: then only that something happened. */
function readable(event: JobEvent): JobEvent {
  try {
    if (event.type === 'changed') for (const job of event.jobs) checkJob(job, 'subscribe')
    return event
  } catch (thrown) {
    console.error(thrown)
    return { type: 'stale' }
  }
}

const sources = new WeakMap<QueryClient, Map<string, PushSource>>()

/**
 * The one subscription of an owner in a QueryClient, however many providers there are.
 *
 * @param ownerHash - From `hashOwner`.
 * @param subscribe - Listens to the backend when there is no subscription yet.
 */
export function getSharedPush(
  queryClient: QueryClient,
  ownerHash: string,
  subscribe: PushSource,
): PushSource {
  const known = getOrCreate(sources, queryClient, () => new Map<string, PushSource>())
  return getOrCreate(known, ownerHash, () => sharePush(subscribe))
}
