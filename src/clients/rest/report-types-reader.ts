import * as v from 'valibot'
import { JOB_DELIVERIES } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'
import type { RestReportTypeFields } from './answer-options.js'
import { createReader, placeOf, type Reading, readList, readSource } from './source.js'
import { identifier, optionalCount, optionalText, optionalTexts } from './wire-schemas.js'

/** Whatever is there: the registry's own check reads these, mistake by mistake. */
const raw = v.optional(v.unknown())

const fieldsOfType = {
  id: identifier,
  label: optionalText,
  description: optionalText,
  formats: optionalTexts,
  delivery: optionalText,
  permission: optionalText,
  expectedDurationMs: optionalCount,
  fields: raw,
  formatsWhen: raw,
  deliveryWhen: raw,
  submitLabel: raw,
  submitLabelWhen: raw,
  limits: raw,
}

type RawMembers = Pick<
  ReportType,
  'fields' | 'formatsWhen' | 'deliveryWhen' | 'submitLabel' | 'submitLabelWhen' | 'limits'
>

/**
 * Reads the list of report types; a type without a label is called by its id. What request forms are
 * drawn from is handed on as it stands, in the registry's own spelling.
 *
 * @param readFormat - Turns the backend's word for a file format into ours.
 */
export function readReportTypes(
  wire: unknown,
  fields: RestReportTypeFields | undefined,
  readFormat: (word: string) => string,
): Reading<readonly ReportType[]> {
  const { results = '', ...places }: RestReportTypeFields = fields ?? {}
  const list = readSource(results, wire)
  const reading = readList(createReader(fieldsOfType, places), list, placeOf(results, '', wire))
  if (!reading.ok) return reading
  const types = reading.value.map((type): ReportType => {
    const { id, label, description, formats, permission, expectedDurationMs, ...rest } = type
    const delivery = JOB_DELIVERIES.find((word) => word === rest.delivery)
    const { fields, formatsWhen, deliveryWhen, submitLabel, submitLabelWhen, limits } = rest
    const members = { fields, formatsWhen, deliveryWhen, submitLabel, submitLabelWhen, limits }
    const sent = Object.entries(members).filter(([, value]) => value != null)
    return {
      id,
      label: label ?? id,
      ...(description !== null && { description }),
      ...(formats !== null && { formats: formats.map(readFormat) }),
      ...(delivery !== undefined && { delivery }),
      ...(permission !== null && { permission }),
      ...(expectedDurationMs !== null && { expectedDurationMs }),
      // a mistake in here leaves out this report type alone: see core's readReportTypes
      ...(Object.fromEntries(sent) as RawMembers),
    }
  })
  return { ok: true, value: types }
}
