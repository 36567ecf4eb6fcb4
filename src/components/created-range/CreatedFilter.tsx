import type { ReactNode } from 'react'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { Icon } from '../parts/icons.js'
import { createLazyModule } from '../parts/lazy-module.js'
import { Popover } from '../parts/Popover.js'
import { LazyPart } from '../request-form/LazyPart.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { CreatedRangePanel, type CreatedRangePanelProps } from './CreatedRangePanel.js'
import { type CreatedRange, createdRangeWords } from './created-range-words.js'
import { useOpeningMoment } from './useOpeningMoment.js'

/** Props of {@link CreatedFilter}. */
export interface CreatedFilterProps {
  /** The range in force. */
  readonly range: CreatedRange
  /** Takes a range over. */
  readonly onChange: (range: CreatedRange) => void
  /** The button's class. */
  readonly className: string
}

const useDayPanel = /* @__PURE__ */ createLazyModule(() => import('./DayPanel.js'))

/** Few backends filter by a single day. */
function LazyDayPanel(props: CreatedRangePanelProps): ReactNode {
  return <LazyPart module={useDayPanel()}>{({ DayPanel }) => <DayPanel {...props} />}</LazyPart>
}

/** The created range: a button that shows it, and a panel to choose it in. Source: M5. */
export function CreatedFilter({ range, onChange, className }: CreatedFilterProps): ReactNode {
  const { client } = useExportJobsContext('CreatedFilter')
  const ui = useExportJobsUi()
  const { labels } = ui
  const { moment, onOpen } = useOpeningMoment()
  const words = createdRangeWords(range, ui)
  const { created } = labels.toolbar
  const Panel = client.capabilities.createdFilter === 'day' ? LazyDayPanel : CreatedRangePanel
  return (
    <Popover
      trigger={
        <>
          <Icon name="calendar" />
          {words === null ? created : labels.toolbar.filterChip({ name: created, value: words })}
          <Icon name="down" />
        </>
      }
      triggerClassName={className}
      isActive={words !== null}
      label={created}
      onOpen={onOpen}
    >
      {(close) =>
        moment !== null && (
          <Panel
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
