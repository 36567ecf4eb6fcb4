import { calendarDay } from '../internal/zoned-time.js'
import { carryOver } from './carry-over.js'
import type { OwnedRequestForm, RequestFormHome, RequestFormSetting } from './form-setting.js'
import { drawForm, type FormView } from './form-view.js'
import {
  keepPresets,
  keepTyped,
  NOTHING_TYPED,
  own,
  readPresets,
  readTyped,
  type TypedValues,
  withLastUsed,
  withPreset,
  withValues,
} from './kept-values.js'
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
  let typed = NOTHING_TYPED
  let before: TypedValues | null = null
  let used = NOTHING_TYPED
  let presets: readonly FormPreset[] = []
  let notices: FormNotices = { ...NO_NOTICES, isSubmitting: false, focus: null }
  let isTried = false
  let touched: ReadonlySet<string> = new Set()
  let told: ToldErrors = new Map()
  let underWay: ReturnType<RequestForm['submit']> | null = null

  const formListeners = new Set<() => void>()
  const valueListeners = new Set<() => void>()
  const fieldListeners = new Map<string, Set<() => void>>()
  let view = draw(null)

  function draw(previous: FormView | null): FormView {
    const { reportTypes, formats, idPrefix, fixedReportType } = setting
    const form = {
      reportTypes,
      formats,
      reportTypeId: typeId(),
      isTypeFixed: fixedReportType !== null,
      today: today(),
      read,
    }
    const canUndo = before !== null
    return drawForm(previous, { form, idPrefix, told, isTried, touched, notices, presets, canUndo })
  }

  function change(apply: () => void): void {
    const former = view
    const formerTyped = typed
    apply()
    view = draw(former)
    if (former.state !== view.state) tellAll(formListeners)
    for (const [id, listeners] of fieldListeners) {
      if (former.fields.get(id) !== view.fields.get(id)) tellAll(listeners)
    }
    if (formerTyped !== typed) tellAll(valueListeners)
  }

  function typeId(): string | null {
    const { reportTypes, fixedReportType, initialValues } = setting
    if (fixedReportType !== null) return fixedReportType
    const wishes = [typed.reportType, initialValues.reportType, used.reportType]
    const known = wishes.flatMap((wish) => reportTypes.filter(({ id }) => id === wish))
    return [...known, ...reportTypes][0]?.id ?? null
  }

  function read(fieldId: string): unknown {
    const key = typeId() ?? ''
    const layers = [own(typed.values, key), setting.initialValues, own(used.values, key)]
    const answers = layers.map((layer) => layer && own(layer, fieldId))
    return answers.find((value) => value !== undefined)
  }

  function today(): string | null {
    return home === null ? null : calendarDay(home.now(), setting.timeZone)
  }

  function type(next: TypedValues): void {
    typed = next
    if (home !== null) keepTyped(home.storages.session, home.storageKey('draft'), next)
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
        switchType(value)
        return
      }
      told = new Map([...told].filter(([id]) => id !== fieldId && id !== null))
      type(withValues(typed, typeId() ?? '', { [fieldId]: value }))
    })
  }

  function switchType(value: unknown): void {
    const next = setting.reportTypes.find(({ id }) => id === value)
    if (next === undefined) return
    const answers = own(typed.values, typeId() ?? '') ?? {}
    const carried = carryOver(answers, view.resolved.fields, next)
    const values = { ...carried, ...own(typed.values, next.id) }
    type({ ...withValues(typed, next.id, values), reportType: next.id })
    startOver()
  }

  /** Puts other values in place of those of one report type; what was there can be brought back. */
  function fill({ reportTypeId, values, unfit }: Refill): Refill['unfit'] {
    change(() => {
      notices = { ...notices, ...NO_NOTICES, unfit }
      const isBare = setting.reportTypes.length === 0
      if (reportTypeId === null && !isBare) return
      before = typed
      const key = (isBare ? typeId() : reportTypeId) ?? ''
      const reportType = isBare ? typed.reportType : reportTypeId
      type({ reportType, values: { ...typed.values, [key]: values } })
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
      typed: () => typed,
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
          if (page.keepLastUsed) {
            used = withLastUsed(used, taken, reportType)
            keepTyped(page.storages.local, page.storageKey('used'), used)
          }
          // what was typed while the request was under way is a new draft
          if (typed === taken)
            keepTyped(page.storages.session, page.storageKey('draft'), NOTHING_TYPED)
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
        before = typed
        type(NOTHING_TYPED)
        startOver()
        notices = { ...notices, ...NO_NOTICES }
      }),
    undo: () =>
      change(() => {
        if (before === null) return
        const former = typed
        type(before)
        before = former
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
      const answers = ids.flatMap((id) => (read(id) === undefined ? [] : [[id, read(id)] as const]))
      const { reportType: _type, ...values } = Object.fromEntries(answers)
      putPreset(name, { name, reportType: typeId(), values })
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
        const { storages, storageKey, sender, wallNow } = next
        sentRequests = createSentRequests(storages.local, storageKey('sent'), sender, wallNow)
        if (next.keepLastUsed) used = readTyped(storages.local, storageKey('used'))
        const draft = readTyped(storages.session, storageKey('draft'))
        if (typed !== NOTHING_TYPED || Object.keys(draft.values).length === 0) return
        typed = draft
        notices = { ...notices, isDraftRestored: true }
      }),
    reload: () => change(reload),
  }
}
