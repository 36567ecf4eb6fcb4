import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { SendOutcome } from '../../src/forms/request-form-types.js'
import { openBrowser } from './open-form.js'
import { orders } from './workflow-reports.js'

const setting = { reportTypes: [orders] }
const refused = (code: ExportJobsError['code']) => async (): Promise<SendOutcome> => ({
  kind: 'refused',
  error: new ExportJobsError(code, { message: 'No.' }),
})

describe('the same request within a minute', () => {
  it('is not sent again, and leads to the job that runs', async () => {
    const { form, send } = openBrowser().openTab().openForm(setting)
    await form.submit()
    const outcome = await form.submit()
    expect(outcome).toMatchObject({ kind: 'duplicate', duplicate: { jobId: '9' } })
    expect(form.getState().duplicate).toMatchObject({ jobId: '9' })
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('is known in every tab', async () => {
    const browser = openBrowser()
    await browser.openTab().openForm(setting).form.submit()
    const other = browser.openTab().openForm(setting)
    expect((await other.form.submit()).kind).toBe('duplicate')
    expect(other.send).not.toHaveBeenCalled()
  })

  it('is known before its answer', async () => {
    const browser = openBrowser()
    let finish: (outcome: SendOutcome) => void = () => {}
    const waiting = new Promise<SendOutcome>((resolve) => {
      finish = resolve
    })
    const pressed = browser
      .openTab()
      .openForm(setting, { send: () => waiting })
      .form.submit()
    const other = browser.openTab().openForm(setting)
    await other.form.submit()
    expect(other.form.getState().duplicate).toMatchObject({ jobId: null })
    finish({ kind: 'job', job: buildExportJob({ id: '12' }) })
    await pressed
    other.reload()
    expect(other.form.getState().duplicate).toMatchObject({ jobId: '12' })
  })

  it('is no longer in the way once its answer was a refusal', async () => {
    const browser = openBrowser()
    let finish: (outcome: SendOutcome) => void = () => {}
    const waiting = new Promise<SendOutcome>((resolve) => {
      finish = resolve
    })
    const pressed = browser
      .openTab()
      .openForm(setting, { send: () => waiting })
      .form.submit()
    const other = browser.openTab().openForm(setting)
    await other.form.submit()
    finish(await refused('invalid')())
    await pressed
    other.reload()
    expect(other.form.getState().duplicate).toBeNull()
  })

  it('is sent when the person wants another', async () => {
    const { form, send } = openBrowser().openTab().openForm(setting)
    await form.submit()
    expect((await form.submit({ another: true })).kind).toBe('job')
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('is another when a value differs, and the notice goes', async () => {
    const { form, send } = openBrowser().openTab().openForm(setting)
    await form.submit()
    await form.submit()
    form.setValue('fileFormat', 'pdf')
    expect(form.getState().duplicate).toBeNull()
    await form.submit()
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('is forgotten after a minute', async () => {
    const browser = openBrowser()
    const { form } = browser.openTab().openForm(setting)
    await form.submit()
    browser.pass(59_999)
    expect((await form.submit()).kind).toBe('duplicate')
    browser.pass(1)
    expect((await form.submit()).kind).toBe('job')
  })

  it.each(['invalid', 'forbidden', 'conflict'] as const)(
    'is no hindrance after %s, in any tab',
    async (code) => {
      const browser = openBrowser()
      await browser
        .openTab()
        .openForm(setting, { send: refused(code) })
        .form.submit()
      expect((await browser.openTab().openForm(setting).form.submit()).kind).toBe('job')
    },
  )

  it.each(['timeout', 'offline', 'unavailable'] as const)(
    'after %s may be tried again here, but another tab is told',
    async (code) => {
      const browser = openBrowser()
      const { form } = browser.openTab().openForm(setting, { send: refused(code) })
      await form.submit()
      expect((await browser.openTab().openForm(setting).form.submit()).kind).toBe('duplicate')
      expect((await form.submit()).kind).toBe('refused')
    },
  )

  it('may be asked for as often as one likes when the file comes back at once', async () => {
    const { form, send } = openBrowser()
      .openTab()
      .openForm({ reportTypes: [{ ...orders, delivery: 'direct' }] })
    await form.submit()
    await form.submit()
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('is known to the form itself where nothing can be kept', async () => {
    const { form } = openBrowser()
      .openTab()
      .openForm(setting, { storages: { session: null, local: null } })
    await form.submit()
    expect((await form.submit()).kind).toBe('duplicate')
  })
})
