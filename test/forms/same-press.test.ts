import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSentRequests } from '../../src/forms/sent-requests.js'
import { createRunAlone } from '../../src/sync/run-alone.js'
import {
  createFakeBrowser,
  type FakeBrowserOptions,
  type FakeWindow,
} from '../sync/fake-browser.js'

const RUNS = Math.min(2_000, Number(process.env.FUZZ_RUNS ?? 60))

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What a form in this window remembers. */
function openSent({ tabs: { storage, lock } }: FakeWindow, sender: string) {
  return createSentRequests({
    storage: {
      getItem: storage.read,
      setItem: (key, value) => void storage.write(key, value),
      removeItem: (key) => void storage.write(key, null),
    },
    key: 'sent',
    sender,
    now: () => Date.now(),
    runAlone: createRunAlone(lock, 'sent'),
  })
}

describe.each<[string, FakeBrowserOptions]>([
  ['Web Locks', {}],
  ['leases in storage', { hasLocks: false }],
])('tabs that press at the same time, with %s', (_name, options) => {
  it('send one request, and all others are told', async () => {
    const browser = createFakeBrowser(options)
    const tabs = Array.from({ length: 5 }, (_, index) => openSent(browser.open(), `tab ${index}`))
    const claims = Promise.all(tabs.map((tab) => tab.claim('orders', false)))
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await claims).filter((known) => known === null)).toHaveLength(1)
  })

  it('send each of several different requests', async () => {
    const browser = createFakeBrowser(options)
    const tabs = ['a', 'b', 'c'].map((name) => openSent(browser.open(), name))
    const claims = Promise.all(tabs.map((tab, index) => tab.claim(`report ${index}`, false)))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await claims).toEqual([null, null, null])
    const late = openSent(browser.open(), 'late')
    const known = [0, 1, 2].map((index) => late.find(`report ${index}`))
    expect(known).not.toContain(null)
  })

  it('send one request whenever each presses, however late storage and answers are', async () => {
    const press = fc.record({
      at: fc.integer({ min: 0, max: 1_500 }),
      answerMs: fc.integer({ min: 0, max: 3_000 }),
    })
    const presses = fc.array(press, { minLength: 2, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(presses, fc.integer({ min: 1, max: 90 }), async (people, delayMs) => {
        const browser = createFakeBrowser({ ...options, delayMs: () => delayMs })
        let sent = 0
        for (const [index, { at, answerMs }] of people.entries()) {
          const tab = openSent(browser.open(), `tab ${index}`)
          setTimeout(async () => {
            if ((await tab.claim('orders', false)) !== null) return
            sent += 1
            setTimeout(() => tab.settle('orders', '9'), answerMs)
          }, at)
        }
        await vi.advanceTimersByTimeAsync(30_000)
        expect(sent).toBe(1)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a window that goes in the middle of a press', () => {
  it('stands in nobody’s way', async () => {
    const browser = createFakeBrowser()
    const gone = browser.open()
    void openSent(gone, 'gone').claim('orders', false)
    gone.crash()
    const claim = openSent(browser.open(), 'other').claim('orders', false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await claim).toBeNull()
  })
})
