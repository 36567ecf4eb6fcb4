import { memo, type ReactNode } from 'react'
import type { SlotClasses } from '../parts/slot-classes.js'
import type { DrawnColumn } from './export-column.js'
import type { HistoryTableSlot } from './slots.js'

/** Props of {@link SkeletonRows}. */
export interface SkeletonRowsProps {
  /** How many. */
  readonly count: number
  /** The columns on screen. */
  readonly columns: readonly DrawnColumn[]
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryTableSlot>
}

/** Grey rows of the true rows' height, so that nothing moves when these come. */
export const SkeletonRows = memo(function SkeletonRows(props: SkeletonRowsProps): ReactNode {
  const { count, columns, classes } = props
  return (
    <tbody className={classes.body} aria-hidden="true" data-skeleton="">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <tr key={index} className={classes.row}>
          {columns.map(({ id, align }) => (
            <td key={id} className={classes.cell} data-column={id} data-align={align}>
              <span className="ej-skeleton" />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
})
