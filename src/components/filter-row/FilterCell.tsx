import type { ReactNode } from 'react'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { CreatedPicker } from './CreatedPicker.js'
import type { ColumnFilter } from './column-filter.js'
import type { FilterRowSlot } from './slots.js'
import { TextFilter } from './TextFilter.js'
import { ValuePicker } from './ValuePicker.js'

/** Props of {@link FilterCell}. */
export interface FilterCellProps {
  /** Which filter. */
  readonly filter: ColumnFilter
  /** The column's header. */
  readonly title: string
  /** The list state. */
  readonly list: UseExportListStateResult
  /** The classes of the slots. */
  readonly classes: SlotClasses<FilterRowSlot>
}

/** The control of one column's filter. */
export function FilterCell({ filter, ...props }: FilterCellProps): ReactNode {
  if (typeof filter === 'function') {
    const Own = filter
    return <Own list={props.list} title={props.title} />
  }
  switch (filter) {
    case 'search':
      return <TextFilter {...props} />
    case 'createdDay':
    case 'createdRange':
      return <CreatedPicker {...props} isSingle={filter === 'createdDay'} />
    default:
      return <ValuePicker {...props} name={filter} />
  }
}
