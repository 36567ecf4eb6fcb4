import type { MultiParser } from 'nuqs'
import { type CheckedListState, checkListState } from './check-list-state.js'
import { readParam, writeParam } from './list-param-text.js'
import { activeListParams, resolveListParamNames, type UrlStateOptions } from './list-params.js'
import type { ExportListState } from './list-state.js'
import type { ListStateCandidate } from './list-state-correction.js'
import { defaultListState, type ListStateRules, toCandidate } from './normalize-list-state.js'
import { createQueryReader, type QueryStringInput, replaceParams } from './query-string.js'

/** What {@link createListStateCodec} is made from. */
export interface ListStateCodecOptions extends ListStateRules {
  /** How the parameters are called. Default as in `DEFAULT_LIST_PARAM_NAMES`. */
  readonly url?: UrlStateOptions
}

/**
 * The list's parameters as nuqs carries them, by their names in the state: the texts as they stand
 * in the URL, or `null` where a parameter is absent. Make and read them with a codec only.
 */
export type ListStateValues = Record<string, readonly string[] | null>

/** Hands one parameter's texts through nuqs as they are, so that the codec can say what is wrong. */
export type ListStateParser = Required<MultiParser<readonly string[]>>

/** Carries list state into the URL and back. */
export interface ListStateCodec {
  /** The state of an empty URL. */
  readonly defaults: ExportListState
  /** The parsers for nuqs's `useQueryStates`, one for each parameter that this backend's lists have. */
  readonly parsers: Readonly<Record<string, ListStateParser>>
  /** The names in the URL, for the `urlKeys` option of `useQueryStates`. */
  readonly urlKeys: Readonly<Record<string, string>>
  /** Spells a state for nuqs; what is at its default is `null` and so leaves the URL. */
  toValues(state: ExportListState): ListStateValues
  /** Understands what nuqs read. Never throws. */
  fromValues(values: Readonly<ListStateValues>): CheckedListState
  /**
   * Understands a query string, on the server too. Never throws.
   *
   * @param search - With or without its `?`; not a whole URL.
   */
  parse(search: QueryStringInput): CheckedListState
  /**
   * Spells a state as a query string.
   *
   * @param base - The page's present query string, not a whole URL; parameters that are not the
   *   list's stay as they are. Default none.
   * @returns The query string with its `?`, or an empty text.
   */
  serialize(state: ExportListState, base?: string | URLSearchParams): string
}

/**
 * Makes the codec between list state and URL for one backend and one set of names.
 *
 * Any query string at all gives a valid state, and a valid state comes back equal. Make it once, not
 * at each render. It needs no React, so that loaders and Server Components can use it.
 *
 * @throws {Error} Two parameters of one name, or a name that a URL cannot hold.
 *
 * Source: M6, M7.
 */
export function createListStateCodec(options: ListStateCodecOptions): ListStateCodec {
  const { capabilities } = options
  const defaults = defaultListState(options)
  const names = resolveListParamNames(options.url)
  const params = activeListParams(capabilities)

  function toValues(state: ExportListState): ListStateValues {
    const valid = checkListState(toCandidate(state), capabilities, defaults).state
    return Object.fromEntries(
      params.map((param) => {
        const text = writeParam(param, valid)
        return [param, text === writeParam(param, defaults) ? null : [text]]
      }),
    )
  }

  function fromValues(values: Readonly<ListStateValues>): CheckedListState {
    const candidate: { -readonly [Param in keyof ListStateCandidate]: unknown } = {}
    for (const param of params) {
      const texts = values[param] ?? []
      if (texts.length > 0) candidate[param] = readParam(param, texts)
    }
    return checkListState(candidate, capabilities, defaults)
  }

  return {
    defaults,
    parsers: Object.fromEntries(params.map((param) => [param, TEXTS_PARSER])),
    urlKeys: Object.fromEntries(params.map((param) => [param, names[param]])),
    toValues,
    fromValues,
    parse(search) {
      const read = createQueryReader(search)
      return fromValues(Object.fromEntries(params.map((param) => [param, read(names[param])])))
    },
    serialize(state, base = '') {
      const values = toValues(state)
      return replaceParams(
        base,
        new Map(params.map((param) => [names[param], values[param]?.[0] ?? null])),
      )
    },
  }
}

// Written out, as nuqs reads it: its own builder would come from `nuqs/server` (the main entry is
// for the browser only), which carries a second copy of nuqs's helpers into the bundle, 0.9 kB.
const TEXTS_PARSER: ListStateParser = {
  type: 'multi',
  parse: (texts) => texts,
  serialize: (texts) => [...texts],
  eq: (a, b) => a.length === b.length && a.every((text, index) => text === b[index]),
}
