import fc from 'fast-check'
import type { ClientCapabilities } from '../../src/core/client.js'
import { JOB_SOURCES } from '../../src/core/job.js'
import { JOB_FILTER_NAMES, JOB_SORT_FIELDS, type JobSort } from '../../src/core/list-query.js'
import { FILTERABLE_STATUSES } from '../../src/core/status.js'
import type { ExportListState } from '../../src/url-state/list-state.js'
import {
  type ListStateRules,
  normalizeListState,
} from '../../src/url-state/normalize-list-state.js'

/** Runs of each property; long runs set `FUZZ_RUNS`. */
export const FUZZ = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) }

/** Time that a property may take: long runs need more than a test's usual 5 seconds. */
export const FUZZ_TIMEOUT_MS = 5_000 + FUZZ.numRuns * 5

/** A backend that can do everything. */
export const EVERYTHING: ClientCapabilities = {
  statuses: FILTERABLE_STATUSES,
  fileFormats: ['csv', 'pdf', 'xlsx'],
  orderings: JOB_SORT_FIELDS,
  filters: JOB_FILTER_NAMES,
  pagination: 'page',
  total: 'exact',
}

/** The backend of the systems table's first part. Source: M3, M9, M10. */
export const MATHERSHIP: ClientCapabilities = {
  statuses: ['pending', 'processing', 'completed', 'failed'],
  fileFormats: ['csv', 'pdf'],
  orderings: JOB_SORT_FIELDS.filter((field) => field !== 'name'),
  filters: ['statuses', 'fileFormats', 'reportTypes', 'createdFrom', 'createdTo'],
  pagination: 'page',
  total: 'exact',
}

/** A backend with cursors, free formats and nothing to sort by. */
export const SPARSE: ClientCapabilities = {
  statuses: ['pending', 'completed'],
  fileFormats: 'by-report-type',
  orderings: [],
  filters: ['statuses', 'fileFormats', 'search'],
  pagination: 'cursor',
  total: 'none',
}

const DEFAULTS = {
  pageSize: 50,
  ordering: [{ field: 'updatedAt', direction: 'asc' }],
  filters: { statuses: ['failed'], reportTypes: ['a,b'], search: 'x', hasWarnings: true },
} as const satisfies ListStateRules['defaults']

/** Sets of rules that differ in every respect. */
export const anyRules: fc.Arbitrary<ListStateRules> = fc.constantFrom(
  { capabilities: EVERYTHING },
  { capabilities: MATHERSHIP },
  { capabilities: SPARSE },
  { capabilities: EVERYTHING, defaults: DEFAULTS },
  { capabilities: SPARSE, defaults: DEFAULTS },
)

/** Any text: every code unit, so lone surrogates too. */
export const anyText = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }), fc.nat(0x7f)), {
    maxLength: 12,
  })
  .map((units) => String.fromCharCode(...units))

/** Calendar dates that exist. */
export const anyDay = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))

const anySort: fc.Arbitrary<JobSort> = fc.record({
  field: fc.constantFrom(...JOB_SORT_FIELDS),
  direction: fc.constantFrom('asc', 'desc'),
})

/** States of the right types, valid for one set of rules or another, or for none. */
export const anyState: fc.Arbitrary<ExportListState> = fc.record({
  page: fc.oneof(fc.nat(5), fc.integer(), fc.double()),
  cursor: fc.option(anyText),
  pageSize: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer(), fc.double()),
  ordering: fc.array(anySort, { maxLength: 4 }),
  filters: fc.record({
    statuses: fc.array(fc.constantFrom(...FILTERABLE_STATUSES, 'unknown' as const)),
    fileFormats: fc.array(fc.oneof(fc.constantFrom('csv', 'pdf', 'CSV'), anyText)),
    reportTypes: fc.array(fc.oneof(fc.constantFrom('a,b', '%2C', '%25,'), anyText)),
    createdFrom: fc.option(fc.oneof(anyDay, anyText)),
    createdTo: fc.option(fc.oneof(anyDay, anyText)),
    search: anyText,
    sources: fc.array(fc.constantFrom(...JOB_SOURCES)),
    hasWarnings: fc.option(fc.boolean()),
  }),
  openJobId: fc.option(anyText),
})

/** A set of rules and a state that is valid under it. */
export const validState = fc
  .tuple(anyRules, anyState)
  .map(([rules, state]) => ({ rules, state: normalizeListState(state, rules) }))
