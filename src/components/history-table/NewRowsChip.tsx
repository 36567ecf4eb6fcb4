import type { MouseEvent, ReactNode } from 'react'
import { Button } from '../parts/Button.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** Props of {@link NewRowsChip}. */
export interface NewRowsChipProps {
  /** How many rows wait; with none there is no chip. */
  readonly count: number
  /** Shows them. */
  readonly onPress: () => void
  /** The class of the slot. */
  readonly className: string
}

/** Says that rows wait behind those on screen. It floats, so that no row moves when it comes. */
export function NewRowsChip({ count, onPress, className }: NewRowsChipProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  if (count === 0) return null
  const press = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    onPress()
    currentTarget.parentElement?.querySelector('thead')?.scrollIntoView?.({ block: 'nearest' })
  }
  return (
    <Button className={className} onClick={press}>
      {labels.table.newRows({ count, countText: formatters.formatNumber(count) })}
    </Button>
  )
}
