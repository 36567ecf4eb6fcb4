import { describe, expect, it, vi } from 'vitest'
import { ExportJobsError } from '../../src/core/errors.js'
import type { StandardSchemaResult } from '../../src/core/standard-schema.js'
import type { SendOutcome } from '../../src/forms/request-form-types.js'
import { openForm } from './open-form.js'
import { inventory, orders, workflowExport } from './workflow-reports.js'

const both = [orders, inventory]
const refusal = (
  fieldErrors: Record<string, readonly string[]> = {},
  code: ExportJobsError['code'] = 'invalid',
): SendOutcome => ({
  kind: 'refused',
  error: new ExportJobsError(code, { message: 'No.', fieldErrors }),
})
const schemaOf = (
  validate: (value: unknown) => StandardSchemaResult | Promise<StandardSchemaResult>,
) => ({ '~standard': { version: 1 as const, vendor: 'own', validate } })

describe('the form of a workflow', () => {
  const open = () => openForm({ reportTypes: [workflowExport] })

  it('asks for assessments, layout, data source and order, each at its default', () => {
    const { form } = open()
    expect(form.getState().fieldIds).toEqual(['assessments', 'layout', 'dataSource', 'order'])
    expect(form.getValues()).toMatchObject({ assessments: 'all', layout: 'values', order: null })
  })

  it('makes a CSV at once, and says so on the button', () => {
    const { form } = open()
    expect(form.getState()).toMatchObject({ submitLabel: 'Export CSV', delivery: 'direct' })
    expect(form.getRequest()).toEqual({
      reportType: 'workflow',
      fileFormat: 'csv',
      dateRange: null,
      parameters: { assessments: 'all', layout: 'values' },
    })
  })

  it('makes a ZIP of the files, with a folder template, and asks for no assessments', () => {
    const { form } = open()
    form.setValue('layout', 'files')
    form.setValue('pathTemplate', '{{ CASE_ID }}/{{ FILENAME }}')
    expect(form.getState().submitLabel).toBe('Download Files')
    expect(form.getState().fieldIds).toEqual(['layout', 'dataSource', 'order', 'pathTemplate'])
    expect(form.getRequest()).toMatchObject({
      fileFormat: 'zip',
      parameters: { layout: 'files', pathTemplate: '{{ CASE_ID }}/{{ FILENAME }}' },
    })
  })

  it('offers annotated files only with an order, and says why', () => {
    const { form } = open()
    const annotated = () =>
      form.getField('layout')?.options.find(({ value }) => value === 'annotated_files')
    expect(annotated()).toMatchObject({
      isDisabled: true,
      disabledReason: 'Choose a workflow order first.',
    })
    form.setValue('order', '8492192')
    expect(annotated()).toMatchObject({ isDisabled: false, disabledReason: null })
  })

  it('cannot send annotated files after the order was taken away', async () => {
    const { form, told, send } = open()
    form.setValue('order', '8492192')
    form.setValue('layout', 'annotated_files')
    expect(form.getState()).toMatchObject({
      delivery: 'email',
      submitLabel: 'Export Annotated Case Files',
    })
    expect(form.getRequest()?.parameters).toEqual({ layout: 'annotated_files', order: '8492192' })
    form.setValue('order', null)
    await form.submit()
    expect(send).not.toHaveBeenCalled()
    expect(told('layout')).toEqual(['Choose a workflow order first.'])
    expect(told('order')).toEqual(['required'])
  })
})

describe('values', () => {
  it('of a hidden field are kept but not sent', () => {
    const { form, shown } = openForm({ reportTypes: [workflowExport] })
    form.setValue('assessments', 'latest')
    form.setValue('layout', 'files')
    expect(form.getRequest()?.parameters).not.toHaveProperty('assessments')
    form.setValue('layout', 'annotations')
    expect(shown('assessments')).toBe('latest')
    expect(form.getRequest()?.parameters).toHaveProperty('assessments', 'latest')
  })

  it('begin with the page’s own, then the defaults', () => {
    const { shown } = openForm({
      reportTypes: [orders],
      initialValues: { note: 'Q3', headers: false },
    })
    expect([shown('note'), shown('headers'), shown('minimum')]).toEqual(['Q3', false, ''])
  })

  it('of the page that do not fit give way to the defaults', () => {
    const { shown } = openForm({
      reportTypes: [orders],
      initialValues: { headers: 'yes', columns: ['gone'] },
    })
    expect([shown('headers'), shown('columns')]).toEqual([true, []])
  })

  it('are sent as what they mean', () => {
    const { form } = openForm({ reportTypes: [orders] })
    form.setValue('minimum', '12.50')
    form.setValue('columns', ['price', 'id'])
    form.setValue('name', 'October')
    form.setValue('fileFormat', 'pdf')
    expect(form.getRequest()).toEqual({
      reportType: 'orders',
      fileFormat: 'pdf',
      dateRange: { from: '2026-11-17', to: '2026-11-23' },
      name: 'October',
      parameters: { minimum: 12.5, columns: ['price', 'id'], headers: true },
    })
  })

  it('keep a ready period as such, in the page’s zone', () => {
    const { shown } = openForm({ reportTypes: [orders], timeZone: 'Pacific/Auckland' })
    expect(shown('dateRange')).toEqual({
      preset: 'last7Days',
      from: '2026-11-18',
      to: '2026-11-24',
    })
  })

  it('that were typed stay as typed, even when they mean nothing', () => {
    const { form, shown } = openForm({ reportTypes: [orders] })
    form.setValue('minimum', '12,')
    expect(shown('minimum')).toBe('12,')
    expect(form.getRequest()).toBeNull()
  })
})

