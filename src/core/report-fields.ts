import type { When } from './condition.js'
import type { DatePreset } from './date-presets.js'

/**
 * Ids that mean a part of the request itself and not one of its parameters: `dateRange` (a
 * `date-range` field), `name` (a `text` field) and `fileFormat` (a `select` field, made by itself
 * from `formats` where the report type has none). `reportType` is the form's own.
 */
export const REQUEST_FIELD_IDS = ['reportType', 'fileFormat', 'dateRange', 'name'] as const

/** What every kind of field has. */
export interface FieldBase {
  /** Unique in its report type; the parameter's name in the request, see {@link REQUEST_FIELD_IDS}. */
  readonly id: string
  /** What people read. */
  readonly label: string
  /** What it means and what happens when it is left blank. Source: F1. */
  readonly description?: string
  /** Whether it must be filled in. Default `false`. */
  readonly required?: boolean
  /** When it must be filled in, besides `required`. Source: F2. */
  readonly requiredWhen?: When
  /** When it is shown; a hidden field's value is kept but not sent. Default always. */
  readonly visibleWhen?: When
  /** Other names under which the backend reports mistakes in this field. */
  readonly errorNames?: readonly string[]
}

/** One choice of a field. */
export interface FieldOption {
  /** What is sent. */
  readonly value: string
  /** What people read. */
  readonly label: string
  /** What choosing it does. Source: F1. */
  readonly description?: string
  /** When it cannot be chosen. Source: F2. */
  readonly disabledWhen?: When
  /** Why it cannot be chosen then, as a sentence. */
  readonly disabledReason?: string
}

/** One of several choices. Its value is the option's, or `null`. */
export interface SelectField extends FieldBase {
  /** Its kind. */
  readonly kind: 'select'
  /** The choices. */
  readonly options: readonly FieldOption[]
  /** The choice at first. Default none. */
  readonly defaultValue?: string
}

/**
 * Several choices, or columns in an order of the person's own. Its value is a list of the options'
 * values.
 */
export interface ManyField extends FieldBase {
  /** `column-picker` keeps the order in which the columns were put. */
  readonly kind: 'multi-select' | 'column-picker'
  /** The choices. */
  readonly options: readonly FieldOption[]
  /** The choices at first. Default none. */
  readonly defaultValue?: readonly string[]
  /** Fewest choices, where there are any. */
  readonly minItems?: number
  /** Most choices. */
  readonly maxItems?: number
}

/** A calendar date (`YYYY-MM-DD`), or `today`, which moves. */
export type DayBound = string

/** A calendar date. Its value is `YYYY-MM-DD`, or whatever was typed so far. */
export interface DateField extends FieldBase {
  /** Its kind. */
  readonly kind: 'date'
  /** The day at first. Default none. */
  readonly defaultValue?: DayBound
  /** Earliest day. */
  readonly min?: DayBound
  /** Latest day. */
  readonly max?: DayBound
}

/** A period. Its value is a {@link DateRangeValue}; what is sent is `{ from, to }`. */
export interface DateRangeField extends FieldBase {
  /** Its kind. */
  readonly kind: 'date-range'
  /** Ready periods on offer, in this order. Default all. */
  readonly presets?: readonly DatePreset[]
  /** The period at first. Default none. */
  readonly defaultValue?: Partial<DateRangeValue>
  /** Earliest day. */
  readonly min?: DayBound
  /** Latest day. */
  readonly max?: DayBound
  /** Longest period in days, both ends included. */
  readonly maxDays?: number
  /** Whether one end may be left open. Default `false`. */
  readonly openEnded?: boolean
}

/** What a `date-range` field holds: days, or a ready period, which moves with the calendar. */
export interface DateRangeValue {
  /** The ready period, or `null` when the days were chosen. */
  readonly preset: DatePreset | null
  /** First day (`YYYY-MM-DD`), or `null`. */
  readonly from: string | null
  /** Last day (`YYYY-MM-DD`), inclusive, or `null`. */
  readonly to: string | null
}

/** A text. Its value is the text. */
export interface TextField extends FieldBase {
  /** Its kind. */
  readonly kind: 'text'
  /** The text at first. Default none. */
  readonly defaultValue?: string
  /** Fewest characters (UTF-16 units), where there are any. */
  readonly minLength?: number
  /** Most characters (UTF-16 units). */
  readonly maxLength?: number
  /** Regular expression for the whole text, as in HTML's `pattern`. */
  readonly pattern?: string
  /** What the person reads when the text does not match it. */
  readonly patternMessage?: string
  /** Whether it may have several lines. Default `false`. */
  readonly multiline?: boolean
}

/** A number. Its value is the text that was typed, with a decimal point; what is sent is a number. */
export interface NumberField extends FieldBase {
  /** Its kind. */
  readonly kind: 'number'
  /** The number at first. Default none. */
  readonly defaultValue?: number
  /** Smallest number. */
  readonly min?: number
  /** Largest number. */
  readonly max?: number
  /** Whether it must be a whole number. Default `false`. */
  readonly integer?: boolean
}

/** Yes or no. Its value is a boolean, and is sent either way. */
export interface SwitchField extends FieldBase {
  /** Its kind. */
  readonly kind: 'switch'
  /** Its position at first. Default `false`. */
  readonly defaultValue?: boolean
}

/** The folder structure inside a ZIP. Its value is the template's text. Source: F4. */
export interface PathTemplateFieldDefinition extends FieldBase {
  /** Its kind. */
  readonly kind: 'path-template'
  /** The template at first. Default none, which is the backend's own naming. */
  readonly defaultValue?: string
}

/** A field that the host draws. Its value is plain JSON, and is sent as it is. */
export interface CustomField extends FieldBase {
  /** Its kind. */
  readonly kind: 'custom'
  /** Tells the host which control to draw. */
  readonly control: string
  /** The value at first. Default `null`. */
  readonly defaultValue?: unknown
  /** Whatever the control needs; plain JSON. */
  readonly settings?: unknown
}

/** One field of a report type's request form. Source: F1, E4. */
export type ReportField =
  | SelectField
  | ManyField
  | DateField
  | DateRangeField
  | TextField
  | NumberField
  | SwitchField
  | PathTemplateFieldDefinition
  | CustomField
