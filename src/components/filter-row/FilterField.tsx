import { type ReactNode, useRef } from 'react'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { FilterCellProps } from './FilterCell.js'

/** Props of {@link FilterField}. */
export interface FilterFieldProps extends Pick<FilterCellProps, 'title' | 'classes'> {
  /** Whether the filter narrows the list. */
  readonly isActive: boolean
  /** Takes the filter away. */
  readonly onClear: () => void
  /** The control, and what applies it where that is not in a panel of its own. */
  readonly children: ReactNode
}

/** The frame around a filter's control, with the button that takes the filter away. Source: W3. */
export function FilterField(props: FilterFieldProps): ReactNode {
  const { title, classes, isActive, onClear, children } = props
  const { labels } = useExportJobsUi()
  const frame = useRef<HTMLDivElement>(null)
  const clear = () => {
    onClear()
    // the button goes, and the focus with it if it had no place to go to
    frame.current?.querySelector<HTMLElement>('input, button')?.focus()
  }
  return (
    <div ref={frame} className={classes.filterField} data-active={isActive ? '' : undefined}>
      {children}
      {isActive && (
        <Button
          className={classes.filterAction}
          variant="icon"
          aria-label={labels.filterRow.clear({ column: title })}
          title={labels.filterRow.clear({ column: title })}
          onClick={clear}
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}
