import { useContext, useState } from 'react'
import type { ExportJob, JobFile } from '../core/job.js'
import { useStableCallback } from '../internal/use-stable.js'
import { NoticeCenterContext } from '../notices/notice-center-context.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { type DownloadOutcome, performDownload } from './perform-download.js'
import { useExportJobActions } from './useExportJobActions.js'

/** What became of one of a job's files. */
export interface FileOutcome {
  /** The file. */
  readonly file: JobFile
  /** What became of it. */
  readonly outcome: DownloadOutcome
}

/** What {@link useExportDownloadAll} returns. */
export interface UseExportDownloadAllResult {
  /** Whether the files can be had. */
  readonly canDownload: boolean
  /** Whether files are being handed over. */
  readonly isRunning: boolean
  /** What became of the files so far, in their order. */
  readonly outcomes: readonly FileOutcome[]
  /**
   * Hands every file over, one after another, so that the browser takes them all; a refused one does
   * not stop the others. Never rejects; without effect while it runs. Keeps its identity.
   */
  readonly downloadAll: () => Promise<readonly FileOutcome[]>
}

const NONE: readonly FileOutcome[] = []

/**
 * Downloads all files of a job that has several (parts, a manifest), with a result for each. Each has a
 * fresh link of its own. They go to hidden frames: of several tabs, browsers block all but the first.
 */
export function useExportDownloadAll(job: ExportJob): UseExportDownloadAllResult {
  const context = useExportJobsContext('useExportDownloadAll')
  const notices = useContext(NoticeCenterContext)
  const verdict = useExportJobActions(job).download
  const [isRunning, setIsRunning] = useState(false)
  const [outcomes, setOutcomes] = useState(NONE)

  const downloadAll = useStableCallback(async () => {
    if (isRunning || !verdict.allowed) return NONE
    setIsRunning(true)
    let all = NONE
    for (const file of job.files) {
      const about = { jobId: job.id, fileId: file.id }
      const outcome = await performDownload(context, job, {
        fileId: file.id,
        delivery: 'frame',
        onLateRefusal: (late) =>
          setOutcomes((known) =>
            known.map((item) => (item.file.id === file.id ? { file, outcome: late } : item)),
          ),
      })
      if (outcome.kind === 'started') context.emit({ type: 'download_started', ...about })
      else if (outcome.kind === 'refused' && outcome.error !== null) {
        context.emit({ type: 'download_refused', ...about, error: outcome.error })
        context.reportError(outcome.error)
      }
      all = [...all, { file, outcome }]
      setOutcomes(all)
    }
    if (all.some(({ outcome }) => outcome.kind === 'started')) notices?.markDownloaded(job.id)
    setIsRunning(false)
    return all
  })

  return { canDownload: verdict.allowed, isRunning, outcomes, downloadAll }
}
