import { memo, type ReactNode } from 'react'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import type { DrawnColumn } from '../history-table/export-column.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { isFilterOffered } from './column-filter.js'
import { FilterCell } from './FilterCell.js'
import { FILTER_ROW_SLOTS, type FilterRowSlot } from './slots.js'

/** Props of {@link FilterRow}. */
export interface FilterRowProps {
  /** The columns on screen. */
  readonly columns: readonly DrawnColumn[]
  /** The list state. */
  readonly list: UseExportListStateResult
  /** The host's class names, by slot. */
  readonly classNames: SlotClassNames<FilterRowSlot> | undefined
}

/**
 * The list's filters as a row under the headers, each under its column; the same state as the
 * toolbar's. A module of its own, fetched with the first such row.
 *
 * Source: W3.
 */
export const FilterRow = memo(function FilterRow(props: FilterRowProps): ReactNode {
  const { columns, list, classNames } = props
  const { client } = useExportJobsContext('FilterRow')
  const { labels } = useExportJobsUi()
  const classes = useSlotClasses(FILTER_ROW_SLOTS, classNames)
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: above cards in a narrow container it is no table row for the browser
      role="row"
      className={classes.filterRow}
      aria-label={labels.toolbar.toolbar}
    >
      {columns.map(({ id, title, filter }) => {
        const isOffered = isFilterOffered(filter, client.capabilities)
        return (
          <td
            key={id}
            // biome-ignore lint/a11y/noRedundantRoles: see the row
            role="cell"
            className={classes.filterCell}
            data-column={id}
            data-label={isOffered ? title : undefined}
          >
            {isOffered && (
              <FilterCell filter={filter} title={title} list={list} classes={classes} />
            )}
          </td>
        )
      })}
    </tr>
  )
})
