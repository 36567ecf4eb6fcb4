import { asList, asRecord, keep, readKept, type StorageLike } from './form-storage.js'
import type { FormPreset } from './request-form-types.js'

/** Values by report type (empty text without one) and field id. */
export type ValuesByType = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What a person typed, with the report type that they chose. */
export interface TypedValues {
  /** The report type they chose, or `null` when they did not choose. */
  readonly reportType: string | null
  /** What they typed. */
  readonly values: ValuesByType
}

/** Nothing typed. */
export const NOTHING_TYPED: TypedValues = { reportType: null, values: {} }

/** Reads a record's own member; others come from its prototype. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Lays values over those of one report type. */
export function withValues(
  typed: TypedValues,
  type: string,
  values: Readonly<Record<string, unknown>>,
): TypedValues {
  return {
    ...typed,
    values: { ...typed.values, [type]: { ...own(typed.values, type), ...values } },
  }
}

/** Remembers what was sent for the next time; a name is for one export only. */
export function withLastUsed(
  used: TypedValues,
  sent: TypedValues,
  reportType: string | null,
): TypedValues {
  const key = reportType ?? ''
  const { name: _name, ...values } = own(sent.values, key) ?? {}
  return { ...withValues(used, key, values), reportType }
}

/** Reads typed values out of storage; what cannot be read is nothing. */
export function readTyped(storage: StorageLike | null, key: string): TypedValues {
  const { reportType, values } = asRecord(readKept(storage, key))
  return {
    reportType: typeof reportType === 'string' ? reportType : null,
    values: Object.fromEntries(
      Object.entries(asRecord(values)).map(([type, kept]) => [type, asRecord(kept)]),
    ),
  }
}

/** Keeps typed values; nothing typed takes them away. */
export function keepTyped(storage: StorageLike | null, key: string, typed: TypedValues): void {
  keep(storage, key, typed === NOTHING_TYPED ? null : typed)
}

/** Reads a person's presets, by name. */
export function readPresets(storage: StorageLike | null, key: string): readonly FormPreset[] {
  return asList(readKept(storage, key)).flatMap((entry) => {
    const { name, reportType, values } = asRecord(entry)
    if (typeof name !== 'string') return []
    const type = typeof reportType === 'string' ? reportType : null
    return [{ name, reportType: type, values: asRecord(values) }]
  })
}

/** Keeps a person's presets. */
export function keepPresets(
  storage: StorageLike | null,
  key: string,
  presets: readonly FormPreset[],
): void {
  keep(storage, key, presets.length === 0 ? null : presets)
}

/** Puts a preset in place of what has its name; `null` takes that away. By name. */
export function withPreset(
  presets: readonly FormPreset[],
  name: string,
  preset: FormPreset | null,
): readonly FormPreset[] {
  const others = presets.filter((known) => known.name !== name)
  if (preset === null) return others
  return [...others, preset].sort((a, b) => (a.name < b.name ? -1 : 1))
}
