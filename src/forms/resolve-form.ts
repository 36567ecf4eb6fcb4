import { evaluateCondition, type FieldValues, isEmptyValue, type When } from '../core/condition.js'
import {
  datedRange,
  defaultFieldValue,
  readDateRange,
  readFieldValue,
  sentFieldValue,
} from '../core/field-values.js'
import type { JobDelivery } from '../core/job.js'
import type { FieldOption, ReportField, SelectField } from '../core/report-fields.js'
import type { Conditional, ReportType } from '../core/report-types.js'
import type { ExportRequest } from '../core/request.js'
import { type FieldError, validateField } from '../core/validate-request.js'

/** What a form is worked out from. */
export interface FormInput {
  /** The kinds of report on offer; with none, the backend's default is asked for. Source: M11. */
  readonly reportTypes: readonly ReportType[]
  /** The chosen one, or `null`. */
  readonly reportTypeId: string | null
  /** Whether the page has chosen it, so that it is not asked for. */
  readonly isTypeFixed: boolean
  /** The backend's formats, for report types that name none. */
  readonly formats: readonly string[]
  /** Today's calendar date, or `null` while it is not known. */
  readonly today: string | null
  /** Reads what was kept for a field of the chosen report type; `undefined` when nothing was. */
  readonly read: (fieldId: string) => unknown
}

/** One choice as it stands now. */
export interface FieldOptionState {
  /** What is sent. */
  readonly value: string
  /** What people read; empty for a file format, whose word is a matter of display. */
  readonly label: string
  /** What choosing it does, or `null`. */
  readonly description: string | null
  /** Whether it cannot be chosen now. */
  readonly isDisabled: boolean
  /** Why not, or `null`. */
  readonly disabledReason: string | null
}

/** One field as it stands now. */
export interface ResolvedField {
  /** Its definition. */
  readonly field: ReportField
  /** What its control shows. */
  readonly value: unknown
  /** Whether it takes part: conditions see it and it is sent. */
  readonly isActive: boolean
  /** Whether there is anything to ask. */
  readonly isShown: boolean
  /** Whether it must be filled in. */
  readonly isRequired: boolean
  /** Its choices; empty for kinds without. */
  readonly options: readonly FieldOptionState[]
  /** What is wrong with it by itself. */
  readonly errors: readonly FieldError[]
}

/** A form as it stands now. */
export interface ResolvedForm {
  /** The chosen kind of report, or `null`. */
  readonly reportType: ReportType | null
  /** Its id, also where the page names one without a registry. */
  readonly reportTypeId: string | null
  /** Every field, hidden ones too, in their order. */
  readonly fields: readonly ResolvedField[]
  /** What would be sent, by field id; `null` for fields that take no part. */
  readonly values: FieldValues
  /** How the file will reach the person. */
  readonly delivery: JobDelivery
  /** What the button says, or `null` for a label. */
  readonly submitLabel: string | null
}

const REPORT_TYPE: SelectField = { id: 'reportType', kind: 'select', label: '', options: [] }
const FILE_FORMAT: SelectField = { id: 'fileFormat', kind: 'select', label: '', options: [] }
const NO_CHOICES: readonly FieldOption[] = []
const ABSENT: Answer = { value: null, isActive: false, isShown: false, choices: NO_CHOICES }

/** A field's answer, before anything is said of it. */
interface Answer {
  readonly value: unknown
  readonly isActive: boolean
  readonly isShown: boolean
  readonly choices: readonly FieldOption[]
}

