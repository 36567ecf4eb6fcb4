import { isCalendarDate } from '../internal/calendar-date.js'
import { isEmptyValue } from './condition.js'
import { daysInRange } from './date-presets.js'
import { readDateRange } from './field-values.js'
import { type PathTemplateError, parsePathTemplate } from './path-template.js'
import type {
  DateField,
  DateRangeField,
  ManyField,
  ReportField,
  SelectField,
  TextField,
} from './report-fields.js'

/**
 * What can be wrong with a field.
 *
 * - `required`: it is empty. `incomplete_range`: a period lacks one end.
 * - `not_a_date`, `not_a_number`, `not_whole`: it does not read as one.
 * - `too_early`, `too_late`, `reversed_range`, `range_too_long`: days out of bounds.
 * - `too_small`, `too_large`: a number out of bounds.
 * - `too_short`, `too_long`, `pattern`: a text that will not do.
 * - `too_few`, `too_many`: choices.
 * - `option_disabled`: a choice that cannot be made now.
 * - `path_template`: see `mistakes`.
 * - `schema`, `server`: the schema or the backend says so, in `message`.
 */
export type FieldErrorCode =
  | 'required'
  | 'incomplete_range'
  | 'not_a_date'
  | 'not_a_number'
  | 'not_whole'
  | 'too_early'
  | 'too_late'
  | 'reversed_range'
  | 'range_too_long'
  | 'too_small'
  | 'too_large'
  | 'too_short'
  | 'too_long'
  | 'pattern'
  | 'too_few'
  | 'too_many'
  | 'option_disabled'
  | 'path_template'
  | 'schema'
  | 'server'

/** One mistake in a field. The words come from labels by the code, unless there is a message. */
export interface FieldError {
  /** What is wrong. */
  readonly code: FieldErrorCode
  /** The registry's, the schema's or the backend's own words, shown as text, or `null`. */
  readonly message: string | null
  /** The bound that was overstepped (a number, or a day), or `null`. */
  readonly limit: string | number | null
  /** Each mistake of a path template and its place; else left out. Source: F5. */
  readonly mistakes?: readonly PathTemplateError[]
}

/** What {@link validateField} needs besides the field and its value. */
export interface FieldContext {
  /** Whether it must be filled in now. */
  readonly isRequired: boolean
  /** The choices that cannot be made now, with the reasons. */
  readonly disabledOptions: ReadonlyMap<string, string | null>
  /** Today's calendar date, or `null` while it is not known; bounds by it are then not checked. */
  readonly today: string | null
}

type Rest = Partial<Omit<FieldError, 'code'>>
type Add = (code: FieldErrorCode, rest?: Rest) => void

/** Judges a field's value by the field alone. Never throws; empty when all is well. */
export function validateField(
  field: ReportField,
  value: unknown,
  context: FieldContext,
): readonly FieldError[] {
  const errors: FieldError[] = []
  const add: Add = (code, rest) => {
    errors.push({ code, message: null, limit: null, ...rest })
  }
  if (isEmptyValue(value)) {
    if (context.isRequired) add('required')
    return errors
  }
  const written = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'select':
    case 'multi-select':
    case 'column-picker':
      checkChoices(field, Array.isArray(value) ? value : [value], context, add)
      break
    case 'date':
      if (!isCalendarDate(written)) add('not_a_date')
      else checkBounds(field, written, written, context.today, add)
      break
    case 'date-range':
      checkRange(field, value, context.today, add)
      break
    case 'text':
      checkText(field, written, add)
      break
    case 'number':
      checkNumber(field, Number(written), add)
      break
    case 'path-template': {
      const result = parsePathTemplate(written)
      if (!result.ok) add('path_template', { mistakes: result.errors })
      break
    }
    case 'switch':
      // a switch that must be on, such as a consent
      if (context.isRequired && value === false) add('required')
      break
    case 'custom':
  }
  return errors
}

function checkChoices(
  field: SelectField | ManyField,
  chosen: readonly unknown[],
  { disabledOptions }: FieldContext,
  add: Add,
): void {
  const bounds: Pick<ManyField, 'minItems' | 'maxItems'> = field.kind === 'select' ? {} : field
  const { minItems: min, maxItems: max } = bounds
  for (const choice of chosen) {
    const reason = typeof choice === 'string' ? disabledOptions.get(choice) : undefined
    if (reason !== undefined) add('option_disabled', { message: reason })
  }
  if (min !== undefined && chosen.length < min) add('too_few', { limit: min })
  if (max !== undefined && chosen.length > max) add('too_many', { limit: max })
}

function checkRange(field: DateRangeField, value: unknown, today: string | null, add: Add): void {
  const { from = null, to = null } = readDateRange(value) ?? {}
  const [first, last] = [from || null, to || null]
  if ((first !== null && !isCalendarDate(first)) || (last !== null && !isCalendarDate(last))) {
    add('not_a_date')
    return
  }
  if ((first === null || last === null) && !field.openEnded) add('incomplete_range')
  checkBounds(field, first, last, today, add)
  if (first === null || last === null) return
  const days = daysInRange(first, last)
  if (days < 1) add('reversed_range')
  const { maxDays } = field
  if (maxDays !== undefined && days > maxDays) add('range_too_long', { limit: maxDays })
}

function checkBounds(
  field: Pick<DateField, 'min' | 'max'>,
  first: string | null,
  last: string | null,
  today: string | null,
  add: Add,
): void {
  const bound = (day: string | undefined) => (day === 'today' ? today : (day ?? null))
  const [min, max] = [bound(field.min), bound(field.max)]
  // calendar dates of four-digit years sort as texts
  if (min !== null && first !== null && first < min) add('too_early', { limit: min })
  if (max !== null && last !== null && last > max) add('too_late', { limit: max })
}

function checkText(field: TextField, text: string, add: Add): void {
  const { minLength, maxLength, pattern, patternMessage = null } = field
  if (minLength !== undefined && text.length < minLength) add('too_short', { limit: minLength })
  if (maxLength !== undefined && text.length > maxLength) add('too_long', { limit: maxLength })
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) {
    add('pattern', { message: patternMessage })
  }
}

function checkNumber(
  field: { readonly min?: number; readonly max?: number; readonly integer?: boolean },
  number: number,
  add: Add,
): void {
  const { min, max, integer } = field
  if (!Number.isFinite(number)) {
    add('not_a_number')
    return
  }
  if (integer && !Number.isInteger(number)) add('not_whole')
  if (min !== undefined && number < min) add('too_small', { limit: min })
  if (max !== undefined && number > max) add('too_large', { limit: max })
}
