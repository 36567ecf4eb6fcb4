import { carryOver } from './carry-over.js'
import type { RequestFormHome, RequestFormSetting } from './form-setting.js'
import {
  keepTyped,
  NOTHING_TYPED,
  own,
  readTyped,
  type TypedValues,
  withLastUsed,
  withValues,
} from './kept-values.js'
import type { ResolvedField } from './resolve-form.js'

/** What a person answered, over what the page, the last request and the registry propose. */
export interface Answers {
  /** What was typed; another object after each change. */
  readonly typed: () => TypedValues
  /** The report type in force, or `null`. */
  readonly typeId: () => string | null
  /** What is known of a field, whether it fits or not; `undefined` when nothing is. */
  readonly read: (fieldId: string) => unknown
  /** Takes over one value. */
  readonly put: (fieldId: string, value: unknown) => void
  /** Changes the report type; what both ask for goes along, unless it was already answered there. */
  readonly switchType: (value: unknown, from: readonly ResolvedField[]) => void
  /** Puts other values in place of those of a report type; `null` takes all away. */
  readonly replace: (
    reportTypeId: string | null,
    values: Readonly<Record<string, unknown>> | null,
  ) => void
  /** Whether `undo` has something to bring back. */
  readonly canUndo: () => boolean
  /** Puts back what was replaced, and the other way round. */
  readonly undo: () => void
  /** Reads what was kept; tells whether there was a draft. */
  readonly open: (home: RequestFormHome) => boolean
  /** Notes what was sent: it is the last used, and no draft any more unless it was changed since. */
  readonly taken: (sent: TypedValues, reportTypeId: string | null) => void
}

/** @param setting - The form's setting as it stands. */
export function createAnswers(setting: () => RequestFormSetting): Answers {
  let home: RequestFormHome | null = null
  let typed = NOTHING_TYPED
  let before: TypedValues | null = null
  let used = NOTHING_TYPED

  function typeId(): string | null {
    const { reportTypes, fixedReportType, initialValues } = setting()
    if (fixedReportType !== null) return fixedReportType
    const wishes = [typed.reportType, initialValues.reportType, used.reportType]
    const known = wishes.flatMap((wish) => reportTypes.filter(({ id }) => id === wish))
    return [...known, ...reportTypes][0]?.id ?? null
  }

  function type(next: TypedValues): void {
    typed = next
    if (home !== null) keepTyped(home.storages.session, home.storageKey('draft'), next)
  }

  return {
    typed: () => typed,
    typeId,
    read(fieldId) {
      const key = typeId() ?? ''
      const layers = [own(typed.values, key), setting().initialValues, own(used.values, key)]
      const found = layers.map((layer) => layer && own(layer, fieldId))
      return found.find((value) => value !== undefined)
    },
    put: (fieldId, value) => type(withValues(typed, typeId() ?? '', { [fieldId]: value })),
    switchType(value, from) {
      const next = setting().reportTypes.find(({ id }) => id === value)
      if (next === undefined) return
      const carried = carryOver(own(typed.values, typeId() ?? '') ?? {}, from, next)
      const values = { ...carried, ...own(typed.values, next.id) }
      type({ ...withValues(typed, next.id, values), reportType: next.id })
    },
    replace(reportTypeId, values) {
      before = typed
      if (values === null) return type(NOTHING_TYPED)
      const isBare = setting().reportTypes.length === 0
      const key = (isBare ? typeId() : reportTypeId) ?? ''
      const reportType = isBare ? typed.reportType : reportTypeId
      type({ reportType, values: { ...typed.values, [key]: values } })
    },
    canUndo: () => before !== null,
    undo() {
      if (before === null) return
      const former = typed
      type(before)
      before = former
    },
    open(next) {
      home = next
      const { session, local } = home.storages
      if (home.keepLastUsed) used = readTyped(local, home.storageKey('used'))
      const draft = readTyped(session, home.storageKey('draft'))
      if (typed !== NOTHING_TYPED || Object.keys(draft.values).length === 0) return false
      typed = draft
      return true
    },
    taken(sent, reportTypeId) {
      if (home === null) return
      const { session, local } = home.storages
      if (home.keepLastUsed) {
        used = withLastUsed(used, sent, reportTypeId)
        keepTyped(local, home.storageKey('used'), used)
      }
      // what was typed while the request was under way is a new draft
      if (typed === sent) keepTyped(session, home.storageKey('draft'), NOTHING_TYPED)
    },
  }
}