describe('the report type', () => {
  it('is asked for where there are several, and brings its own fields', () => {
    const { form } = openForm({ reportTypes: both })
    expect(form.getState().fieldIds.slice(0, 2)).toEqual(['reportType', 'fileFormat'])
    form.setValue('reportType', 'inventory')
    expect(form.getState().fieldIds).toEqual([
      'reportType',
      'fileFormat',
      'dateRange',
      'note',
      'day',
      'area',
    ])
    expect(form.getField('fileFormat')?.options.map(({ value }) => value)).toEqual(['csv', 'xlsx'])
  })

  it('is not asked for where the page has chosen it', () => {
    const { form } = openForm({ reportTypes: both, fixedReportType: 'inventory' })
    expect(form.getState().reportType).toBe(inventory)
    expect(form.getState().fieldIds).not.toContain('reportType')
  })

  it('takes along what both ask for', () => {
    const { form, shown } = openForm({ reportTypes: both })
    form.setValue('note', 'for the audit')
    form.setValue('fileFormat', 'csv')
    form.setValue('reportType', 'inventory')
    expect([shown('note'), shown('fileFormat')]).toEqual(['for the audit', 'csv'])
  })

  it('finds again what was typed there', () => {
    const { form, shown } = openForm({ reportTypes: both })
    form.setValue('minimum', '7')
    form.setValue('note', 'first')
    form.setValue('reportType', 'inventory')
    form.setValue('note', 'other')
    form.setValue('reportType', 'orders')
    expect([shown('minimum'), shown('note')]).toEqual(['7', 'first'])
  })

  it('may be left to the backend', () => {
    const { form } = openForm()
    expect(form.getState().fieldIds).toEqual(['fileFormat'])
    expect(form.getRequest()).toMatchObject({ reportType: null, fileFormat: 'csv' })
  })

  it('cannot become one that is not offered', () => {
    const { form } = openForm({ reportTypes: both })
    form.setValue('reportType', 'secrets')
    expect(form.getState().reportType).toBe(orders)
  })
})

describe('mistakes', () => {
  it('are told when the field is left, not before', () => {
    const { form, told } = openForm({ reportTypes: [orders] })
    form.setValue('minimum', '-1')
    expect(told('minimum')).toEqual([])
    form.touch('minimum')
    expect(told('minimum')).toEqual(['too_small'])
    expect(form.getState().problems).toEqual([])
  })

  it('are listed when sending is tried, and the focus goes to the first', async () => {
    const { form, send } = openForm({ reportTypes: [orders] })
    form.setValue('dateRange', { preset: null, from: '2026-10-02', to: '2026-10-01' })
    form.setValue('minimum', 'few')
    const outcome = await form.submit()
    const { problems, focus } = form.getState()
    expect(outcome).toEqual({ kind: 'invalid', problems })
    expect(problems.map(({ label, error }) => `${label}: ${error.code}`)).toEqual([
      'Period: reversed_range',
      'Minimum: not_a_number',
    ])
    expect(focus?.controlId).toBe(form.getField('dateRange')?.controlId)
    expect(send).not.toHaveBeenCalled()
  })

  it('leave the list as they are mended', async () => {
    const { form } = openForm({ reportTypes: [orders] })
    form.setValue('minimum', 'few')
    await form.submit()
    form.setValue('minimum', '5')
    expect(form.getState().problems).toEqual([])
  })

  it('ask for the focus anew at each try', async () => {
    const { form } = openForm({ reportTypes: [orders] })
    form.setValue('minimum', 'few')
    await form.submit()
    await form.submit()
    expect(form.getState().focus?.serial).toBe(2)
  })
})

