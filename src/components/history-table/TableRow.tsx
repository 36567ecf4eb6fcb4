import { memo, type ReactNode } from 'react'
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
}

/**
 * One job. Memoised on the job and not on the table library's row, which is a new object after each
 * answer: an answer that changes one job draws one row.
 */
export const TableRow = memo(function TableRow({
  job,
  columns,
  classes,
}: TableRowProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as a card it is no table row for the browser
    <tr role="row" className={classes.row}>
      {columns.map((column) => (
        <Cell key={column.id} job={job} column={column} className={classes.cell} />
      ))}
    </tr>
  )
})

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
