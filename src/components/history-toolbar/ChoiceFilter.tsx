import type { ReactNode } from 'react'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { Popover } from '../parts/Popover.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { ChoiceList } from './ChoiceList.js'
import type { FilterChoices } from './filter-choices.js'
import type { HistoryToolbarSlot } from './slots.js'

/** Props of {@link ChoiceFilter}. */
export interface ChoiceFilterProps {
  /** The filter's name. */
  readonly title: string
  /** What can be chosen, and what is. */
  readonly filter: FilterChoices
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryToolbarSlot>
}

/** A filter with several values: checkboxes in a popover. Source: M5. */
export function ChoiceFilter({ title, filter, classes }: ChoiceFilterProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const { choices, chosen, choose } = filter
  if (choices.length === 0) return null
  const count = chosen.length
  const countText = formatters.formatNumber(count)
  const trigger = (
    <>
      {title}
      {count > 0 && (
        <>
          <span className={classes.filterCount} aria-hidden="true">
            {countText}
          </span>{' '}
          <span className="ej-visually-hidden">{labels.toolbar.chosen({ count, countText })}</span>
        </>
      )}
      <Icon name="down" />
    </>
  )
  return (
    <Popover
      trigger={trigger}
      triggerClassName={classes.filterButton}
      isActive={count > 0}
      label={title}
    >
      {() => (
        <>
          <ChoiceList choices={choices} chosen={chosen} onChange={choose} classes={classes} />
          {count > 0 && (
            <Button variant="link" onClick={() => choose([])}>
              {labels.toolbar.clear}
            </Button>
          )}
        </>
      )}
    </Popover>
  )
}
