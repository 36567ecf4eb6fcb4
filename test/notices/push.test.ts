import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPush } from '../support/create-push.js'
import { createFakeBrowser } from '../sync/fake-browser.js'
import { createBackend, openTab, pass, refusal, START } from './kit.js'

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A window without any list that waits for job 1 of a backend that pushes. */
async function waitWithPush(overrides: Parameters<typeof openTab>[2] = {}) {
  const browser = createFakeBrowser()
  const backend = createBackend()
  const push = createPush()
  const tab = openTab(browser, backend, { push: push.subscribe, ...overrides })
  expect(push.listeners.size).toBe(0)
  tab.center.watch(backend.create('1'))
  await pass(1_000)
  return { browser, backend, push, ...tab }
}

/** The same, with the channel up and the first look made. */
async function waitConnected(overrides: Parameters<typeof openTab>[2] = {}) {
  const tab = await waitWithPush(overrides)
  tab.push.say({ type: 'connected' })
  await pass(4_000)
  expect(tab.backend.requests.length).toBeGreaterThan(0)
  return { ...tab, before: tab.backend.requests.length }
}

describe('a page with notices alone, at a backend that pushes', () => {
  it('rests while push is up, but for a look in five minutes', async () => {
    const { backend, before } = await waitConnected()
    await pass(4 * MINUTE)
    expect(backend.requests).toHaveLength(before)
    await pass(2 * MINUTE)
    expect(backend.requests).toHaveLength(before + 1)
  })

  it('gives the notice of a pushed end at once, without a request', async () => {
    const { backend, push, shown, before } = await waitConnected()
    backend.end('1')
    const job = backend.jobs.get('1')
    if (job !== undefined) push.say({ type: 'changed', jobs: [job] })
    await pass(1)
    expect(shown()).toEqual(['1'])
    expect(backend.requests).toHaveLength(before)
  })

  it('looks soon when it hears that something has changed', async () => {
    const { backend, push, shown, before } = await waitConnected()
    backend.end('1')
    push.say({ type: 'changed', jobs: [] })
    await pass(3_100)
    expect(shown()).toEqual(['1'])
    expect(backend.requests).toHaveLength(before + 1)
  })

  it('looks at most once in the shortest step, however fast news comes', async () => {
    const { backend, push, before } = await waitConnected()
    for (let tick = 0; tick < 100; tick += 1) {
      push.say({ type: 'changed', jobs: [] })
      await pass(200)
    }
    expect(backend.requests.length - before).toBeLessThanOrEqual(11)
  })

  it('looks once more when news came while an answer was under way', async () => {
    const browser = createFakeBrowser()
    const backend = createBackend({ latencyMs: 5_000 })
    const push = createPush()
    const { center, shown } = openTab(browser, backend, { push: push.subscribe })
    center.watch(backend.create('1'))
    await pass(1_000)
    push.say({ type: 'connected' })
    await vi.waitFor(() => expect(backend.state.live).toBe(1), { interval: 100, timeout: 10_000 })
    const asked = backend.requests.length
    push.say({ type: 'changed', jobs: [] })
    await pass(12_000)
    expect(backend.requests.length).toBe(asked + 1)
    expect(backend.state.mostLive).toBe(1)
    expect(shown()).toEqual([])
  })

  it('does not look when others are removed, and forgets its own', async () => {
    const { backend, push, center, before } = await waitConnected()
    push.say({ type: 'removed', ids: ['9'] })
    await pass(10_000)
    expect(backend.requests).toHaveLength(before)
    backend.jobs.delete('1')
    push.say({ type: 'removed', ids: ['1'] })
    await pass(4_000)
    expect(center.readCounts().unfinished).toBe(0)
  })

  it.each<[string, boolean]>([
    ['while the channel has not come up yet', false],
    ['as soon as it is lost', true],
  ])('polls %s', async (_name, wasUp) => {
    const { backend, push, shown } = wasUp ? await waitConnected() : await waitWithPush()
    push.say({ type: 'disconnected' })
    const before = backend.requests.length
    await pass(MINUTE)
    expect(backend.requests.length).toBeGreaterThan(before + 2)
    backend.end('1')
    await pass(MINUTE)
    expect(shown()).toEqual(['1'])
  })

  it('never looks sooner than a refusal says, whatever it hears', async () => {
    const { backend, push } = await waitWithPush()
    backend.state.failure = refusal('rate_limited', MINUTE)
    push.say({ type: 'connected' })
    await pass(4_000)
    const before = backend.requests.length
    for (let second = 0; second < 55; second += 1) {
      push.say({ type: 'changed', jobs: [] })
      await pass(1_000)
    }
    expect(backend.requests).toHaveLength(before)
    backend.state.failure = null
    await pass(20_000)
    expect(backend.requests.length).toBeGreaterThan(before)
  })

  it('asks about a job that was pushed before the page knew of it', async () => {
    const { backend, center, shown } = await waitConnected()
    center.watch(backend.create('2'))
    backend.end('2')
    await pass(5_000)
    expect(shown()).toEqual(['2'])
  })

  it('stops to listen when nothing is waited for', async () => {
    const { backend, push } = await waitConnected()
    backend.end('1')
    push.say({ type: 'changed', jobs: [] })
    await pass(4_000)
    expect(push.listeners.size).toBe(0)
  })

  it.each(['manual', 'off'] as const)('does not listen in mode "%s"', async (mode) => {
    const { push } = await waitWithPush({ policy: { mode } })
    expect(push.listeners.size).toBe(0)
  })
})

describe('several windows at a backend that pushes', () => {
  it('hold one channel for notices, which goes along with the watch', async () => {
    const { browser, backend, push, window, shown } = await waitConnected()
    const other = createPush()
    const next = openTab(browser, backend, { push: other.subscribe, isVisible: false })
    await pass(1_000)
    expect([push.listeners.size, other.listeners.size]).toEqual([1, 0])
    window.crash()
    next.window.setVisible(true)
    await pass(1_000)
    expect(other.listeners.size).toBe(1)
    // its own channel does not come up: it polls, although the plan it found was to rest
    const before = backend.requests.length
    await pass(MINUTE)
    expect(backend.requests.length).toBeGreaterThan(before + 2)
    expect(shown()).toEqual([])
  })

  it('look at most once a minute while all are hidden, whatever they hear', async () => {
    const { backend, push, window, before } = await waitConnected()
    window.setVisible(false)
    for (let second = 0; second < 300; second += 1) {
      push.say({ type: 'changed', jobs: [] })
      await pass(1_000)
    }
    expect(backend.requests.length - before).toBeGreaterThan(2)
    expect(backend.requests.length - before).toBeLessThanOrEqual(5)
  })
})
