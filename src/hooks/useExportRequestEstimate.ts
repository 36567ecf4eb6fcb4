import { useEffect, useState } from 'react'
import { type ExportJobsError, toExportJobsError } from '../core/errors.js'
import { type EstimateVerdict, judgeEstimate } from '../core/judge-estimate.js'
import type { ExportEstimate, ExportRequest } from '../core/request.js'
import type { RequestForm } from '../forms/request-form-types.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'

/** Options of {@link useExportRequestEstimate}. */
export interface UseExportRequestEstimateOptions {
  /** Whether to ask at all. Default `true`. */
  readonly enabled?: boolean
  /** How long nothing must change before the backend is asked, in milliseconds. Default 500. */
  readonly delayMs?: number
}

/** What {@link useExportRequestEstimate} returns. */
export interface UseExportRequestEstimateResult {
  /**
   * `idle` while the form has mistakes or there is nothing to ask, `loading` while the answer to what
   * is in the form now is awaited, `unknown` when the backend could not tell, else `ready`.
   */
  readonly status: 'idle' | 'loading' | 'ready' | 'unknown'
  /** How big and how slow it will be, or `null` until it is known for what is in the form now. */
  readonly estimate: ExportEstimate | null
  /** What it means by the report type's limits, or `null`. */
  readonly verdict: EstimateVerdict | null
  /** Why the backend could not tell, or `null`; no reason not to send. */
  readonly error: ExportJobsError | null
}

const IDLE: UseExportRequestEstimateResult = {
  status: 'idle',
  estimate: null,
  verdict: null,
  error: null,
}
const LOADING: UseExportRequestEstimateResult = { ...IDLE, status: 'loading' }

/**
 * Asks the backend how big the export in the form would be, whenever the form rests without a
 * mistake. An older question is ended by a newer one. Source: M12.
 *
 * @param form - From `useExportRequestForm`.
 */
export function useExportRequestEstimate(
  form: RequestForm,
  options: UseExportRequestEstimateOptions = {},
): UseExportRequestEstimateResult {
  const { enabled = true, delayMs = 500 } = options
  const { client, scope } = useExportJobsContext('useExportRequestEstimate')
  const [result, setResult] = useState(IDLE)

  useEffect(() => {
    if (!enabled || client.estimate === undefined) {
      setResult(IDLE)
      return
    }
    let asked = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    let controller = new AbortController()

    const ask = async (request: ExportRequest, { signal }: AbortController) => {
      const { limits } = form.getState().reportType ?? {}
      try {
        const estimate = await client.estimate?.(request, { scope, signal })
        if (signal.aborted || estimate === undefined) return
        const verdict = judgeEstimate(estimate, limits)
        setResult({ status: 'ready', estimate, verdict, error: null })
      } catch (thrown) {
        const error = toExportJobsError(thrown, 'estimate')
        if (!signal.aborted) setResult({ ...IDLE, status: 'unknown', error })
      }
    }
    const look = () => {
      const request = form.getRequest()
      const text = JSON.stringify(request)
      if (text === asked) return
      asked = text
      clearTimeout(timer)
      controller.abort()
      controller = new AbortController()
      setResult(request === null ? IDLE : LOADING)
      if (request !== null) timer = setTimeout(ask, delayMs, request, controller)
    }
    look()
    const stopValues = form.subscribeValues(look)
    // the registry may arrive later, or a default may move with the calendar
    const stopForm = form.subscribe(look)
    return () => {
      stopValues()
      stopForm()
      clearTimeout(timer)
      controller.abort()
    }
  }, [form, client, scope, enabled, delayMs])

  return result
}
