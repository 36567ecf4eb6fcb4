import { type FormEvent, type ReactNode, useState } from 'react'
import { isCalendarDate } from '../../internal/calendar-date.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { CreatedRangePanelProps } from './CreatedRangePanel.js'
import { useCalendarModule } from './useCalendarModule.js'

/**
 * One day of creation: a field to type in and a calendar. Nothing is asked of the backend before Apply.
 * Source: W3.
 */
export function DayPanel(props: CreatedRangePanelProps): ReactNode {
  const { range, today, direction, onApply } = props
  const { labels, formatters } = useExportJobsUi()
  const { calendar } = labels
  const [day, setDay] = useState(range.createdFrom === range.createdTo ? range.createdFrom : null)
  const module = useCalendarModule()
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
      {module.status === 'ready' ? (
        <module.Calendar
          range={{ createdFrom: day, createdTo: day }}
          onChange={({ createdFrom }) => setDay(createdFrom)}
          today={today}
          direction={direction}
          isSingle
        />
      ) : (
        <p className="ej-calendar" role="status" data-status={module.status}>
          {module.status === 'failed' ? calendar.unavailable : calendar.loading}
        </p>
      )}
      <p className="ej-range-zone">{calendar.timeZone({ zone: formatters.formatTimeZone() })}</p>
      <div className="ej-range-actions">
        <button
          type="button"
          className="ej-button"
          data-variant="quiet"
          onClick={() => onApply({ createdFrom: null, createdTo: null })}
        >
          {labels.toolbar.clear}
        </button>
        <button type="submit" className="ej-button" data-variant="primary">
          {calendar.apply}
        </button>
      </div>
    </form>
  )
}
