import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeBrowser, type FakeBrowserOptions } from '../sync/fake-browser.js'
import { createBackend, openTab, pass, START } from './kit.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Several windows of one person, of which the first asked for job 1. */
async function openTabs(count: number, options: FakeBrowserOptions = {}) {
  const browser = createFakeBrowser(options)
  const backend = createBackend()
  const tabs = Array.from({ length: count }, () => openTab(browser, backend))
  const [first, second] = tabs
  if (first === undefined || second === undefined) throw new Error('Two windows at least.')
  first.center.watch(backend.create('1'))
  await pass(1_000)
  const shown = () => tabs.map((tab) => tab.shown().length)
  return { browser, backend, tabs, first, second, shown }
}

describe.each<[string, FakeBrowserOptions]>([
  ['Web Locks', {}],
  ['leases in storage', { hasLocks: false }],
  ['leases and storage events alone', { hasLocks: false, hasChannel: false }],
])('five windows, with %s', (_name, options) => {
  it('ask no more often than one', async () => {
    const alone = createBackend()
    openTab(createFakeBrowser(options), alone).center.watch(alone.create('1'))
    await pass(600_000)
    const { backend } = await openTabs(5, options)
    await pass(600_000)
    expect(backend.requests.length).toBeLessThanOrEqual(alone.requests.length + 1)
    expect(backend.state.mostLive).toBe(1)
  })

  it('show one notice', async () => {
    const { backend, shown } = await openTabs(5, options)
    backend.end('1')
    await pass(5_000)
    expect(shown().reduce((sum, count) => sum + count)).toBe(1)
    await pass(600_000)
    expect(shown().reduce((sum, count) => sum + count)).toBe(1)
  })

  it('show it in the window that the person turned to last', async () => {
    const { backend, tabs, shown } = await openTabs(5, options)
    tabs[3]?.window.focus()
    await pass(1_000)
    backend.end('1')
    await pass(5_000)
    expect(shown()).toEqual([0, 0, 0, 1, 0])
    tabs[1]?.window.focus()
    await pass(1_000)
    expect(shown()).toEqual([0, 1, 0, 0, 0])
  })

  it('leave it where it was delivered', async () => {
    const { backend, tabs, shown } = await openTabs(3, options)
    tabs[1]?.window.focus()
    backend.end('1')
    await pass(10_000)
    tabs[2]?.window.focus()
    await pass(10_000)
    expect(shown()).toEqual([0, 1, 0])
  })

  it('go on within seconds when the one that watches crashes', async () => {
    const { backend, tabs, shown } = await openTabs(3, options)
    await pass(5_000)
    const watching = backend.requests.at(-1)?.window
    watching?.crash()
    backend.end('1')
    await pass(10_000)
    expect(tabs.filter(({ window }) => window === watching)).toHaveLength(1)
    expect(shown().reduce((sum, count) => sum + count)).toBe(1)
  })

  it('let a visible one take over from one that is hidden', async () => {
    const { backend, tabs } = await openTabs(3, options)
    await pass(5_000)
    const watching = backend.requests.at(-1)?.window
    watching?.setVisible(false)
    await pass(1_000)
    const before = backend.requests.length
    await pass(60_000)
    const later = backend.requests
      .slice(before)
      .map(({ window }) => tabs.findIndex((tab) => tab.window === window))
    expect(later.length).toBeGreaterThan(2)
    expect(later).not.toContain(tabs.findIndex(({ window }) => window === watching))
  })

  it('ask at most once a minute while all are hidden, and never the ones that do not watch', async () => {
    const { backend, tabs } = await openTabs(5, options)
    for (const { window } of tabs) window.setVisible(false)
    await pass(2_000)
    const before = backend.requests.length
    await pass(600_000)
    const later = backend.requests.slice(before)
    expect(later.length).toBeGreaterThan(5)
    expect(later.length).toBeLessThanOrEqual(11)
    expect(new Set(later.map(({ window }) => window)).size).toBe(1)
  })

  it('keep the notice until one of them is visible', async () => {
    const { backend, tabs, shown } = await openTabs(3, options)
    for (const { window } of tabs) window.setVisible(false)
    backend.end('1')
    await pass(600_000)
    expect(shown()).toEqual([0, 0, 0])
    tabs[2]?.window.setVisible(true)
    await pass(1_000)
    expect(shown()).toEqual([0, 0, 1])
  })

  it('spare the one that watches its requests when another shows the list', async () => {
    const { backend, tabs, second } = await openTabs(2, options)
    second.window.focus()
    await pass(500)
    const before = backend.requests.length
    for (let look = 0; look < 30; look += 1) {
      tabs[0]?.center.feed([...backend.jobs.values()])
      await pass(1_000)
    }
    expect(backend.requests).toHaveLength(before)
  })

  it('wait together: a job asked for in one is watched by another', async () => {
    const { backend, tabs, shown } = await openTabs(2, options)
    tabs[1]?.window.focus()
    await pass(500)
    tabs[0]?.center.watch(backend.create('2'))
    backend.end('2')
    await pass(5_000)
    expect(shown()).toEqual([0, 1])
  })
})

describe('windows that cannot know of each other', () => {
  it('each watch what they asked for themselves, and only while visible', async () => {
    const { backend, tabs, first, shown } = await openTabs(3, {
      hasLocks: false,
      hasChannel: false,
      storage: 'forbidden',
    })
    first.window.setVisible(false)
    await pass(600_000)
    expect(backend.requests).toEqual([])
    backend.end('1')
    for (const { window } of tabs) window.setVisible(true)
    await pass(5_000)
    expect(shown()).toEqual([1, 0, 0])
  })
})

describe('storage that fills up while a job runs', () => {
  it('does not bring a delivered notice back after a reload', async () => {
    let isFull = false
    const browser = createFakeBrowser({ isFull: () => isFull })
    const backend = createBackend()
    const { center, shown, window } = openTab(browser, backend)
    center.watch(backend.create('1'))
    await pass(1_000)
    isFull = true
    backend.end('1')
    await pass(10_000)
    expect(shown()).toEqual(['1'])
    window.crash()
    const next = openTab(browser, backend)
    await pass(60_000)
    expect(next.shown()).toEqual([])
  })
})
