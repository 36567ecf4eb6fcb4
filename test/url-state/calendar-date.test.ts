import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compareCalendarDates, isCalendarDate } from '../../src/internal/calendar-date.js'
import { anyDay, anyText, FUZZ, FUZZ_TIMEOUT_MS } from './support.js'

vi.setConfig({ testTimeout: FUZZ_TIMEOUT_MS })

describe('isCalendarDate', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-01-31'])(
    'takes %s',
    (text) => {
      expect(isCalendarDate(text)).toBe(true)
    },
  )

  it.each([
    '',
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-10',
    '2026-04-31',
    '2026-11-00',
    '0000-01-01',
    '2026-1-2',
    '20261123',
    ' 2026-11-23',
    '2026-11-23\n',
    '2026-11-23T00:00:00Z',
    '+002026-11-23',
    '٢٠٢٦-١١-٢٣',
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  it('agrees with the calendar of the platform on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => isCalendarDate(day)),
      FUZZ,
    )
  })

  it('agrees with the calendar of the platform on days that may not exist', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part(14), part(33), (year, month, day) => {
        const text = `${year}-${month}-${day}`
        const date = new Date(`${text}T00:00:00Z`)
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
        expect(isCalendarDate(text)).toBe(exists)
      }),
      FUZZ,
    )
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(anyText, (text) => typeof isCalendarDate(text) === 'boolean'),
      FUZZ,
    )
  })
})

describe('compareCalendarDates', () => {
  it('orders days as time goes', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const expected = Math.sign(Date.parse(a) - Date.parse(b))
        expect(Math.sign(compareCalendarDates(a, b))).toBe(expected)
      }),
      FUZZ,
    )
  })
})
