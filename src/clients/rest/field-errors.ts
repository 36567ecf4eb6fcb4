import { getOrCreate } from '../../internal/get-or-create.js'
import { isRecord } from '../../internal/is-record.js'
import { readPath } from './source.js'

/** Fields of an error body that are never fields of the request. */
const ENVELOPE = new Set([
  'type',
  'title',
  'status',
  'detail',
  'instance',
  'code',
  'message',
  'error',
  'errors',
  'request_id',
  'requestId',
  'non_field_errors',
])

/**
 * Reads what is wrong with which field: `errors: { field: [texts] }` inside problem details (`fields`
 * and `details` likewise), a body of `{ field: [texts] }`, and lists of objects that point at a field
 * (RFC 9457, JSON:API, `loc`); each also inside an `error` object.
 */
export function readFieldErrors(body: unknown): Readonly<Record<string, readonly string[]>> {
  if (!isRecord(body)) return {}
  if (isRecord(body.error)) return readFieldErrors(body.error)
  const places = [body.errors, body.fields, body.details, body.detail]
  const list = places.find((value) => Array.isArray(value) && value.some(isRecord))
  if (Array.isArray(list)) return group(list.map(readPointer))
  const named = places.find(isRecord)
  const fields = named
    ? Object.entries(named)
    : Object.entries(body).filter(([field]) => !ENVELOPE.has(field))
  return group(fields.flatMap(([field, value]) => readTexts(value).map((text) => [field, text])))
}

function readTexts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((text) => typeof text === 'string')
}

function readPointer(entry: unknown): readonly [string, string] | null {
  const text = firstOf(entry, ['detail', 'msg', 'message', 'title'])
  const place = firstOf(entry, ['source.pointer', 'source.parameter', 'pointer', 'field', 'param'])
  const loc = readPath(entry, 'loc')
  const field = typeof place === 'string' ? place : Array.isArray(loc) ? loc.join('/') : ''
  const name = field.split('/').at(-1)
  return typeof text === 'string' && name ? [name, text] : null
}

function firstOf(entry: unknown, paths: readonly string[]): unknown {
  return paths.map((path) => readPath(entry, path)).find((value) => typeof value === 'string')
}

function group(
  entries: readonly (readonly string[] | null)[],
): Readonly<Record<string, readonly string[]>> {
  const groups = new Map<string, string[]>()
  for (const entry of entries) {
    const [field, text] = entry ?? []
    if (field === undefined || text === undefined) continue
    getOrCreate(groups, field, (): string[] => []).push(text)
  }
  return Object.fromEntries(groups)
}
