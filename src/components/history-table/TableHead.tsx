import { memo, type ReactNode } from 'react'
import type { JobSort, JobSortField } from '../../core/list-query.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { DrawnColumn } from './export-column.js'
import type { HistoryTableSlot } from './slots.js'

/** Props of {@link TableHead}. */
export interface TableHeadProps {
  /** The columns on screen. */
  readonly columns: readonly DrawnColumn[]
  /** The strongest sort key, or `undefined`. */
  readonly sort: JobSort | undefined
  /** The fields the backend sorts by. */
  readonly orderings: readonly JobSortField[]
  /** Sorts by a field, or reverses. */
  readonly onSort: (field: JobSortField) => void
  /** The row of filters below the headers, or nothing. */
  readonly filterRow: ReactNode
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryTableSlot>
}

/** The headers; those the backend can sort by are buttons. Source: M7, W2. */
export const TableHead = memo(function TableHead(props: TableHeadProps): ReactNode {
  const { columns, sort, orderings, onSort, filterRow, classes } = props
  return (
    // roles are told, because as cards in a narrow container these elements are no table for the browser
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <thead role="rowgroup" className={classes.headerGroup}>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <tr role="row" className={classes.headerRow}>
        {columns.map((column) => {
          const { sortField: field } = column
          const isSortable = field !== undefined && orderings.includes(field)
          const direction = isSortable && sort?.field === field ? (sort?.direction ?? null) : null
          return (
            <th
              key={column.id}
              // biome-ignore lint/a11y/noRedundantRoles: see above
              role="columnheader"
              scope="col"
              className={classes.headerCell}
              data-column={column.id}
              data-align={column.align}
              data-sortable={isSortable ? '' : undefined}
              aria-sort={direction === null ? undefined : ARIA_SORT[direction]}
            >
              {isSortable ? (
                <SortButton
                  title={column.title}
                  direction={direction}
                  onPress={() => onSort(field)}
                  className={classes.sortButton}
                />
              ) : (
                (column.head?.() ?? column.title)
              )}
            </th>
          )
        })}
      </tr>
      {filterRow}
    </thead>
  )
})

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const

interface SortButtonProps {
  readonly title: string
  readonly direction: JobSort['direction'] | null
  readonly onPress: () => void
  readonly className: string
}

function SortButton({ title, direction, onPress, className }: SortButtonProps): ReactNode {
  const { labels } = useExportJobsUi()
  const icon = direction === null ? 'sortable' : direction === 'asc' ? 'ascending' : 'descending'
  return (
    <button
      type="button"
      className={className}
      data-direction={direction ?? undefined}
      title={direction === 'asc' ? labels.table.sortDescending : labels.table.sortAscending}
      onClick={onPress}
    >
      {title}
      <Icon name={icon} />
    </button>
  )
}
