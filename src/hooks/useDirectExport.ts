import { useRef, useState } from 'react'
import type { ExportJobsError } from '../core/errors.js'
import { toExportJobsError } from '../core/errors.js'
import type { ExportRequest } from '../core/request.js'
import { type DeliveredResponse, deliverResponse } from '../downloads/deliver-response.js'
import type { SaveProgress } from '../downloads/delivery.js'
import type { DirectRequest } from '../downloads/direct-export.js'
import { cleanFilename } from '../downloads/safe-filename.js'
import { useStableCallback } from '../internal/use-stable.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'

/** What became of one direct export. */
export type DirectOutcome =
  | DeliveredResponse
  /** There is no file, and why. */
  | { readonly kind: 'refused'; readonly error: ExportJobsError }

/** What {@link useDirectExport} returns. */
export interface UseDirectExportResult {
  /** What is under way, or was asked for last; `null` before that and once it was dismissed. */
  readonly request: ExportRequest | null
  /** Whether a file is on its way. */
  readonly isRunning: boolean
  /** How much of it has come, or `null` before its first piece and when none is on its way. */
  readonly progress: SaveProgress | null
  /** What became of the latest one, or `null` while it runs and before the first. */
  readonly outcome: DirectOutcome | null
  /**
   * Asks for a file; call it at the press. While one is on its way, a second press joins it. The file
   * still comes when the page is left meanwhile. Never rejects; keeps its identity.
   */
  readonly start: (request: ExportRequest) => Promise<DirectOutcome>
  /** Ends what is on its way. Keeps its identity. */
  readonly cancel: () => void
  /** Forgets what became of the latest one. Keeps its identity. */
  readonly dismiss: () => void
}

interface Stage {
  readonly request: ExportRequest | null
  readonly progress: SaveProgress | null
  readonly outcome: DirectOutcome | null
}

const MAX_BLOB_BYTES = 50_000_000
const AT_REST: Stage = { request: null, progress: null, outcome: null }

/**
 * Fetches files of a report that come back at once, by a request of the host's own: streamed to a place
 * that the person chooses where the provider's `delivery` is `save`, else as a download, up to a limit
 * beyond which a background job is the better way. Source: M12.
 */
export function useDirectExport(direct: DirectRequest): UseDirectExportResult {
  const context = useExportJobsContext('useDirectExport')
  const { maxBlobBytes = MAX_BLOB_BYTES } = direct
  const [stage, setStage] = useState(AT_REST)
  const underWay = useRef<{
    readonly controller: AbortController
    readonly outcome: Promise<DirectOutcome>
  } | null>(null)

  const run = async (
    request: ExportRequest,
    { signal }: AbortController,
  ): Promise<DirectOutcome> => {
    const { delivery, saveTarget, reportTypes, emit, reportError } = context
    const label = reportTypes.find(({ id }) => id === request.reportType)?.label
    const name = [label ?? request.reportType ?? 'export', request.fileFormat]
    try {
      return await deliverResponse({
        ask: () => direct.request(request, { signal }),
        signal,
        isSaved: delivery === 'save',
        saveTarget,
        suggestedName: cleanFilename(name.filter(Boolean).join('.')) ?? 'export',
        maxBlobBytes,
        onProgress: (progress) => setStage({ request, progress, outcome: null }),
        document,
      })
    } catch (thrown) {
      const error = toExportJobsError(thrown, 'direct.request')
      emit({ type: 'request_failed', error })
      reportError(error)
      return { kind: 'refused', error }
    }
  }

  const start = useStableCallback((request: ExportRequest) => {
    if (underWay.current !== null) return underWay.current.outcome
    const controller = new AbortController()
    setStage({ ...AT_REST, request })
    const outcome = run(request, controller).then((reached) => {
      underWay.current = null
      setStage(
        reached.kind === 'canceled' ? AT_REST : { request, progress: null, outcome: reached },
      )
      return reached
    })
    underWay.current = { controller, outcome }
    return outcome
  })
  const cancel = useStableCallback(() => underWay.current?.controller.abort())
  const dismiss = useStableCallback(() => {
    if (underWay.current === null) setStage(AT_REST)
  })
  return {
    ...stage,
    isRunning: stage.request !== null && stage.outcome === null,
    start,
    cancel,
    dismiss,
  }
}
