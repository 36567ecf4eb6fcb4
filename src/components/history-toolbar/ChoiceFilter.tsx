import type { ReactNode } from 'react'
import { Icon } from '../parts/icons.js'
import { Popover } from '../parts/Popover.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { HistoryToolbarSlot } from './slots.js'

/** One choice of a filter. */
export interface FilterChoice<Value extends string> {
  /** What the filter holds. */
  readonly value: Value
  /** What people read, for the accessible name. */
  readonly words: string
  /** How it is shown; default its words. */
  readonly shown?: ReactNode
}

/** Props of {@link ChoiceFilter}. */
export interface ChoiceFilterProps<Value extends string> {
  /** The filter's name. */
  readonly title: string
  /** What can be chosen. */
  readonly choices: readonly FilterChoice<Value>[]
  /** What is chosen. */
  readonly chosen: readonly Value[]
  /** Chooses anew. */
  readonly onChange: (chosen: readonly Value[]) => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryToolbarSlot>
}

/** A filter with several values: checkboxes in a popover. Source: M5. */
export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>): ReactNode {
  const { title, choices, chosen, onChange, classes } = props
  const { labels, formatters } = useExportJobsUi()
  const count = chosen.length
  const countText = formatters.formatNumber(count)
  const toggle = (value: Value, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))
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
      triggerClassName={`ej-button ${classes.filterButton}`}
      isActive={count > 0}
      label={title}
    >
      {() => (
        <>
          <div className={classes.choiceList}>
            {choices.map(({ value, words, shown = words }) => (
              <label key={value} className={classes.choice}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={(event) => toggle(value, event.currentTarget.checked)}
                />
                {shown}
              </label>
            ))}
          </div>
          {count > 0 && (
            <button
              type="button"
              className="ej-button"
              data-variant="link"
              onClick={() => onChange([])}
            >
              {labels.toolbar.clear}
            </button>
          )}
        </>
      )}
    </Popover>
  )
}
