import { useContext, useState } from 'react'
import type { ActionRefusal, ActionVerdict } from '../core/actions.js'
import { ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { deliverGrant } from '../downloads/deliver-grant.js'
import { useStableCallback } from '../internal/use-stable.js'
import { NoticeCenterContext } from '../notices/notice-center-context.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { useExportJobActions } from './useExportJobActions.js'

/** What became of one press on Download. */
export type DownloadOutcome =
  /** The browser has taken the file. */
  | { readonly kind: 'started' }
  /** There is no file to be had, and why. */
  | {
      readonly kind: 'refused'
      /** Why the backend was not even asked, or `null` when it was. */
      readonly refusal: ActionRefusal | null
      /** The backend's own reason on the job, shown as text, or `null`. */
      readonly reason: string | null
      /** What the backend answered, or `null` when it was not asked. */
      readonly error: ExportJobsError | null
    }

/** One refused download. */
export type DownloadRefused = Extract<DownloadOutcome, { readonly kind: 'refused' }>

/** Options of {@link useExportDownload}. */
export interface UseExportDownloadOptions {
  /** Which of the job's files; left out, the job's one file. */
  readonly fileId?: string
  /** Hears every refusal, also one that storage gives seconds after the start. May be written inline. */
  readonly onRefused?: (outcome: DownloadRefused) => void
}

/** What {@link useExportDownload} returns. */
export interface UseExportDownloadResult {
  /** Whether the file can be had, and why not. Source: M1, W6. */
  readonly verdict: ActionVerdict
  /** Whether the file can be had. */
  readonly canDownload: boolean
  /** Whether a link is being asked for. */
  readonly isPreparing: boolean
  /** The latest refusal, or `null` after a start and before the first press. */
  readonly refused: DownloadRefused | null
  /**
   * Asks for a fresh link and hands the file to the browser; call it at the click. A second call while
   * one is under way joins it. Never rejects; keeps its identity.
   */
  readonly download: () => Promise<DownloadOutcome>
}

/**
 * A person who pressed Download and then turned the page still wants the file, so nothing ends the
 * request.
 */
const neverAborted = () => new AbortController().signal

/**
 * Downloads a job's file. A link is asked for at each press, used once, and kept nowhere.
 *
 * @param job - The job whose file is wanted. Source: M13, M14, E6.
 */
export function useExportDownload(
  job: ExportJob,
  options: UseExportDownloadOptions = {},
): UseExportDownloadResult {
  const { fileId, onRefused } = options
  const context = useExportJobsContext('useExportDownload')
  const notices = useContext(NoticeCenterContext)
  const verdict = useExportJobActions(job).download
  const [isPreparing, setIsPreparing] = useState(false)
  const [refused, setRefused] = useState<DownloadRefused | null>(null)

  const settle = useStableCallback((outcome: DownloadOutcome): DownloadOutcome => {
    const isRefused = outcome.kind === 'refused'
    setRefused(isRefused ? outcome : null)
    if (isRefused) onRefused?.(outcome)
    const about = { jobId: job.id, fileId: fileId ?? null }
    if (!isRefused) {
      notices?.markDownloaded(job.id)
      context.emit({ type: 'download_started', ...about })
    }
    if (isRefused && outcome.error !== null) {
      context.emit({ type: 'download_refused', ...about, error: outcome.error })
      context.reportError(outcome.error)
    }
    return outcome
  })

  const download = useStableCallback(async (): Promise<DownloadOutcome> => {
    if (!verdict.allowed) {
      const { refusal, reason } = verdict
      return settle({ kind: 'refused', refusal, reason, error: null })
    }
    const { client, scope, ownerHash, downloadDesk, allowInsecureDownloads } = context
    setIsPreparing(true)
    try {
      const key = JSON.stringify([ownerHash, job.id, fileId ?? null])
      await downloadDesk.run(key, () =>
        deliverGrant({
          ask: () => client.createDownload(job.id, { scope, signal: neverAborted(), fileId }),
          allowInsecure: allowInsecureDownloads,
          document,
          onLateRefusal: (error) => void settle(refusedBy(error)),
        }),
      )
      return settle({ kind: 'started' })
    } catch (thrown) {
      return settle(refusedBy(withoutCause(toExportJobsError(thrown, 'createDownload'))))
    } finally {
      setIsPreparing(false)
    }
  })

  return { verdict, canDownload: verdict.allowed, isPreparing, refused, download }
}

function refusedBy(error: ExportJobsError): DownloadRefused {
  return { kind: 'refused', refusal: null, reason: null, error }
}

/**
 * The same failure without its cause: what a host's own client threw may hold the signed link there,
 * and from here the error goes to handlers and logs.
 */
function withoutCause(error: ExportJobsError): ExportJobsError {
  return new ExportJobsError(error.code, {
    // what the error says of itself are fields of its own; its cause and message are not among them
    ...error,
    status: error.status ?? undefined,
    message: error.message.replace('[react-export-jobs] ', ''),
    cause: undefined,
  })
}
