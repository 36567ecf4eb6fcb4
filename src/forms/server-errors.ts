import type { ResolvedField } from './resolve-form.js'

/** Where a backend's words on fields belong. */
export interface PlacedErrors {
  /** By field id. */
  readonly byField: ReadonlyMap<string, readonly string[]>
  /** Words on what the form does not show. */
  readonly others: readonly string[]
}

/**
 * Puts a backend's field errors on the form's fields, however it spells their names: in another case,
 * inside `parameters`, with an index, or by a period's one end. What is
 * said twice of one field, or of what the form does not show, is told once.
 */
export function placeServerErrors(
  fieldErrors: Readonly<Record<string, readonly string[]>>,
  fields: readonly ResolvedField[],
): PlacedErrors {
  const names = new Map<string, string>()
  for (const { field, isShown } of fields) {
    if (!isShown) continue
    for (const name of namesOf(field.id, field.errorNames)) {
      if (!names.has(name)) names.set(name, field.id)
    }
  }
  const byField = new Map<string, readonly string[]>()
  const others: string[] = []
  for (const [name, messages] of Object.entries(fieldErrors)) {
    // the whole name first, then its parts from the inmost
    const parts = [name, ...name.split(/[./[\]]+/).reverse()]
    const id = parts.map((part) => names.get(plain(part))).find((found) => found !== undefined)
    if (id === undefined) others.push(...messages.map((message) => named(name, message)))
    else byField.set(id, [...new Set([...(byField.get(id) ?? []), ...messages])])
  }
  return { byField, others: [...new Set(others)] }
}

function namesOf(id: string, errorNames: readonly string[] = []): readonly string[] {
  const own = plain(id)
  const stem = own === 'daterange' ? 'date' : own
  const more = own === 'fileformat' ? ['format'] : [`${stem}from`, `${stem}to`]
  return [own, ...errorNames.map(plain), ...more]
}

/** Names under which frameworks tell what is wrong with a request as a whole. */
const WHOLE = new Set(['', 'all', 'base', 'detail', 'error', 'errors', 'message', 'nonfielderrors'])

/** "This field is required." says nothing without the field; the form has no word for it, so the backend's. */
function named(name: string, message: string): string {
  return WHOLE.has(plain(name)) || message.includes(name) ? message : `${name}: ${message}`
}

/** Case, dashes and underscores make no other name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
