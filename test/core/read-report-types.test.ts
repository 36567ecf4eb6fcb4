import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/core/condition.js'
import { readReportTypes } from '../../src/core/read-report-types.js'
import { inventory, orders, workflowExport } from '../forms/workflow-reports.js'

/** What is said of one report type with these members. */
const problemsOf = (members: object) =>
  readReportTypes([{ id: 'a', label: 'A', ...members }]).problems.map(
    ({ path, message }) => `${path} ${message}`,
  )
const withField = (members: object) =>
  problemsOf({ fields: [{ id: 'x', label: 'X', kind: 'text', ...members }] })

describe('a registry of report types', () => {
  it('is taken as it is when nothing is wrong', () => {
    const types = [workflowExport, orders, inventory]
    expect(readReportTypes(types)).toEqual({ reportTypes: types, problems: [] })
  })

  it('says the same after a trip through JSON', () => {
    const wire: unknown = JSON.parse(JSON.stringify([workflowExport, orders, inventory]))
    expect(readReportTypes(wire).reportTypes).toEqual([workflowExport, orders, inventory])
  })

  it('keeps the good ones beside a bad one', () => {
    const { reportTypes, problems } = readReportTypes([orders, { id: 'b' }, inventory])
    expect(reportTypes.map(({ id }) => id)).toEqual(['orders', 'inventory'])
    expect(problems).toEqual([{ path: '[1].label', message: 'must be a text' }])
  })

  it('keeps the first of two with one id', () => {
    const { reportTypes, problems } = readReportTypes([orders, { ...inventory, id: 'orders' }])
    expect(reportTypes).toEqual([orders])
    expect(problems[0]?.path).toBe('[1].id')
  })

  it('may hold functions and schemas where it is code', () => {
    const schema = { '~standard': { version: 1, vendor: 'own', validate: () => ({}) } }
    expect(problemsOf({ schema, deliveryWhen: [{ when: () => true, value: 'email' }] })).toEqual([])
  })

  it.each<[unknown]>([[null], ['x'], [{ results: [] }], [7]])('cannot be %j', (value) => {
    expect(readReportTypes(value).problems).toEqual([
      { path: '', message: 'must be a list of report types' },
    ])
  })

  it.each<[members: object, problem: string]>([
    [{ id: '' }, '[0].id must be a text that is not empty'],
    [{ formats: 'csv' }, '[0].formats must be a list'],
    [{ delivery: 'post' }, '[0].delivery must be one of download, email, direct'],
    [{ fields: {} }, '[0].fields must be a list'],
    [{ limits: { maxRows: -1 } }, '[0].limits.maxRows must be a whole number'],
    [{ schema: {} }, '[0].schema must be a Standard Schema'],
    [
      { submitLabelWhen: [{ when: {}, value: 'Go' }] },
      '[0].submitLabelWhen[0].when must be an object with one of all, any, not, isEmpty, in, is',
    ],
    [
      { formatsWhen: [{ when: { field: 'gone', is: 1 }, value: ['csv'] }] },
      '[0].formatsWhen[0].when.field must be the id of a field of this report type',
    ],
  ])('tells what is wrong in %j', (members, problem) => {
    expect(problemsOf(members)).toContain(problem)
  })

  it.each<[members: object, problem: string]>([
    [
      { kind: 'slider' },
      '[0].fields[0].kind must be one of select, multi-select, column-picker, date, date-range, text, number, switch, path-template, custom',
    ],
    [{ id: '__proto__' }, '[0].fields[0].id must be a text that is not empty'],
    [
      { id: 'reportType' },
      '[0].fields[0].id must be another id, because the form has a field of this name',
    ],
    [
      { id: 'dateRange' },
      '[0].fields[0].kind must be date-range, since this id is a part of the request',
    ],
    [{ pattern: '(' }, '[0].fields[0].pattern must be a regular expression'],
    [
      { kind: 'date', min: '2026-02-30' },
      '[0].fields[0].min must be a day written YYYY-MM-DD, or today',
    ],
    [
      { kind: 'date-range', presets: ['everLast'] },
      '[0].fields[0].presets[0] must be one of today, yesterday, last7Days, last30Days, last90Days, thisMonth, lastMonth, thisQuarter, lastQuarter, thisYear, lastYear',
    ],
    [{ kind: 'select' }, '[0].fields[0].options must be a list'],
    [
      {
        kind: 'select',
        options: [
          { value: 'a', label: 'A' },
          { value: 'a', label: 'B' },
        ],
      },
      '[0].fields[0].options[1].value must be unlike every other value here',
    ],
    [{ kind: 'custom' }, '[0].fields[0].control must be a text that is not empty'],
    [
      { visibleWhen: { any: [{ not: { field: 'x', is: null } }] } },
      '[0].fields[0].visibleWhen.any[0].not.is must be a text, a number, true or false',
    ],
  ])('tells what is wrong in a field with %j', (members, problem) => {
    expect(withField(members)).toContain(problem)
  })

  it('refuses conditions so deep that they would exhaust the stack', () => {
    let deep: Condition = { field: 'x', is: 'a' }
    for (let depth = 0; depth < 50_000; depth += 1) deep = { not: deep }
    expect(withField({ visibleWhen: deep })[0]).toMatch(/must be at most 20 conditions deep$/)
  })

  it('never throws, and tells every entry that it leaves out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { reportTypes, problems } = readReportTypes(value)
        const isWhole = Array.isArray(value) && reportTypes.length === value.length
        expect(isWhole).toBe(problems.length === 0)
      }),
    )
  })
})
