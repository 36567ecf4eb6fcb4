import { type ReactNode, useId } from 'react'
import { isIncomplete } from '../../core/completeness.js'
import type { ExportJob } from '../../core/job.js'
import { isUnfinishedStatus } from '../../core/status.js'
import { progressWords } from '../history-table/StatusCell.js'
import { useIsStuck } from '../history-table/stuck-job.js'
import { Icon } from '../parts/icons.js'
import { Reference } from '../parts/Reference.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { DetailSlot } from './slots.js'

/** Props of {@link DetailNotes}. */
export interface DetailNotesProps {
  /** The job on screen. */
  readonly job: ExportJob
  /** The classes of the slots. */
  readonly classes: SlotClasses<DetailSlot>
}

/**
 * What matters before the facts: how far the work has come, why it failed, and what the file lacks.
 * Source: M16, W6.
 */
export function DetailNotes(props: DetailNotesProps): ReactNode {
  const { status } = props.job
  if (isUnfinishedStatus(status)) return <Waiting {...props} />
  if (status === 'failed') return <Failure {...props} />
  return <Warnings {...props} />
}

function Waiting({ job, classes }: DetailNotesProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const isStuck = useIsStuck(job)
  const words = progressWords(job, labels, formatters)
  const { progress } = job
  return (
    <div className={classes.detailNote} data-kind="waiting">
      <p>{labels.detail.notReady}</p>
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
      {words !== null && <p>{words}</p>}
      {isStuck && (
        <p className="ej-status-note">
          <Icon name="warning" />
          {labels.job.stuck}
        </p>
      )}
    </div>
  )
}

function Failure({ job, classes }: DetailNotesProps): ReactNode {
  const { labels } = useExportJobsUi()
  const titleId = useId()
  const code = job.error?.code ?? null
  return (
    <section className={classes.detailFailure} aria-labelledby={titleId}>
      <Icon name="failed" />
      <div>
        <p id={titleId}>{labels.detail.failure}</p>
        <p dir="auto">{job.error?.message ?? labels.detail.noReason}</p>
        <Reference text={code === null ? job.id : `${job.id} ${code}`} />
      </div>
    </section>
  )
}

function Warnings({ job, classes }: DetailNotesProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const titleId = useId()
  const { warnings, processedRows, totalRows } = job
  const isPart = isIncomplete(job)
  if (warnings.length === 0 && !isPart) return null
  const rows =
    isPart && processedRows !== null && totalRows !== null
      ? labels.job.rowsOfTotal({
          done: formatters.formatNumber(processedRows),
          total: formatters.formatNumber(totalRows),
        })
      : null
  return (
    <section className={classes.detailNote} data-kind="warning" aria-labelledby={titleId}>
      <p id={titleId}>{isPart ? labels.detail.incomplete : labels.detail.notes}</p>
      <ul>
        {rows !== null && !warnings.some((text) => text.includes(rows)) && <li>{rows}</li>}
        {warnings.map((warning) => (
          <li key={warning}>
            {/* not the item itself: its mark would go to the other side */}
            <bdi>{warning}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
