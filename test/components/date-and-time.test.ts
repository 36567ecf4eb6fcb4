import { describe, expect, it } from 'vitest'
import { dateAndTime } from '../../src/components/history-table/date-and-time.js'
import { createFormatters } from '../../src/labels/formatters.js'

const INSTANT = '2026-11-21T23:36:00Z'

describe('the date and the time of an instant', () => {
  it.each(['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ar', 'vi', 'ko', 'he'])(
    'stand on lines of their own in %s, without the comma between them, and nothing is lost',
    (locale) => {
      const { formatDateTime, formatTime } = createFormatters({ locale, timeZone: 'UTC' })
      const lines = dateAndTime(formatDateTime(INSTANT), formatTime(INSTANT))
      const { first = '', between = '', second = '' } = lines ?? {}
      expect(first + between + second).toBe(formatDateTime(INSTANT))
      expect([first, second]).toContain(formatTime(INSTANT))
      expect(between).toMatch(/^[,،、]?\s+$/)
    },
  )

  it('are told apart where the time comes first', () => {
    expect(dateAndTime('23:36, 21 Nov', '23:36')).toEqual({
      first: '23:36',
      between: ', ',
      second: '21 Nov',
    })
  })

  it.each([
    ["the host's format has another time", 'Saturday at 23:36:00', '23:36'],
    ['there is no time', '21 Nov 2026', ''],
    ['there is nothing but the time', '23:36', '23:36'],
    ['what was given is no instant', 'yesterday', 'yesterday'],
    ['nothing stands before the time but a comma', ', 23:36', '23:36'],
    ['nothing stands after the time but a comma', '23:36, ', '23:36'],
  ])('stay as they are where %s', (_, dateTime, time) => {
    expect(dateAndTime(dateTime, time)).toBeNull()
  })
})
