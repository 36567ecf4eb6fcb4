import { PostgrestRefusal } from './postgrest-refusal.js'
import type { PostgrestTable, Row } from './postgrest-table.js'

/** Tells whether a row is kept. */
export type RowFilter = (row: Row) => boolean

/** Reads an operator and its value, as in `eq.7`. */
export function readPredicate(text: string): { operator: string; value: string } {
  const dot = text.indexOf('.')
  return { operator: text.slice(0, dot), value: text.slice(dot + 1) }
}

/**
 * Reads the values of `in.("a,b",c)`.
 *
 * @throws {PostgrestRefusal} For anything that is not exactly one list.
 */
export function splitList(text: string): readonly string[] {
  const values: string[] = []
  let rest = text.replace(/^\(\s*/, '')
  if (rest === text) throw unparsable(text)
  for (;;) {
    const quoted = /^"((?:[^"\\]|\\[\s\S])*)"(?=[,)])/.exec(rest)
    const plain = /^[^,)]*/.exec(rest)
    const [whole = '', inside] = quoted ?? plain ?? []
    values.push(quoted ? (inside ?? '').replace(/\\([\s\S])/g, '$1') : whole)
    rest = rest.slice(whole.length)
    if (!rest.startsWith(',')) break
    rest = rest.slice(1)
  }
  if (rest !== ')') throw unparsable(text)
  return values
}

/**
 * Tells what `ilike` does, with PostgREST's star for `%`.
 *
 * @throws {PostgrestRefusal} When the pattern ends with its escape.
 */
export function likeMatches(starred: string, text: string): boolean {
  const pattern = Array.from(starred.replaceAll('*', '%'))
  let source = ''
  for (let index = 0; index < pattern.length; index += 1) {
    const sign = pattern[index] ?? ''
    if (sign === '%') source += '[\\s\\S]*'
    else if (sign === '_') source += '[\\s\\S]'
    else if (sign === '\\') {
      index += 1
      const escaped = pattern[index]
      if (escaped === undefined) {
        throw new PostgrestRefusal(400, '22025', 'LIKE pattern must not end with escape character')
      }
      source += literal(escaped)
    } else source += literal(sign)
  }
  return new RegExp(`^${source}$`, 'iu').test(text)
}

/**
 * Makes a filter of one parameter of the query, as in `status=in.(pending,failed)`.
 *
 * @throws {PostgrestRefusal} For an unknown column, an unknown operator, or a value of another type.
 */
export function createFilter(table: PostgrestTable, column: string, text: string): RowFilter {
  requireColumn(table, column)
  const { operator, value } = readPredicate(text)
  switch (operator) {
    case 'eq':
      return equals(table, column, [value])
    case 'in':
      return equals(table, column, splitList(value))
    case 'gte':
      return compares(column, value, (own, limit) => own >= limit)
    case 'lt':
      return compares(column, value, (own, limit) => own < limit)
    case 'ilike':
      return (row) => typeof row[column] === 'string' && likeMatches(value, row[column])
    case 'is':
      return (row) => String(row[column] ?? null) === value
    case 'cs':
      return contains(column, value)
    default:
      throw unparsable(text)
  }
}

/**
 * Refuses a column that the table does not have.
 *
 * @param code - `42703` where it is asked for, `PGRST204` where it is written to.
 */
export function requireColumn(table: PostgrestTable, column: string, code = '42703'): void {
  if (Object.hasOwn(table.columns, column)) return
  throw new PostgrestRefusal(400, code, `column ${table.name}.${column} does not exist`)
}

function equals(table: PostgrestTable, column: string, values: readonly string[]): RowFilter {
  const isNumber = table.columns[column] === 'int'
  const bad = isNumber ? values.find((value) => !/^-?\d+$/.test(value)) : undefined
  if (bad !== undefined) {
    throw new PostgrestRefusal(400, '22P02', `invalid input syntax for type bigint: "${bad}"`)
  }
  return (row) => row[column] != null && values.includes(String(row[column]))
}

function compares(
  column: string,
  value: string,
  holds: (own: number, limit: number) => boolean,
): RowFilter {
  const limit = Date.parse(value)
  if (Number.isNaN(limit)) {
    throw new PostgrestRefusal(400, '22007', `invalid input syntax for type timestamp: "${value}"`)
  }
  return (row) => holds(Date.parse(String(row[column])), limit)
}

/** Whether a list holds all members of `{a,b}`. */
function contains(column: string, value: string): RowFilter {
  const wanted = value.slice(1, -1).split(',')
  return (row) => {
    const list: unknown = row[column]
    return Array.isArray(list) && wanted.every((entry) => list.includes(entry))
  }
}

function unparsable(text: string): PostgrestRefusal {
  return new PostgrestRefusal(400, 'PGRST100', `"failed to parse filter (${text})"`)
}

const literal = (sign: string) => sign.replace(/[$()*+./?[\\\]^{|}]/, '\\$&')
