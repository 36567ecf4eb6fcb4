import type { ReactNode } from 'react'
import { ExportFormatBadge } from '../format-badge/ExportFormatBadge.js'
import { dateRangeWords, reportTypeWord } from '../parts/job-words.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { Clamped } from './Clamped.js'
import type { ExportCellProps } from './export-column.js'

/** The file format's badge. Source: M2. */
export function FormatCell({ job: { fileFormat } }: ExportCellProps): ReactNode {
  const { labels } = useExportJobsUi()
  const Badge = usePart('formatBadge', ExportFormatBadge)
  return fileFormat === null ? labels.job.noValue : <Badge format={fileFormat} />
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
