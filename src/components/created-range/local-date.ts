/**
 * The calendar's own kind of day: local midnight. `toISOString` would shift it by the zone.
 *
 * @param date - `YYYY-MM-DD`.
 */
export function toLocalDate(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const local = new Date(2000, month - 1, day)
  // years below 100 would be read as 19xx
  local.setFullYear(year, month - 1, day)
  return local
}

/** The day (`YYYY-MM-DD`) that a local midnight stands for. */
export function fromLocalDate(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
