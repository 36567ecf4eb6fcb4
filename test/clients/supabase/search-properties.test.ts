import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  likeMatches,
  readPredicate,
  splitList,
} from '../../../mocks/dialects/supabase/postgrest-filters.js'
import { listQuery, requestOptions } from '../fake-backend.js'
import { createOverFake, PROJECT_URL } from './support.js'

const numRuns = Number(process.env.FUZZ_RUNS ?? 300)
const anywhere = requestOptions({})

/** Texts made of what filters are written with, among any others. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[',', '(', ')', '"', '\\', '%', '_', '*', '.', ':', '&', '=', '?', '#', '+', ' ', '\n'],
        ...['{', '}', 'or', 'and', 'not.', 'eq.', 'in.', 'a', 'ß', '💾', '\uD800', '"),id=gt.(0'],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

/** The parameters of the one request that a list with these filters sends. */
async function parametersOf(filters: NonNullable<Parameters<typeof listQuery>[0]>['filters']) {
  const { exports, fake } = createOverFake()
  // the table in memory refuses what it cannot read; here only the request counts
  await exports.listJobs(listQuery({ filters }), anywhere).catch(() => {})
  expect(fake.requests).toHaveLength(1)
  return new URL(fake.requests[0]?.path ?? '', PROJECT_URL).searchParams
}

const wellFormed = (text: string) => new URLSearchParams({ text }).get('text') ?? text
const USUAL = ['select', 'order', 'offset', 'limit']

describe('a search', () => {
  it('never breaks out of its filter, whatever is searched for', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (search) => {
        const parameters = await parametersOf({ search })
        const wanted = search.trim()
        const others = [...parameters.keys()].filter((name) => !USUAL.includes(name))
        expect(others).toEqual(wanted === '' ? [] : ['name'])
        if (wanted === '') return
        const { operator, value } = readPredicate(parameters.get('name') ?? '')
        expect(operator).toBe('ilike')
        expect(likeMatches(value, `before ${wellFormed(wanted)} after`)).toBe(true)
      }),
      { numRuns },
    )
  })

  it('finds no other text, but for what stands in a star’s place', async () => {
    const plain = hostile.filter((text) => !text.includes('*') && text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(plain, hostile, async (search, name) => {
        const { value } = readPredicate((await parametersOf({ search })).get('name') ?? '')
        const [text, part] = [wellFormed(name), wellFormed(search.trim())]
        // letters are compared as the pattern's reader does, without regard to case
        const isFound = new RegExp(part.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&'), 'iu').test(text)
        expect(likeMatches(value, text)).toBe(isFound)
      }),
      { numRuns },
    )
  })
})

describe('a filter of several values', () => {
  it('never lets a value be more than itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(hostile, { minLength: 1, maxLength: 4 }), async (types) => {
        const parameters = await parametersOf({ reportTypes: types })
        const others = [...parameters.keys()].filter((name) => !USUAL.includes(name))
        expect(others).toEqual(['export_type'])
        const { operator, value } = readPredicate(parameters.get('export_type') ?? '')
        expect(operator).toBe(types.length === 1 ? 'eq' : 'in')
        const values = operator === 'eq' ? [value] : splitList(value)
        expect(values).toEqual(types.map(wellFormed))
      }),
      { numRuns },
    )
  })
})
