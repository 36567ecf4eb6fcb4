import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWireInstant } from '../../src/internal/wire-instant.js'
import {
  calendarDay,
  instantOfWallTime,
  isTimeZone,
  startOfDay,
} from '../../src/internal/zoned-time.js'

const numRuns = Number(process.env.FUZZ_RUNS ?? 300)
const timeout = 5000 + numRuns * 20
const utc = { timeZone: 'UTC', epochUnitMs: null }

describe('an instant on the wire', { timeout }, () => {
  it.each([
    ['2026-11-23T14:04:08Z', '2026-11-23T14:04:08.000Z'],
    ['2026-11-23t14:04:08z', '2026-11-23T14:04:08.000Z'],
    ['2026-11-23T14:04:08+00', '2026-11-23T14:04:08.000Z'],
    ['2026-11-23T14:04:08+0000', '2026-11-23T14:04:08.000Z'],
    ['2026-11-23T14:04:08+00:00', '2026-11-23T14:04:08.000Z'],
    ['2026-11-23 14:04:08.1+00', '2026-11-23T14:04:08.100Z'],
    ['2026-11-23 14:04:08 +0530', '2026-11-23T08:34:08.000Z'],
    ['2026-11-23T14:04:08-05:00', '2026-11-23T19:04:08.000Z'],
    ['2026-11-23T14:04:08.123456789Z', '2026-11-23T14:04:08.123Z'],
    ['2026-11-23T14:04:08,5Z', '2026-11-23T14:04:08.500Z'],
    ['2026-11-23T14:04Z', '2026-11-23T14:04:00.000Z'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(readWireInstant(text, utc)).toBe(instant)
  })

  it.each([
    '',
    'now',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T10:60:00Z',
    '2026-11-23T10:00:61Z',
    '2026-11-23T10Z',
    '2026-11-23T10:00:00+25:00',
    '2026-11-23T10:00:00 Europe/Rome',
    'Mon, 23 Nov 2026 14:04:08 GMT',
    '20261123T140408Z',
    1795442648,
    null,
    undefined,
    {},
  ])('%j is none', (value) => {
    expect(readWireInstant(value, utc)).toBeNull()
  })

  it.each([
    [1795442648, 1000],
    [1795442648000, 1],
  ])('%d counts in units of %d ms where the host says so', (value, epochUnitMs) => {
    expect(readWireInstant(value, { ...utc, epochUnitMs })).toBe('2026-11-23T14:04:08.000Z')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e18, -1e18])(
    '%d is none as a number either',
    (value) => {
      expect(readWireInstant(value, { ...utc, epochUnitMs: 1 })).toBeNull()
    },
  )

  it.each([
    ['2026-11-23T14:04:08', 'Europe/Rome', '2026-11-23T13:04:08.000Z'],
    ['2026-07-23 14:04:08', 'Europe/Rome', '2026-07-23T12:04:08.000Z'],
    ['2026-11-23T14:04:08', 'Asia/Kolkata', '2026-11-23T08:34:08.000Z'],
    // clocks go back: the first of the two
    ['2026-10-25T02:30:00', 'Europe/Rome', '2026-10-25T00:30:00.000Z'],
    // clocks go forward: just after the gap
    ['2026-03-29T02:30:00', 'Europe/Rome', '2026-03-29T01:30:00.000Z'],
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-02-30T10:00:00', 'Europe/Rome', null],
  ])('without a zone, %s is read in %s as %s', (text, timeZone, instant) => {
    expect(readWireInstant(text, { timeZone, epochUnitMs: null })).toBe(instant)
  })

  it('never throws, and answers what Date understands alike everywhere', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.date().map(String)), (value) => {
        const instant = readWireInstant(value, utc)
        expect(instant === null || new Date(instant).toISOString() === instant).toBe(true)
      }),
      { numRuns },
    )
  })

  it('survives the trip through its own spelling', () => {
    const years = { min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(readWireInstant(date.toISOString(), utc)).toBe(date.toISOString())
      }),
      { numRuns },
    )
  })
})

describe('a day in a zone', { timeout }, () => {
  it.each([
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23', 'Pacific/Kiritimati', '2026-11-22T10:00:00.000Z'],
    ['2026-11-23', 'Pacific/Pago_Pago', '2026-11-23T11:00:00.000Z'],
    // midnight does not exist there on that day
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s begins in %s at %s', (date, timeZone, instant) => {
    expect(new Date(startOfDay(date, timeZone)).toISOString()).toBe(instant)
  })

  it('begins with its own first instant, in any zone', () => {
    const zones = ['UTC', 'Europe/Rome', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Beirut']
    const days = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2037-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (date, timeZone) => {
        const day = date.toISOString().slice(0, 10)
        const start = startOfDay(day, timeZone)
        expect(calendarDay(start, timeZone)).toBe(day)
        expect(calendarDay(start - 1, timeZone) < day).toBe(true)
        expect(startOfDay(day, timeZone, 1)).toBeGreaterThan(start)
        expect(instantOfWallTime(Date.parse(`${day}T12:00:00Z`), timeZone)).toBeGreaterThan(start)
      }),
      { numRuns },
    )
  })

  it('is known only of zones that exist', () => {
    expect([isTimeZone('Europe/Rome'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([
      true,
      false,
      false,
    ])
    expect(() => calendarDay(0, 'Europe/Atlantis')).toThrow(RangeError)
  })
})
