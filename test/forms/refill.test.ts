import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { ReportType } from '../../src/core/report-types.js'
import { refillFromJob } from '../../src/forms/refill.js'
import { openForm } from './open-form.js'
import { inventory, orders, workflowExport } from './workflow-reports.js'

const job = buildExportJob({
  reportType: 'orders',
  fileFormat: 'pdf',
  name: null,
  entityTypes: [],
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: { note: 'again', columns: ['price'], headers: false },
})
const today = '2026-11-23'
const check = (reportTypes: readonly ReportType[], changes: Partial<typeof job> = {}) =>
  refillFromJob({ ...job, ...changes }, { reportTypes, formats: ['csv'], today })

describe('running a job again', () => {
  it('makes the same request where the registry has not changed', () => {
    expect(check([orders])).toMatchObject({
      unfit: [],
      request: {
        reportType: 'orders',
        fileFormat: 'pdf',
        dateRange: { from: '2026-10-01', to: '2026-10-31' },
        parameters: { note: 'again', columns: ['price'], headers: false },
      },
    })
  })

  it('leaves blank what was blank, whatever the default', () => {
    const withDefault: ReportType = {
      ...orders,
      fields: (orders.fields ?? []).map((field) =>
        field.id === 'minimum' && field.kind === 'number' ? { ...field, defaultValue: 5 } : field,
      ),
    }
    expect(check([withDefault]).request?.parameters).not.toHaveProperty('minimum')
  })

  it('takes the job as it is where there is no registry', () => {
    expect(check([], { parameters: { anything: 1 } })).toMatchObject({
      unfit: [],
      request: { reportType: 'orders', parameters: { anything: 1 } },
    })
  })

  it('reads the kinds of records of a job whose form asks for them', () => {
    const entities: ReportType = {
      id: 'orders',
      label: 'Records',
      formats: ['csv'],
      fields: [
        {
          id: 'entityTypes',
          kind: 'multi-select',
          label: 'Entity types',
          options: [{ value: 'person', label: 'Person' }],
        },
      ],
    }
    const again = check([entities], {
      fileFormat: 'csv',
      parameters: null,
      entityTypes: ['person'],
    })
    expect(again.request?.parameters).toEqual({ entityTypes: ['person'] })
  })

  it.each<[name: string, types: readonly ReportType[], changes: object, unfit: object[]]>([
    [
      'a report type that is gone',
      [inventory],
      {},
      [{ code: 'report_type_gone', value: 'orders' }],
    ],
    [
      'a field that is gone',
      [orders],
      { parameters: { headers: true, secret: 1 } },
      [{ code: 'field_gone', fieldId: 'secret', value: 1 }],
    ],
    [
      'a choice that is gone',
      [orders],
      { parameters: { columns: ['price', 'weight'] } },
      [{ code: 'value_gone', fieldId: 'columns' }],
    ],
    [
      'a value of another kind',
      [orders],
      { parameters: { headers: 'yes' } },
      [{ code: 'value_gone', fieldId: 'headers', value: 'yes' }],
    ],
    [
      'a format that is gone',
      [orders],
      { fileFormat: 'zip' },
      [{ code: 'value_gone', fieldId: 'fileFormat', value: 'zip' }],
    ],
    [
      'a bound that is new',
      [orders],
      { parameters: { minimum: -2 } },
      [{ code: 'invalid', fieldId: 'minimum', error: { code: 'too_small', limit: 0 } }],
    ],
    [
      'a period that is now due',
      [orders],
      { dateRange: { from: '2026-10-01', to: null } },
      [{ code: 'invalid', fieldId: 'dateRange', error: { code: 'incomplete_range' } }],
    ],
    [
      'a choice that cannot be made',
      [workflowExport],
      {
        reportType: 'workflow',
        fileFormat: null,
        dateRange: null,
        parameters: { layout: 'annotated_files' },
      },
      [
        { code: 'invalid', fieldId: 'layout' },
        { code: 'invalid', fieldId: 'order', error: { code: 'required' } },
      ],
    ],
  ])('tells of %s, and sends nothing', (_name, types, changes, unfit) => {
    const again = check(types, changes)
    expect(again.request).toBeNull()
    expect(again.unfit).toMatchObject(unfit)
    expect(again.unfit).toHaveLength(unfit.length)
  })
})

describe('editing a job to run it again', () => {
  it('fills in the form with its report type', () => {
    const { form, shown } = openForm({ reportTypes: [inventory, orders] })
    expect(form.refill(job)).toEqual([])
    expect(form.getState().reportType).toBe(orders)
    expect([shown('note'), shown('fileFormat'), shown('headers')]).toEqual(['again', 'pdf', false])
    expect(shown('dateRange')).toEqual({ preset: null, from: '2026-10-01', to: '2026-10-31' })
  })

  it('keeps what can be kept, and says what cannot', () => {
    const { form, shown } = openForm({ reportTypes: [orders] })
    form.refill({ ...job, parameters: { note: 'again', columns: ['price', 'weight'] } })
    expect(shown('columns')).toEqual(['price'])
    expect(form.getState().unfit).toMatchObject([{ code: 'value_gone', fieldId: 'columns' }])
  })

  it('changes nothing when the report type is gone', () => {
    const { form, shown } = openForm({ reportTypes: [inventory] })
    form.setValue('note', 'typed')
    expect(form.refill(job)).toHaveLength(1)
    expect(shown('note')).toBe('typed')
  })

  it('of another type than the page’s own changes nothing', () => {
    const { form } = openForm({ reportTypes: [inventory, orders], fixedReportType: 'inventory' })
    expect(form.refill(job)).toMatchObject([{ code: 'report_type_gone' }])
    expect(form.getState().canUndo).toBe(false)
  })

  it('says what a form without fields cannot take', () => {
    const { form } = openForm()
    expect(form.refill(job).map(({ code, fieldId }) => `${code} ${fieldId}`)).toEqual([
      'field_gone dateRange',
      'field_gone note',
      'field_gone columns',
      'field_gone headers',
    ])
    expect(form.getRequest()?.fileFormat).toBe('pdf')
  })

  it('can be undone', () => {
    const { form, shown } = openForm({ reportTypes: [orders] })
    form.setValue('note', 'typed')
    form.refill(job)
    form.undo()
    expect(shown('note')).toBe('typed')
  })
})
