import { useMemo, useState } from 'react'
import type { ExportJob, JobFile } from '../core/job.js'
import type { DownloadDelivery, SaveTarget } from '../downloads/delivery.js'
import { useStableCallback } from '../internal/use-stable.js'
import { downloadSeveral } from './download-several.js'
import type { DownloadOutcome } from './perform-download.js'
import { usePerformDownload } from './use-perform-download.js'
import { useExportJobActions } from './useExportJobActions.js'

/** What became of one of a job's files. */
export interface FileOutcome {
  /** The file. */
  readonly file: JobFile
  /** What became of it. */
  readonly outcome: DownloadOutcome
}

/** Options of {@link useExportDownloadAll}. May be written inline. */
export interface UseExportDownloadAllOptions {
  /**
   * How the files are handed over. Default the provider's. Of several tabs or pickers browsers let one
   * through at a press: the other files become `blocked`, each with a `press` of its own.
   */
  readonly delivery?: DownloadDelivery
  /** What a new tab says until the file takes its place. Default nothing. */
  readonly tabText?: string
  /** Opens the place to save each file to. Default the provider's, else the browser's own picker. */
  readonly saveTarget?: SaveTarget
}

/** What {@link useExportDownloadAll} returns. */
export interface UseExportDownloadAllResult {
  /** Whether the files can be had. */
  readonly canDownload: boolean
  /** Whether files are being handed over. */
  readonly isRunning: boolean
  /**
   * What became of the files so far, in their order; kept up to date when storage refuses one seconds
   * after its start, and when a blocked one is pressed.
   */
  readonly outcomes: readonly FileOutcome[]
  /**
   * Hands every file over, one after another and paced, so that the browser takes them all; a refused
   * one does not stop the others. Call it at the press. Never rejects; without effect while it runs.
   * Keeps its identity.
   */
  readonly downloadAll: () => Promise<readonly FileOutcome[]>
}

const NONE: ReadonlyMap<JobFile, DownloadOutcome> = new Map()

/**
 * Downloads all files of a job that has several (parts, a manifest), with a result for each. Each has a
 * fresh link of its own. Source: M13, M14.
 */
export function useExportDownloadAll(
  job: ExportJob,
  options: UseExportDownloadAllOptions = {},
): UseExportDownloadAllResult {
  const { delivery, tabText, saveTarget } = options
  const perform = usePerformDownload('useExportDownloadAll')
  const verdict = useExportJobActions(job).download
  const [isRunning, setIsRunning] = useState(false)
  const [told, setTold] = useState(NONE)
  const outcomes = useMemo(() => listOf(told), [told])

  const downloadAll = useStableCallback(async () => {
    if (isRunning || !verdict.allowed) return []
    setIsRunning(true)
    setTold(NONE)
    const { files } = job
    const all = await downloadSeveral(files, {
      perform: ({ id: fileId }, onLateRefusal) =>
        perform(job, {
          fileId,
          tabText,
          onLateRefusal,
          ...(delivery && { delivery }),
          ...(saveTarget && { saveTarget }),
        }),
      onOutcome: (file, outcome) => setTold((known) => new Map([...known, [file, outcome]])),
    })
    setIsRunning(false)
    return listOf(all)
  })

  return { canDownload: verdict.allowed, isRunning, outcomes, downloadAll }
}

function listOf(told: ReadonlyMap<JobFile, DownloadOutcome>): readonly FileOutcome[] {
  return [...told].map(([file, outcome]) => ({ file, outcome }))
}
