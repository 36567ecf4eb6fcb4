import { calendarDay } from '../internal/zoned-time.js'
import { createAnswers } from './answers.js'
import type { OwnedRequestForm, RequestFormHome, RequestFormSetting } from './form-setting.js'
import { drawForm, type FormView } from './form-view.js'
import { keepPresets, readPresets, type TypedValues, withPreset } from './kept-values.js'
import { listen, tellAll } from './listeners.js'
import {
  checkValues,
  type Refill,
  type RefillContext,
  refillFromJob,
  refillWithoutFields,
} from './refill.js'
import type { FormPreset, RequestForm } from './request-form-types.js'
import { buildRequest } from './resolve-form.js'
import { createSentRequests, type SentRequests } from './sent-requests.js'
import {
  type FormNotices,
  NO_NOTICES,
  payloadOf,
  submitRequest,
  type ToldErrors,
} from './submit-request.js'

/** Makes a request form. It touches nothing outside itself until it is opened. */
export function createRequestForm(first: RequestFormSetting): OwnedRequestForm {
  let setting = first
  let home: RequestFormHome | null = null
  let sentRequests: SentRequests | null = null
  let presets: readonly FormPreset[] = []
  let notices: FormNotices = { ...NO_NOTICES, isSubmitting: false, focus: null }
  let isTried = false
  let touched: ReadonlySet<string> = new Set()
  let told: ToldErrors = new Map()
  let underWay: ReturnType<RequestForm['submit']> | null = null

  const answers = createAnswers(() => setting)
  const formListeners = new Set<() => void>()
  const valueListeners = new Set<() => void>()
  const fieldListeners = new Map<string, Set<() => void>>()
  let view = draw(null)

  function draw(previous: FormView | null): FormView {
    const { reportTypes, formats, idPrefix, fixedReportType } = setting
    const form = {
      reportTypes,
      formats,
      reportTypeId: answers.typeId(),
      isTypeFixed: fixedReportType !== null,
      today: today(),
      read: answers.read,
    }
    const canUndo = answers.canUndo()
    return drawForm(previous, { form, idPrefix, told, isTried, touched, notices, presets, canUndo })
  }

  function change(apply: () => void): void {
    const former = view
    const formerTyped = answers.typed()
    apply()
    view = draw(former)
    if (former.state !== view.state) tellAll(formListeners)
    for (const [id, listeners] of fieldListeners) {
      if (former.fields.get(id) !== view.fields.get(id)) tellAll(listeners)
    }
    if (formerTyped !== answers.typed()) tellAll(valueListeners)
  }

  function today(): string | null {
    return home === null ? null : calendarDay(home.now(), setting.timeZone)
  }

  function startOver(): void {
    isTried = false
    touched = new Set()
    told = new Map()
  }

  function setValue(fieldId: string, value: unknown): void {
    change(() => {
      if (notices.duplicate !== null) notices = { ...notices, duplicate: null }
      if (fieldId === 'reportType') {
        answers.switchType(value, view.resolved.fields)
        startOver()
        return
      }
      told = new Map([...told].filter(([id]) => id !== fieldId && id !== null))
      answers.put(fieldId, value)
    })
  }

  /** Puts other values in place of those of one report type; what was there can be brought back. */
  function fill({ reportTypeId, values, unfit }: Refill): Refill['unfit'] {
    change(() => {
      notices = { ...notices, ...NO_NOTICES, unfit }
      if (reportTypeId === null && setting.reportTypes.length > 0) return
      answers.replace(reportTypeId, values)
      startOver()
    })
    return unfit
  }

  /** What the page has not chosen cannot be filled in. */
  function refillContext(): RefillContext {
    const { reportTypes, fixedReportType, formats } = setting
    const offered = reportTypes.filter(
      ({ id }) => fixedReportType === null || id === fixedReportType,
    )
    return { reportTypes: offered, formats, today: today() }
  }

  function reload(): void {
    if (home?.storages.local) {
      presets = readPresets(home.storages.local, home.storageKey('presets'))
    }
    // the other tab may have had its answer meanwhile
    if (notices.duplicate?.jobId === null) {
      const duplicate = sentRequests?.find(payloadOf(buildRequest(view.resolved))) ?? null
      notices = { ...notices, duplicate }
    }
  }

  function putPreset(name: string, preset: FormPreset | null): void {
    change(() => {
      // another tab may have changed them meanwhile
      reload()
      presets = withPreset(presets, name, preset)
      if (home !== null) keepPresets(home.storages.local, home.storageKey('presets'), presets)
    })
  }

  function submit(page: RequestFormHome, sent: SentRequests, another: boolean) {
    const desk = {
      home: page,
      sent,
      form: () => view.resolved,
      typed: answers.typed,
      schema: () => setting.schema,
      problems: () => view.state.problems,
      tell: (errors: ToldErrors, patch: Partial<FormNotices>) =>
        change(() => {
          isTried = true
          told = errors
          notices = { ...notices, ...patch }
        }),
      focus: () =>
        change(() => {
          const { problems, summaryId, focus } = view.state
          const controlId = problems[0]?.controlId ?? summaryId
          notices = { ...notices, focus: { controlId, serial: (focus?.serial ?? 0) + 1 } }
        }),
      taken: (taken: TypedValues, reportType: string | null, outcome: FormNotices['outcome']) =>
        change(() => {
          startOver()
          notices = { ...notices, ...NO_NOTICES, outcome, isSubmitting: false }
          answers.taken(taken, reportType)
        }),
    }
    return submitRequest(desk, another)
  }

  const form: RequestForm = {
    getState: () => view.state,
    subscribe: (listener) => listen(formListeners, listener),
    getField: (fieldId) => view.fields.get(fieldId) ?? null,
    subscribeField(fieldId, listener) {
      const listeners = fieldListeners.get(fieldId) ?? new Set()
      fieldListeners.set(fieldId, listeners)
      return listen(listeners, listener)
    },
    getValues: () => view.resolved.values,
    subscribeValues: (listener) => listen(valueListeners, listener),
    getRequest: () =>
      view.resolved.fields.some(({ errors }) => errors.length > 0)
        ? null
        : buildRequest(view.resolved),
    setValue,
    touch: (fieldId) =>
      change(() => {
        touched = new Set([...touched, fieldId])
      }),
    submit({ another = false } = {}) {
      if (home === null || sentRequests === null) {
        return Promise.resolve({ kind: 'invalid', problems: [] })
      }
      underWay ??= submit(home, sentRequests, another).finally(() => {
        underWay = null
      })
      return underWay
    },
    reset: () =>
      change(() => {
        answers.replace(null, null)
        startOver()
        notices = { ...notices, ...NO_NOTICES }
      }),
    undo: () =>
      change(() => {
        if (!answers.canUndo()) return
        answers.undo()
        startOver()
        notices = { ...notices, unfit: [] }
      }),
    refill: (job) =>
      fill(
        setting.reportTypes.length === 0
          ? refillWithoutFields(job)
          : refillFromJob(job, refillContext()),
      ),
    savePreset(name) {
      const ids = view.resolved.fields.map(({ field }) => field.id)
      const known = ids.map((id) => [id, answers.read(id)] as const)
      const { reportType: _type, ...values } = Object.fromEntries(
        known.filter(([, value]) => value !== undefined),
      )
      putPreset(name, { name, reportType: answers.typeId(), values })
    },
    applyPreset(name) {
      const preset = presets.find((candidate) => candidate.name === name)
      if (preset === undefined) return []
      const { reportType, values } = preset
      if (setting.reportTypes.length === 0) {
        return fill({ reportTypeId: null, values, unfit: [], request: null })
      }
      return fill(checkValues(reportType, values, refillContext()))
    },
    deletePreset: (name) => putPreset(name, null),
    dismiss: () =>
      change(() => {
        notices = { ...notices, ...NO_NOTICES }
      }),
  }

  return {
    form,
    configure: (next) =>
      change(() => {
        setting = next
      }),
    open: (next) =>
      change(() => {
        const isFirst = home === null
        home = next
        reload()
        if (!isFirst) return
        const { storages, storageKey, sender, wallNow, runAlone } = next
        sentRequests = createSentRequests({
          storage: storages.local,
          key: storageKey('sent'),
          sender,
          now: wallNow,
          runAlone,
        })
        if (answers.open(next)) notices = { ...notices, isDraftRestored: true }
      }),
    reload: () => change(reload),
  }
}
