import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { ExportFormatBadge } from '../format-badge/ExportFormatBadge.js'
import { dateRangeWords, entityTypeWord, jobWords, reportTypeWord } from '../parts/job-words.js'
import { usePart } from '../parts/use-part.js'
import { useServerMinute } from '../parts/use-server-minute.js'
import { isPast } from '../retention/retention.js'
import { ExportStatusBadge } from '../status-badge/ExportStatusBadge.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { ExportDetailFieldProps } from './detail-field.js'

const MINUTE_MS = 60_000

/** What the job is called. */
export function NameValue({ job }: ExportDetailFieldProps): ReactNode {
  const { labels, reportTypes } = useExportJobsUi()
  return jobWords(job, labels, reportTypes)
}

/** The status. */
export function StatusValue({ job }: ExportDetailFieldProps): ReactNode {
  const Badge = usePart('statusBadge', ExportStatusBadge)
  return <Badge job={job} />
}

/** The file format. */
export function FormatValue({ job: { fileFormat } }: ExportDetailFieldProps): ReactNode {
  const Badge = usePart('formatBadge', ExportFormatBadge)
  return fileFormat === null ? null : <Badge format={fileFormat} />
}

/** The kind of report. */
export function ReportTypeValue({ job: { reportType } }: ExportDetailFieldProps): ReactNode {
  const { labels, reportTypes } = useExportJobsUi()
  return reportType === null ? null : reportTypeWord(reportType, labels, reportTypes)
}

/** The period the report covers. */
export function DateRangeValue({ job }: ExportDetailFieldProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  return dateRangeWords(job, labels, formatters)
}

/** The kinds of records. */
export function EntityTypesValue({ job: { entityTypes } }: ExportDetailFieldProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  if (entityTypes.length === 0) return null
  return formatters.formatList(entityTypes.map((id) => entityTypeWord(id, labels)))
}

/** Whether a person or a schedule made it. Source: W10. */
export function SourceValue({ job: { source } }: ExportDetailFieldProps): ReactNode {
  return useExportJobsUi().labels.sources[source]
}

/** How long it waited. */
export function QueuedValue({
  job: { createdAt, startedAt, completedAt },
}: ExportDetailFieldProps): ReactNode {
  return useDuration(createdAt, startedAt ?? completedAt)
}

/** How long it worked. */
export function RanValue({ job: { startedAt, completedAt } }: ExportDetailFieldProps): ReactNode {
  return useDuration(startedAt, completedAt)
}

/** How many rows the file holds, of how many. */
export function RowsValue({
  job: { processedRows, totalRows },
}: ExportDetailFieldProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const rows = processedRows ?? totalRows
  if (rows === null) return null
  const done = formatters.formatNumber(rows)
  if (totalRows === null || totalRows === rows) return done
  return labels.job.rowsOfTotal({ done, total: formatters.formatNumber(totalRows) })
}

/** An instant, with the zone's name in the tooltip. */
export function instantValue(read: (job: ExportJob) => string | null) {
  return function Instant({ job }: ExportDetailFieldProps): ReactNode {
    const { labels, formatters } = useExportJobsUi()
    const instant = read(job)
    if (instant === null) return null
    const dateTime = formatters.formatDateTime(instant)
    const zone = formatters.formatTimeZone()
    return (
      <time dateTime={instant} title={labels.job.dateTimeWithZone({ dateTime, zone })}>
        {dateTime}
      </time>
    )
  }
}

/** The time between two instants; up to now, and from a minute on, while the second is to come. */
function useDuration(from: string | null, to: string | null): string | null {
  const { formatters } = useExportJobsUi()
  const now = useServerMinute()
  if (from === null) return null
  const end = to === null ? now : Date.parse(to)
  const ms = end === null ? Number.NaN : end - Date.parse(from)
  const isTold = to === null ? ms >= MINUTE_MS : ms >= 0
  return isTold ? formatters.formatDuration(ms) : null
}

/** Until when the file can be fetched, or since when it is gone. Source: W8. */
export function FileExpiryValue({ job: { fileExpiresAt } }: ExportDetailFieldProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const now = useServerMinute()
  if (fileExpiresAt === null) return null
  const date = formatters.formatDateTime(fileExpiresAt)
  if (isPast(fileExpiresAt, now)) return labels.detail.fileExpired({ date })
  const relative = now === null ? null : formatters.formatRelative(fileExpiresAt, now)
  return labels.detail.availableUntil({ date, relative })
}

/** When the row goes. Source: W8. */
export function RemovalValue({ job: { removedAt } }: ExportDetailFieldProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const now = useServerMinute()
  if (removedAt === null) return null
  const relative = now === null ? null : formatters.formatRelative(removedAt, now)
  return labels.detail.removedOn({ date: formatters.formatDateTime(removedAt), relative })
}
