import type { ReactNode } from 'react'
import type { JobDelivery } from '../../core/job.js'
import type { ExportEstimate } from '../../core/request.js'
import type { RequestForm } from '../../forms/request-form-types.js'
import { useExportRequestEstimate } from '../../hooks/useExportRequestEstimate.js'
import { type RequestUi, useRequestUi } from './useRequestUi.js'

/** Props of {@link FormEstimate}. */
export interface FormEstimateProps {
  /** From `useExportRequestForm`. */
  readonly form: RequestForm
  /** How the file will reach the person. */
  readonly delivery: JobDelivery
  /** The class of the line. */
  readonly className: string
}

/** How big the export would be, what it would overstep, and which way is the better one. Source: M12. */
export function FormEstimate({ form, delivery, className }: FormEstimateProps): ReactNode {
  const ui = useRequestUi()
  const { estimate, verdict } = useExportRequestEstimate(form)
  const { form: words } = ui.words
  const figures = estimate === null ? [] : figuresOf(estimate, ui)
  const lines = [
    figures.length > 0 && words.estimate({ figures: ui.formatters.formatList(figures) }),
    ...(verdict?.exceeded.map((limit) => words.exceeded[limit]) ?? []),
    verdict?.suggested === 'download' && delivery === 'direct' && words.suggestBackground,
    verdict?.suggested === 'direct' && delivery === 'download' && words.suggestDirect,
  ]
  return (
    <p className={className} role="status">
      {lines.filter(Boolean).join(' ')}
    </p>
  )
}

function figuresOf(estimate: ExportEstimate, { words, formatters }: RequestUi): readonly string[] {
  const { rows, sizeBytes, durationMs, quotaLeft } = estimate
  const { formatNumber, formatSize, formatDuration } = formatters
  const count = (value: number) => ({ count: value, countText: formatNumber(value) })
  return [
    rows === null ? '' : words.form.estimateRows(count(rows)),
    sizeBytes === null ? '' : formatSize(sizeBytes),
    durationMs === null ? '' : formatDuration(durationMs),
    quotaLeft === null ? '' : words.form.quotaLeft(count(quotaLeft)),
  ].filter(Boolean)
}
