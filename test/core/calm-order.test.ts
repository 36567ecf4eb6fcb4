import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalmOrderInput, type CalmRow, calmOrder } from '../../src/core/calm-order.js'
import { PROPERTY_RUNS } from './build-job.js'

interface Row extends CalmRow {
  readonly version: number
}

/** One row a letter; a second version where the letter is a capital. */
const rowsOf = (letters: string): readonly Row[] =>
  [...letters].map((letter) => ({
    id: letter.toLowerCase(),
    version: letter === letter.toLowerCase() ? 1 : 2,
  }))

const lettersOf = (rows: readonly Row[]) =>
  rows.map(({ id, version }) => (version === 1 ? id : id.toUpperCase())).join('')

interface Case {
  readonly shown: string
  readonly next: string
  readonly own?: string
  readonly isLastPage?: boolean
}

function order({ shown, next, own = '', isLastPage = false }: Case, isBusy = true) {
  const result = calmOrder({
    shown: rowsOf(shown),
    next: rowsOf(next),
    isBusy,
    isOwn: (id) => own.includes(id),
    hasNextPage: !isLastPage,
  })
  return {
    rows: lettersOf(result.rows),
    arrived: result.arrived.join(''),
    vanished: [...result.vanished].join(''),
  }
}

describe('the order while somebody is at work', () => {
  it.each<[string, Case, ReturnType<typeof order>]>([
    [
      'keeps an unchanged list',
      { shown: 'abc', next: 'abc' },
      { rows: 'abc', arrived: '', vanished: '' },
    ],
    [
      'changes rows in place',
      { shown: 'abc', next: 'aBc' },
      { rows: 'aBc', arrived: '', vanished: '' },
    ],
    [
      'keeps the order of rows that were sorted anew',
      { shown: 'abc', next: 'Cab' },
      { rows: 'abC', arrived: '', vanished: '' },
    ],
    [
      'lets arrivals wait',
      { shown: 'abc', next: 'xyabcz' },
      { rows: 'abc', arrived: 'xyz', vanished: '' },
    ],
    ['keeps lost rows', { shown: 'abc', next: 'c' }, { rows: 'abc', arrived: '', vanished: 'ab' }],
    [
      'keeps every lost row',
      { shown: 'ab', next: '' },
      { rows: 'ab', arrived: '', vanished: 'ab' },
    ],
    [
      'lets all of an empty list wait',
      { shown: '', next: 'ab' },
      { rows: '', arrived: 'ab', vanished: '' },
    ],
  ])('%s', (_, given, expected) => {
    expect(order(given)).toEqual(expected)
  })
})

describe('a row that leaves the page', () => {
  it.each<[string, Case, string]>([
    ['was pushed off by an arrival above', { shown: 'abc', next: 'xab' }, ''],
    ['was pushed off with every other row', { shown: 'abc', next: 'xyz' }, ''],
    ['has vanished from the last page', { shown: 'abc', next: 'xab', isLastPage: true }, 'c'],
    ['has vanished from the middle', { shown: 'abc', next: 'xac' }, 'b'],
    ['has vanished from the end', { shown: 'abc', next: 'abx' }, 'c'],
    ['pushed one off for each arrival', { shown: 'abcd', next: 'xab' }, 'c'],
    ['has vanished from the top', { shown: 'abc', next: 'bcx' }, 'a'],
  ])('%s', (_, given, vanished) => {
    const result = order(given)
    expect(result.vanished).toBe(vanished)
    expect(result.rows).toBe(given.shown)
  })
})

