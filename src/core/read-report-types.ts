import { isCalendarDate } from '../internal/calendar-date.js'
import { DATE_PRESETS } from './date-presets.js'
import { JOB_DELIVERIES } from './job.js'
import { REQUEST_FIELD_IDS } from './report-fields.js'
import type { ReportType } from './report-types.js'

/** One mistake in a registry of report types. */
export interface RegistryProblem {
  /** Where it is, such as `[2].fields[0].visibleWhen.field`. */
  readonly path: string
  /** What must stand there. */
  readonly message: string
}

/** What came of reading a registry. */
export interface RegistryReading {
  /** The report types without mistakes, in their order. */
  readonly reportTypes: readonly ReportType[]
  /** What is wrong with the others. */
  readonly problems: readonly RegistryProblem[]
}

/** Deeper conditions are a mistake, and could exhaust the stack. */
const MAX_DEPTH = 20

/** Checks a value at a path; every mistake is told through `tell`. */
type Check = (value: unknown, path: string, context: Context) => void

interface Context {
  readonly tell: (path: string, expected: string) => void
  /** The ids that conditions of this report type may name. */
  readonly fieldIds: ReadonlySet<string>
  readonly depth: number
}

/**
 * Reads a registry of report types, wherever it comes from. A report type with a mistake is left out
 * and told; the others stay. Never throws on plain JSON.
 */
export function readReportTypes(value: unknown): RegistryReading {
  if (!Array.isArray(value)) {
    return { reportTypes: [], problems: [{ path: '', message: 'must be a list of report types' }] }
  }
  const problems: RegistryProblem[] = []
  const ids = new Set<string>()
  const reportTypes = value.filter((type: unknown, index): type is ReportType => {
    const before = problems.length
    const tell = (path: string, expected: string) =>
      problems.push({ path, message: `must be ${expected}` })
    checkReportType(type, `[${index}]`, { tell, fieldIds: fieldIdsOf(type), depth: 0 })
    if (isRecord(type) && typeof type.id === 'string') {
      if (ids.has(type.id)) tell(`[${index}].id`, 'unlike the id of every other report type')
      ids.add(type.id)
    }
    return problems.length === before
  })
  return { reportTypes, problems }
}

const rule =
  (isRight: (value: unknown) => boolean, expected: string): Check =>
  (value, path, { tell }) => {
    if (!isRight(value)) tell(path, expected)
  }

const text = rule((value) => typeof value === 'string', 'a text')
const id = rule(
  (value) => typeof value === 'string' && value !== '' && value !== '__proto__',
  'a text that is not empty',
)
const number = rule(Number.isFinite, 'a number')
const count = rule((value) => Number.isSafeInteger(value) && Number(value) >= 0, 'a whole number')
const boolean = rule((value) => typeof value === 'boolean', 'true or false')
const oneOf = (words: readonly string[]) =>
  rule((value) => words.some((word) => word === value), `one of ${words.join(', ')}`)
const dayBound = rule(
  (value) => value === 'today' || (typeof value === 'string' && isCalendarDate(value)),
  'a day written YYYY-MM-DD, or today',
)
const pattern = rule((value) => {
  try {
    return typeof value === 'string' && new RegExp(value, 'u').source !== ''
  } catch {
    return false
  }
}, 'a regular expression')
const scalar = rule(
  (value) => ['string', 'number', 'boolean'].includes(typeof value),
  'a text, a number, true or false',
)
const schema = rule(
  (value) =>
    (isRecord(value) || typeof value === 'function') && isRecord(Reflect.get(value, '~standard')),
  'a Standard Schema',
)

const list =
  (check: Check): Check =>
  (value, path, context) => {
    if (!Array.isArray(value)) return context.tell(path, 'a list')
    for (const [index, entry] of value.entries()) check(entry, `${path}[${index}]`, context)
  }

/** Members that may be left out end in `?`; others than these are nobody's business. */
const shape =
  (members: Readonly<Record<string, Check>>): Check =>
  (value, path, context) => {
    if (!isRecord(value)) return context.tell(path, 'an object')
    for (const [name, check] of Object.entries(members)) {
      const key = name.replace('?', '')
      const member = Object.hasOwn(value, key) ? value[key] : undefined
      if (member !== undefined || key === name) check(member, `${path}.${key}`, context)
    }
  }

const knownField: Check = (value, path, { fieldIds, tell }) => {
  if (typeof value !== 'string' || !fieldIds.has(value)) {
    tell(path, 'the id of a field of this report type')
  }
}

