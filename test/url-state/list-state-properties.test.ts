import fc from 'fast-check'
import { createLoader, createMultiParser, createSerializer } from 'nuqs/server'
import { describe, expect, it, vi } from 'vitest'
import { JOB_SOURCES } from '../../src/core/job.js'
import { FILTERABLE_STATUSES } from '../../src/core/status.js'
import { isCalendarDate } from '../../src/internal/calendar-date.js'
import { DEFAULT_LIST_PARAM_NAMES, LIST_PARAMS } from '../../src/url-state/list-params.js'
import type { ExportListState } from '../../src/url-state/list-state.js'
import { createListStateCodec } from '../../src/url-state/list-state-codec.js'
import { normalizeListState } from '../../src/url-state/normalize-list-state.js'
import { anyDay, anyRules, anyText, FUZZ, FUZZ_TIMEOUT_MS, validState } from './support.js'

vi.setConfig({ testTimeout: FUZZ_TIMEOUT_MS })

const ourName = fc.constantFrom(...LIST_PARAMS.map((param) => DEFAULT_LIST_PARAM_NAMES[param]))
const plausible = fc.constantFrom(
  'failed,completed',
  'canceled',
  '-created_at,id',
  'csv',
  '2026-02-30',
  'true',
  'schedule',
  '-1',
  '201',
  '%E0%A4%A',
  '%2C%25',
  '%252C',
  '',
)
const value = fc.oneof(
  plausible,
  anyDay,
  anyText,
  fc.integer().map(String),
  fc.bigInt().map(String),
  fc.array(plausible).map((texts) => texts.join(',')),
)
const pair = fc.tuple(fc.oneof(ourName, anyText), value)
const queryString = fc.oneof(
  anyText,
  fc.string({ unit: 'binary' }),
  fc.array(pair).map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&')),
  fc.array(pair).map((pairs) => `?${new URLSearchParams(pairs)}`),
)

function expectValid(state: ExportListState) {
  const { filters } = state
  expect(Number.isSafeInteger(state.page) && state.page >= 0).toBe(true)
  expect(Number.isInteger(state.pageSize)).toBe(true)
  expect(state.pageSize).toBeGreaterThanOrEqual(1)
  expect(state.pageSize).toBeLessThanOrEqual(200)
  expect(FILTERABLE_STATUSES).toEqual(expect.arrayContaining([...filters.statuses]))
  expect(JOB_SOURCES).toEqual(expect.arrayContaining([...filters.sources]))
  for (const list of [filters.statuses, filters.fileFormats, filters.reportTypes]) {
    expect(new Set(list).size).toBe(list.length)
    expect(list).not.toContain('')
  }
  const { createdFrom, createdTo } = filters
  for (const day of [createdFrom, createdTo]) expect(day === null || isCalendarDate(day)).toBe(true)
  if (createdFrom !== null && createdTo !== null) expect(createdFrom <= createdTo).toBe(true)
  expect([true, false, null]).toContain(filters.hasWarnings)
  expect(() => encodeURIComponent(filters.search)).not.toThrow()
}

describe('any query string at all', () => {
  it('gives a valid state', () => {
    fc.assert(
      fc.property(anyRules, queryString, (rules, search) => {
        const { state } = createListStateCodec(rules).parse(search)
        expectValid(state)
        expect(normalizeListState(state, rules)).toEqual(state)
      }),
      FUZZ,
    )
  })

  it('gives a valid state from a plain object of any kind', () => {
    const record = fc.dictionary(fc.oneof(ourName, anyText), fc.oneof(value, fc.array(value)))
    fc.assert(
      fc.property(anyRules, record, (rules, search) => {
        expectValid(createListStateCodec(rules).parse(search).state)
      }),
      FUZZ,
    )
  })

  it('needs no second correction once it was corrected', () => {
    fc.assert(
      fc.property(anyRules, queryString, (rules, search) => {
        const codec = createListStateCodec(rules)
        const { state } = codec.parse(search)
        expect(codec.parse(codec.serialize(state, search))).toEqual({ state, corrections: [] })
      }),
      FUZZ,
    )
  })
})

