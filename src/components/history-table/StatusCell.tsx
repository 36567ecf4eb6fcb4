import type { ReactNode } from 'react'
import { isIncomplete } from '../../core/completeness.js'
import type { ExportJob } from '../../core/job.js'
import { isUnfinishedStatus } from '../../core/status.js'
import type { ExportFormatters } from '../../labels/formatters.js'
import type { ExportLabels } from '../../labels/labels.js'
import { Icon } from '../parts/icons.js'
import { sourceHref } from '../parts/source-href.js'
import { usePart } from '../parts/use-part.js'
import { RetentionMark } from '../retention/RetentionMark.js'
import { ExportStatusBadge } from '../status-badge/ExportStatusBadge.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { ExportCellProps } from './export-column.js'
import { StuckHelp } from './StuckHelp.js'
import { useIsStuck } from './stuck-job.js'

/**
 * The badge, and under it what else is known: progress, place in the queue, why it failed and where it
 * can be asked for anew, notes, when the row goes. The stylesheet keeps the room for it, so that a text
 * that comes later moves no row.
 *
 * Source: M3, M16, W8, W13.
 */
export function StatusCell({ job }: ExportCellProps): ReactNode {
  const { labels, formatters, linkComponent: Link, getSourceHref } = useExportJobsUi()
  const Badge = usePart('statusBadge', ExportStatusBadge)
  const Retention = usePart('retentionMark', RetentionMark)
  const isStuck = useIsStuck(job)
  const { progress, status } = job
  const isShown = progress !== null && isUnfinishedStatus(status)
  const source = sourceHref(job, getSourceHref)
  const detail = isStuck ? null : detailOf(job, labels, formatters)
  return (
    <>
      <Badge job={job} />
      {isShown && (
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
      {isStuck && <StuckHelp job={job} />}
      {detail !== null && (
        // one element for every kind, so that a change of status changes little in the page
        // and `auto`, as the backend's words may run against the page's lines
        <span
          className={DETAIL_CLASSES[detail.kind]}
          dir="auto"
          title={detail.title}
          data-short={source === null ? undefined : ''}
        >
          {detail.kind === 'note' && <Icon name="warning" />}
          {detail.text}
        </span>
      )}
      {source !== null && (
        <Link className="ej-link ej-source-link" href={source}>
          {labels.actions.source}
        </Link>
      )}
      <Retention job={job} />
    </>
  )
}

const DETAIL_CLASSES = {
  detail: 'ej-status-detail',
  error: 'ej-status-error',
  note: 'ej-status-note',
} as const

interface Detail {
  readonly kind: keyof typeof DETAIL_CLASSES
  readonly text: string
  /** The whole text, where the cell may cut it off. */
  readonly title?: string
}

function detailOf(
  job: ExportJob,
  labels: ExportLabels,
  formatters: ExportFormatters,
): Detail | null {
  if (isUnfinishedStatus(job.status)) return plain(progressWords(job, labels, formatters))
  if (job.error !== null) {
    return { kind: 'error', text: job.error.message, title: job.error.message }
  }
  const [warning, ...more] = job.warnings
  if (warning === undefined && isIncomplete(job)) {
    const text = rowWords(job.processedRows ?? 0, job.totalRows, labels, formatters)
    return { kind: 'note', text, title: labels.detail.incomplete }
  }
  if (warning === undefined) return plain(resultWords(job, labels, formatters))
  const count = more.length
  const countText = formatters.formatNumber(count)
  const text = count === 0 ? warning : `${warning} ${labels.job.moreWarnings({ count, countText })}`
  return { kind: 'note', text, title: job.warnings.join('\n') }
}

function plain(text: string | null): Detail | null {
  return text === null ? null : { kind: 'detail', text }
}

/** How far a job has come, or `null` when the backend does not say. */
export function progressWords(
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
