import type { QueryClient } from '@tanstack/react-query'
import type { ExportJob } from '../core/job.js'

/** What is laid over a job on screen while the backend is asked, or about to be. */
export type JobOverlay = 'canceling' | 'deleted'

/** What is laid over the jobs of one owner. The cache stays as the backend told it. */
export interface JobOverlays {
  /** The overlays by job id; a new map after each change. */
  read(): ReadonlyMap<string, JobOverlay>
  /**
   * Listens for changes.
   *
   * @returns A function that stops listening.
   */
  subscribe(listener: () => void): () => void
  /** Lays something over jobs. */
  put(ids: readonly string[], overlay: JobOverlay): void
  /** Takes it away again. */
  lift(ids: readonly string[]): void
  /**
   * Runs a callback when nothing shows these jobs any more: the last reader has left, be it for
   * another page, tenant or person.
   *
   * @returns A function that calls it off.
   */
  onLeave(callback: () => void): () => void
}

/** Makes overlays with nothing in them. */
export function createJobOverlays(): JobOverlays {
  const listeners = new Set<() => void>()
  const leaving = new Set<() => void>()
  let overlays: ReadonlyMap<string, JobOverlay> = new Map()

  function replace(next: ReadonlyMap<string, JobOverlay>): void {
    overlays = next
    for (const listener of [...listeners]) listener()
  }

  return {
    read: () => overlays,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) for (const leave of [...leaving]) leave()
      }
    },
    put(ids, overlay) {
      replace(new Map([...overlays, ...ids.map((id) => [id, overlay] as const)]))
    },
    lift(ids) {
      if (!ids.some((id) => overlays.has(id))) return
      replace(new Map([...overlays].filter(([id]) => !ids.includes(id))))
    },
    onLeave(callback) {
      leaving.add(callback)
      return () => leaving.delete(callback)
    },
  }
}

const known = new WeakMap<QueryClient, Map<string, JobOverlays>>()

/**
 * The overlays of one owner in a QueryClient, however many providers and hooks use them.
 *
 * @param ownerHash - From `hashOwner`.
 */
export function getJobOverlays(queryClient: QueryClient, ownerHash: string): JobOverlays {
  const owners = known.get(queryClient) ?? new Map<string, JobOverlays>()
  known.set(queryClient, owners)
  const overlays = owners.get(ownerHash) ?? createJobOverlays()
  owners.set(ownerHash, overlays)
  return overlays
}

/** Copies by original, so that a job under an overlay keeps its identity. */
const asCanceling = new WeakMap<ExportJob, ExportJob>()

/** A job as it is shown under the overlays; `null` when it is not. */
export function overlayJob(
  job: ExportJob,
  overlays: ReadonlyMap<string, JobOverlay>,
): ExportJob | null {
  const overlay = overlays.get(job.id)
  if (overlay === 'deleted') return null
  // A poll may bring the job's end before the answer comes: that is the truth.
  const isOpen = job.status === 'pending' || job.status === 'processing'
  if (overlay === undefined || !isOpen) return job
  const known = asCanceling.get(job)
  if (known !== undefined) return known
  const copy: ExportJob = { ...job, status: 'canceling', statusText: null }
  asCanceling.set(job, copy)
  return copy
}

/** Jobs as they are shown under the overlays; the same array when none of them is under one. */
export function overlayJobs(
  jobs: readonly ExportJob[],
  overlays: ReadonlyMap<string, JobOverlay>,
): readonly ExportJob[] {
  if (overlays.size === 0 || !jobs.some(({ id }) => overlays.has(id))) return jobs
  return jobs.flatMap((job) => overlayJob(job, overlays) ?? [])
}