describe("the person's own rows", () => {
  it.each<[string, Case, string]>([
    ['leave at once', { shown: 'abc', next: 'ac', own: 'b' }, 'ac'],
    ['come back to their place', { shown: 'ac', next: 'abc', own: 'b' }, 'abc'],
    ['come back to the top', { shown: 'bc', next: 'abc', own: 'a' }, 'abc'],
    ['come back to the top though others wait', { shown: 'bc', next: 'xabc', own: 'a' }, 'abc'],
    ['come back side by side', { shown: 'ad', next: 'abcd', own: 'bc' }, 'abcd'],
    ['come back alone', { shown: '', next: 'a', own: 'a' }, 'a'],
  ])('%s', (_, given, rows) => {
    expect(order(given)).toMatchObject({ rows, vanished: '' })
  })
})

describe('the order when nobody is at work', () => {
  it('is that of the answer', () => {
    const next = rowsOf('cxa')
    const result = calmOrder({ shown: rowsOf('abc'), next, isBusy: false })
    expect(result.rows).toBe(next)
    expect(result.arrived).toEqual([])
    expect([...result.vanished]).toEqual([])
  })
})

describe('the identity of the rows', () => {
  it("is the answer's when nothing is held back", () => {
    const shown = rowsOf('ab')
    const next = shown.map((row) => ({ ...row, version: 2 }))
    expect(calmOrder({ shown, next, isBusy: true }).rows).toBe(next)
  })

  it('is that of the screen when nothing on it changes', () => {
    const shown = rowsOf('ab')
    const next = [...rowsOf('x'), ...shown]
    expect(calmOrder({ shown, next, isBusy: true }).rows).toBe(shown)
  })
})

describe('any lists', () => {
  const id = fc.integer({ min: 0, max: 12 }).map(String)
  const rows = (version: number) =>
    fc.uniqueArray(id, { maxLength: 10 }).map((ids) => ids.map((each) => ({ id: each, version })))
  const ids = fc.uniqueArray(id, { maxLength: 4 }).map((found) => new Set(found))
  const input: fc.Arbitrary<CalmOrderInput<Row>> = fc.record({
    shown: rows(1),
    next: rows(2),
    isBusy: fc.boolean(),
    isOwn: ids.map((own) => (each: string) => own.has(each)),
    hasNextPage: fc.boolean(),
  })
  const idsOf = (list: readonly Row[]) => list.map((row) => row.id)
  const holds = (check: (given: CalmOrderInput<Row>) => void) =>
    fc.assert(fc.property(input, check), PROPERTY_RUNS)

  it('never show a row twice, nor one that waits', () => {
    holds((given) => {
      const result = calmOrder(given)
      const all = [...idsOf(result.rows), ...result.arrived]
      expect(new Set(all).size).toBe(all.length)
    })
  })

  it('lose no row of the answer', () => {
    holds((given) => {
      const { rows: shown, arrived } = calmOrder(given)
      const all = new Set([...idsOf(shown), ...arrived])
      expect(idsOf(given.next).filter((each) => !all.has(each))).toEqual([])
    })
  })

  it('show each row of the answer as the answer has it', () => {
    holds((given) => {
      const inNext = new Set(idsOf(given.next))
      for (const row of calmOrder(given).rows) expect(row.version).toBe(inNext.has(row.id) ? 2 : 1)
    })
  })

  it("keep the rows on screen in their order while somebody is at work, but for the person's own", () => {
    holds((given) => {
      const kept = (list: readonly string[]) => list.filter((each) => !given.isOwn?.(each))
      const result = calmOrder({ ...given, isBusy: true })
      expect(kept(idsOf(result.rows))).toEqual(kept(idsOf(given.shown)))
    })
  })

  it('call vanished only what is on screen and not in the answer', () => {
    holds((given) => {
      const result = calmOrder(given)
      const inNext = new Set(idsOf(given.next))
      const onScreen = new Set(idsOf(result.rows))
      for (const each of result.vanished) {
        expect(onScreen.has(each) && !inNext.has(each)).toBe(true)
      }
    })
  })

  it('are the answer when nobody is at work', () => {
    holds((given) => {
      expect(calmOrder({ ...given, isBusy: false }).rows).toBe(given.next)
    })
  })
})
