import { useState } from 'react'
import type { ActionVerdict } from '../core/actions.js'
import type { ExportJob } from '../core/job.js'
import type { DownloadDelivery, SaveProgress, SaveTarget } from '../downloads/delivery.js'
import { guardHandler } from '../internal/guard-handler.js'
import { useStableCallback } from '../internal/use-stable.js'
import type { DownloadOutcome, DownloadRefused } from './perform-download.js'
import { usePerformDownload } from './use-perform-download.js'
import { useExportJobActions } from './useExportJobActions.js'

/** Options of {@link useExportDownload}. */
export interface UseExportDownloadOptions {
  /** Which of the job's files; left out, the job's one file. */
  readonly fileId?: string
  /** Hears every refusal, also one that storage gives seconds after the start. May be written inline. */
  readonly onRefused?: (outcome: DownloadRefused) => void
  /** How the file is handed over. Default the provider's. */
  readonly delivery?: DownloadDelivery
  /** What a new tab says until the file takes its place. Default nothing. */
  readonly tabText?: string
  /** Opens the place to save to. Default the provider's, else the browser's own picker. */
  readonly saveTarget?: SaveTarget
}

/** What {@link useExportDownload} returns. */
export interface UseExportDownloadResult {
  /** Whether the file can be had, and why not. Source: M1, W6. */
  readonly verdict: ActionVerdict
  /** Whether the file can be had. */
  readonly canDownload: boolean
  /** Whether a link is being asked for, or the file is being saved. */
  readonly isPreparing: boolean
  /** The latest refusal, or `null` after a start and before the first press. */
  readonly refused: DownloadRefused | null
  /** How much has been saved, or `null` while nothing is being saved. */
  readonly progress: SaveProgress | null
  /** Whether the browser lets the file through only at another press: show "Click to download". */
  readonly isBlocked: boolean
  /**
   * Asks for a fresh link and hands the file to the browser; call it at the click. A second call while
   * one is under way joins it. Never rejects; keeps its identity.
   */
  readonly download: () => Promise<DownloadOutcome>
}

/**
 * Downloads a job's file. A link is asked for at each press, used once, and kept nowhere.
 *
 * @param job - The job whose file is wanted. Source: M13, M14, E6.
 */
export function useExportDownload(
  job: ExportJob,
  options: UseExportDownloadOptions = {},
): UseExportDownloadResult {
  const { fileId, onRefused, delivery, tabText, saveTarget } = options
  const perform = usePerformDownload('useExportDownload')
  const verdict = useExportJobActions(job).download
  const [isPreparing, setIsPreparing] = useState(false)
  const [progress, setProgress] = useState<SaveProgress | null>(null)
  const [latest, setLatest] = useState<DownloadOutcome | null>(null)

  const settle = useStableCallback((outcome: DownloadOutcome): DownloadOutcome => {
    setLatest(outcome)
    if (outcome.kind === 'refused') guardHandler(() => onRefused?.(outcome))
    return outcome
  })

  const download = useStableCallback(async (): Promise<DownloadOutcome> => {
    if (!verdict.allowed) {
      const { refusal, reason } = verdict
      return settle({ kind: 'refused', refusal, reason, error: null })
    }
    setIsPreparing(true)
    // a press is needed by what comes first in here, so nothing is awaited before
    const outcome = await (latest?.kind === 'blocked'
      ? latest.press()
      : perform(job, {
          fileId,
          ...(delivery && { delivery }),
          ...(saveTarget && { saveTarget }),
          tabText,
          onProgress: setProgress,
          onLateRefusal: settle,
        }))
    setIsPreparing(false)
    setProgress(null)
    return settle(outcome)
  })

  return {
    verdict,
    canDownload: verdict.allowed,
    isPreparing,
    refused: latest?.kind === 'refused' ? latest : null,
    progress,
    isBlocked: latest?.kind === 'blocked',
    download,
  }
}
