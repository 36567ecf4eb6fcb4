import type { JobDateRange } from './job.js'

/**
 * Ready periods that move with the calendar. Those of the present (`last7Days`, `thisMonth` ...) end
 * today, which they include.
 */
export const DATE_PRESETS = [
  'today',
  'yesterday',
  'last7Days',
  'last30Days',
  'last90Days',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const

/** One member of {@link DATE_PRESETS}. */
export type DatePreset = (typeof DATE_PRESETS)[number]

/**
 * Works out the days of a ready period.
 *
 * @param today - Today's calendar date (`YYYY-MM-DD`) in the zone of the person or the report.
 * @returns Its first and last day, both inclusive.
 */
export function resolveDatePreset(preset: DatePreset, today: string): JobDateRange {
  const [year = 1, month = 1] = today.split('-').map(Number)
  const quarter = month - ((month - 1) % 3)
  switch (preset) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: daysBefore(today, 1), to: daysBefore(today, 1) }
    case 'last7Days':
      return { from: daysBefore(today, 6), to: today }
    case 'last30Days':
      return { from: daysBefore(today, 29), to: today }
    case 'last90Days':
      return { from: daysBefore(today, 89), to: today }
    case 'thisMonth':
      return { from: firstDay(year, month), to: today }
    case 'lastMonth':
      return months(year, month - 1, 1)
    case 'thisQuarter':
      return { from: firstDay(year, quarter), to: today }
    case 'lastQuarter':
      return months(year, quarter - 3, 3)
    case 'thisYear':
      return { from: firstDay(year, 1), to: today }
    case 'lastYear':
      return months(year - 1, 1, 12)
  }
}

/**
 * Counts the days of a period, both ends included.
 *
 * @param from - `YYYY-MM-DD`.
 * @param to - `YYYY-MM-DD`.
 */
export function daysInRange(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS) + 1
}

const DAY_MS = 86_400_000

/** In UTC, where every day has 24 hours. */
function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function daysBefore(date: string, days: number): string {
  return new Date(midnight(date) - days * DAY_MS).toISOString().slice(0, 10)
}

function months(year: number, month: number, count: number): JobDateRange {
  return { from: firstDay(year, month), to: daysBefore(firstDay(year, month + count), 1) }
}

/** Months below 1 and above 12 belong to the years around. */
function firstDay(year: number, month: number): string {
  const index = year * 12 + month - 1
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}-01`
}
