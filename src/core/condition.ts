/** What a condition compares a field's value with. */
export type ConditionValue = string | number | boolean

/**
 * When something in a request form holds, as plain JSON, so that a backend can send it.
 *
 * A field that is not shown counts as empty. A field with several values `is` each of them.
 * Source: F2, F3.
 *
 * @example
 * { any: [{ field: 'layout', in: ['files', 'annotated'] }, { not: { field: 'order', isEmpty: true } }] }
 */
export type Condition =
  /** The field has this value, or has it among its values. */
  | { readonly field: string; readonly is: ConditionValue }
  /** The field has one of these values, or has one of them among its values. */
  | { readonly field: string; readonly in: readonly ConditionValue[] }
  /** The field is empty, or with `false` is not. A switch is never empty. */
  | { readonly field: string; readonly isEmpty: boolean }
  /** All of them hold; also when there is none. */
  | { readonly all: readonly Condition[] }
  /** At least one of them holds. */
  | { readonly any: readonly Condition[] }
  /** It does not hold. */
  | { readonly not: Condition }

/** The values of a form by field id, as they would be sent; `null` where a field is not shown. */
export type FieldValues = Readonly<Record<string, unknown>>

/** A condition; in a registry that is code and not JSON, also a function of the values. */
export type When = Condition | ((values: FieldValues) => boolean)

/** Tells whether a condition holds for these values. */
export function evaluateCondition(when: When, values: FieldValues): boolean {
  if (typeof when === 'function') return when(values)
  if ('all' in when) return when.all.every((part) => evaluateCondition(part, values))
  if ('any' in when) return when.any.some((part) => evaluateCondition(part, values))
  if ('not' in when) return !evaluateCondition(when.not, values)
  const value = Object.hasOwn(values, when.field) ? values[when.field] : null
  if ('isEmpty' in when) return isEmptyValue(value) === when.isEmpty
  const wanted: readonly unknown[] = 'in' in when ? when.in : [when.is]
  return (Array.isArray(value) ? value : [value]).some((one) => wanted.includes(one))
}

/**
 * Tells whether a field's value is no value: nothing, a blank text, an empty list, or a period that
 * is open at both ends.
 */
export function isEmptyValue(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return (
    typeof value === 'object' &&
    'from' in value &&
    'to' in value &&
    isEmptyValue(value.from) &&
    isEmptyValue(value.to)
  )
}
