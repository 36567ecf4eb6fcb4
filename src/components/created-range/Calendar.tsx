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
  /** Whether one day is chosen instead of a range; it is then both the first and the last. */
  readonly isSingle?: boolean
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

/** A single day looks like a range that ends where it begins. */
const SINGLE_CLASSES = {
  ...CLASSES,
  selected: `${CLASSES.selected} ${CLASSES.range_start} ${CLASSES.range_end}`,
}

/** A month to choose days from. A module of its own, fetched when it first opens. */
export function Calendar(props: CalendarProps): ReactNode {
  const { range, onChange, today, direction, isSingle = false } = props
  const { labels, formatters, locale } = useExportJobsUi()
  const { createdFrom, createdTo } = range
  const day = (date: Date) => formatters.formatNumber(date.getDate())
  const dateOf = (value: string | null) => (value === null ? undefined : toLocalDate(value))
  const dayOf = (date: Date | undefined) => (date === undefined ? null : fromLocalDate(date))
  const [first, last] = [dateOf(createdFrom), dateOf(createdTo)]
  const selection = isSingle
    ? ({
        mode: 'single',
        selected: first,
        onSelect: (next?: Date) => onChange({ createdFrom: dayOf(next), createdTo: dayOf(next) }),
      } as const)
    : ({
        mode: 'range',
        selected: first && { from: first, to: last },
        onSelect: (next?: { readonly from?: Date; readonly to?: Date }) =>
          onChange({ createdFrom: dayOf(next?.from), createdTo: dayOf(next?.to) }),
      } as const)
  return (
    <DayPicker
      {...selection}
      defaultMonth={toLocalDate(createdTo ?? createdFrom ?? today)}
      today={toLocalDate(today)}
      weekStartsOn={weekStart(locale)}
      dir={direction}
      showOutsideDays
      fixedWeeks
      classNames={isSingle ? SINGLE_CLASSES : CLASSES}
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
