import { type MouseEvent, memo, type ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import type { DrawnColumn } from './export-column.js'
import type { HistoryTableSlot } from './slots.js'

/** Props of {@link TableRow}. */
export interface TableRowProps {
  /** The row's job; keeps its identity until a value of it changes. */
  readonly job: ExportJob
  /** The columns on screen; keep their identity. */
  readonly columns: readonly DrawnColumn[]
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryTableSlot>
  /** What is told of a job that has left the list; `undefined` while it is in it. */
  readonly vanishedNote: string | undefined
}

/**
 * One job. Memoised on the job and not on the table library's row, which is a new object after each
 * answer: an answer that changes one job draws one row.
 */
export const TableRow = memo(function TableRow({
  job,
  columns,
  classes,
  vanishedNote,
}: TableRowProps): ReactNode {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: as a card it is no table row for the browser
      role="row"
      className={classes.row}
      title={vanishedNote}
      {...(vanishedNote !== undefined && VANISHED)}
    >
      {columns.map((column) => (
        <Cell key={column.id} job={job} column={column} className={classes.cell} />
      ))}
    </tr>
  )
})

/**
 * Takes the effect from what a vanished row holds, and leaves it in its place with its focus. What is
 * already asked can still be answered, and a choice be taken back.
 */
function refuse(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('dialog, input, label')) return
  event.preventDefault()
  event.stopPropagation()
}

const VANISHED = { 'data-vanished': '', 'aria-disabled': true, onClickCapture: refuse } as const

interface CellProps {
  readonly job: ExportJob
  readonly column: DrawnColumn
  readonly className: string
}

function Cell({ job, column, className }: CellProps): ReactNode {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: as a card it is no table cell for the browser
      role="cell"
      className={className}
      data-column={column.id}
      data-align={column.align}
      data-label={column.title}
    >
      {column.cell({ job })}
    </td>
  )
}
