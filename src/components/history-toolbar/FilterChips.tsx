import type { ReactNode } from 'react'
import type { JobFilters } from '../../core/list-query.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { activeFilters } from './filter-chips.js'
import type { HistoryToolbarSlot } from './slots.js'

/** Props of {@link FilterChips}. */
export interface FilterChipsProps {
  /** The filters in force. */
  readonly filters: JobFilters
  /** Changes some of them. */
  readonly onChange: (patch: Partial<JobFilters>) => void
  /** Takes them all away. */
  readonly onClear: () => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryToolbarSlot>
}

/** The filters that are on; a press takes one away. */
export function FilterChips({ filters, onChange, onClear, classes }: FilterChipsProps): ReactNode {
  const ui = useExportJobsUi()
  const { toolbar } = ui.labels
  return (
    <ul className={classes.chipList} aria-label={toolbar.activeFilters}>
      {activeFilters(filters, ui).map(({ key, words, without }) => (
        <li key={key}>
          <button
            type="button"
            className={classes.chip}
            aria-label={toolbar.removeFilter({ filter: words })}
            onClick={() => onChange(without)}
          >
            {words}
            <Icon name="close" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="link" onClick={onClear}>
          {toolbar.clearAll}
        </Button>
      </li>
    </ul>
  )
}
