import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { JobEvent } from '../../src/core/client.js'
import type { JobPage } from '../../src/core/list-query.js'
import { createPush } from '../support/create-push.js'
import { failure, KEY, NOW, pageOf, watchList } from '../support/watch-list.js'

const MINUTE = 60_000

async function watchPushed() {
  const push = createPush()
  const list = await watchList(pageOf('processing'), {}, { subscribe: push.subscribe })
  const shown = () => list.queryClient.getQueryData<JobPage>(KEY)?.jobs[0]
  return { ...list, ...push, shown }
}

const job = (overrides = {}) =>
  buildExportJob({
    id: '1',
    status: 'processing',
    createdAt: new Date(NOW).toISOString(),
    updatedAt: new Date(NOW + 1_000).toISOString(),
    ...overrides,
  })

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a backend that pushes', () => {
  it('is looked at once when the channel comes up, then only once in five minutes', async () => {
    const { script, say, stop } = await watchPushed()
    say({ type: 'connected' })
    say({ type: 'stale' })
    await vi.advanceTimersByTimeAsync(2_500)
    expect(script.looks).toBe(2)
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    expect(script.looks).toBe(2)
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(script.looks).toBe(3)
    stop()
  })

  it('is polled again as soon as the channel is lost', async () => {
    const { script, say, stop } = await watchPushed()
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    const looks = script.looks
    say({ type: 'disconnected' })
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(script.looks).toBeGreaterThan(looks + 1)
    stop()
  })

  it('shows pushed progress without asking', async () => {
    const { script, say, shown, stop } = await watchPushed()
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    const looks = script.looks
    say({ type: 'changed', jobs: [job({ progress: 0.71 })] })
    expect(shown()?.progress).toBe(0.71)
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(script.looks).toBe(looks)
    stop()
  })

  it('shows a pushed end at once and asks the list anew, for the row may belong elsewhere', async () => {
    const { script, say, shown, stop } = await watchPushed()
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    const looks = script.looks
    script.answer = pageOf('completed')
    say({ type: 'changed', jobs: [job({ status: 'completed' })] })
    expect(shown()?.status).toBe('completed')
    await vi.advanceTimersByTimeAsync(2_500)
    expect(script.looks).toBe(looks + 1)
    stop()
  })

  it('drops news that is older than what is shown', async () => {
    const { say, shown, stop } = await watchPushed()
    say({ type: 'changed', jobs: [job({ progress: 0.9 })] })
    const late = new Date(NOW - 10_000).toISOString()
    say({ type: 'changed', jobs: [job({ progress: 0.1, updatedAt: late })] })
    expect(shown()?.progress).toBe(0.9)
    stop()
  })

  it.each<[string, JobEvent]>([
    [
      'an unknown job',
      { type: 'changed', jobs: [buildExportJob({ id: 'new', status: 'pending' })] },
    ],
    ['a change that names no job', { type: 'changed', jobs: [] }],
    ['a removed job', { type: 'removed', ids: ['1'] }],
  ])('is asked once for a burst of news of %s', async (_, event) => {
    const { script, say, stop } = await watchPushed()
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    const looks = script.looks
    for (let times = 0; times < 20; times += 1) say(event)
    await vi.advanceTimersByTimeAsync(2_500)
    expect(script.looks).toBe(looks + 1)
    stop()
  })

  it('is not asked sooner than its Retry-After says, whatever it pushes', async () => {
    const { script, say, stop } = await watchPushed()
    script.answer = failure('rate_limited', MINUTE)
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    const looks = script.looks
    for (let second = 0; second < 57; second += 1) {
      say({ type: 'changed', jobs: [] })
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(script.looks).toBe(looks)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(script.looks).toBe(looks + 1)
    stop()
  })

  it('is asked at most once in the shortest step, however fast it pushes', async () => {
    const { script, say, stop } = await watchPushed()
    const looks = script.looks
    for (let tick = 0; tick < 100; tick += 1) {
      say({ type: 'changed', jobs: [] })
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(script.looks - looks).toBeGreaterThan(5)
    expect(script.looks - looks).toBeLessThanOrEqual(11)
    stop()
  })

  it('is asked once more when news came while an answer was under way', async () => {
    const { script, say, stop } = await watchPushed()
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    script.delayMs = 8_000
    say({ type: 'changed', jobs: [] })
    await vi.advanceTimersByTimeAsync(3_000)
    const looks = script.looks
    say({ type: 'changed', jobs: [] })
    await vi.advanceTimersByTimeAsync(4_000)
    expect(script.looks).toBe(looks)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(script.looks).toBe(looks + 1)
    expect(script.mostLive).toBe(1)
    stop()
  })

  it('is let go by a window that nobody sees, and heard again by one that somebody does', async () => {
    const { script, say, listeners, set, stop } = await watchPushed()
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    set({ visible: false })
    expect(listeners.size).toBe(0)
    const looks = script.looks
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(script.looks).toBe(looks)
    set({ visible: true })
    expect(listeners.size).toBe(1)
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    expect(script.looks).toBe(looks + 1)
    stop()
  })

  it('is polled by a window that somebody sees again while the channel does not come up', async () => {
    const { script, say, set, stop } = await watchPushed()
    say({ type: 'connected' })
    await vi.advanceTimersByTimeAsync(2_500)
    set({ visible: false })
    await vi.advanceTimersByTimeAsync(1_000)
    set({ visible: true })
    const looks = script.looks
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(script.looks).toBeGreaterThan(looks + 2)
    stop()
  })

  it('is not listened to after the last watch ended', async () => {
    const { listeners, script, say, stop } = await watchPushed()
    say({ type: 'changed', jobs: [] })
    stop()
    expect(listeners.size).toBe(0)
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(script.looks).toBe(1)
  })
})
