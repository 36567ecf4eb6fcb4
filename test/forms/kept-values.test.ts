import { describe, expect, it } from 'vitest'
import { openBrowser } from './open-form.js'
import { inventory, orders } from './workflow-reports.js'

const setting = { reportTypes: [orders, inventory] }

describe('a draft', () => {
  it('survives leaving the page and a reload', () => {
    const tab = openBrowser().openTab()
    const { form } = tab.openForm(setting)
    form.setValue('reportType', 'inventory')
    form.setValue('note', 'half a sen')
    const again = tab.openForm(setting)
    expect(again.form.getState()).toMatchObject({ reportType: inventory, isDraftRestored: true })
    expect(again.shown('note')).toBe('half a sen')
  })

  it('holds what means nothing yet', () => {
    const tab = openBrowser().openTab()
    tab.openForm(setting).form.setValue('minimum', '12,')
    expect(tab.openForm(setting).shown('minimum')).toBe('12,')
  })

  it('belongs to its tab', () => {
    const browser = openBrowser()
    browser.openTab().openForm(setting).form.setValue('note', 'mine')
    expect(browser.openTab().openForm(setting).shown('note')).toBe('')
  })

  it('goes before the page’s own values', () => {
    const tab = openBrowser().openTab()
    tab.openForm(setting).form.setValue('note', 'typed')
    expect(tab.openForm({ ...setting, initialValues: { note: 'page' } }).shown('note')).toBe(
      'typed',
    )
  })

  it('outlives a registry that has lost its field, and one that comes late', () => {
    const tab = openBrowser().openTab()
    tab.openForm(setting).form.setValue('note', 'kept')
    const late = tab.openForm({ reportTypes: [] })
    late.configure({ reportTypes: [{ ...orders, fields: [] }] })
    late.configure(setting)
    expect(late.shown('note')).toBe('kept')
  })

  it('ends with the request that was made of it', async () => {
    const tab = openBrowser().openTab()
    const { form } = tab.openForm(setting)
    form.setValue('name', 'October')
    await form.submit()
    expect(tab.session.kept.size).toBe(0)
    expect(tab.openForm(setting).form.getState().isDraftRestored).toBe(false)
  })

  it('stays when it was changed while the request was under way', async () => {
    const tab = openBrowser().openTab()
    const { form } = tab.openForm(setting)
    form.setValue('name', 'October')
    const pressed = form.submit()
    form.setValue('name', 'November')
    await pressed
    expect(tab.openForm(setting).shown('name')).toBe('November')
  })

  it('can be taken away, and brought back', () => {
    const { form, shown } = openBrowser().openTab().openForm(setting)
    form.setValue('note', 'long')
    form.reset()
    expect(shown('note')).toBe('')
    expect(form.getState().canUndo).toBe(true)
    form.undo()
    expect(shown('note')).toBe('long')
  })

  it('that was begun anew is not lost by bringing back the former one', () => {
    const { form, shown } = openBrowser().openTab().openForm(setting)
    form.setValue('note', 'first')
    form.reset()
    form.setValue('note', 'second')
    form.undo()
    expect(shown('note')).toBe('first')
    form.undo()
    expect(shown('note')).toBe('second')
  })

  it('is not needed: a browser that refuses to keep anything changes nothing else', () => {
    const closed = () => {
      throw new DOMException('QuotaExceededError')
    }
    const storage = { getItem: closed, setItem: closed, removeItem: closed }
    const { form, shown } = openBrowser()
      .openTab()
      .openForm(setting, { storages: { session: storage, local: storage } })
    form.setValue('note', 'typed')
    form.savePreset('mine')
    expect(shown('note')).toBe('typed')
    expect(form.getState().presets).toHaveLength(1)
  })
})

