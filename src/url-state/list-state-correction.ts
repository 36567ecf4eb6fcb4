import type { ListParam } from './list-params.js'

/**
 * Why something in the URL was not taken as it stood.
 *
 * - `out_of_range`: an integer beyond its bounds; the nearest bound is used.
 * - `not_a_number`: an integer was expected; the default is used.
 * - `unknown_member`: a word that means nothing here; it is dropped.
 * - `unsupported`: a word that this backend does not have; it is dropped.
 * - `invalid_date`: no day of the calendar, or not written `YYYY-MM-DD`; it is ignored.
 * - `reversed_range`: the range ends before it begins; both its ends are ignored.
 */
export type ListStateCorrectionReason =
  | 'out_of_range'
  | 'not_a_number'
  | 'unknown_member'
  | 'unsupported'
  | 'invalid_date'
  | 'reversed_range'

/** One thing in the URL that was not taken as it stood, so that the page can say so. */
export interface ListStateCorrection {
  /** What it is about, by its name in the state. */
  readonly param: ListParam
  /** Why. */
  readonly reason: ListStateCorrectionReason
}

/** A list state whose values are not checked yet; what is `undefined` takes its default. */
export type ListStateCandidate = { readonly [Param in ListParam]?: unknown }
