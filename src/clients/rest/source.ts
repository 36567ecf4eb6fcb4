import * as v from 'valibot'
import type { FieldSource } from './answer-options.js'

/** Tells whether a value is an object with fields, neither `null` nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads what stands at a path (`a.b.0`); `undefined` when nothing does. */
export function readPath(wire: unknown, path: string): unknown {
  let value = wire
  for (const key of path === '' ? [] : path.split('.')) {
    // own fields only, or `constructor` and its like would be read from any object
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

/** Reads what a source points at; `undefined` when the backend does not send it. */
export function readSource(source: FieldSource, wire: unknown): unknown {
  if (source === null) return undefined
  if (typeof source === 'function') return source(wire)
  if (typeof source === 'string') return readPath(wire, source)
  return readPath(wire, presentPath(source, wire))
}

function presentPath(paths: readonly string[], wire: unknown): string {
  return paths.find((path) => (readPath(wire, path) ?? null) !== null) ?? paths[0] ?? ''
}

/** What came of reading one shape: its value, or the first wrong place. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      /** Path of the first wrong value; empty for the whole. */
      readonly path: string
      /** What should be there, such as "a string". */
      readonly expected: string
      /** What is there, such as "number"; never the value, which may be a secret. */
      readonly got: string
    }

/**
 * Reads fields from where their sources point and checks them against a schema whose messages say
 * what each should be.
 *
 * @param prefix - Path of `wire` within the answer, such as `results[3]`.
 */
export function readShape<Schema extends v.GenericSchema>(
  schema: Schema,
  sources: Readonly<Record<string, FieldSource>>,
  wire: unknown,
  prefix = '',
): Reading<v.InferOutput<Schema>> {
  const picked: Record<string, unknown> = {}
  for (const [field, source] of Object.entries(sources)) {
    try {
      picked[field] = readSource(source, wire)
    } catch {
      return wrong(joinPath(prefix, [field]), 'readable by its function', wire)
    }
  }
  const result = v.safeParse(schema, picked, { abortEarly: true })
  if (result.success) return { ok: true, value: result.output }
  const issue = result.issues[0]
  const [field, ...rest] = (issue.path ?? []).map(({ key }) => String(key))
  const keys = field === undefined ? [] : sourceKeys(field, sources[field] ?? null, wire)
  return wrong(joinPath(prefix, [...keys, ...rest]), issue.message, issue.input)
}

/** Says that the value at a path is not what it should be. */
export function wrong(path: string, expected: string, value: unknown): Reading<never> {
  return { ok: false, path, expected, got: typeName(value) }
}

function sourceKeys(field: string, source: FieldSource, wire: unknown): readonly string[] {
  if (source === null || typeof source === 'function') return [field]
  const path = typeof source === 'string' ? source : presentPath(source, wire)
  return path === '' ? [] : path.split('.')
}

function joinPath(prefix: string, keys: readonly string[]): string {
  return keys.reduce((path, key) => {
    if (/^\d+$/.test(key)) return `${path}[${key}]`
    return path === '' ? key : `${path}.${key}`
  }, prefix)
}

function typeName(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
