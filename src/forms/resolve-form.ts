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
const NO_OPTIONS: readonly FieldOptionState[] = []

/** Works a form out of its registry and what was typed. Pure; never throws. */
export function resolveForm(input: FormInput): ResolvedForm {
  const { reportTypes, today } = input
  const reportType = reportTypes.find(({ id }) => id === input.reportTypeId) ?? null
  const fields = fieldsOf(reportType)
  const resolved = new Map<string, ResolvedField>()
  const underWay = new Set<string>()
  const values: FieldValues = Object.defineProperties(
    {},
    Object.fromEntries(
      fields.map((field) => {
        const get = () => {
          const state = resolve(field)
          return state?.isActive ? sentFieldValue(field, state.value) : null
        }
        return [field.id, { enumerable: true, get }]
      }),
    ),
  )

  function holds(when: When): boolean {
    try {
      return evaluateCondition(when, values)
    } catch (thrown) {
      console.error('[react-export-jobs] A condition of a report type threw:', thrown)
      return false
    }
  }

  function choose<T>(cases: readonly Conditional<T>[] | undefined): T | undefined {
    return cases?.find(({ when }) => holds(when))?.value
  }

  /** A field that depends on itself, by whatever way, sees itself as not shown. */
  function resolve(field: ReportField): ResolvedField | null {
    const known = resolved.get(field.id)
    if (known !== undefined) return known
    if (underWay.has(field.id)) return null
    underWay.add(field.id)
    const state = field.id === 'fileFormat' ? resolveFormat(field) : resolveOwn(field)
    resolved.set(field.id, state)
    return state
  }

  function resolveOwn(field: ReportField): ResolvedField {
    if (field === REPORT_TYPE) return resolveType()
    const isActive = field.visibleWhen === undefined || holds(field.visibleWhen)
    const isRequired =
      field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen))
    const kept = readFieldValue(field, input.read(field.id))
    const value = kept === undefined ? defaultFieldValue(field, today) : kept
    const range = field.kind === 'date-range' ? readDateRange(value) : undefined
    const options = 'options' in field ? optionStates(field.options, holds) : NO_OPTIONS
    return judge({
      field,
      value: range === undefined ? value : datedRange(range, today),
      isActive,
      isShown: isActive,
      isRequired,
      options,
    })
  }

  function resolveType(): ResolvedField {
    const options = reportTypes.map(({ id, label, description }) => ({
      value: id,
      label,
      description,
    }))
    return judge({
      field: REPORT_TYPE,
      value: reportType?.id ?? null,
      isActive: true,
      isShown: !input.isTypeFixed && options.length > 1,
      isRequired: options.length > 0,
      options: optionStates(options, holds),
    })
  }

  function resolveFormat(field: ReportField): ResolvedField {
    const offered = choose(reportType?.formatsWhen) ?? reportType?.formats ?? input.formats
    const words = 'options' in field ? field.options : []
    const choices = offered.map(
      (value) => words.find((word) => word.value === value) ?? { value, label: '' },
    )
    const wishes = [input.read(field.id), field.defaultValue, offered[0]]
    return judge({
      field,
      value: wishes.find((wish) => offered.some((format) => format === wish)) ?? null,
      isActive: true,
      isShown: offered.length > 1,
      isRequired: offered.length > 0,
      options: optionStates(choices, holds),
    })
  }

  function judge(state: Omit<ResolvedField, 'errors'>): ResolvedField {
    if (!state.isActive) return { ...state, errors: [] }
    const disabledOptions = new Map(
      state.options.filter((option) => option.isDisabled).map((o) => [o.value, o.disabledReason]),
    )
    const context = { isRequired: state.isRequired, disabledOptions, today }
    return { ...state, errors: validateField(state.field, state.value, context) }
  }

  return {
    reportType,
    reportTypeId: reportTypes.length === 0 ? input.reportTypeId : (reportType?.id ?? null),
    fields: fields.flatMap((field) => resolve(field) ?? []),
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

function optionStates(
  options: readonly FieldOption[],
  holds: (when: When) => boolean,
): readonly FieldOptionState[] {
  return options.map(
    ({ value, label, description = null, disabledWhen, disabledReason = null }) => {
      const isDisabled = disabledWhen !== undefined && holds(disabledWhen)
      return {
        value,
        label,
        description,
        isDisabled,
        disabledReason: isDisabled ? disabledReason : null,
      }
    },
  )
}
