import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { dateAndTime } from './date-and-time.js'
import type { ExportCellProps } from './export-column.js'

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
