import { describe, expect, it } from 'vitest'
import { createRandom } from '../../mocks/backend/random.js'

const draw = <Value>(
  seed: string,
  count: number,
  from: (random: ReturnType<typeof createRandom>) => Value,
) => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => from(random))
}

describe('a seeded stream', () => {
  it('is the same for the same seed and another for another', () => {
    const numbers = (seed: string) => draw(seed, 50, (random) => random.next())
    expect(numbers('a')).toEqual(numbers('a'))
    expect(numbers('a')).not.toEqual(numbers('b'))
  })

  it('spreads evenly from 0 to 1', () => {
    const numbers = draw('even', 10_000, (random) => random.next())
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length
      expect(share).toBeGreaterThan(850)
      expect(share).toBeLessThan(1_150)
    }
  })

  it('reaches both ends of a range of whole numbers', () => {
    const numbers = draw('ends', 500, (random) => random.integer(3, 6))
    expect([...new Set(numbers)].sort()).toEqual([3, 4, 5, 6])
  })

  it('picks every member of a list', () => {
    const picked = draw('list', 200, (random) => random.pick(['a', 'b', 'c']))
    expect(new Set(picked)).toEqual(new Set(['a', 'b', 'c']))
  })

  it('has its median where a log-normal draw is told to, and a tail above it', () => {
    const numbers = draw('tail', 5_001, (random) => random.logNormal(20_000, 0.8)).sort(
      (left, right) => left - right,
    )
    const [median = 0, high = 0] = [numbers[2_500], numbers[4_750]]
    expect(Math.abs(Math.log(median / 20_000))).toBeLessThan(0.05)
    expect(Math.log(high / median)).toBeGreaterThan(1.645 * 0.8 * 0.9)
    expect(Math.log(high / median)).toBeLessThan(1.645 * 0.8 * 1.1)
  })
})
