import type { BackendCreateRequest } from '../../backend/backend.js'
import { BackendRefusal } from '../../backend/refusal.js'
import { isRecord } from '../wire-values.js'

const REQUIRED = ['company_id', 'date_from', 'date_to'] as const

/**
 * Reads the body of a request for a job. `report_type` may be left out: the backend has a default.
 *
 * @throws {BackendRefusal} `invalid`, with the wire's own field names. Source: M11.
 */
export function readCreateRequest(
  body: unknown,
  idempotencyKey: string | null,
): BackendCreateRequest {
  if (!isRecord(body)) {
    throw new BackendRefusal('invalid', { detail: 'The body must be a JSON object.' })
  }
  const fieldErrors: Record<string, readonly string[]> = {}
  for (const field of REQUIRED) {
    if (body[field] == null || body[field] === '') fieldErrors[field] = ['This field is required.']
  }
  const text = (field: string) => {
    const value = body[field]
    if (value == null || value === '') return null
    if (typeof value === 'string' || typeof value === 'number') return String(value)
    fieldErrors[field] = ['Give a text.']
    return null
  }
  const parameters = body.parameters ?? {}
  if (!isRecord(parameters)) fieldErrors.parameters = ['Give an object.']
  const name = text('name')
  const request = {
    companyId: text('company_id') ?? '',
    reportType: text('report_type'),
    fileFormat: text('file_format'),
    dateRange: { from: text('date_from'), to: text('date_to') },
    parameters: isRecord(parameters) ? parameters : {},
    ...(name === null ? {} : { name }),
    idempotencyKey,
  }
  if (Object.keys(fieldErrors).length > 0) throw new BackendRefusal('invalid', { fieldErrors })
  return request
}
