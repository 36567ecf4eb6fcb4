import { describe, expect, it } from 'vitest'
import { createFormatters } from '../../src/labels/formatters.js'

const en = createFormatters({ locale: 'en', timeZone: 'UTC' })
const losAngeles = createFormatters({ locale: 'en', timeZone: 'America/Los_Angeles' })
const de = createFormatters({ locale: 'de', timeZone: 'Europe/Berlin' })
const formatsOf = (locale: string) => createFormatters({ locale, timeZone: 'UTC' })
const NOW = Date.parse('2026-11-23T12:00:00Z')

describe('formatters', () => {
  it.each([
    ['an instant', en.formatDateTime('2026-11-23T14:04:08Z'), 'Nov 23, 2026, 2:04 PM'],
    [
      'it in another zone',
      losAngeles.formatDateTime('2026-11-23T04:04:08Z'),
      'Nov 22, 2026, 8:04 PM',
    ],
    ['it in another language', de.formatDateTime('2026-11-23T14:04:08Z'), '23.11.2026, 15:04'],
    ['its time', de.formatTime('2026-11-23T14:04:08Z'), '15:04'],
    ['a day', losAngeles.formatDate('2026-11-23'), 'Nov 23, 2026'],
    ['its month', losAngeles.formatMonth('2026-11-01'), 'November 2026'],
    ['its name', losAngeles.formatLongDate('2026-11-23'), 'Monday, November 23, 2026'],
    ['its weekday', losAngeles.formatWeekday('2026-11-23'), 'Mon'],
    [
      'days of one month',
      losAngeles.formatDateRange({ from: '2026-11-01', to: '2026-11-23' }),
      'Nov 1 – 23, 2026',
    ],
    ['one day', en.formatDateRange({ from: '2026-11-01', to: '2026-11-01' }), 'Nov 1, 2026'],
    [
      'days of two years',
      en.formatDateRange({ from: '2025-12-30', to: '2026-01-02' }),
      'Dec 30, 2025 – Jan 2, 2026',
    ],
    ['a number', de.formatNumber(1_234_567), '1.234.567'],
    ['a share', en.formatPercent(0.4299), '42%'],
    ['a share just below all', en.formatPercent(0.9999), '99%'],
    ['a share that is a hundredth', en.formatPercent(0.29), '29%'],
    ['all', en.formatPercent(1), '100%'],
    ['some bytes', en.formatSize(512), '512 byte'],
    ['many bytes', en.formatSize(1_234_567), '1.2 MB'],
    ['more bytes than there are units', en.formatSize(5e15), '5,000 TB'],
    ['seconds', en.formatDuration(42_900), '42 sec'],
    ['hours', en.formatDuration(7_300_000), '2 hr'],
    ['some minutes ago', en.formatRelative('2026-11-23T11:56:30Z', NOW), '3 minutes ago'],
    ['a day to come', en.formatRelative('2026-11-24T13:00:00Z', NOW), 'tomorrow'],
    ['several words', en.formatList(['a', 'b', 'c']), 'a, b, c'],
    ['the zone', de.formatTimeZone(), 'Mitteleuropäische Zeit'],
    ['the zone of none', en.formatTimeZone(), 'UTC'],
    [
      'it by another of its names',
      createFormatters({ locale: 'ar', timeZone: 'Etc/GMT' }).formatTimeZone(),
      'UTC',
    ],
    ['several words in German', de.formatList(['a', 'b', 'c']), 'a, b und c'],
    ['several words in Japanese', formatsOf('ja').formatList(['a', 'b', 'c']), 'a、b、c'],
    ['several words in Chinese', formatsOf('zh-CN').formatList(['a', 'b', 'c']), 'a、b、c'],
    [
      'a day of a land with years of its own',
      formatsOf('th').formatDate('2026-11-23'),
      '23 พ.ย. 2569',
    ],
  ])('write %s', (_, text, expected) => {
    expect(text).toBe(expected)
  })

  it('write the digits of the language', () => {
    const { formatNumber, formatPercent } = formatsOf('ar-EG')
    expect(formatNumber(1234)).toBe('١٬٢٣٤')
    expect(formatPercent(0.42)).toMatch(/^٤٢/)
  })

  it.each(['fa', 'ar-SA-u-ca-islamic-umalqura'])(
    'name the days of %s as the calendar does, whose months are the Gregorian ones',
    (locale) => {
      const formats = formatsOf(`${locale}${locale.includes('-u-') ? '-nu-latn' : '-u-nu-latn'}`)
      expect(formats.formatDate('2026-11-23')).toContain('2026')
      expect(formats.formatMonth('2026-11-23')).toContain('2026')
      expect(formats.formatLongDate('2026-11-23')).toMatch(/23.*2026|2026.*23/)
      expect(formats.formatDateTime('2026-11-23T14:04:08Z')).toContain('2026')
    },
  )

  it.each(['', 'yesterday', '2026-13-45'])('leave %j as it is where it is no time', (junk) => {
    expect(en.formatDateTime(junk)).toBe(junk)
    expect(en.formatDate(junk)).toBe(junk)
    expect(en.formatRelative(junk, NOW)).toBe(junk)
    expect(en.formatDateRange({ from: junk, to: '2026-01-01' })).toBe(`${junk} – 2026-01-01`)
  })
})
