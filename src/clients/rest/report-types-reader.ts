import { JOB_DELIVERIES } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'
import type { RestReportTypeFields } from './answer-options.js'
import { createReader, placeOf, type Reading, readList, readSource } from './source.js'
import { identifier, optionalCount, optionalText, optionalTexts } from './wire-schemas.js'

const fieldsOfType = {
  id: identifier,
  label: optionalText,
  description: optionalText,
  formats: optionalTexts,
  delivery: optionalText,
  permission: optionalText,
  expectedDurationMs: optionalCount,
}

/**
 * Reads the list of report types; a type without a label is called by its id.
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
    const { id, label, description, formats, permission, expectedDurationMs } = type
    const delivery = JOB_DELIVERIES.find((word) => word === type.delivery)
    return {
      id,
      label: label ?? id,
      ...(description !== null && { description }),
      ...(formats !== null && { formats: formats.map(readFormat) }),
      ...(delivery !== undefined && { delivery }),
      ...(permission !== null && { permission }),
      ...(expectedDurationMs !== null && { expectedDurationMs }),
    }
  })
  return { ok: true, value: types }
}
