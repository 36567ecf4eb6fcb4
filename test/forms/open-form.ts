import { vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { RequestFormHome, RequestFormSetting } from '../../src/forms/form-setting.js'
import type { StorageLike } from '../../src/forms/form-storage.js'
import { createRequestForm } from '../../src/forms/request-form.js'

/** A storage that lives as long as the test. */
export function memoryStorage(): StorageLike & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/** One person's browser: what is kept in it, and its clock. */
export function openBrowser() {
  const local = memoryStorage()
  let now = Date.parse('2026-11-23T12:00:00Z')
  let tabs = 0
  return {
    local,
    pass: (ms: number) => {
      now += ms
    },
    /** Opens a tab; forms in it share a session. */
    openTab() {
      const session = memoryStorage()
      return {
        session,
        /** Opens the form, as navigating to it does. */
        openForm(setting: Partial<RequestFormSetting> = {}, home: Partial<RequestFormHome> = {}) {
          tabs += 1
          const send = vi.fn<RequestFormHome['send']>(async () => ({
            kind: 'job',
            job: buildExportJob({ id: '9' }),
          }))
          const reportError = vi.fn<RequestFormHome['reportError']>()
          const settings: RequestFormSetting = {
            reportTypes: [],
            fixedReportType: null,
            formats: ['csv', 'pdf'],
            initialValues: {},
            schema: null,
            timeZone: 'UTC',
            idPrefix: 'form',
            ...setting,
          }
          const owned = createRequestForm(settings)
          owned.open({
            storages: { session, local },
            keepLastUsed: true,
            storageKey: (what) => what,
            now: () => now,
            wallNow: () => now,
            sender: `tab ${tabs}`,
            runAlone: async (run) => run(),
            send,
            reportError,
            ...home,
          })
          const configure = (next: Partial<RequestFormSetting>) =>
            owned.configure({ ...settings, ...next })
          const shown = (id: string) => owned.form.getField(id)?.value
          const told = (id: string) =>
            owned.form.getField(id)?.errors.map(({ code, message }) => message ?? code)
          return { ...owned, configure, send, reportError, shown, told }
        },
      }
    },
  }
}

/** Opens a form in a browser of its own. */
export function openForm(
  setting: Partial<RequestFormSetting> = {},
  home: Partial<RequestFormHome> = {},
) {
  return openBrowser().openTab().openForm(setting, home)
}
