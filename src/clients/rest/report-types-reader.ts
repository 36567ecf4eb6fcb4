import * as v from 'valibot'
import { JOB_DELIVERIES } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'
import type { RestReportTypeFields } from './answer-options.js'
import { type Reading, readShape, readSource, sourcesOf, wrong } from './source.js'
import { identifier, optionalCount, optionalText, optionalTexts } from './wire-schemas.js'

const entries = {
  id: identifier,
  label: optionalText,
  description: optionalText,
  formats: optionalTexts,
  delivery: optionalText,
  permission: optionalText,
  expectedDurationMs: optionalCount,
}
const schema = v.object(entries)

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
  const sources = sourcesOf(entries, places)
  const list = readSource(results, wire)
  const prefix = typeof results === 'string' ? results : ''
  if (!Array.isArray(list)) return wrong(prefix, 'an array', list)
  const types: ReportType[] = []
  for (const [index, entry] of list.entries()) {
    const reading = readShape(schema, sources, entry, `${prefix}[${index}]`)
    if (!reading.ok) return reading
    const { id, label, description, formats, delivery, permission, expectedDurationMs } =
      reading.value
    const known = JOB_DELIVERIES.find((word) => word === delivery)
    types.push({
      id,
      label: label ?? id,
      ...(description !== null && { description }),
      ...(formats !== null && { formats: formats.map(readFormat) }),
      ...(known !== undefined && { delivery: known }),
      ...(permission !== null && { permission }),
      ...(expectedDurationMs !== null && { expectedDurationMs }),
    })
  }
  return { ok: true, value: types }
}
