import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_POLL_POLICY } from '../../src/core/poll-plan.js'
import { failure, KEY, NOW, pageOf, watchList } from '../support/watch-list.js'

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the scheduler', () => {
  it('looks again while a job is unfinished, and not more often than the shortest step', async () => {
    const { script, stop } = await watchList(pageOf('processing'))
    expect(script.looks).toBe(1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(script.looks).toBeGreaterThan(3)
    expect(script.looks).toBeLessThan(30)
    stop()
  })

  it('rests when every job is finished', async () => {
    const { script, scheduler, stop } = await watchList(pageOf('completed'))
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(script.looks).toBe(1)
    expect(scheduler.getState(KEY).isPolling).toBe(false)
    stop()
  })

  it('rests as soon as the last unfinished job finishes', async () => {
    const { script, stop } = await watchList(pageOf('pending'))
    script.answer = pageOf('completed')
    await vi.advanceTimersByTimeAsync(10_000)
    const looks = script.looks
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(looks).toBe(2)
    expect(script.looks).toBe(looks)
    stop()
  })

  it('never has two requests of one query under way, however slow the backend is', async () => {
    const { script, scheduler, stop } = await watchList(pageOf('processing'))
    script.delayMs = 30_000
    await vi.advanceTimersByTimeAsync(40_000)
    void scheduler.refresh(KEY)
    await vi.advanceTimersByTimeAsync(200_000)
    expect(script.looks).toBeGreaterThan(2)
    expect(script.mostLive).toBe(1)
    stop()
  })

  it('backs off while looks fail, keeps the failure, and recovers by itself', async () => {
    const { script, scheduler, stop } = await watchList(pageOf('processing'))
    script.answer = pageOf('completed')
    const error = failure('unavailable')
    const good = script.answer
    Object.assign(script, { answer: error })
    await vi.advanceTimersByTimeAsync(60_000)
    const looksInFirstMinute = script.looks
    expect(scheduler.getState(KEY).failure).toBe(error)
    expect(scheduler.getState(KEY).isPolling).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(script.looks - looksInFirstMinute).toBeLessThan(looksInFirstMinute)
    Object.assign(script, { answer: good })
    await vi.advanceTimersByTimeAsync(300_000)
    expect(scheduler.getState(KEY).failure).toBeNull()
    stop()
  })

  it('tries again by itself when the very first look failed', async () => {
    const { script, scheduler, stop } = await watchList(failure('unavailable'))
    expect(scheduler.getState(KEY).failure?.code).toBe('unavailable')
    Object.assign(script, { answer: pageOf('completed') })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(scheduler.getState(KEY).failure).toBeNull()
    stop()
  })

  it('waits at least as long as Retry-After says', async () => {
    const { script, stop } = await watchList(pageOf('processing'))
    Object.assign(script, { answer: failure('rate_limited', 90_000) })
    await vi.advanceTimersByTimeAsync(5_000)
    const looks = script.looks
    await vi.advanceTimersByTimeAsync(84_000)
    expect(script.looks).toBe(looks)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(script.looks).toBe(looks + 1)
    stop()
  })

  it.each(['unauthenticated', 'forbidden'] as const)('stops at %s', async (code) => {
    const { script, scheduler, stop } = await watchList(pageOf('processing'))
    Object.assign(script, { answer: failure(code) })
    await vi.advanceTimersByTimeAsync(10_000)
    const looks = script.looks
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(script.looks).toBe(looks)
    expect(scheduler.getState(KEY).isPolling).toBe(false)
    stop()
  })

  it('sends nothing while nobody sees the page, and looks soon after somebody does', async () => {
    const { script, set, stop } = await watchList(pageOf('processing'))
    set({ visible: false })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(script.looks).toBe(1)
    set({ visible: true })
    await vi.advanceTimersByTimeAsync(DEFAULT_POLL_POLICY.minDelayMs)
    expect(script.looks).toBe(2)
    stop()
  })

  it('sends nothing while the network is gone, and looks within one step after it is back', async () => {
    const { script, set, stop } = await watchList(pageOf('processing'))
    set({ online: false })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(script.looks).toBe(1)
    set({ online: true })
    await vi.advanceTimersByTimeAsync(DEFAULT_POLL_POLICY.maxDelayMs)
    expect(script.looks).toBeGreaterThan(1)
    stop()
  })

  it.each(['manual', 'off'] as const)('never looks by itself in mode %s', async (mode) => {
    const { script, scheduler, stop } = await watchList(pageOf('processing'), { mode })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(script.looks).toBe(1)
    void scheduler.refresh(KEY)
    await vi.advanceTimersByTimeAsync(1)
    expect(script.looks).toBe(2)
    stop()
  })

  it('shows a refresh only while one that somebody asked for is under way', async () => {
    const { script, scheduler, stop } = await watchList(pageOf('processing'))
    script.delayMs = 1_000
    const seen: boolean[] = []
    scheduler.subscribe(KEY, () => seen.push(scheduler.getState(KEY).isRefreshing))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(seen).not.toContain(true)
    const refreshed = scheduler.refresh(KEY)
    expect(scheduler.getState(KEY).isRefreshing).toBe(true)
    await vi.advanceTimersByTimeAsync(2_000)
    await refreshed
    expect(scheduler.getState(KEY).isRefreshing).toBe(false)
    stop()
  })

  it('keeps its state object while nothing in it changes', async () => {
    const { scheduler, stop } = await watchList(pageOf('processing'))
    const before = scheduler.getState(KEY)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(scheduler.getState(KEY)).toBe(before)
    stop()
  })

  it('sends nothing after the last watch ended', async () => {
    const { script, stop } = await watchList(pageOf('processing'))
    stop()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(script.looks).toBe(1)
  })
})
