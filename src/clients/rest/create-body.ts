import type { ExportScope } from '../../core/job.js'
import type { ExportRequest } from '../../core/request.js'
import type { RestCreateOptions } from './request-options.js'
import type { Vocabulary } from './vocabulary.js'

const DEFAULT_FIELDS: Required<NonNullable<RestCreateOptions['fields']>> = {
  reportType: 'report_type',
  fileFormat: 'file_format',
  dateFrom: 'date_from',
  dateTo: 'date_to',
  parameters: 'parameters',
  name: 'name',
}

/**
 * Makes the body of a create request. Values that the person left out are not sent. Source: M11.
 *
 * @param scopeFields - The scope's entries under the backend's names.
 */
export function createBody(
  request: ExportRequest,
  scope: ExportScope,
  scopeFields: readonly (readonly [string, string])[],
  options: RestCreateOptions,
  vocabulary: Vocabulary,
): unknown {
  if (options.body !== undefined) return options.body(request, { scope })
  const paths = { ...DEFAULT_FIELDS, ...options.fields }
  const { parameters, dateRange, fileFormat } = request
  const body: Record<string, unknown> = paths.parameters === '' ? { ...parameters } : {}
  const hasParameters = paths.parameters !== '' && Object.keys(parameters).length > 0
  const values: readonly (readonly [string | null, unknown])[] = [
    ...scopeFields,
    [paths.reportType, request.reportType],
    [paths.fileFormat, fileFormat === null ? null : vocabulary.writeFormats([fileFormat])[0]],
    [paths.dateFrom, dateRange?.from],
    [paths.dateTo, dateRange?.to],
    [paths.parameters, hasParameters ? parameters : null],
    [paths.name, request.name],
  ]
  for (const [path, value] of values) {
    if (path !== null && value !== null && value !== undefined) writePath(body, path, value)
  }
  return body
}

function writePath(body: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? path
  let target = body
  for (const key of keys) {
    const inner = { ...(Object.hasOwn(target, key) ? Object(target[key]) : {}) }
    target[key] = inner
    target = inner
  }
  target[last] = value
}
