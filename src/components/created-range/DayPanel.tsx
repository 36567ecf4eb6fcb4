import { type FormEvent, type ReactNode, useState } from 'react'
import { isCalendarDate } from '../../internal/calendar-date.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { CalendarPlace } from './CalendarPlace.js'
import type { CreatedRangePanelProps } from './CreatedRangePanel.js'
import { PanelFoot } from './PanelFoot.js'

/**
 * One day of creation: a field to type in and a calendar. Nothing is asked of the backend before Apply.
 * Source: W3.
 */
export function DayPanel(props: CreatedRangePanelProps): ReactNode {
  const { range, today, direction, onApply } = props
  const { labels } = useExportJobsUi()
  const [day, setDay] = useState(range.createdFrom === range.createdTo ? range.createdFrom : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onApply({ createdFrom: day, createdTo: day })
  }
  return (
    <form className="ej-range-calendar" onSubmit={submit} noValidate>
      <label className="ej-range-field">
        {labels.filterRow.day}
        <input
          type="date"
          value={day ?? ''}
          min="0001-01-01"
          max="9999-12-31"
          onChange={({ currentTarget: { value } }) => setDay(isCalendarDate(value) ? value : null)}
        />
      </label>
      <CalendarPlace
        range={{ createdFrom: day, createdTo: day }}
        onChange={({ createdFrom }) => setDay(createdFrom)}
        today={today}
        direction={direction}
        isSingle
      />
      <PanelFoot onApply={onApply} />
    </form>
  )
}
