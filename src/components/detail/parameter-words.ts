import type { ExportJob } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'
import type { ExportFormatters } from '../../labels/formatters.js'
import type { ExportLabels } from '../../labels/labels.js'
import { readable } from '../parts/job-words.js'

const CALENDAR_DATE = /^\d{4}-\d\d-\d\d$/

/** One parameter of a request, ready to show as text. */
export interface ParameterWords {
  /** The parameter's own key. */
  readonly id: string
  /** What people read. */
  readonly name: string
  /** Its value as text. */
  readonly text: string
}

/**
 * The parameters of a job's request: named as in the registered report type, else made readable.
 * Empty ones are left out.
 */
export function parameterWords(
  { parameters, reportType }: ExportJob,
  reportTypes: readonly ReportType[],
  labels: ExportLabels,
  formatters: ExportFormatters,
): readonly ParameterWords[] {
  const fields = reportTypes.find(({ id }) => id === reportType)?.fields ?? []
  return Object.entries(parameters ?? {}).flatMap(([id, value]) => {
    const field = fields.find((candidate) => candidate.id === id)
    const options = field !== undefined && 'options' in field ? field.options : []
    const wordOf = (item: unknown) =>
      options.find((option) => option.value === item)?.label ?? valueText(item, labels, formatters)
    const items = Array.isArray(value) ? value : [value]
    const texts = items.map(wordOf).filter((text) => text !== '')
    if (texts.length === 0) return []
    return [{ id, name: field?.label ?? readable(id), text: formatters.formatList(texts) }]
  })
}

function valueText(value: unknown, { detail }: ExportLabels, formatters: ExportFormatters): string {
  switch (typeof value) {
    case 'string':
      return CALENDAR_DATE.test(value) ? formatters.formatDate(value) : value
    case 'number':
      // as it stands: it may well be an id
      return String(value)
    case 'boolean':
      return value ? detail.yes : detail.no
    case 'object':
      return value === null ? '' : JSON.stringify(value)
    default:
      return ''
  }
}
