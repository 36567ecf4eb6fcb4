import type { ClientCapabilities } from '../core/client.js'
import { isRecord } from '../internal/is-record.js'
import { checkListState } from './check-list-state.js'
import { DEFAULT_LIST_STATE, type ExportListState, type ListStateDefaults } from './list-state.js'
import type { ListStateCandidate } from './list-state-correction.js'

/** What a list state has to obey. */
export interface ListStateRules {
  /** What the backend can do; anything beyond it is dropped. */
  readonly capabilities: ClientCapabilities
  /** What stands in for whatever is missing or wrong. Default the library's own. */
  readonly defaults?: ListStateDefaults
}

/**
 * Makes any state valid: integers are brought within their range, filters, statuses and sort fields
 * that the backend does not have are dropped, lists get their canonical order without duplicates,
 * impossible dates and a reversed range are ignored. A valid state comes back equal.
 *
 * It never throws, whatever the state holds, so it is safe on what a host stored long ago.
 */
export function normalizeListState(state: ExportListState, rules: ListStateRules): ExportListState {
  return checkListState(toCandidate(state), rules.capabilities, defaultListState(rules)).state
}

/** The state of an empty URL: the defaults, as far as the backend can do them. */
export function defaultListState({ capabilities, defaults }: ListStateRules): ExportListState {
  const ours = checkListState({}, capabilities, {
    ...DEFAULT_LIST_STATE,
    ordering: DEFAULT_LIST_STATE.ordering.filter(({ field }) =>
      capabilities.orderings.includes(field),
    ),
  }).state
  return checkListState(toCandidate(defaults), capabilities, ours).state
}

/** Lays a state's fields and filters side by side, unchecked. */
export function toCandidate(state: unknown): ListStateCandidate {
  if (!isRecord(state)) return {}
  const { filters, ...rest } = state
  return isRecord(filters) ? { ...filters, ...rest } : rest
}
