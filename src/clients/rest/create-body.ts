import type { ExportScope } from '../../core/job.js'
import type { ExportRequest } from '../../core/request.js'
import { snakeCase } from '../../internal/snake-case.js'
import type { RestCreateOptions } from './request-options.js'
import type { Vocabulary } from './vocabulary.js'

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
  const fields: Readonly<Record<string, string | null | undefined>> = options.fields ?? {}
  const { parameters, dateRange, fileFormat, reportType, name } = request
  const isSpread = fields.parameters === ''
  const values = {
    reportType,
    fileFormat: fileFormat && vocabulary.writeFormats([fileFormat])[0],
    dateFrom: dateRange?.from,
    dateTo: dateRange?.to,
    parameters: isSpread || Object.keys(parameters).length === 0 ? null : parameters,
    name,
  }
  const body: Record<string, unknown> = isSpread ? { ...parameters } : {}
  for (const [path, value] of scopeFields) writePath(body, path, value)
  for (const [field, value] of Object.entries(values)) {
    const path = fields[field] === undefined ? snakeCase(field) : fields[field]
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
