import { type FormEvent, type ReactNode, useState } from 'react'
import { ChoiceList } from '../history-toolbar/ChoiceList.js'
import {
  type ChoiceFilterName,
  type FilterChoices,
  useFilterChoices,
} from '../history-toolbar/filter-choices.js'
import { Button } from '../parts/Button.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { FilterCellProps } from './FilterCell.js'
import { FilterField } from './FilterField.js'
import { PickerButton } from './PickerButton.js'

/** Props of {@link ValuePicker}. */
export interface ValuePickerProps extends Omit<FilterCellProps, 'filter'> {
  /** Which filter. */
  readonly name: ChoiceFilterName
}

/** Several values out of a closed set; they narrow nothing until they are applied. Source: W3. */
export function ValuePicker({ name, title, list, classes }: ValuePickerProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const filter = useFilterChoices(name, list)
  const { choices, chosen, choose } = filter
  // values that are not on offer here narrow the list too, and can be taken away
  const isActive = list.listState.filters[name].length > 0
  const count = chosen.length
  const only = choices.find(({ value }) => value === chosen[0])
  const value =
    count === 0
      ? labels.filterRow.all
      : count === 1 && only !== undefined
        ? only.words
        : labels.toolbar.chosen({ count, countText: formatters.formatNumber(count) })
  return (
    <FilterField title={title} classes={classes} isActive={isActive} onClear={() => choose([])}>
      <PickerButton title={title} value={value} icon="down" classes={classes} isActive={isActive}>
        {(close) => <ChoicePanel filter={filter} onEnd={close} classes={classes} />}
      </PickerButton>
    </FilterField>
  )
}

interface ChoicePanelProps extends Pick<FilterCellProps, 'classes'> {
  readonly filter: FilterChoices
  readonly onEnd: () => void
}

const LIST_CLASSES = { choiceList: 'ej-choice-list', choice: 'ej-choice' }

function ChoicePanel({ filter, onEnd, classes }: ChoicePanelProps): ReactNode {
  const { labels } = useExportJobsUi()
  const [draft, setDraft] = useState(filter.chosen)
  const take = (chosen: readonly string[]) => {
    filter.choose(chosen)
    onEnd()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take(draft)
  }
  return (
    <form className={classes.filterPanel} onSubmit={submit}>
      <ChoiceList
        choices={filter.choices}
        chosen={draft}
        onChange={setDraft}
        classes={LIST_CLASSES}
      />
      <div className="ej-range-actions">
        <Button variant="quiet" onClick={() => take([])}>
          {labels.toolbar.clear}
        </Button>
        <Button type="submit" variant="primary">
          {labels.calendar.apply}
        </Button>
      </div>
    </form>
  )
}
