import type { ReactNode } from 'react'
import { Icon, type IconName } from '../parts/icons.js'
import { Popover } from '../parts/Popover.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { FilterCellProps } from './FilterCell.js'

/** Props of {@link PickerButton}. */
export interface PickerButtonProps extends Pick<FilterCellProps, 'title' | 'classes'> {
  /** What is chosen, in words. */
  readonly value: string
  /** The drawing after the words. */
  readonly icon: IconName
  /** Whether anything is chosen. */
  readonly isActive: boolean
  /** Runs when the panel is about to open. */
  readonly onOpen?: (trigger: HTMLElement) => void
  /** Draws the panel. */
  readonly children: (close: () => void) => ReactNode
}

/** A button that shows what is chosen, and opens the panel to choose in. */
export function PickerButton(props: PickerButtonProps): ReactNode {
  const { title, value, icon, classes, isActive, onOpen, children } = props
  const { labels } = useExportJobsUi()
  return (
    <Popover
      trigger={
        <>
          <span className="ej-visually-hidden">
            {labels.toolbar.filterChip({ name: title, value })}
          </span>
          <span aria-hidden="true">{value}</span>
          <Icon name={icon} />
        </>
      }
      triggerClassName={classes.filterPicker}
      isBare
      isActive={isActive}
      label={labels.filterRow.text({ column: title })}
      onOpen={onOpen}
    >
      {children}
    </Popover>
  )
}
