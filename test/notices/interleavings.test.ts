import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeBrowser, type FakeBrowserOptions } from '../sync/fake-browser.js'
import { createBackend, openTab, pass, refusal, START } from './kit.js'

const JOBS = ['a', 'b', 'c']

/** One thing that a person, a browser or the backend does. */
type Step =
  | {
      readonly do: 'open' | 'reload' | 'crash' | 'close' | 'focus' | 'show' | 'hide'
      readonly tab: number
    }
  | { readonly do: 'ask' | 'dismiss' | 'feed'; readonly tab: number; readonly job: string }
  | { readonly do: 'end' | 'outage' | 'recovery'; readonly job: string }

const tab = fc.nat(4)
const job = fc.constantFrom(...JOBS)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('open', 'reload', 'crash', 'close', 'focus', 'show', 'hide'),
    tab,
  }),
  fc.record({ do: fc.constantFrom('focus', 'show', 'hide'), tab }),
  fc.record({ do: fc.constantFrom('ask', 'dismiss', 'feed'), tab, job }),
  fc.record({ do: fc.constantFrom('end', 'outage', 'recovery'), job }),
)
const pause = fc.oneof(fc.nat(400), fc.nat(3_000), fc.nat(20_000))
const story = fc.array(fc.tuple(step, pause), { minLength: 5, maxLength: 40 })

/** Plays a story and watches every window all the time. */
async function play(
  steps: readonly (readonly [Step, number])[],
  options: FakeBrowserOptions,
  seed: number,
) {
  vi.clearAllTimers()
  vi.setSystemTime(START)
  let drawn = seed
  const random = () => {
    drawn = (drawn * 16_807 + 1) % 2_147_483_647
    return drawn / 2_147_483_647
  }
  const browser = createFakeBrowser({
    ...options,
    random,
    delayMs: () => Math.floor(random() * 150),
  })
  const backend = createBackend()
  const problems: string[] = []
  const asked = new Set<string>()
  /** Where a delivered notice was shown when it was delivered. */
  const homes = new Map<string, Tab | null>()
  type Tab = ReturnType<typeof openTab>
  let tabs: Tab[] = []

  function look(): void {
    for (const id of JOBS) {
      const showing = tabs.filter((candidate) => candidate.shown().includes(id))
      if (showing.length > 1) problems.push(`${id} is shown ${showing.length} times`)
      if (showing.length > 0 && !asked.has(id)) problems.push(`${id} was never asked for`)
      const [place = null] = showing
      const isDelivered = [...browser.stored.keys()].some((key) => key.endsWith(`:seen:${id}`))
      if (!isDelivered) continue
      if (!homes.has(id)) homes.set(id, place)
      else if (place !== null && homes.get(id) !== place) problems.push(`${id} came a second time`)
    }
  }

  const open = () => {
    const opened: Tab = openTab(browser, backend, { random, onChange: () => look() })
    tabs.push(opened)
  }
  open()
  open()

  function act(next: Step): void {
    if (!('tab' in next)) {
      if (next.do !== 'end') backend.state.failure = next.do === 'outage' ? OUTAGE : null
      else if (backend.jobs.get(next.job)?.status === 'pending') backend.end(next.job)
    } else {
      const target = tabs[next.tab % Math.max(1, tabs.length)]
      if (next.do === 'open' && tabs.length < 5) open()
      if (target === undefined) return
      if (next.do === 'show') target.window.setVisible(true)
      if (next.do === 'hide') target.window.setVisible(false)
      if (next.do === 'focus') {
        target.window.setVisible(true)
        target.window.focus()
      }
      if (next.do === 'close') target.detach()
      if (next.do === 'close' || next.do === 'crash' || next.do === 'reload') {
        target.window.crash()
        tabs = tabs.filter((candidate) => candidate !== target)
        if (next.do === 'reload') open()
      }
      if (next.do === 'ask' && !asked.has(next.job)) {
        asked.add(next.job)
        target.center.watch(backend.create(next.job))
      }
      if (next.do === 'dismiss' && target.shown().includes(next.job)) {
        target.center.dismiss([next.job])
      }
      if (next.do === 'feed') target.center.feed([...backend.jobs.values()])
    }
  }

  for (const [next, wait] of steps) {
    act(next)
    look()
    await pass(wait)
    look()
  }
  // At last everything ends well, in a window that somebody looks at.
  backend.state.failure = null
  for (const id of asked) if (backend.jobs.get(id)?.status === 'pending') backend.end(id)
  await pass(1_000)
  open()
  await pass(400_000)
  look()
  const lost = [...asked].filter((id) => !homes.has(id))
  for (const { window } of tabs) window.crash()
  return { problems, lost }
}

const OUTAGE = refusal('unavailable')

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each<[string, FakeBrowserOptions]>([
  ['Web Locks', {}],
  ['Web Locks and storage events', { hasChannel: false }],
  ['leases', { hasLocks: false }],
])('whatever windows and people do, with %s', (_name, options) => {
  it('each job gets exactly one notice', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 1, max: 1_000_000 }), async (steps, seed) => {
        expect(await play(steps, options, seed)).toEqual({ problems: [], lost: [] })
      }),
      { numRuns: 300, seed: 20_261_123 },
    )
  }, 120_000)
})
