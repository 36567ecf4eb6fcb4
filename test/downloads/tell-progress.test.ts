import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProgressTeller } from '../../src/downloads/tell-progress.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('telling how much of a file has come', () => {
  const told: number[] = []
  beforeEach(() => void told.splice(0))
  const begin = () => createProgressTeller(3_000, ({ loaded }) => told.push(loaded))

  it('begins at once, then tells the latest ten times a second', () => {
    const { tell } = begin()
    for (let loaded = 100; loaded <= 3_000; loaded += 100) {
      tell(loaded)
      vi.advanceTimersByTime(10)
    }
    expect(told).toEqual([100, 1_000, 2_000, 3_000])
  })

  it('tells what came last, though the connection stalls', () => {
    const { tell } = begin()
    tell(100)
    tell(200)
    vi.advanceTimersByTime(100)
    expect(told).toEqual([100, 200])
  })

  it('tells nothing once it is stopped', () => {
    const { tell, stop } = begin()
    tell(100)
    tell(200)
    stop()
    vi.advanceTimersByTime(1_000)
    expect(told).toEqual([100])
  })
})
