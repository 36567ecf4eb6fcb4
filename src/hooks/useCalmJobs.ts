import { useEffect, useReducer, useRef } from 'react'
import { type CalmOrder, calmOrder } from '../core/calm-order.js'
import type { ExportJob } from '../core/job.js'
import { useIsomorphicLayoutEffect } from '../internal/use-stable.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import type { JobOverlay } from '../queries/job-overlays.js'
import { type ExportListState, toListQuery } from '../url-state/list-state.js'
import { useJobOverlays } from './use-job-overlays.js'
import type { UseExportJobsResult } from './useExportJobs.js'

/** Options of {@link useCalmJobs}. */
export interface UseCalmJobsOptions {
  /** What `useExportJobs` returned. */
  readonly list: Pick<
    UseExportJobsResult,
    'jobs' | 'status' | 'isPlaceholder' | 'isRefreshing' | 'hasNextPage'
  >
  /** The list state it was asked with; another page, sort or filter is never held back. */
  readonly listState: ExportListState
  /**
   * Tells whether somebody is at work in the rows. Asked when an answer changes the list, and once a
   * second while something waits; must keep its identity.
   */
  readonly isBusy: () => boolean
}

/** What {@link useCalmJobs} returns. */
export interface UseCalmJobsResult extends CalmOrder<ExportJob> {
  /** Shows the list as it is now. Keeps its identity. */
  readonly apply: () => void
}

/** What stood on screen after the latest render. */
interface Shown extends CalmOrder<ExportJob> {
  readonly key: string
  readonly isHeld: boolean
  readonly overlays: ReadonlyMap<string, JobOverlay>
}

const LOOK_MS = 1_000
/** How long after the person's last sign what waits is shown by itself. */
const HOLD_MS = 10_000

/**
 * Keeps the rows of a list where they are while somebody is at work in them: an answer then changes
 * cells only, new rows wait and lost ones stay. What waits is shown with `apply`, with the next page,
 * sort or filter, and by itself 10 seconds after the person has gone. Call `apply` when a refresh that
 * the person asked for has ended, too: a quick one leaves no other trace.
 *
 * A first answer is never held back, and the person's own deletions take their rows away at once.
 */
export function useCalmJobs(options: UseCalmJobsOptions): UseCalmJobsResult {
  const { list, listState, isBusy } = options
  const { ownerHash, timeZone } = useExportJobsContext('useCalmJobs')
  const overlays = useJobOverlays()
  const [applied, apply] = useReducer((count: number) => count + 1, 0)
  const { jobs: next } = list
  const canHold = list.status === 'ready' && !list.isPlaceholder && !list.isRefreshing
  const key = JSON.stringify([ownerHash, applied, toListQuery(listState, timeZone)])
  const shown = useRef<Shown | null>(null)
  const before = canHold && shown.current?.key === key ? shown.current : null
  const order = calmOrder({
    ...list,
    shown: before?.rows ?? next,
    next,
    isBusy: before !== null && (before.isHeld || (before.rows !== next && isBusy())),
    // under the overlays of the render before, too, so that a row comes back to its place
    isOwn: (id) => [overlays, before?.overlays].some((known) => known?.get(id) === 'deleted'),
  })
  const isHeld = order.rows !== next

  useIsomorphicLayoutEffect(() => {
    shown.current = canHold ? { ...order, key, isHeld, overlays } : null
  })

  useEffect(() => {
    if (!isHeld) return
    let idleMs = 0
    const timer = setInterval(() => {
      idleMs = isBusy() ? 0 : idleMs + LOOK_MS
      if (idleMs >= HOLD_MS) apply()
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [isHeld, isBusy])

  return { ...order, apply }
}
