import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { ExportFormatBadge } from '../format-badge/ExportFormatBadge.js'
import { Icon } from '../parts/icons.js'
import { dateRangeWords, entityTypeWord, jobWords, reportTypeWord } from '../parts/job-words.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { dateAndTime } from './date-and-time.js'
import type { ExportCellProps } from './export-column.js'

/** The file format's badge. Source: M2. */
export function FormatCell({ job: { fileFormat } }: ExportCellProps): ReactNode {
  const { labels } = useExportJobsUi()
  return fileFormat === null ? labels.job.noValue : <ExportFormatBadge format={fileFormat} />
}

/** The period the report covers. Source: M1. */
export function DateRangeCell({ job }: ExportCellProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  return dateRangeWords(job, labels, formatters) ?? labels.job.noValue
}

/** Letters that may need more than three lines of a narrow column. */
const LONG = 32

/** The kind of report. Source: M1, W1, E2. */
export function ReportTypeCell({ job: { reportType } }: ExportCellProps): ReactNode {
  const { labels, reportTypes } = useExportJobsUi()
  if (reportType === null) return labels.job.noValue
  const words = reportTypeWord(reportType, labels, reportTypes)
  // what fits anyway needs no element of its own in each row
  return words.length < LONG ? words : <Clamped words={words} />
}

/**
 * The job's name, a link where the host says where it leads; what a schedule made is marked.
 * Source: W1, W10.
 */
export function NameCell({ job }: ExportCellProps): ReactNode {
  const { labels, reportTypes, linkComponent: Link, getJobHref } = useExportJobsUi()
  const words = jobWords(job, labels, reportTypes)
  return (
    <>
      <Clamped words={words}>
        {getJobHref === undefined ? (
          words
        ) : (
          <Link className="ej-link" href={getJobHref(job)}>
            {words}
          </Link>
        )}
      </Clamped>
      {job.source === 'schedule' && (
        <span className="ej-source-mark">
          <Icon name="repeat" />
          {labels.sources.schedule}
        </span>
      )}
    </>
  )
}

interface ClampedProps {
  readonly words: string
  /** What shows them, where that is more than text. */
  readonly children?: ReactNode
}

/** Words of any length and direction: the stylesheet shows two lines, the tooltip all of them. */
function Clamped({ words, children = words }: ClampedProps): ReactNode {
  return (
    <span dir="auto" title={words}>
      {children}
    </span>
  )
}

/** The kinds of records. Source: E2. */
export function EntityTypesCell({ job: { entityTypes } }: ExportCellProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  if (entityTypes.length === 0) return labels.job.noValue
  return formatters.formatList(entityTypes.map((id) => entityTypeWord(id, labels)))
}

/** Whether a person or a schedule made it. Source: W10. */
export function SourceCell({ job: { source } }: ExportCellProps): ReactNode {
  return useExportJobsUi().labels.sources[source]
}

/** Who asked for it. */
export function CreatedByCell({ job: { createdBy } }: ExportCellProps): ReactNode {
  const { labels } = useExportJobsUi()
  return createdBy ?? labels.job.noValue
}

/** The share of the work done, as a number. */
export function ProgressCell({ job: { progress } }: ExportCellProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  return progress === null ? labels.job.noValue : formatters.formatPercent(progress)
}

/** How many rows the file holds. */
export function RowsCell({ job: { totalRows, processedRows } }: ExportCellProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const rows = totalRows ?? processedRows
  return rows === null ? labels.job.noValue : formatters.formatNumber(rows)
}

/** The size of the job's files together, when all of them are known. */
export function SizeCell({ job: { files } }: ExportCellProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const sizes = files.flatMap(({ size }) => (size === null ? [] : [size]))
  if (sizes.length === 0 || sizes.length < files.length) return labels.job.noValue
  return formatters.formatSize(sizes.reduce((sum, size) => sum + size, 0))
}

/** Draws one of a job's instants, with the zone's name in the tooltip. Source: M1, E2. */
export function instantCell(read: (job: ExportJob) => string | null) {
  return function InstantCell({ job }: ExportCellProps): ReactNode {
    const { labels, formatters } = useExportJobsUi()
    const instant = read(job)
    if (instant === null) return labels.job.noValue
    const dateTime = formatters.formatDateTime(instant)
    const zone = formatters.formatTimeZone()
    const lines = dateAndTime(dateTime, formatters.formatTime(instant))
    return (
      <time dateTime={instant} title={labels.job.dateTimeWithZone({ dateTime, zone })}>
        {lines === null ? (
          dateTime
        ) : (
          <>
            {lines.first}
            <span>{lines.between}</span>
            {lines.second}
          </>
        )}
      </time>
    )
  }
}
