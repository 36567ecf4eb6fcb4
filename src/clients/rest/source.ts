import * as v from 'valibot'
import type { FieldSource } from './answer-options.js'

/** Where each field of a shape stands. */
export type Sources = Readonly<Record<string, FieldSource>>

/** Tells whether a value is an object with fields, neither `null` nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Spells one of our names as the contract does: `created_at` for `createdAt`. */
export function contractName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Fills in the contract's places of the fields that the host does not place. */
export function sourcesOf(
  fields: object,
  places: Readonly<Record<string, FieldSource | undefined>>,
): Sources {
  return Object.fromEntries(
    Object.keys(fields).map((field) => {
      const place = places[field]
      return [field, place === undefined ? contractName(field) : place]
    }),
  )
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
  return typeof source === 'function' ? source(wire) : readPath(wire, pathOf(source, wire))
}

/** The path of a source; of several the first with a value. */
function pathOf(source: string | readonly string[], wire: unknown): string {
  if (typeof source === 'string') return source
  return source.find((path) => (readPath(wire, path) ?? null) !== null) ?? source[0] ?? ''
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
  sources: Sources,
  wire: unknown,
  prefix = '',
): Reading<v.InferOutput<Schema>> {
  const picked: Record<string, unknown> = {}
  for (const [field, source] of Object.entries(sources)) {
    try {
      picked[field] = readSource(source, wire)
    } catch {
      return wrong(joinPath(prefix, field), 'readable by its function', wire)
    }
  }
  const result = v.safeParse(schema, picked, { abortEarly: true })
  if (result.success) return { ok: true, value: result.output }
  const [{ message, path = [] }] = result.issues
  const [field, ...inner] = path.map(({ key }) => String(key))
  const source = sources[field ?? ''] ?? null
  const place = source === null || typeof source === 'function' ? field : pathOf(source, wire)
  return wrong([place ?? '', ...inner].reduce(joinPath, prefix), message, path.at(-1)?.value)
}

/** Says that the value at a path is not what it should be. */
export function wrong(path: string, expected: string, value: unknown): Reading<never> {
  const type = Array.isArray(value) ? 'array' : typeof value
  const got = value === undefined ? 'nothing' : value === null ? 'null' : type
  return { ok: false, path, expected, got }
}

function joinPath(prefix: string, path: string): string {
  const text = path.replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]')
  return prefix === '' || text === '' || text.startsWith('[') ? prefix + text : `${prefix}.${text}`
}
