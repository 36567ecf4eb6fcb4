import type { JobSort, JobSortField } from '../core/list-query.js'
import type { ListParam } from './list-params.js'
import type { ExportListState } from './list-state.js'

/** How one parameter is read from, and written to, the URL. */
interface ListParamText {
  /** Understands the parameter's texts, at least one, as an unchecked value. */
  readonly read: (texts: readonly string[]) => unknown
  /** Spells the value; an empty text means none. */
  readonly write: (state: ExportListState) => string
}

/** How every parameter is spelled. Reading never fails: what makes no sense is left to the check. */
export const LIST_PARAM_TEXTS: Readonly<Record<ListParam, ListParamText>> = {
  page: { read: readInteger, write: ({ page }) => String(page) },
  cursor: { read: first, write: ({ cursor }) => cursor ?? '' },
  pageSize: { read: readInteger, write: ({ pageSize }) => String(pageSize) },
  ordering: {
    read: (texts) => readMembers(texts).map(readSort),
    write: ({ ordering }) => ordering.map(writeSort).join(','),
  },
  statuses: { read: readMembers, write: ({ filters }) => writeMembers(filters.statuses) },
  fileFormats: { read: readMembers, write: ({ filters }) => writeMembers(filters.fileFormats) },
  reportTypes: { read: readMembers, write: ({ filters }) => writeMembers(filters.reportTypes) },
  createdFrom: { read: first, write: ({ filters }) => filters.createdFrom ?? '' },
  createdTo: { read: first, write: ({ filters }) => filters.createdTo ?? '' },
  search: { read: first, write: ({ filters }) => filters.search },
  sources: { read: readMembers, write: ({ filters }) => writeMembers(filters.sources) },
  hasWarnings: { read: readBoolean, write: ({ filters }) => String(filters.hasWarnings ?? '') },
  openJobId: { read: first, write: ({ openJobId }) => openJobId ?? '' },
}

const SORT_WORDS: Readonly<Record<JobSortField, string>> = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  status: 'status',
  dateFrom: 'date_from',
  dateTo: 'date_to',
  id: 'id',
  reportType: 'report_type',
  fileFormat: 'file_format',
  name: 'name',
}

const SORT_FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries(SORT_WORDS).map(([field, word]) => [word, field]),
)

function first(texts: readonly string[]): string | undefined {
  return texts[0]
}

function readInteger(texts: readonly string[]): unknown {
  const text = texts[0]
  if (text === '') return undefined
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : text
}

function readBoolean(texts: readonly string[]): unknown {
  const text = texts[0]
  if (text === 'true' || text === 'false') return text === 'true'
  return text === '' ? null : text
}

function readSort(member: string): { field: string | undefined; direction: JobSort['direction'] } {
  const descending = member.startsWith('-')
  const field = SORT_FIELDS.get(descending ? member.slice(1) : member)
  return { field, direction: descending ? 'desc' : 'asc' }
}

function writeSort({ field, direction }: JobSort): string {
  return (direction === 'desc' ? '-' : '') + SORT_WORDS[field]
}

/** A parameter may hold several members, stand several times, or both. */
function readMembers(texts: readonly string[]): readonly string[] {
  const members = texts.flatMap((text) => text.split(','))
  return members.filter((member) => member !== '').map(unescapeMember)
}

function writeMembers(members: readonly string[]): string {
  return members.map(escapeMember).join(',')
}

// Routers spell a separating comma as %2C too, which is undone before we read; a member's own comma
// is therefore escaped once more, and so is the sign that escapes it.
function escapeMember(member: string): string {
  return member.replace(/[%,]/g, encodeURIComponent)
}

function unescapeMember(member: string): string {
  return member.replace(/%(?:25|2c)/gi, decodeURIComponent)
}