describe('a schema', () => {
  const issue = { message: 'Not on Sundays.', path: ['note'] }

  it('judges what would be sent, and its words land on the field', async () => {
    const validate = vi.fn(() => ({ issues: [issue] }))
    const { form, told, send } = openForm({
      reportTypes: [{ ...orders, schema: schemaOf(validate) }],
    })
    form.setValue('minimum', '3')
    await form.submit()
    expect(validate).toHaveBeenCalledWith(
      expect.objectContaining({ minimum: 3, fileFormat: 'csv' }),
    )
    expect(told('note')).toEqual(['Not on Sundays.'])
    expect(form.getState()).toMatchObject({ isSubmitting: false, focus: { controlId: 'form-4' } })
    expect(form.getField('note')?.controlId).toBe('form-4')
    expect(send).not.toHaveBeenCalled()
  })

  it('may take its time, and stands beside the page’s own', async () => {
    const slow = schemaOf(async () => ({ issues: [{ ...issue, path: [{ key: 'note' }] }] }))
    const whole = schemaOf(() => ({ issues: [{ message: 'Too much at once.' }] }))
    const { form, told } = openForm({ reportTypes: [{ ...orders, schema: slow }], schema: whole })
    const pressed = form.submit()
    expect(form.getState().isSubmitting).toBe(true)
    await pressed
    expect(told('note')).toEqual(['Not on Sundays.'])
    expect(form.getState().problems.map(({ error }) => error.message)).toEqual([
      'Too much at once.',
      'Not on Sundays.',
    ])
  })

  it('says nothing of a field that was changed while it judged', async () => {
    let answer: (result: StandardSchemaResult) => void = () => {}
    const schema = schemaOf(() => new Promise((resolve) => (answer = resolve)))
    const { form, told, send } = openForm({ reportTypes: [orders], schema })
    const pressed = form.submit()
    form.setValue('note', 'better')
    answer({ issues: [issue] })
    await pressed
    expect(told('note')).toEqual([])
    expect(send).not.toHaveBeenCalled()
  })

  it('that throws is told to the host, and does not keep a person from asking', async () => {
    const schema = schemaOf(() => {
      throw new TypeError('no')
    })
    const { form, send, reportError } = openForm({ reportTypes: [orders], schema })
    await form.submit()
    expect(send).toHaveBeenCalledTimes(1)
    expect(reportError.mock.calls[0]?.[0]).toMatchObject({ code: 'invalid' })
  })
})

describe('a refusal by the backend', () => {
  it.each<[name: string, fieldId: string]>([
    ['note', 'note'],
    ['Note', 'note'],
    ['parameters.note', 'note'],
    ['columns[1]', 'columns'],
    ['parameters.columns.0', 'columns'],
    ['date_from', 'dateRange'],
    ['dateRange.to', 'dateRange'],
    ['file_format', 'fileFormat'],
  ])('of %s lands on the field %s', async (name, fieldId) => {
    const { form, told } = openForm(
      { reportTypes: [orders] },
      { send: async () => refusal({ [name]: ['Not this.'] }) },
    )
    await form.submit()
    expect(told(fieldId)).toEqual(['Not this.'])
    expect(form.getState().focus?.controlId).toBe(form.getField(fieldId)?.controlId)
  })

  it('that says the same twice is told once', async () => {
    const twice = {
      'columns[0]': ['Gone.'],
      'columns[1]': ['Gone.'],
      detail: ['Too old.'],
      non_field_errors: ['Too old.'],
    }
    const { form, told } = openForm({ reportTypes: [orders] }, { send: async () => refusal(twice) })
    await form.submit()
    expect(told('columns')).toEqual(['Gone.'])
    expect(form.getState().problems.map(({ fieldId }) => fieldId)).toEqual([null, 'columns'])
  })

  it('of a name that the registry knows lands on its field', async () => {
    const [first, ...others] = orders.fields ?? []
    const named = {
      ...orders,
      fields: first ? [{ ...first, errorNames: ['window'] }, ...others] : [],
    }
    const { form, told } = openForm(
      { reportTypes: [named] },
      { send: async () => refusal({ window: ['Too wide.'] }) },
    )
    await form.submit()
    expect(told('dateRange')).toEqual(['Too wide.'])
  })

  it('of what the form does not show is told for the form as a whole, with its name', async () => {
    const { form } = openForm(
      { reportTypes: [orders] },
      { send: async () => refusal({ tenant: ['Closed.'] }) },
    )
    await form.submit()
    const { problems, focus, summaryId } = form.getState()
    expect(problems).toMatchObject([
      { fieldId: null, controlId: summaryId, error: { message: 'tenant: Closed.' } },
    ])
    expect(focus?.controlId).toBe(summaryId)
  })

  it('goes from its field at the next key stroke', async () => {
    const { form, told } = openForm(
      { reportTypes: [orders] },
      { send: async () => refusal({ note: ['Not this.'] }) },
    )
    await form.submit()
    form.setValue('note', 'x')
    expect(told('note')).toEqual([])
  })

  it('loses nothing that was typed, and can be tried again', async () => {
    const send = vi.fn(async (): Promise<SendOutcome> => refusal({}, 'unavailable'))
    const { form, shown } = openForm({ reportTypes: [orders] }, { send })
    form.setValue('note', 'long and careful')
    await form.submit()
    expect(form.getState()).toMatchObject({ error: { code: 'unavailable' }, isSubmitting: false })
    expect(shown('note')).toBe('long and careful')
    await form.submit()
    expect(send).toHaveBeenCalledTimes(2)
  })
})

