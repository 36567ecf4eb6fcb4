import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTabLock } from '../../src/sync/tab-lock.js'
import { createTabStorage } from '../../src/sync/tab-storage.js'
import { createFakeBrowser, type FakeWindow } from './fake-browser.js'

/** Asks for the lock and writes down what comes of it. */
function ask({ tabs }: FakeWindow, steal = false) {
  const log: string[] = []
  const letGo = tabs.lock.hold('seat', {
    steal,
    onHeld: (isAlone) => log.push(isAlone ? 'held' : 'held with others'),
    onLost: () => log.push('lost'),
  })
  return { log, letGo }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T10:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each([
  ['Web Locks', { hasLocks: true }],
  ['leases in storage', { hasLocks: false }],
])('a lock by %s', (_name, options) => {
  it('is held by one window at a time', async () => {
    const browser = createFakeBrowser(options)
    const asked = [ask(browser.open()), ask(browser.open()), ask(browser.open())]
    await pass(20_000)
    expect(asked.filter(({ log }) => log.includes('held'))).toHaveLength(1)
  })

  it('goes to another window within seconds when it is let go', async () => {
    const browser = createFakeBrowser(options)
    const first = ask(browser.open())
    await pass(1_000)
    const second = ask(browser.open())
    await pass(1_000)
    expect([first.log, second.log]).toEqual([['held'], []])
    first.letGo()
    await pass(3_000)
    expect([first.log, second.log]).toEqual([['held'], ['held']])
  })

  it('goes to another window within seconds when its own crashes', async () => {
    const browser = createFakeBrowser(options)
    const window = browser.open()
    ask(window)
    await pass(10_000)
    const second = ask(browser.open())
    window.crash()
    await pass(8_000)
    expect(second.log).toEqual(['held'])
  })

  it('can be stolen, which the former holder hears', async () => {
    const browser = createFakeBrowser(options)
    const first = ask(browser.open())
    await pass(1_000)
    const second = ask(browser.open(), true)
    await pass(1_000)
    expect([first.log, second.log]).toEqual([['held', 'lost'], ['held']])
  })

  it('is not granted to one who no longer waits', async () => {
    const browser = createFakeBrowser(options)
    const first = ask(browser.open())
    await pass(1_000)
    const second = ask(browser.open())
    second.letGo()
    first.letGo()
    await pass(10_000)
    expect(second.log).toEqual([])
    const third = ask(browser.open())
    await pass(3_000)
    expect(third.log).toEqual(['held'])
  })
})

describe('a lock where windows cannot know of each other', () => {
  it.each(['full', 'forbidden'] as const)(
    'is held by every window when there are no Web Locks and storage is %s',
    async (storage) => {
      const browser = createFakeBrowser({ hasLocks: false, storage })
      const asked = [ask(browser.open()), ask(browser.open())]
      await pass(5_000)
      expect(asked.map(({ log }) => log)).toEqual([['held with others'], ['held with others']])
    },
  )

  it('falls back to a lease in a frame to which Web Locks are refused', async () => {
    const storage = createTabStorage({ open: () => null, events: () => new EventTarget() })
    const lock = createTabLock({
      storage,
      locks: () => ({ request: () => Promise.reject(new DOMException('', 'SecurityError')) }),
    })
    const onHeld = vi.fn()
    lock.hold('seat', { steal: false, onHeld, onLost: () => {} })
    await pass(2_000)
    expect(onHeld.mock.calls).toEqual([[false]])
  })

  it('believes no lease that a wrong clock has put far into the future', async () => {
    const browser = createFakeBrowser({ hasLocks: false })
    const window = browser.open()
    window.tabs.storage.write(
      'react-export-jobs:lease:seat',
      JSON.stringify(['someone', Date.now() + 86_400_000]),
    )
    const { log } = ask(window)
    await pass(3_000)
    expect(log).toEqual(['held'])
  })
})