/** Works a form out of its registry and what was typed. Pure; never throws. */
export function resolveForm(input: FormInput): ResolvedForm {
  const { reportTypes, today } = input
  const reportType = reportTypes.find(({ id }) => id === input.reportTypeId) ?? null
  const fields = fieldsOf(reportType)
  const answers = new Map<ReportField, Answer>()
  const underWay = new Set<ReportField>()
  const getters = fields.map((field) => {
    const get = () => {
      const given = answer(field)
      return given?.isActive ? sentFieldValue(field, given.value) : null
    }
    return [field.id, { enumerable: true, get }] as const
  })
  const values: FieldValues = Object.defineProperties({}, Object.fromEntries(getters))

  function holds(when: When | undefined): boolean {
    try {
      return when !== undefined && evaluateCondition(when, values)
    } catch (thrown) {
      console.error('[react-export-jobs] A condition of a report type threw:', thrown)
      return false
    }
  }

  function choose<T>(cases: readonly Conditional<T>[] | undefined): T | undefined {
    return cases?.find(({ when }) => holds(when))?.value
  }

  /** A field whose being shown depends on itself, by whatever way, sees itself as not shown. */
  function answer(field: ReportField): Answer | null {
    const known = answers.get(field)
    if (known !== undefined) return known
    if (underWay.has(field)) return null
    underWay.add(field)
    const given =
      field === REPORT_TYPE
        ? typeOf()
        : field.id === 'fileFormat'
          ? formatOf(field)
          : answerOf(field)
    answers.set(field, given)
    return given
  }

  function answerOf(field: ReportField): Answer {
    const isActive = field.visibleWhen === undefined || holds(field.visibleWhen)
    const kept = readFieldValue(field, input.read(field.id))
    const value = kept === undefined ? defaultFieldValue(field, today) : kept
    const range = field.kind === 'date-range' ? readDateRange(value) : undefined
    return {
      value: range === undefined ? value : datedRange(range, today),
      isActive,
      isShown: isActive,
      choices: 'options' in field ? field.options : NO_CHOICES,
    }
  }

  function typeOf(): Answer {
    const choices = reportTypes.map(({ id, label, description }) => ({
      value: id,
      label,
      ...(description !== undefined && { description }),
    }))
    const isShown = !input.isTypeFixed && choices.length > 1
    return { value: reportType?.id ?? null, isActive: true, isShown, choices }
  }

  function formatOf(field: ReportField): Answer {
    const offered = choose(reportType?.formatsWhen) ?? reportType?.formats ?? input.formats
    const words = 'options' in field ? field.options : NO_CHOICES
    const wishes = [input.read(field.id), field.defaultValue, offered[0]]
    return {
      value: wishes.find((wish) => offered.some((format) => format === wish)) ?? null,
      isActive: true,
      isShown: offered.length > 1,
      choices: offered.map(
        (value) => words.find((word) => word.value === value) ?? { value, label: '' },
      ),
    }
  }

  function judge(field: ReportField): ResolvedField {
    const { choices, ...given } = answer(field) ?? ABSENT
    const isOwn = field === REPORT_TYPE || field.id === 'fileFormat'
    const isRequired = isOwn
      ? choices.length > 0
      : field.required === true || holds(field.requiredWhen)
    const options = choices.map((choice) => optionState(choice, holds(choice.disabledWhen)))
    const disabled = options.filter(({ isDisabled }) => isDisabled)
    const disabledOptions = new Map(disabled.map((one) => [one.value, one.disabledReason]))
    const context = { isRequired, disabledOptions, today }
    const errors = given.isActive ? validateField(field, given.value, context) : []
    return { field, ...given, isRequired, options, errors }
  }

  return {
    reportType,
    reportTypeId: reportTypes.length === 0 ? input.reportTypeId : (reportType?.id ?? null),
    fields: fields.map(judge),
    values,
    delivery: choose(reportType?.deliveryWhen) ?? reportType?.delivery ?? 'download',
    submitLabel: choose(reportType?.submitLabelWhen) ?? reportType?.submitLabel ?? null,
  }
}

/** Makes the request that the form stands for. Empty fields are left out. */
export function buildRequest({ reportTypeId, fields, values }: ResolvedForm): ExportRequest {
  const sent = Object.fromEntries(
    fields
      .filter(({ isActive }) => isActive)
      .map(({ field }) => [field.id, values[field.id]] as const)
      .filter(([, value]) => !isEmptyValue(value)),
  )
  const { reportType: _type, fileFormat = null, dateRange = null, name, ...parameters } = sent
  return {
    reportType: reportTypeId,
    fileFormat: typeof fileFormat === 'string' ? fileFormat : null,
    dateRange: readDays(dateRange),
    parameters,
    ...(typeof name === 'string' && { name }),
  }
}

function readDays(value: unknown): ExportRequest['dateRange'] {
  const range = readDateRange(value)
  return range === undefined ? null : { from: range.from, to: range.to }
}

/** The form's own fields come first, unless the report type puts the format elsewhere. */
function fieldsOf(reportType: ReportType | null): readonly ReportField[] {
  const own = reportType?.fields ?? []
  const hasFormat = own.some(({ id }) => id === 'fileFormat')
  return hasFormat ? [REPORT_TYPE, ...own] : [REPORT_TYPE, FILE_FORMAT, ...own]
}

function optionState(choice: FieldOption, isDisabled: boolean): FieldOptionState {
  const { value, label, description = null, disabledReason = null } = choice
  return {
    value,
    label,
    description,
    isDisabled,
    disabledReason: isDisabled ? disabledReason : null,
  }
}
