import { JOB_SORT_FIELDS, type JobFilters, type JobSort } from '../core/list-query.js'
import { snakeCase } from '../internal/snake-case.js'
import type { ListParam } from './list-params.js'
import type { ExportListState } from './list-state.js'

const READERS: { readonly [Param in ListParam]?: (texts: readonly string[]) => unknown } = {
  page: readInteger,
  pageSize: readInteger,
  ordering: (texts) => readMembers(texts).map(readSort),
  statuses: readMembers,
  fileFormats: readMembers,
  reportTypes: readMembers,
  sources: readMembers,
  hasWarnings: readBoolean,
}

/**
 * Understands a parameter's texts, at least one, as an unchecked value. Never fails: what makes no
 * sense is left to the check.
 */
export function readParam(param: ListParam, texts: readonly string[]): unknown {
  const read = READERS[param]
  return read === undefined ? texts[0] : read(texts)
}

/** Spells a parameter's value; an empty text means none. */
export function writeParam(param: ListParam, state: ExportListState): string {
  const values: ExportListState & JobFilters = { ...state, ...state.filters }
  const value = values[param]
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return value
    .map((member) => (typeof member === 'string' ? escapeMember(member) : writeSort(member)))
    .join()
}

function readInteger(texts: readonly string[]): unknown {
  const text = texts[0]
  if (text === '') return undefined
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : text
}

function readBoolean(texts: readonly string[]): unknown {
  const text = texts[0]
  if (text === 'true' || text === 'false') return text === 'true'
  return text
}

function readSort(member: string): { field: string | undefined; direction: JobSort['direction'] } {
  const descending = member.startsWith('-')
  const word = descending ? member.slice(1) : member
  const field = JOB_SORT_FIELDS.find((name) => snakeCase(name) === word)
  return { field, direction: descending ? 'desc' : 'asc' }
}

function writeSort({ field, direction }: JobSort): string {
  return (direction === 'desc' ? '-' : '') + snakeCase(field)
}

/** A parameter may hold several members, stand several times, or both. */
function readMembers(texts: readonly string[]): readonly string[] {
  const members = texts.flatMap((text) => text.split(','))
  return members.filter((member) => member !== '').map(unescapeMember)
}

// Routers spell a separating comma as %2C too, which is undone before we read; a member's own comma
// is therefore escaped once more, and so is the sign that escapes it.
function escapeMember(member: string): string {
  return member.replace(/[%,]/g, encodeURIComponent)
}

function unescapeMember(member: string): string {
  return member.replace(/%(?:25|2c)/gi, decodeURIComponent)
}
