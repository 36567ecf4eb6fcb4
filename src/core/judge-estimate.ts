import type { JobDelivery } from './job.js'
import type { ReportLimits } from './report-types.js'
import type { ExportEstimate } from './request.js'

/** What an estimate means for a request. */
export interface EstimateVerdict {
  /** The limits that the export would overstep; empty when it may be asked for. */
  readonly exceeded: readonly ('rows' | 'size' | 'quota')[]
  /**
   * `direct` when it is small enough to come back at once, `download` when a background job is the
   * better way, `null` when the limits or the figures do not tell. Source: M12.
   */
  readonly suggested: Extract<JobDelivery, 'direct' | 'download'> | null
}

/** Weighs an estimate against a report type's limits. Figures that are not known overstep nothing. */
export function judgeEstimate(
  { rows, sizeBytes, quotaLeft }: ExportEstimate,
  limits: ReportLimits = {},
): EstimateVerdict {
  const { maxRows, maxSizeBytes, maxDirectRows, maxDirectSizeBytes } = limits
  const over = (figure: number | null, limit: number | undefined) =>
    figure !== null && limit !== undefined && figure > limit
  const exceeded: EstimateVerdict['exceeded'][number][] = []
  if (over(rows, maxRows)) exceeded.push('rows')
  if (over(sizeBytes, maxSizeBytes)) exceeded.push('size')
  if (quotaLeft !== null && quotaLeft <= 0) exceeded.push('quota')
  if (over(rows, maxDirectRows) || over(sizeBytes, maxDirectSizeBytes)) {
    return { exceeded, suggested: 'download' }
  }
  const isTold = (figure: number | null, limit: number | undefined) =>
    limit === undefined || figure !== null
  const hasLimit = maxDirectRows !== undefined || maxDirectSizeBytes !== undefined
  const isSmall = hasLimit && isTold(rows, maxDirectRows) && isTold(sizeBytes, maxDirectSizeBytes)
  return { exceeded, suggested: isSmall ? 'direct' : null }
}
