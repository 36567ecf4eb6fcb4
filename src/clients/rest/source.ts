import * as v from 'valibot'
import { snakeCase } from '../../internal/snake-case.js'
import type { PageFieldSource } from './answer-options.js'

export { isRecord } from '../../internal/is-record.js'

/** Reads what stands at a path (`a.b.0`); `undefined` when nothing does. */
export function readPath(wire: unknown, path: string): unknown {
  if (path === '') return wire
  // most paths are one name, and are read hundreds of times an answer
  return path.includes('.') ? path.split('.').reduce(readOwn, wire) : readOwn(wire, path)
}

/** Own fields only, or `constructor` and its like would be read from any object. */
function readOwn(wire: unknown, key: string): unknown {
  const isOwn = typeof wire === 'object' && wire !== null && Object.hasOwn(wire, key)
  return isOwn ? Reflect.get(wire, key) : undefined
}

/**
 * Reads what a source points at; `undefined` when the backend does not send it.
 *
 * @param headers - The answer's headers, where `header:x-total-count` reads one.
 */
export function readSource(source: PageFieldSource, wire: unknown, headers?: Headers): unknown {
  if (source === null) return undefined
  if (typeof source === 'function') return source(wire, headers ?? new Headers())
  const path = placeOf(source, '', wire)
  return headers !== undefined && path.startsWith(HEADER)
    ? readHeader(headers, path.slice(HEADER.length))
    : readPath(wire, path)
}

const HEADER = 'header:'

function readHeader(headers: Headers, name: string): unknown {
  // the part behind a slash, so that `Content-Range: 0-19/48` counts too
  const text = headers.get(name)?.split('/').at(-1) ?? ''
  return /^\d+$/.test(text) ? Number(text) : text || null
}

/** The path of a source, of several the first with a value; the field's name where it has none. */
export function placeOf(source: PageFieldSource, field: string, wire: unknown): string {
  if (typeof source === 'string') return source
  if (source === null || typeof source === 'function') return field
  return source.find((path) => (readPath(wire, path) ?? null) !== null) ?? source[0] ?? field
}

/** What came of reading one value: the value, or the first wrong place. */
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

/** Reads a value; the prefix is its path within the answer, such as `results[3]`. */
type Reader<Value> = (wire: unknown, prefix?: string, headers?: Headers) => Reading<Value>

/** What each field must be; the schemas' messages say it. */
type Shape = Readonly<Record<string, v.GenericSchema>>

/** What comes of reading a shape. */
export type Shaped<Fields extends Shape> = { [Name in keyof Fields]: v.InferOutput<Fields[Name]> }

/**
 * Makes the reader of an object.
 *
 * @param places - Where the fields stand; one that is left out stands where the contract has it.
 */
export function createReader<Fields extends Shape>(
  fields: Fields,
  places: Readonly<Record<string, PageFieldSource | undefined>> = {},
): Reader<Shaped<Fields>> {
  // once, not at each of hundreds of rows
  const read = Object.entries(fields).map(([field, schema]) => {
    const place = places[field]
    return { field, schema, source: place === undefined ? snakeCase(field) : place }
  })
  return (wire, prefix = '', headers) => {
    const value: Record<string, unknown> = {}
    for (const { field, schema, source } of read) {
      let found: unknown
      try {
        found = readSource(source, wire, headers)
      } catch {
        return wrong(joinPath(prefix, field), 'readable by its function', wire)
      }
      const result = v.safeParse(schema, found)
      if (!result.success) {
        const [{ message, path = [] }] = result.issues
        const inner = path.map(({ key }) => String(key))
        const whole = [placeOf(source, field, wire), ...inner].reduce(joinPath, prefix)
        return wrong(whole, message, path.length > 0 ? path.at(-1)?.value : found)
      }
      value[field] = result.output
    }
    // each field holds what its own schema gave, which the loop cannot tell the compiler
    return { ok: true, value: value as Shaped<Fields> }
  }
}

/** Reads every entry of a list, or the first wrong place in it. */
export function readList<Value>(
  read: Reader<Value>,
  list: unknown,
  prefix: string,
): Reading<readonly Value[]> {
  if (!Array.isArray(list)) return wrong(prefix, 'an array', list)
  const values: Value[] = []
  for (const [index, entry] of list.entries()) {
    const reading = read(entry, `${prefix}[${index}]`)
    if (!reading.ok) return reading
    values.push(reading.value)
  }
  return { ok: true, value: values }
}

/** Says that the value at a path is not what it should be. */
export function wrong(path: string, expected: string, value: unknown): Reading<never> {
  const type = Array.isArray(value) ? 'array' : typeof value
  const got = value === undefined ? 'nothing' : value === null ? 'null' : type
  return { ok: false, path, expected, got }
}

/** Puts two paths together; a number in the second is a place in a list. */
export function joinPath(prefix: string, path: string): string {
  const text = path.replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]')
  return prefix === '' || text === '' || text.startsWith('[') ? prefix + text : `${prefix}.${text}`
}
