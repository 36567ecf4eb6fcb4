import type { ReactNode } from 'react'
import { Icon } from '../parts/icons.js'
import { entityTypeWord, jobWords } from '../parts/job-words.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { Clamped } from './Clamped.js'
import type { ExportCellProps } from './export-column.js'

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
