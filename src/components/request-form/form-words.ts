import type { FieldError } from '../../core/validate-request.js'
import type { UnfitValue } from '../../forms/refill.js'
import type { FormProblem } from '../../forms/request-form-types.js'
import type { FieldOptionState } from '../../forms/resolve-form.js'
import { formatWord, readable, reportTypeWord } from '../parts/job-words.js'
import type { RequestUi } from './useRequestUi.js'

/** What a field is called; the form's own fields have words of their own. */
export function fieldWord(
  { id, label }: { readonly id: string; readonly label: string },
  ui: RequestUi,
): string {
  const { form } = ui.words
  if (label !== '') return label
  if (id === 'reportType') return form.reportType
  return id === 'fileFormat' ? form.fileFormat : readable(id)
}

/** What a choice is called. */
export function optionWord(
  fieldId: string,
  { value, label }: FieldOptionState,
  ui: RequestUi,
): string {
  if (fieldId === 'reportType') return reportTypeWord(value, ui.labels, [{ id: value, label }])
  return label === '' && fieldId === 'fileFormat' ? formatWord(value, ui.labels) : label || value
}

/** What is wrong with a field: the words that came with it, else ours for its code. */
export function errorWord({ code, message, limit }: FieldError, ui: RequestUi): string {
  if (message !== null) return message
  const { formatNumber, formatDate } = ui.formatters
  const text =
    limit === null ? '' : typeof limit === 'number' ? formatNumber(limit) : formatDate(limit)
  return ui.words.form.fieldErrors[code]({ limit: text })
}

/** One line of what has to be mended. */
export function problemWord({ fieldId, label, error }: FormProblem, ui: RequestUi): string {
  const field = fieldId === null ? '' : fieldWord({ id: fieldId, label }, ui)
  return ui.words.form.problem({ field, error: errorWord(error, ui) })
}

/** What of an earlier request no longer fits. */
export function unfitWord(
  { code, fieldId, label, value, error }: UnfitValue,
  ui: RequestUi,
): string {
  return ui.words.form.unfit[code]({
    field: fieldWord({ id: fieldId, label }, ui),
    value: valueWord(value, ui),
    reason: error === null ? '' : errorWord(error, ui),
  })
}

function valueWord(value: unknown, ui: RequestUi): string {
  if (Array.isArray(value)) return ui.formatters.formatList(value.map((one) => valueWord(one, ui)))
  if (typeof value === 'string') return value
  return value == null ? ui.labels.job.noValue : JSON.stringify(value)
}
