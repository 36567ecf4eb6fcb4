import { type ReactNode, useState } from 'react'
import { calendarDay } from '../../internal/zoned-time.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { serverNow } from '../../queries/server-clock.js'
import { Icon } from '../parts/icons.js'
import { Popover } from '../parts/Popover.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { CreatedRangePanel } from './CreatedRangePanel.js'
import { type CreatedRange, createdRangeWords } from './created-range-words.js'

/** Props of {@link CreatedFilter}. */
export interface CreatedFilterProps {
  /** The range in force. */
  readonly range: CreatedRange
  /** Takes a range over. */
  readonly onChange: (range: CreatedRange) => void
  /** The button's class. */
  readonly className: string
}

interface Moment {
  readonly today: string
  readonly direction: 'ltr' | 'rtl'
}

/** The created range: a button that shows it, and a panel to choose it in. Source: M5. */
export function CreatedFilter({ range, onChange, className }: CreatedFilterProps): ReactNode {
  const { client, queryClient } = useExportJobsContext('CreatedFilter')
  const ui = useExportJobsUi()
  const { labels, timeZone } = ui
  const [moment, setMoment] = useState<Moment | null>(null)
  const words = createdRangeWords(range, ui)
  const { created } = labels.toolbar
  const onOpen = (trigger: HTMLElement) =>
    setMoment({
      today: calendarDay(serverNow(queryClient, client.key), timeZone),
      direction: getComputedStyle(trigger).direction === 'rtl' ? 'rtl' : 'ltr',
    })
  return (
    <Popover
      trigger={
        <>
          <Icon name="calendar" />
          {words === null ? created : labels.toolbar.filterChip({ name: created, value: words })}
          <Icon name="down" />
        </>
      }
      triggerClassName={`ej-button ${className}`}
      isActive={words !== null}
      label={created}
      onOpen={onOpen}
    >
      {(close) =>
        moment !== null && (
          <CreatedRangePanel
            {...moment}
            range={range}
            onApply={(next) => {
              onChange(next)
              close()
            }}
          />
        )
      }
    </Popover>
  )
}
