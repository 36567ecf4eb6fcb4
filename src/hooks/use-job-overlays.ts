import { useSyncExternalStore } from 'react'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { getJobOverlays, type JobOverlay } from '../queries/job-overlays.js'

/** Reads what is laid over the owner's jobs, by id. Keeps its identity until it changes. */
export function useJobOverlays(): ReadonlyMap<string, JobOverlay> {
  const { queryClient, ownerHash } = useExportJobsContext('useJobOverlays')
  const { subscribe, read } = getJobOverlays(queryClient, ownerHash)
  return useSyncExternalStore(subscribe, read, read)
}
