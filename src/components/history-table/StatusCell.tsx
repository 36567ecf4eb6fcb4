import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { isUnfinishedStatus } from '../../core/status.js'
import type { ExportFormatters } from '../../labels/formatters.js'
import type { ExportLabels } from '../../labels/labels.js'
import { Icon } from '../parts/icons.js'
import { ExportStatusBadge } from '../status-badge/ExportStatusBadge.js'
import { type ExportJobsUi, useExportJobsUi } from '../useExportJobsUi.js'
import type { ExportCellProps } from './export-column.js'
import { useIsStuck } from './stuck-job.js'

/**
 * The badge, and under it what else is known: progress, place in the queue, why it failed, notes. The
 * stylesheet keeps the room for it, so that a text that comes later moves no row.
 *
 * Source: M3, M16.
 */
export function StatusCell({ job }: ExportCellProps): ReactNode {
  const ui = useExportJobsUi()
  return (
    <>
      <ExportStatusBadge job={job} />
      {isUnfinishedStatus(job.status) ? (
        <Progress job={job} ui={ui} />
      ) : (
        <Result job={job} ui={ui} />
      )}
    </>
  )
}

interface DetailProps {
  readonly job: ExportJob
  readonly ui: ExportJobsUi
}

function Progress({ job, ui: { labels, formatters } }: DetailProps): ReactNode {
  const isStuck = useIsStuck(job)
  const { progress } = job
  const words = progressWords(job, labels, formatters)
  return (
    <>
      {progress !== null && (
        <span className="ej-progress">
          <progress
            className="ej-progress-bar"
            max={1}
            value={progress}
            aria-label={labels.job.progress}
          />
          {formatters.formatPercent(progress)}
        </span>
      )}
      {isStuck ? (
        <span className="ej-status-note">
          <Icon name="warning" />
          {labels.job.stuck}
        </span>
      ) : (
        words !== null && <span className="ej-status-detail">{words}</span>
      )}
    </>
  )
}

function Result({ job, ui: { labels, formatters } }: DetailProps): ReactNode {
  if (job.error !== null) {
    return (
      <span className="ej-status-error" title={job.error.message}>
        {job.error.message}
      </span>
    )
  }
  const [warning, ...more] = job.warnings
  if (warning !== undefined) {
    const count = more.length
    const countText = formatters.formatNumber(count)
    return (
      <span className="ej-status-note" title={job.warnings.join('\n')}>
        <Icon name="warning" />
        {count === 0 ? warning : `${warning} ${labels.job.moreWarnings({ count, countText })}`}
      </span>
    )
  }
  const words = resultWords(job, labels, formatters)
  return words !== null && <span className="ej-status-detail">{words}</span>
}

function progressWords(
  job: ExportJob,
  labels: ExportLabels,
  formatters: ExportFormatters,
): string | null {
  const { phase, processedRows, totalRows, queuePosition } = job
  if (phase !== null) return phase
  if (processedRows !== null) return rowWords(processedRows, totalRows, labels, formatters)
  if (queuePosition === null) return null
  return labels.job.queuePosition({ position: formatters.formatNumber(queuePosition) })
}

function resultWords(
  job: ExportJob,
  labels: ExportLabels,
  formatters: ExportFormatters,
): string | null {
  if (job.status !== 'completed') return null
  const rows = job.processedRows ?? job.totalRows
  return rows === null ? null : rowWords(rows, null, labels, formatters)
}

function rowWords(
  rows: number,
  total: number | null,
  { job }: ExportLabels,
  { formatNumber }: ExportFormatters,
): string {
  const done = formatNumber(rows)
  return total === null
    ? job.rowsDone({ count: rows, done })
    : job.rowsOfTotal({ done, total: formatNumber(total) })
}
