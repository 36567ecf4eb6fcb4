import type { CalendarLabels } from '../../labels/labels.js'

/** A ready range of days, both inclusive. */
export interface RangePreset {
  /** Its word in `labels.calendar`. */
  readonly label: keyof CalendarLabels & ('today' | 'last7Days' | 'last30Days' | 'thisMonth')
  /** Its first day (`YYYY-MM-DD`), given today's. */
  readonly from: (today: string) => string
}

/** The ready ranges; each ends today. */
export const RANGE_PRESETS: readonly RangePreset[] = [
  { label: 'today', from: (today) => today },
  { label: 'last7Days', from: (today) => daysBefore(today, 6) },
  { label: 'last30Days', from: (today) => daysBefore(today, 29) },
  { label: 'thisMonth', from: (today) => `${today.slice(0, 8)}01` },
]

/** The calendar date some days before another; counted in UTC, where every day has 24 hours. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
