import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DownloadGrant } from '../../src/core/download-grant.js'
import { watchGrantLife } from '../../src/downloads/grant-life.js'

const NOW = Date.parse('2026-11-23T09:00:00.000Z')
const grant = (life: Partial<DownloadGrant>): DownloadGrant => ({
  url: 'https://files.example.test/a.zip',
  filename: null,
  expiresAt: null,
  ...life,
})
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString()

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
})

describe("a download link's life", () => {
  it.each([
    ['says so many seconds', grant({ expiresInSeconds: 100 }), 70_000],
    ['names an instant', grant({ expiresAt: inSeconds(100) }), 70_000],
    ['says neither', grant({}), 30_000],
    [
      'says seconds and names an instant that is long past on this clock',
      grant({ expiresInSeconds: 100, expiresAt: inSeconds(-3_600) }),
      70_000,
    ],
    [
      'says seconds and names an instant that is far off on this clock',
      grant({ expiresInSeconds: 100, expiresAt: inSeconds(3_600) }),
      70_000,
    ],
  ])('is used until its last half minute, where the backend %s', (_, given, ms) => {
    const isFresh = watchGrantLife(given)
    vi.advanceTimersByTime(ms)
    expect(isFresh()).toBe(true)
    vi.advanceTimersByTime(1)
    expect(isFresh()).toBe(false)
  })

  it.each([29, 0, -5])('is not used when it is born with %i seconds', (expiresInSeconds) => {
    expect(watchGrantLife(grant({ expiresInSeconds }))()).toBe(false)
  })

  it('does not end when somebody sets the clock', () => {
    const isFresh = watchGrantLife(grant({ expiresInSeconds: 3_600 }))
    vi.setSystemTime(NOW + 86_400_000)
    expect(isFresh()).toBe(true)
  })

  it('is not used when its instant makes no sense', () => {
    expect(watchGrantLife(grant({ expiresAt: 'tomorrow' }))()).toBe(false)
  })
})
