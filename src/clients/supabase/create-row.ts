import { ExportJobsError } from '../../core/errors.js'
import type { ExportScope } from '../../core/job.js'
import type { ExportRequest } from '../../core/request.js'
import type { FieldSource } from '../rest/answer-options.js'
import { or, type SupabaseContext } from './context.js'

/**
 * Makes the row of a request. Values that the person left out are not sent. Source: E4.
 *
 * @throws {ExportJobsError} `invalid` when a value has no column to go to.
 */
export function createRow(
  request: ExportRequest,
  scope: ExportScope,
  { options, names, vocabulary, scopeFilters }: SupabaseContext,
): Record<string, unknown> {
  const { create = {}, columns = {} } = options
  if (create.row !== undefined) return { ...create.row(request, { scope }) }
  const row: Record<string, unknown> = {}

  function put(what: string, column: FieldSource | undefined, value: unknown): void {
    if (value === null || value === undefined) return
    if (typeof column === 'string') row[column] = value
    else throw withoutColumn(what)
  }

  for (const { column, value } of scopeFilters(scope)) row[column] = value
  const { reportType, fileFormat, dateRange, parameters, name } = request
  put('reportType', names.reportType, reportType)
  put('fileFormat', names.fileFormat, fileFormat && vocabulary.writeFormats([fileFormat])[0])
  put('dateRange', or(columns.dateFrom, 'date_from'), dateRange?.from)
  put('dateRange', or(columns.dateTo, 'date_to'), dateRange?.to)
  put('name', names.name, name)
  const own = new Map(Object.entries(create.parameters ?? { entityTypes: 'entity_types' }))
  const keepsAll = typeof columns.parameters === 'string'
  for (const [parameter, value] of Object.entries(parameters)) {
    const column = own.get(parameter)
    if (column !== undefined || !keepsAll) put(`parameters.${parameter}`, column, value)
  }
  if (keepsAll && Object.keys(parameters).length > 0) {
    put('parameters', columns.parameters, parameters)
  }
  return row
}

function withoutColumn(what: string): ExportJobsError {
  return new ExportJobsError('invalid', {
    message: `createJob: ${what} has no column. Name one in columns or create, or it would be lost.`,
  })
}