const condition: Check = (value, path, context) => {
  const { tell, depth } = context
  if (typeof value === 'function') return
  if (depth > MAX_DEPTH) return tell(path, `at most ${MAX_DEPTH} conditions deep`)
  const key = isRecord(value) && Object.keys(CONDITIONS).find((word) => Object.hasOwn(value, word))
  if (!key) return tell(path, `an object with one of ${Object.keys(CONDITIONS).join(', ')}`)
  CONDITIONS[key]?.(value, path, { ...context, depth: depth + 1 })
}

/** In the order in which `evaluateCondition` looks. */
const CONDITIONS: Readonly<Record<string, Check>> = {
  all: shape({ all: list(condition) }),
  any: shape({ any: list(condition) }),
  not: shape({ not: condition }),
  isEmpty: shape({ field: knownField, isEmpty: boolean }),
  in: shape({ field: knownField, in: list(scalar) }),
  is: shape({ field: knownField, is: scalar }),
}

const conditional = (check: Check) => list(shape({ when: condition, value: check }))

const options: Check = (value, path, context) => {
  list(shape(OPTION))(value, path, context)
  unique(value, 'value', path, context)
}

const OPTION = {
  value: id,
  label: text,
  'description?': text,
  'disabledWhen?': condition,
  'disabledReason?': text,
}

const MANY = { options, 'defaultValue?': list(text), 'minItems?': count, 'maxItems?': count }

const FIELD_KINDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  select: { options, 'defaultValue?': text },
  'multi-select': MANY,
  'column-picker': MANY,
  date: { 'defaultValue?': dayBound, 'min?': dayBound, 'max?': dayBound },
  'date-range': {
    'presets?': list(oneOf(DATE_PRESETS)),
    'defaultValue?': rule(isRecord, 'an object'),
    'min?': dayBound,
    'max?': dayBound,
    'maxDays?': count,
    'openEnded?': boolean,
  },
  text: {
    'defaultValue?': text,
    'minLength?': count,
    'maxLength?': count,
    'pattern?': pattern,
    'patternMessage?': text,
  },
  number: { 'defaultValue?': number, 'min?': number, 'max?': number, 'integer?': boolean },
  switch: { 'defaultValue?': boolean },
  'path-template': { 'defaultValue?': text },
  custom: { control: id },
}

/** The kinds that a part of the request must have. */
const REQUEST_KINDS: Readonly<Record<string, string>> = {
  fileFormat: 'select',
  dateRange: 'date-range',
  name: 'text',
}

const field: Check = (value, path, context) => {
  if (!isRecord(value)) return context.tell(path, 'an object')
  const kinds = Object.keys(FIELD_KINDS)
  const kind = kinds.find((word) => word === value.kind)
  shape({
    id,
    label: text,
    kind: oneOf(kinds),
    'description?': text,
    'required?': boolean,
    'requiredWhen?': condition,
    'visibleWhen?': condition,
    'errorNames?': list(text),
    ...(kind !== undefined && FIELD_KINDS[kind]),
  })(value, path, context)
  if (value.id === 'reportType')
    context.tell(`${path}.id`, 'another id, because the form has a field of this name')
  const due = REQUEST_FIELD_IDS.find((word) => word === value.id)
  const dueKind = due && REQUEST_KINDS[due]
  if (dueKind && kind !== dueKind) {
    context.tell(`${path}.kind`, `${dueKind}, since this id is a part of the request`)
  }
}

const checkReportType = shape({
  id,
  label: text,
  'description?': text,
  'formats?': list(id),
  'formatsWhen?': conditional(list(id)),
  'delivery?': oneOf(JOB_DELIVERIES),
  'deliveryWhen?': conditional(oneOf(JOB_DELIVERIES)),
  'submitLabel?': text,
  'submitLabelWhen?': conditional(text),
  'fields?': (value, path, context) => {
    list(field)(value, path, context)
    unique(value, 'id', path, context)
  },
  'limits?': shape({
    'maxRows?': count,
    'maxSizeBytes?': count,
    'maxDirectRows?': count,
    'maxDirectSizeBytes?': count,
  }),
  'schema?': schema,
  'permission?': text,
  'expectedDurationMs?': number,
})

function unique(value: unknown, key: string, path: string, { tell }: Context): void {
  const seen = new Set<unknown>()
  for (const [index, entry] of Array.isArray(value) ? value.entries() : []) {
    if (!isRecord(entry)) continue
    if (seen.has(entry[key])) tell(`${path}[${index}].${key}`, `unlike every other ${key} here`)
    seen.add(entry[key])
  }
}

function fieldIdsOf(type: unknown): ReadonlySet<string> {
  const fields = isRecord(type) && Array.isArray(type.fields) ? type.fields : []
  const ids = fields.map((entry: unknown) => (isRecord(entry) ? entry.id : null))
  return new Set(['reportType', 'fileFormat', ...ids.filter((one) => typeof one === 'string')])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
