import type { ReactNode } from 'react'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { CreatedRangePanel } from '../created-range/CreatedRangePanel.js'
import { createdRangeWords } from '../created-range/created-range-words.js'
import { DayPanel } from '../created-range/DayPanel.js'
import { useOpeningMoment } from '../created-range/useOpeningMoment.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { FilterCellProps } from './FilterCell.js'
import { FilterField } from './FilterField.js'
import { PickerButton } from './PickerButton.js'

/** Props of {@link CreatedPicker}. */
export interface CreatedPickerProps extends Omit<FilterCellProps, 'filter'> {
  /** Whether one day is chosen instead of a range. */
  readonly isSingle: boolean
}

/** The day of creation, or a range of days. Source: W3. */
export function CreatedPicker({ title, list, classes, isSingle }: CreatedPickerProps): ReactNode {
  const { client } = useExportJobsContext('CreatedPicker')
  const ui = useExportJobsUi()
  const { moment, onOpen } = useOpeningMoment()
  const { filters } = list.listState
  const words = createdRangeWords(filters, ui)
  const byDay = isSingle || client.capabilities.createdFilter === 'day'
  const Panel = byDay ? DayPanel : CreatedRangePanel
  return (
    <FilterField
      title={title}
      classes={classes}
      isActive={words !== null}
      onClear={() => list.setFilters({ createdFrom: null, createdTo: null })}
    >
      <PickerButton
        title={title}
        value={words ?? ui.labels.filterRow.anyDay}
        icon="calendar"
        classes={classes}
        isActive={words !== null}
        onOpen={onOpen}
      >
        {(close) =>
          moment !== null && (
            <Panel
              {...moment}
              range={filters}
              onApply={(range) => {
                list.setFilters({ createdFrom: range.createdFrom, createdTo: range.createdTo })
                close()
              }}
            />
          )
        }
      </PickerButton>
    </FilterField>
  )
}