describe('sending', () => {
  it('of a double press is one request', async () => {
    const { form, send } = openForm({ reportTypes: [orders] })
    const [first, second] = await Promise.all([form.submit(), form.submit()])
    expect(send).toHaveBeenCalledTimes(1)
    expect(first).toBe(second)
  })

  it('tells what became of it until the next try', async () => {
    const { form } = openForm({ reportTypes: [orders] })
    await form.submit()
    expect(form.getState().outcome).toMatchObject({ kind: 'job', job: { id: '9' } })
    form.dismiss()
    expect(form.getState().outcome).toBeNull()
  })

  it('sends what was there at the press', async () => {
    const schema = schemaOf(async () => ({}))
    const { form, send } = openForm({ reportTypes: [orders], schema })
    form.setValue('note', 'before')
    const pressed = form.submit()
    form.setValue('note', 'after')
    await pressed
    expect(send.mock.calls[0]?.[0].parameters).toHaveProperty('note', 'before')
  })
})

describe('who is told', () => {
  it('of a key stroke are the field and what depends on it, and nobody else', () => {
    const { form } = openForm({ reportTypes: [workflowExport] })
    const heard: string[] = []
    for (const id of ['assessments', 'layout', 'dataSource', 'order']) {
      form.subscribeField(id, () => heard.push(id))
    }
    form.subscribe(() => heard.push('form'))
    form.setValue('dataSource', 'clinic')
    expect(heard).toEqual(['dataSource'])
    heard.length = 0
    form.setValue('order', '8492192')
    expect(heard).toEqual(['layout', 'order'])
  })

  it('of nothing is nobody, when the page draws itself anew', () => {
    const { form, configure } = openForm({ reportTypes: [orders] })
    const listener = vi.fn()
    form.subscribe(listener)
    form.subscribeField('note', listener)
    configure({ reportTypes: [orders], initialValues: {} })
    expect(listener).not.toHaveBeenCalled()
  })

  it('are those who have not stopped listening', () => {
    const { form } = openForm({ reportTypes: [orders] })
    const listener = vi.fn()
    form.subscribeField('note', listener)()
    form.setValue('note', 'x')
    expect(listener).not.toHaveBeenCalled()
  })
})

describe('a field that is not shown', () => {
  it('counts as empty for the fields that depend on it', () => {
    const text = (id: string, more: object = {}) => ({
      id,
      label: id,
      kind: 'text' as const,
      ...more,
    })
    const chain = {
      id: 'chain',
      label: 'Chain',
      formats: ['csv'],
      fields: [
        text('a'),
        text('b', { visibleWhen: { field: 'a', isEmpty: false } }),
        text('c', { visibleWhen: { field: 'b', isEmpty: false } }),
      ],
    }
    const { form } = openForm({ reportTypes: [chain] })
    form.setValue('a', 'x')
    form.setValue('b', 'y')
    expect(form.getState().fieldIds).toEqual(['a', 'b', 'c'])
    form.setValue('a', '')
    expect(form.getState().fieldIds).toEqual(['a'])
  })
})

describe('fields that depend on one another in a circle', () => {
  it('settle, and never hang', () => {
    const circle = {
      id: 'c',
      label: 'C',
      fields: [
        { id: 'a', label: 'A', kind: 'text' as const, visibleWhen: { field: 'b', isEmpty: true } },
        { id: 'b', label: 'B', kind: 'text' as const, visibleWhen: { field: 'a', isEmpty: true } },
      ],
    }
    const { form } = openForm({ reportTypes: [circle] })
    expect(form.getState().fieldIds).toContain('a')
  })
})
