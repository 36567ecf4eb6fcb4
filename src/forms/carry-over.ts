import { isEmptyValue } from '../core/condition.js'
import { readFieldValue } from '../core/field-values.js'
import type { ReportType } from '../core/report-types.js'
import { own } from './kept-values.js'
import type { ResolvedField } from './resolve-form.js'

/**
 * Picks what was typed for one report type and another one asks for as well: fields of the same id
 * and kind whose value fits.
 */
export function carryOver(
  answers: Readonly<Record<string, unknown>>,
  from: readonly ResolvedField[],
  to: ReportType,
): Readonly<Record<string, unknown>> {
  const kinds = new Map(from.map(({ field }) => [field.id, field.kind]))
  const shared = (to.fields ?? []).filter(
    (field) =>
      Object.hasOwn(answers, field.id) &&
      kinds.get(field.id) === field.kind &&
      readFieldValue(field, answers[field.id]) !== undefined,
  )
  const format = own(answers, 'fileFormat')
  return {
    ...(!isEmptyValue(format) && { fileFormat: format }),
    ...Object.fromEntries(shared.map(({ id }) => [id, answers[id]])),
  }
}
