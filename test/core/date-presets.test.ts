import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DATE_PRESETS,
  type DatePreset,
  daysInRange,
  resolveDatePreset,
} from '../../src/core/date-presets.js'
import { isCalendarDate } from '../../src/internal/calendar-date.js'

describe('a ready period', () => {
  it.each<[preset: DatePreset, today: string, from: string, to: string]>([
    ['today', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['yesterday', '2028-03-01', '2028-02-29', '2028-02-29'],
    ['last7Days', '2026-11-23', '2026-11-17', '2026-11-23'],
    ['last30Days', '2026-11-23', '2026-10-25', '2026-11-23'],
    ['last90Days', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['thisMonth', '2026-11-23', '2026-11-01', '2026-11-23'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2026-01-01', '2025-12-01', '2025-12-31'],
    ['thisQuarter', '2026-11-23', '2026-10-01', '2026-11-23'],
    ['thisQuarter', '2026-01-01', '2026-01-01', '2026-01-01'],
    ['lastQuarter', '2026-11-23', '2026-07-01', '2026-09-30'],
    ['lastQuarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['thisYear', '2026-11-23', '2026-01-01', '2026-11-23'],
    ['lastYear', '2026-11-23', '2025-01-01', '2025-12-31'],
  ])('%s on %s goes from %s to %s', (preset, today, from, to) => {
    expect(resolveDatePreset(preset, today)).toEqual({ from, to })
  })

  it('is always of days that exist, in their order, and not of the future', () => {
    const day = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, fc.constantFrom(...DATE_PRESETS), (date, preset) => {
        const today = date.toISOString().slice(0, 10)
        const { from, to } = resolveDatePreset(preset, today)
        expect([from, to].every((one) => one !== null && isCalendarDate(one))).toBe(true)
        expect(String(from) <= String(to) && String(to) <= today).toBe(true)
      }),
    )
  })
})

describe('the length of a period', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 1],
    ['2026-10-01', '2026-10-31', 31],
    // the clocks go back in this one, and forward in the next
    ['2026-10-24', '2026-10-26', 3],
    ['2026-03-28', '2026-03-30', 3],
    ['2026-11-23', '2026-11-22', 0],
  ])('from %s to %s is %i days', (from, to, days) => {
    expect(daysInRange(from, to)).toBe(days)
  })
})