describe('any value at all, in place of a state', () => {
  it('gives a valid state', () => {
    const key = fc.constantFrom(...LIST_PARAMS, 'filters', 'field', 'direction')
    const stored = fc.object({ key, values: [plausible, anyText, fc.double(), fc.constant(null)] })
    fc.assert(
      fc.property(anyRules, stored, (rules, junk) => {
        const state = normalizeListState(JSON.parse(JSON.stringify(junk)), rules)
        expectValid(state)
        expect(normalizeListState(state, rules)).toEqual(state)
      }),
      FUZZ,
    )
  })

  it.each(['null', '7', '"x"', '[]', '{"filters":null}'])('gives the defaults for %s', (stored) => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const { defaults } = createListStateCodec(rules)
        expect(normalizeListState(JSON.parse(stored), rules)).toEqual(defaults)
      }),
      FUZZ,
    )
  })
})

describe('a valid state', () => {
  it('comes back from the URL equal, without a correction', () => {
    fc.assert(
      fc.property(validState, ({ rules, state }) => {
        const codec = createListStateCodec(rules)
        expect(codec.parse(codec.serialize(state))).toEqual({ state, corrections: [] })
      }),
      FUZZ,
    )
  })

  it('comes back equal through the serializer and the loader of nuqs', () => {
    fc.assert(
      fc.property(validState, ({ rules, state }) => {
        const codec = createListStateCodec(rules)
        const parsers = Object.fromEntries(
          Object.entries(codec.parsers).map(([param, parser]) => [
            param,
            createMultiParser(parser),
          ]),
        )
        const options = { urlKeys: codec.urlKeys }
        const search = createSerializer(parsers, options)(codec.toValues(state))
        expect(createSerializer(parsers, options)(search, codec.toValues(state))).toBe(search)
        const values = createLoader(parsers, options)(search)
        expect(codec.fromValues(values)).toEqual({ state, corrections: [] })
        expect(codec.parse(search)).toEqual({ state, corrections: [] })
      }),
      FUZZ,
    )
  })

  it('makes a query string that any other tool reads alike', () => {
    fc.assert(
      fc.property(validState, ({ rules, state }) => {
        const codec = createListStateCodec(rules)
        const url = new URL(`https://host.test/exports${codec.serialize(state)}`)
        expect(codec.parse(url.searchParams).state).toEqual(state)
        expect(codec.parse(Object.fromEntries(url.searchParams)).state).toEqual(state)
      }),
      FUZZ,
    )
  })
})

describe('parameters of the host', () => {
  const ours = new Set<string>(Object.values(DEFAULT_LIST_PARAM_NAMES))
  const segment = anyText
    .map((text) => text.replaceAll('&', ''))
    .filter(
      (text) =>
        text !== '' && ![...new URLSearchParams(`?${text}`).keys()].some((name) => ours.has(name)),
    )

  it('survive byte for byte and in their order', () => {
    fc.assert(
      fc.property(validState, fc.array(segment), ({ rules, state }, segments) => {
        const codec = createListStateCodec(rules)
        const foreign = segments.map((text) => `&${text}`).join('')
        const search = codec.serialize(state, `?page=3&cursor=c${foreign}`)
        expect(search.includes(foreign)).toBe(true)
        expect(codec.parse(search).state).toEqual(state)
      }),
      FUZZ,
    )
  })

  it('of another list are left alone', () => {
    fc.assert(
      fc.property(validState, validState, (one, two) => {
        const left = createListStateCodec({ ...one.rules, url: { prefix: 'l_' } })
        const right = createListStateCodec({ ...two.rules, url: { prefix: 'r_' } })
        const search = right.serialize(two.state, left.serialize(one.state))
        expect(left.parse(search)).toEqual({ state: one.state, corrections: [] })
        expect(right.parse(search)).toEqual({ state: two.state, corrections: [] })
        expect(left.serialize(left.defaults, search)).toBe(right.serialize(two.state))
      }),
      FUZZ,
    )
  })
})
