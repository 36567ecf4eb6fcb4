import { describe, expect, it } from 'vitest'
import { en } from '../../src/labels/en.js'
import { mergeLabelOverrides, mergeLabels } from '../../src/labels/merge-labels.js'
import { createCounted, createPlural } from '../../src/labels/plural.js'

describe('words laid over others', () => {
  it('replace what they name and leave the rest', () => {
    const labels = mergeLabels(
      en,
      { columns: { format: 'Art' } },
      { columns: { status: 'Zustand' } },
    )
    expect(labels.columns).toEqual({ ...en.columns, format: 'Art', status: 'Zustand' })
    expect(labels.pager).toBe(en.pager)
  })

  it('reach into the records inside a group', () => {
    const { popUp, table } = mergeLabels(en, {
      popUp: { refusals: { failed: 'Nein' } },
      table: { empty: { title: 'Nichts' } },
    })
    expect(popUp.refusals).toEqual({ ...en.popUp.refusals, failed: 'Nein' })
    expect(table.empty).toEqual({ title: 'Nichts', text: en.table.empty.text })
  })

  it('may add words that English has none for', () => {
    const { statusWords } = mergeLabels(en, { statusWords: { Queued: 'In line' } })
    expect(statusWords).toEqual({ Queued: 'In line' })
  })

  it('count for nothing where they are undefined', () => {
    const labels = mergeLabels(en, undefined, { columns: undefined, pager: { next: undefined } })
    expect(labels).toEqual(en)
  })

  it('change neither set', () => {
    const before = structuredClone(en.columns)
    mergeLabels(en, { columns: { format: 'Art' } })
    expect(en.columns).toEqual(before)
  })

  it('lie over other overrides', () => {
    const merged = mergeLabelOverrides(
      { pager: { next: 'a', last: 'b' } },
      { pager: { next: 'c' } },
    )
    expect(merged).toEqual({ pager: { next: 'c', last: 'b' } })
    expect(mergeLabelOverrides(undefined, { pager: { next: 'c' } })).toEqual({
      pager: { next: 'c' },
    })
  })
})

describe('plural forms', () => {
  it('follow the language of the catalogue', () => {
    const polish = createPlural('pl')
    const forms = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' }
    expect([1, 2, 5, 22].map((count) => polish(count, forms))).toEqual([
      'plik',
      'pliki',
      'plików',
      'pliki',
    ])
  })

  it('fall back to the form of most counts', () => {
    expect(createPlural('en')(1, { other: 'rows' })).toBe('rows')
  })

  it('put the number where the form has its place', () => {
    const rows = createCounted('en')({ one: 'one row', other: '# rows' })
    expect(rows({ count: 1, countText: '1' })).toBe('one row')
    expect(rows({ count: 2000, countText: '2,000' })).toBe('2,000 rows')
    expect(rows({ count: 2, countText: '$&' })).toBe('$& rows')
  })

  it('are right in English', () => {
    const { unreadable } = en.table
    expect(unreadable({ count: 1, countText: '1' })).toBe('1 row could not be read')
    expect(unreadable({ count: 2, countText: '2' })).toBe('2 rows could not be read')
  })
})

describe('English', () => {
  it('leaves no word empty', () => {
    const empty: string[] = []
    const visit = (value: unknown, path: string) => {
      if (value === '') empty.push(path)
      if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`)
      }
    }
    visit(en, 'en')
    expect(empty).toEqual([])
  })
})
