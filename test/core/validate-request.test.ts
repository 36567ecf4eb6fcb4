import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportField } from '../../src/core/report-fields.js'
import { type FieldContext, validateField } from '../../src/core/validate-request.js'

type NoName<T> = T extends unknown ? Omit<T, 'id' | 'label'> : never
type Definition = NoName<ReportField>

const field = (definition: Definition): ReportField => ({ id: 'x', label: 'X', ...definition })

const context: FieldContext = {
  isRequired: false,
  disabledOptions: new Map([['annotated', 'Choose an order first.']]),
  today: '2026-11-23',
}
const range = (from: string | null, to: string | null) => ({ preset: null, from, to })
const options = [
  { value: 'csv', label: 'CSV' },
  { value: 'annotated', label: 'Annotated' },
]

/** What is wrong, with the bound where there is one. */
const judge = (definition: Definition, value: unknown, more: Partial<FieldContext> = {}) =>
  validateField(field(definition), value, { ...context, ...more }).map(({ code, limit }) =>
    limit === null ? code : `${code} ${limit}`,
  )

describe('a field', () => {
  it.each<[name: string, definition: Definition, value: unknown, wrong: string[]]>([
    ['an optional text left blank', { kind: 'text' }, '', []],
    ['a text of the right length', { kind: 'text', minLength: 2, maxLength: 3 }, 'abc', []],
    ['too short a text', { kind: 'text', minLength: 2 }, 'a', ['too_short 2']],
    ['too long a text', { kind: 'text', maxLength: 3 }, 'abcd', ['too_long 3']],
    ['a text that matches only in part', { kind: 'text', pattern: '[a-z]+|1' }, 'a1', ['pattern']],
    ['a number', { kind: 'number' }, ' 1.5 ', []],
    ['no number', { kind: 'number' }, '12,', ['not_a_number']],
    ['a number that is infinite', { kind: 'number' }, 'Infinity', ['not_a_number']],
    ['a fraction of a whole number', { kind: 'number', integer: true }, '1.5', ['not_whole']],
    ['too small a number', { kind: 'number', min: 1 }, '0', ['too_small 1']],
    ['too large a number', { kind: 'number', max: 10 }, '11', ['too_large 10']],
    ['a day', { kind: 'date', min: '2026-01-01', max: 'today' }, '2026-11-23', []],
    ['a day that does not exist', { kind: 'date' }, '2026-02-30', ['not_a_date']],
    ['half a day', { kind: 'date' }, '2026-1', ['not_a_date']],
    [
      'too early a day',
      { kind: 'date', min: '2026-01-01' },
      '2025-12-31',
      ['too_early 2026-01-01'],
    ],
    ['a day to come', { kind: 'date', max: 'today' }, '2026-11-24', ['too_late 2026-11-23']],
    ['a period', { kind: 'date-range' }, range('2026-10-01', '2026-10-31'), []],
    [
      'a period of one end',
      { kind: 'date-range' },
      range('2026-10-01', null),
      ['incomplete_range'],
    ],
    ['an open period', { kind: 'date-range', openEnded: true }, range(null, '2026-10-01'), []],
    [
      'a reversed period',
      { kind: 'date-range' },
      range('2026-10-02', '2026-10-01'),
      ['reversed_range'],
    ],
    ['a period of no days', { kind: 'date-range' }, range('soon', '2026-10-01'), ['not_a_date']],
    [
      'the longest period',
      { kind: 'date-range', maxDays: 31 },
      range('2026-10-01', '2026-10-31'),
      [],
    ],
    [
      'too long a period',
      { kind: 'date-range', maxDays: 30 },
      range('2026-10-01', '2026-10-31'),
      ['range_too_long 30'],
    ],
    [
      'a period that ends too late',
      { kind: 'date-range', max: 'today' },
      range('2026-11-01', '2026-11-30'),
      ['too_late 2026-11-23'],
    ],
    ['a choice', { kind: 'select', options }, 'csv', []],
    [
      'a choice that cannot be made now',
      { kind: 'select', options },
      'annotated',
      ['option_disabled'],
    ],
    [
      'one such among several',
      { kind: 'multi-select', options },
      ['csv', 'annotated'],
      ['option_disabled'],
    ],
    ['too few choices', { kind: 'multi-select', options, minItems: 2 }, ['csv'], ['too_few 2']],
    ['too many columns', { kind: 'column-picker', options, maxItems: 0 }, ['csv'], ['too_many 0']],
    ['a path template', { kind: 'path-template' }, '{{ CASE_ID }}/{{ FILENAME }}', []],
    ['a wrong path template', { kind: 'path-template' }, '../x', ['path_template']],
    ['a switch that is off', { kind: 'switch' }, false, []],
    ['anything of the host', { kind: 'custom', control: 'map' }, { north: 1 }, []],
  ])('judges %s', (_name, definition, value, wrong) => {
    expect(judge(definition, value)).toEqual(wrong)
  })

  it.each<[Definition, unknown]>([
    [{ kind: 'text' }, ' '],
    [{ kind: 'number' }, ''],
    [{ kind: 'date' }, ''],
    [{ kind: 'date-range' }, range(null, null)],
    [{ kind: 'select', options }, null],
    [{ kind: 'multi-select', options }, []],
    [{ kind: 'path-template' }, ''],
    [{ kind: 'switch' }, false],
    [{ kind: 'custom', control: 'map' }, null],
  ])('of %j must be filled in when it is required', (definition, value) => {
    expect(judge(definition, value, { isRequired: true })).toEqual(['required'])
  })

  it('tells the reason of a choice that cannot be made', () => {
    const [error] = validateField(field({ kind: 'select', options }), 'annotated', context)
    expect(error?.message).toBe('Choose an order first.')
  })

  it('tells where a path template is wrong', () => {
    const [error] = validateField(field({ kind: 'path-template' }), 'a/{{ NOPE }}', context)
    expect(error?.mistakes).toEqual([{ code: 'unknown_variable', index: 5, length: 4 }])
  })

  it('tells the registry’s own words for a text that does not match', () => {
    const text = field({ kind: 'text', pattern: '\\d+', patternMessage: 'Digits only.' })
    expect(validateField(text, 'x', context)[0]?.message).toBe('Digits only.')
  })

  it('does not judge by today while today is not known', () => {
    expect(judge({ kind: 'date', max: 'today' }, '2999-01-01', { today: null })).toEqual([])
  })

  it('never throws, whatever it holds', () => {
    const kinds: readonly Definition[] = [
      { kind: 'text', pattern: 'a+', minLength: 1 },
      { kind: 'number', min: 0, integer: true },
      { kind: 'date', min: 'today' },
      { kind: 'date-range', maxDays: 3, min: '2026-01-01' },
      { kind: 'select', options },
      { kind: 'column-picker', options, maxItems: 1 },
      { kind: 'path-template' },
      { kind: 'switch' },
      { kind: 'custom', control: 'x' },
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.anything(),
        fc.boolean(),
        (kind, value, isRequired) => {
          expect(Array.isArray(judge(kind, value, { isRequired }))).toBe(true)
        },
      ),
    )
  })
})
