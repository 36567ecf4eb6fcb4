import { useContext } from 'react'
import type { ExportJob } from '../core/job.js'
import { NoticeCenterContext } from '../notices/notice-center-context.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { type DownloadOutcome, type DownloadWishes, performDownload } from './perform-download.js'

/** Hands one file over, as {@link performDownload} does. */
export type PerformDownload = (job: ExportJob, wishes: DownloadWishes) => Promise<DownloadOutcome>

/**
 * Gives the hooks that download one way to do it. What it gives stays with the tenant of its render, so
 * that a row of downloads ends for the one it was begun for.
 *
 * @param user - The hook that asks, for the message when there is no provider.
 */
export function usePerformDownload(user: string): PerformDownload {
  const context = useExportJobsContext(user)
  const notices = useContext(NoticeCenterContext)
  return (job, wishes) => performDownload({ context, notices }, job, wishes)
}
