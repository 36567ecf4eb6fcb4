import { readFieldValue } from '../core/field-values.js'
import type { ExportJob } from '../core/job.js'
import type { ReportField } from '../core/report-fields.js'
import type { ReportType } from '../core/report-types.js'
import type { ExportRequest } from '../core/request.js'
import type { FieldError } from '../core/validate-request.js'
import { buildRequest, type FormInput, resolveForm } from './resolve-form.js'

/** What is read of a job to ask for the same again. */
export type RefillSource = Pick<
  ExportJob,
  'reportType' | 'fileFormat' | 'dateRange' | 'parameters' | 'entityTypes' | 'name'
>

/**
 * Something of an earlier request that today's registry does not take.
 *
 * - `report_type_gone`: the report type is no longer offered; nothing was refilled.
 * - `field_gone`: no field of this name any more.
 * - `value_gone`: the field no longer has this value, or some of these.
 * - `invalid`: the field refuses it; see `error`.
 */
export interface UnfitValue {
  /** What does not fit. */
  readonly code: 'report_type_gone' | 'field_gone' | 'value_gone' | 'invalid'
  /** The field's id; for a field that is gone, the parameter's name. */
  readonly fieldId: string
  /** The field's label; empty for the form's own fields and for those that are gone. */
  readonly label: string
  /** What the earlier request had. */
  readonly value: unknown
  /** What the field has against it, or `null`. */
  readonly error: FieldError | null
}

/** An earlier request, checked against today's registry. */
export interface Refill {
  /** The report type, or `null` when it is no longer offered. */
  readonly reportTypeId: string | null
  /** Its values by field id. */
  readonly values: Readonly<Record<string, unknown>>
  /** What no longer fits; empty when it can be sent as it is. */
  readonly unfit: readonly UnfitValue[]
  /** The request as it would be sent today, or `null` when something has to be mended first. */
  readonly request: ExportRequest | null
}

/** What an earlier request is checked against. */
export type RefillContext = Pick<FormInput, 'reportTypes' | 'formats' | 'today'>

/** Reads a job's request. Source: E4, F1. */
export function valuesOfJob(job: RefillSource): Readonly<Record<string, unknown>> {
  const { parameters, fileFormat, dateRange, entityTypes, name } = job
  return {
    ...(entityTypes.length > 0 && { entityTypes }),
    ...(name !== null && { name }),
    ...(dateRange !== null && { dateRange }),
    ...(fileFormat !== null && { fileFormat }),
    ...parameters,
  }
}

/**
 * Checks a job's request against today's registry. Without a registry, everything fits.
 *
 * @param job - The job to run again.
 */
export function refillFromJob(job: RefillSource, context: RefillContext): Refill {
  if (context.reportTypes.length === 0) {
    const { reportType, fileFormat, dateRange } = job
    const parameters = job.parameters ?? {}
    const request = { reportType, fileFormat, dateRange, parameters }
    return { reportTypeId: reportType, values: valuesOfJob(job), unfit: [], request }
  }
  return checkValues(job.reportType, valuesOfJob(job), context, true)
}

/** What a form without fields can take of a job: its format. The rest is told, not dropped. */
export function refillWithoutFields(job: RefillSource): Refill {
  const { fileFormat, dateRange, parameters } = job
  const rest = { ...(dateRange !== null && { dateRange }), ...parameters }
  return {
    reportTypeId: null,
    values: fileFormat === null ? {} : { fileFormat },
    unfit: Object.entries(rest).map(([id, value]) => unfitValue('field_gone', id, value)),
    request: null,
  }
}

/** What every job has, and not every form asks for. */
const FACTS: ReadonlySet<string> = new Set(['name', 'dateRange', 'entityTypes'])

/**
 * Checks kept values (a preset's, a job's) against today's registry.
 *
 * @param isWhole - Whether what is missing was left blank, as in a request that was sent; else it
 *   takes its default.
 */
export function checkValues(
  reportTypeId: string | null,
  values: Readonly<Record<string, unknown>>,
  context: RefillContext,
  isWhole = false,
): Refill {
  const type = context.reportTypes.find(({ id }) => id === reportTypeId)
  if (type === undefined) {
    const unfit = unfitValue('report_type_gone', 'reportType', reportTypeId)
    return { reportTypeId: null, values, unfit: [unfit], request: null }
  }
  const blanks = new Set(isWhole ? type.fields?.filter(mayBeBlank).map(({ id }) => id) : [])
  const read = (id: string) =>
    Object.hasOwn(values, id) ? values[id] : blanks.has(id) ? null : undefined
  const form = resolveForm({ ...context, reportTypeId: type.id, isTypeFixed: true, read })
  const unfit = [
    ...Object.entries(values)
      .filter(([id]) => !(isWhole && FACTS.has(id) && !type.fields?.some((own) => own.id === id)))
      .flatMap(([id, value]) => checkValue(type, id, value)),
    ...form.fields.flatMap(({ field, value, options, errors }): readonly UnfitValue[] => {
      const { id, label } = field
      const wanted = read(id) ?? value
      const isFormatGone = id === 'fileFormat' && options.length > 0 && wanted !== value
      if (isFormatGone) return [unfitValue('value_gone', id, wanted, label)]
      return errors.map((error) => ({ code: 'invalid', fieldId: id, label, value: wanted, error }))
    }),
  ]
  // a field that was not shown was not left blank either
  const shownBlanks = form.fields
    .filter(
      ({ field, isActive }) => isActive && blanks.has(field.id) && !Object.hasOwn(values, field.id),
    )
    .map(({ field }) => [field.id, null])
  return {
    reportTypeId: type.id,
    values: { ...Object.fromEntries(shownBlanks), ...values },
    unfit,
    request: unfit.length === 0 ? buildRequest(form) : null,
  }
}

function mayBeBlank({ kind, required }: ReportField): boolean {
  return kind !== 'switch' && required !== true
}

function checkValue(
  { fields = [] }: ReportType,
  id: string,
  value: unknown,
): readonly UnfitValue[] {
  const field = fields.find((candidate) => candidate.id === id)
  if (id === 'fileFormat') return []
  if (field === undefined) return [unfitValue('field_gone', id, value)]
  const read = readFieldValue(field, value)
  const lost = Array.isArray(value) ? value.length - (Array.isArray(read) ? read.length : 0) : 0
  const isGone = field.kind !== 'custom' && (read === undefined || lost > 0)
  return isGone ? [unfitValue('value_gone', id, value, field.label)] : []
}

function unfitValue(
  code: UnfitValue['code'],
  fieldId: string,
  value: unknown,
  label = '',
): UnfitValue {
  return { code, fieldId, label, value, error: null }
}