describe('the values of the last request', () => {
  it('are there the next time, in any tab, but for the name', async () => {
    const browser = openBrowser()
    const { form } = browser.openTab().openForm(setting)
    form.setValue('reportType', 'inventory')
    form.setValue('note', 'as always')
    form.setValue('reportType', 'orders')
    form.setValue('fileFormat', 'pdf')
    form.setValue('name', 'October')
    await form.submit()
    const next = browser.openTab().openForm(setting)
    expect([next.shown('fileFormat'), next.shown('name')]).toEqual(['pdf', ''])
    expect(next.form.getState().isDraftRestored).toBe(false)
  })

  it('move with the calendar where they are a ready period', async () => {
    const browser = openBrowser()
    const { form } = browser.openTab().openForm(setting)
    form.setValue('dateRange', { preset: 'today', from: null, to: null })
    await form.submit()
    browser.pass(2 * 86_400_000)
    expect(browser.openTab().openForm(setting).shown('dateRange')).toEqual({
      preset: 'today',
      from: '2026-11-25',
      to: '2026-11-25',
    })
  })

  it('are not kept where the page does not want it', async () => {
    const browser = openBrowser()
    const { form } = browser.openTab().openForm(setting, { keepLastUsed: false })
    form.setValue('fileFormat', 'pdf')
    await form.submit()
    expect(browser.openTab().openForm(setting).shown('fileFormat')).toBe('csv')
  })
})

describe('named presets', () => {
  it('are there in every tab, by name, and fill in the form', () => {
    const browser = openBrowser()
    const { form } = browser.openTab().openForm(setting)
    form.setValue('columns', ['price'])
    form.savePreset('Prices')
    form.setValue('columns', ['vendor'])
    form.savePreset('By vendor')
    const other = browser.openTab().openForm(setting)
    expect(other.form.getState().presets.map(({ name }) => name)).toEqual(['By vendor', 'Prices'])
    expect(other.form.applyPreset('Prices')).toEqual([])
    expect(other.shown('columns')).toEqual(['price'])
  })

  it('replace the one of the same name, and can be deleted', () => {
    const { form } = openBrowser().openTab().openForm(setting)
    form.savePreset('Mine')
    form.setValue('note', 'new')
    form.savePreset('Mine')
    expect(form.getState().presets).toMatchObject([{ name: 'Mine', values: { note: 'new' } }])
    form.deletePreset('Mine')
    expect(form.getState().presets).toEqual([])
  })

  it('of two tabs do not overwrite one another', () => {
    const browser = openBrowser()
    const one = browser.openTab().openForm(setting)
    const two = browser.openTab().openForm(setting)
    one.form.savePreset('One')
    two.form.savePreset('Two')
    one.reload()
    expect(one.form.getState().presets.map(({ name }) => name)).toEqual(['One', 'Two'])
  })

  it('say what of them no longer fits', () => {
    const tab = openBrowser().openTab()
    const { form } = tab.openForm(setting)
    form.setValue('columns', ['price', 'id'])
    form.setValue('note', 'x')
    form.savePreset('Prices')
    const fewer = {
      ...orders,
      fields: (orders.fields ?? [])
        .filter(({ id }) => id !== 'note')
        .map((field) =>
          field.kind === 'column-picker' ? { ...field, options: field.options.slice(0, 2) } : field,
        ),
    }
    const today = tab.openForm({ reportTypes: [fewer] })
    expect(today.form.applyPreset('Prices')).toMatchObject([
      { code: 'field_gone', fieldId: 'note' },
      { code: 'value_gone', fieldId: 'columns', label: 'Columns', value: ['price', 'id'] },
    ])
    expect(today.shown('columns')).toEqual(['id'])
    expect(today.form.getState().unfit).toHaveLength(2)
  })

  it('leave what was typed within reach', () => {
    const { form, shown } = openBrowser().openTab().openForm(setting)
    form.savePreset('Blank')
    form.setValue('note', 'typed')
    form.applyPreset('Blank')
    expect(shown('note')).toBe('')
    form.undo()
    expect(shown('note')).toBe('typed')
  })
})
