import { memo } from '../internal/memo.js'

/** Turns values into text. Every function takes what the backend may send and never throws. */
export interface ExportFormatters {
  /** An instant (ISO 8601) as date and time in the page's zone, such as "Nov 23, 2026, 2:04 PM". */
  readonly formatDateTime: (instant: string) => string
  /** An instant (ISO 8601) as the time of day in the page's zone, such as "2:04 PM". */
  readonly formatTime: (instant: string) => string
  /** A calendar date (`YYYY-MM-DD`), the same day whatever the zone, such as "Nov 23, 2026". */
  readonly formatDate: (date: string) => string
  /** Two calendar dates (`YYYY-MM-DD`), such as "Nov 1 – 23, 2026". */
  readonly formatDateRange: (range: { readonly from: string; readonly to: string }) => string
  /** A calendar month, by any of its days (`YYYY-MM-DD`), such as "November 2026". */
  readonly formatMonth: (date: string) => string
  /** A calendar date with its day of the week, such as "Monday, November 23, 2026". */
  readonly formatLongDate: (date: string) => string
  /** The day of the week of a calendar date, as short as a calendar's header, such as "Mon". */
  readonly formatWeekday: (date: string) => string
  /** A number, such as "10,000". */
  readonly formatNumber: (value: number) => string
  /** A share from 0 to 1, such as "42%". Rounded down, so that 100% means done. */
  readonly formatPercent: (share: number) => string
  /** A size in bytes, such as "1.2 MB". */
  readonly formatSize: (bytes: number) => string
  /** A length of time in milliseconds in its largest unit, such as "3 min". */
  readonly formatDuration: (durationMs: number) => string
  /** An instant (ISO 8601) as seen from `now` (epoch milliseconds), such as "3 minutes ago". */
  readonly formatRelative: (instant: string, now: number) => string
  /** Several words as one text, such as "Orders, Invoices" or "Orders、Invoices". */
  readonly formatList: (words: readonly string[]) => string
  /** The name of the page's zone, such as "Central European Time". */
  readonly formatTimeZone: () => string
}

/** The formats a host replaces; the others stay. */
export type FormatterOverrides = Partial<ExportFormatters>

/** What {@link createFormatters} needs. */
export interface FormattersOptions {
  /** BCP 47 language, such as `en` or `pt-BR`. */
  readonly locale: string
  /** IANA zone of instants, such as `Europe/Paris`. */
  readonly timeZone: string
}

/**
 * Makes formatters on `Intl`. Each of its formats is made when it is first used.
 *
 * @throws {RangeError} At the first use, when the language or the zone is written wrongly.
 */
export function createFormatters({ locale, timeZone }: FormattersOptions): ExportFormatters {
  const calendar = once(() => calendarOf(locale))
  const dates = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    once(
      () => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, calendar: calendar() }),
    )
  const numbers = (options?: Intl.NumberFormatOptions) =>
    once(() => new Intl.NumberFormat(locale, options))

  const dateTime = dates({ dateStyle: 'medium', timeStyle: 'short' })
  const time = dates({ timeStyle: 'short' })
  const zoneName = once(() => {
    const format = dates({ timeZoneName: 'longGeneric' })()
    // `Intl` knows no generic name for it, and writes an offset of nothing
    if (UTC_NAMES.test(format.resolvedOptions().timeZone)) return 'UTC'
    // the generic name is the same in summer and winter, so any instant of late will do
    const parts = format.formatToParts(RECENT)
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  })
  const day = dates({ dateStyle: 'medium' }, 'UTC')
  const month = dates({ year: 'numeric', month: 'long' }, 'UTC')
  const longDay = dates({ dateStyle: 'full' }, 'UTC')
  const weekday = dates({ weekday: 'short' }, 'UTC')
  const number = numbers()
  const percent = numbers({ style: 'percent', maximumFractionDigits: 0 })
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }))
  const measure = memo((unit: string) =>
    numbers({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })(),
  )

  const formatInstant = (format: () => Intl.DateTimeFormat) =>
    memo((instant: string) => {
      const at = Date.parse(instant)
      return Number.isNaN(at) ? instant : plainSpaces(format().format(at))
    })
  const formatDay = (format: () => Intl.DateTimeFormat) => (date: string) => {
    const at = dayOf(date)
    return Number.isNaN(at) ? date : plainSpaces(format().format(at))
  }
  const days = memo((range) => {
    const [from = '', to = ''] = range.split('/')
    return plainSpaces(day().formatRange(dayOf(from), dayOf(to)))
  })

  return {
    formatDateTime: formatInstant(dateTime),
    formatTime: formatInstant(time),
    formatDate: formatDay(day),
    formatMonth: formatDay(month),
    formatLongDate: formatDay(longDay),
    formatWeekday: formatDay(weekday),
    formatDateRange: ({ from, to }) =>
      dayOf(from) <= dayOf(to) ? days(`${from}/${to}`) : `${from} – ${to}`,
    formatNumber: (value) => number().format(value),
    formatPercent: (share) => percent().format(Math.floor(share * 100 + 1e-9) / 100),
    formatSize(bytes) {
      const { value, unit } = inLargestUnit(bytes, SIZES)
      return measure(unit).format(value)
    },
    formatDuration(durationMs) {
      const { value, unit } = inLargestUnit(durationMs / 1000, DURATIONS)
      return measure(unit).format(Math.floor(value))
    },
    formatRelative(instant, now) {
      const seconds = (Date.parse(instant) - now) / 1000
      if (Number.isNaN(seconds)) return instant
      const { value, unit } = inLargestUnit(Math.abs(seconds), DURATIONS)
      return relative().format(Math.sign(seconds) * Math.floor(value), unit)
    },
    formatList: (words) => list().format(words),
    formatTimeZone: zoneName,
  }
}

/** Calendars that count years of their own, in the months and days of the Gregorian one. */
const GREGORIAN_MONTHS = /^(gregory|buddhist|japanese|roc)$/

/**
 * The language's own calendar, where its months are those of the calendar that days are chosen from
 * and of the browser's date fields; else the Gregorian one, so that a day is called the same everywhere.
 */
function calendarOf(locale: string): string {
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
  return GREGORIAN_MONTHS.test(calendar) ? calendar : 'gregory'
}

const RECENT = Date.UTC(2026, 6, 1)
const UTC_NAMES = /^(etc\/)?(utc|uct|gmt|universal|zulu)$/i

const SIZES = [
  ['byte', 1],
  ['kilobyte', 1000],
  ['megabyte', 1000],
  ['gigabyte', 1000],
  ['terabyte', 1000],
] as const

const DURATIONS = [
  ['second', 1],
  ['minute', 60],
  ['hour', 60],
  ['day', 24],
] as const

/** Walks up the units for as long as the value fills the next one. */
function inLargestUnit<Unit extends string>(
  value: number,
  units: readonly (readonly [Unit, number])[],
): { value: number; unit: Unit } {
  const [[smallest], ...larger] = units as readonly [readonly [Unit, number], ...typeof units]
  let best = { value, unit: smallest }
  for (const [unit, factor] of larger) {
    if (best.value < factor) break
    best = { value: best.value / factor, unit }
  }
  return best
}

/** The day as an instant in UTC; `NaN` when it is none. */
function dayOf(date: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
}

/**
 * Versions of `Intl` differ in the kinds of narrow space in dates, and a server's often from a
 * browser's: the markup would not hydrate, nor a search find the words.
 */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, ' ')
}

/** `Intl` objects are slow to make and quick to use. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
