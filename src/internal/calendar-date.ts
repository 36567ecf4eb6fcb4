const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Tells whether a text is a day that exists, written `YYYY-MM-DD`, in the years 0001 to 9999.
 *
 * It counts days itself: a `Date` would accept 30 February and has a zone, which shifts days.
 */
export function isCalendarDate(text: string): boolean {
  const match = SHAPE.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * Orders two calendar dates (`YYYY-MM-DD`).
 *
 * @returns Below 0 when `a` is the earlier day, 0 for the same day, above 0 when `a` is the later.
 */
export function compareCalendarDates(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function daysInMonth(year: number, month: number): number {
  const leapDay = month === 2 && isLeapYear(year) ? 1 : 0
  return (DAYS_IN_MONTH[month - 1] ?? 0) + leapDay
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
