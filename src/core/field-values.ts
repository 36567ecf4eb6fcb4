import { isEmptyValue } from './condition.js'
import { DATE_PRESETS, resolveDatePreset } from './date-presets.js'
import type { DateRangeValue, ReportField } from './report-fields.js'

/** A `date-range` field that holds nothing. */
export const NO_DATE_RANGE: DateRangeValue = { preset: null, from: null, to: null }

/**
 * Reads a kept value as one of this field: what was typed, or what came out of storage, a link or a
 * job's parameters. Never throws.
 *
 * @returns The field's value, or `undefined` when it is none: another kind, or a choice that the
 *   field no longer has. Of several choices, those that are left.
 */
export function readFieldValue(field: ReportField, raw: unknown): unknown {
  switch (field.kind) {
    case 'text':
    case 'date':
    case 'path-template':
      return raw === null ? '' : typeof raw === 'string' ? raw : undefined
    case 'number':
      if (raw === null) return ''
      return typeof raw === 'string' || Number.isFinite(raw) ? String(raw) : undefined
    case 'switch':
      return typeof raw === 'boolean' ? raw : undefined
    case 'select':
      if (raw === null || raw === '') return null
      return field.options.some(({ value }) => value === raw) ? raw : undefined
    case 'multi-select':
    case 'column-picker': {
      if (raw === null) return []
      if (!Array.isArray(raw)) return undefined
      const known = new Set<unknown>(field.options.map(({ value }) => value))
      const left = [...new Set(raw)].filter((value) => known.has(value))
      return left.length === 0 && raw.length > 0 ? undefined : left
    }
    case 'date-range':
      return raw === null ? NO_DATE_RANGE : readDateRange(raw)
    case 'custom':
      return raw
  }
}

/**
 * The value of a field before anybody touched it.
 *
 * @param today - Today's calendar date, or `null` while it is not known.
 */
export function defaultFieldValue(field: ReportField, today: string | null): unknown {
  const { defaultValue } = field
  if (field.kind === 'date' && defaultValue === 'today') return today ?? ''
  if (field.kind === 'switch') return defaultValue ?? false
  if (defaultValue === undefined) return readFieldValue(field, null) ?? null
  return readFieldValue(field, defaultValue) ?? readFieldValue(field, null) ?? null
}

/** Gives a ready period its days; a period of chosen days stays as it is. */
export function datedRange(value: DateRangeValue, today: string | null): DateRangeValue {
  if (value.preset === null) return value
  if (today === null) return { ...value, from: null, to: null }
  return { preset: value.preset, ...resolveDatePreset(value.preset, today) }
}

/**
 * What is sent for a field's value, and what conditions see: a number for a number's text, `{ from,
 * to }` for a period, `null` for nothing.
 */
export function sentFieldValue(field: ReportField, value: unknown): unknown {
  if (field.kind === 'multi-select' || field.kind === 'column-picker') return value
  if (isEmptyValue(value)) return null
  if (field.kind === 'number') {
    const number = Number(value)
    return Number.isFinite(number) ? number : null
  }
  const range = field.kind === 'date-range' ? readDateRange(value) : undefined
  return range === undefined ? value : { from: range.from || null, to: range.to || null }
}

/** Reads a period; a ready one that does not exist (any more) is none. */
export function readDateRange(raw: unknown): DateRangeValue | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const { preset = null, from = null, to = null }: Partial<Record<string, unknown>> = { ...raw }
  const known = DATE_PRESETS.find((name) => name === preset) ?? null
  const isDay = (day: unknown): day is string | null => day === null || typeof day === 'string'
  return preset === known && isDay(from) && isDay(to) ? { preset: known, from, to } : undefined
}
