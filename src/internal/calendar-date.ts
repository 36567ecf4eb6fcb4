const SHAPE = /^\d{4}-\d\d-\d\d$/

/** Tells whether a text is a day that exists, written `YYYY-MM-DD`, in the years 0001 to 9999. */
export function isCalendarDate(text: string): boolean {
  return SHAPE.test(text) && text >= '0001' && !Number.isNaN(utcMidnight(text))
}

/**
 * Finds the midnight in UTC with which a day begins.
 *
 * @param date - `YYYY-MM-DD` in digits.
 * @returns Epoch milliseconds; not a number for a day that does not exist.
 */
export function utcMidnight(date: string): number {
  const midnight = new Date(`${date}T00:00:00.000Z`)
  // engines refuse 30 February, or let it roll over into the next month
  return midnight.getUTCDate() === Number(date.slice(8)) ? midnight.getTime() : Number.NaN
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
