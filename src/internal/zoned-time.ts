import { getOrCreate } from './get-or-create.js'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const create = () =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  return getOrCreate(formatters, timeZone, create)
}

/** Tells whether a text names a time zone that this machine knows. */
export function isTimeZone(text: string): boolean {
  try {
    formatterOf(text)
    return true
  } catch {
    return false
  }
}

/**
 * Reads the wall clock of a zone.
 *
 * @param instant - Epoch milliseconds.
 * @returns The clock's reading as if it stood in UTC, in epoch milliseconds.
 */
export function wallTime(instant: number, timeZone: string): number {
  if (timeZone === 'UTC') return instant
  const read: Record<string, number> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) {
    read[type] = Number(value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read
  const milliseconds = ((instant % 1000) + 1000) % 1000
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds)
}

/**
 * Finds the instant at which a zone's wall clock reads a time: the first of two where clocks go
 * back, and just after the gap where they go forward.
 *
 * @param wall - The reading as if it stood in UTC, in epoch milliseconds.
 * @returns Epoch milliseconds.
 */
export function instantOfWallTime(wall: number, timeZone: string): number {
  if (timeZone === 'UTC') return wall
  const day = 86_400_000
  const before = wall - (wallTime(wall - day, timeZone) - (wall - day))
  if (wallTime(before, timeZone) === wall) return before
  const after = wall - (wallTime(wall + day, timeZone) - (wall + day))
  return wallTime(after, timeZone) === wall ? after : before
}

/**
 * Finds the first instant of a calendar day.
 *
 * @param date - `YYYY-MM-DD`.
 * @param dayOffset - Days to add before looking, such as 1 for the end of the day.
 * @returns Epoch milliseconds.
 */
export function startOfDay(date: string, timeZone: string, dayOffset = 0): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOfWallTime(Date.UTC(year, month - 1, day + dayOffset), timeZone)
}

/** Names the calendar day (`YYYY-MM-DD`) of an instant (epoch milliseconds) in a zone. */
export function calendarDay(instant: number, timeZone: string): string {
  return new Date(wallTime(instant, timeZone)).toISOString().slice(0, 10)
}
