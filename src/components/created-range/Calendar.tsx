import type { ReactNode } from 'react'
import { DayPicker } from 'react-day-picker'
import { Icon } from '../parts/icons.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { CreatedRange } from './created-range-words.js'
import { fromLocalDate, toLocalDate } from './local-date.js'
import { weekStart } from './week-start.js'

/** Props of {@link Calendar}. */
export interface CalendarProps {
  /** The chosen days. */
  readonly range: CreatedRange
  /** Chooses anew. */
  readonly onChange: (range: CreatedRange) => void
  /** Today (`YYYY-MM-DD`) in the page's zone. */
  readonly today: string
  /** The way the lines run. */
  readonly direction: 'ltr' | 'rtl'
}

const CLASSES = {
  root: 'ej-calendar',
  months: 'ej-calendar-months',
  month: 'ej-calendar-month',
  month_caption: 'ej-calendar-caption',
  nav: 'ej-calendar-nav',
  button_previous: 'ej-button ej-calendar-step',
  button_next: 'ej-button ej-calendar-step',
  month_grid: 'ej-calendar-grid',
  weekday: 'ej-calendar-weekday',
  day: 'ej-calendar-day',
  day_button: 'ej-calendar-day-button',
  today: 'ej-calendar-today',
  outside: 'ej-calendar-outside',
  selected: 'ej-calendar-selected',
  range_start: 'ej-calendar-range-start',
  range_middle: 'ej-calendar-range-middle',
  range_end: 'ej-calendar-range-end',
}

/** A month to choose days from. A module of its own, fetched when it first opens. */
export function Calendar({ range, onChange, today, direction }: CalendarProps): ReactNode {
  const { labels, formatters, locale } = useExportJobsUi()
  const { createdFrom, createdTo } = range
  const day = (date: Date) => formatters.formatNumber(date.getDate())
  const selected =
    createdFrom === null
      ? undefined
      : {
          from: toLocalDate(createdFrom),
          to: createdTo === null ? undefined : toLocalDate(createdTo),
        }
  return (
    <DayPicker
      mode="range"
      selected={selected}
      onSelect={(next) =>
        onChange({
          createdFrom: next?.from === undefined ? null : fromLocalDate(next.from),
          createdTo: next?.to === undefined ? null : fromLocalDate(next.to),
        })
      }
      defaultMonth={toLocalDate(createdTo ?? createdFrom ?? today)}
      today={toLocalDate(today)}
      weekStartsOn={weekStart(locale)}
      dir={direction}
      showOutsideDays
      fixedWeeks
      classNames={CLASSES}
      components={{
        Chevron: ({ orientation }) => <Icon name={orientation === 'right' ? 'next' : 'previous'} />,
      }}
      formatters={{
        formatCaption: (month) => formatters.formatMonth(fromLocalDate(month)),
        formatWeekdayName: (weekday) => formatters.formatWeekday(fromLocalDate(weekday)),
        formatDay: day,
      }}
      labels={{
        labelNav: () => labels.calendar.months,
        labelPrevious: () => labels.calendar.previousMonth,
        labelNext: () => labels.calendar.nextMonth,
        labelGrid: (month) => formatters.formatMonth(fromLocalDate(month)),
        labelWeekday: (weekday) => formatters.formatWeekday(fromLocalDate(weekday)),
        labelGridcell: (date) => formatters.formatLongDate(fromLocalDate(date)),
        labelDayButton: (date, { today: isToday = false, selected: isChosen = false }) =>
          labels.calendar.day({
            day: day(date),
            date: formatters.formatLongDate(fromLocalDate(date)),
            isToday,
            isChosen,
          }),
      }}
    />
  )
}
