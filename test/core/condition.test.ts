import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, evaluateCondition, isEmptyValue } from '../../src/core/condition.js'

const values = {
  layout: 'annotated',
  order: null,
  note: '  ',
  columns: ['a', 'b'],
  none: [],
  rows: 12,
  headers: false,
  period: { from: null, to: null },
  half: { from: '2026-10-01', to: null },
}

const layoutIsFiles: Condition = { field: 'layout', is: 'files' }
const orderIsEmpty: Condition = { field: 'order', isEmpty: true }

describe('a condition', () => {
  it.each<[name: string, condition: Condition, holds: boolean]>([
    ['a value that is it', { field: 'layout', is: 'annotated' }, true],
    ['a value that is another', layoutIsFiles, false],
    ['one of several values', { field: 'columns', is: 'b' }, true],
    ['a value none of several is', { field: 'columns', is: 'c' }, false],
    ['a number', { field: 'rows', is: 12 }, true],
    ['a number and a text', { field: 'rows', is: '12' }, false],
    ['a switch that is off', { field: 'headers', is: false }, true],
    ['a value in a list', { field: 'layout', in: ['files', 'annotated'] }, true],
    ['a value not in a list', { field: 'layout', in: ['files'] }, false],
    ['a list with one in common', { field: 'columns', in: ['x', 'a'] }, true],
    ['an empty list of values', { field: 'layout', in: [] }, false],
    ['an empty field', orderIsEmpty, true],
    ['a blank text', { field: 'note', isEmpty: true }, true],
    ['an empty list', { field: 'none', isEmpty: true }, true],
    ['a period open at both ends', { field: 'period', isEmpty: true }, true],
    ['a period open at one end', { field: 'half', isEmpty: true }, false],
    ['a switch, which is never empty', { field: 'headers', isEmpty: true }, false],
    ['a field that is filled', { field: 'layout', isEmpty: false }, true],
    ['a field that does not exist', { field: 'nothing', isEmpty: true }, true],
    ['a name every object has', { field: 'constructor', isEmpty: true }, true],
    ['all, where one does not hold', { all: [orderIsEmpty, layoutIsFiles] }, false],
    ['all of none', { all: [] }, true],
    ['any, where one holds', { any: [layoutIsFiles, orderIsEmpty] }, true],
    ['any of none', { any: [] }, false],
    ['what does not hold', { not: layoutIsFiles }, true],
    ['conditions in conditions', { not: { any: [{ not: orderIsEmpty }, layoutIsFiles] } }, true],
  ])('judges %s', (_name, condition, holds) => {
    expect(evaluateCondition(condition, values)).toBe(holds)
  })

  it('may be a function of the values where a registry is code', () => {
    expect(evaluateCondition(({ rows }) => Number(rows) > 10, values)).toBe(true)
  })

  it('is the opposite of its own negation, whatever the values', () => {
    const leaf = fc.oneof(
      fc.record({ field: fc.string(), is: fc.oneof(fc.string(), fc.integer(), fc.boolean()) }),
      fc.record({ field: fc.string(), in: fc.array(fc.string()) }),
      fc.record({ field: fc.string(), isEmpty: fc.boolean() }),
    )
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
        fc.record({ not: tie('condition') }),
      ),
    }))
    fc.assert(
      fc.property(condition, fc.dictionary(fc.string(), fc.anything()), (one, any) => {
        expect(evaluateCondition({ not: one }, any)).toBe(!evaluateCondition(one, any))
      }),
    )
  })
})

describe('an empty value', () => {
  it.each([[null], [undefined], [''], [' \n'], [[]], [{ from: null, to: '' }]])(
    'is %j',
    (value) => {
      expect(isEmptyValue(value)).toBe(true)
    },
  )

  it.each([[0], [false], ['a'], [['']], [{}], [{ from: '2026-10-01', to: null }]])(
    'is not %j',
    (value) => {
      expect(isEmptyValue(value)).toBe(false)
    },
  )
})
