import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { CheckedListState } from './check-list-state.js'
import type { ExportListState } from './list-state.js'
import type { ListStateCodec, ListStateParser } from './list-state-codec.js'
import { useMemorySearch } from './memory-adapter.js'

/** How a change of list state is written. */
export interface ListStateChangeOptions {
  /**
   * `push` for what a person chose, so that Back undoes it; `replace` for typing and corrections.
   * Default `replace`. Without meaning in memory.
   */
  readonly history?: 'push' | 'replace'
}

/** List state where it is kept: in the page's URL, or in memory. */
export interface StoredListState extends CheckedListState {
  /**
   * Changes the state. Several changes at once build on each other, and all that use the same names
   * see them at once. Stable while the codec is the same.
   */
  readonly change: (
    update: (state: ExportListState) => ExportListState,
    options?: ListStateChangeOptions,
  ) => void
}

const NO_PARSERS: Readonly<Record<string, ListStateParser>> = {}

/**
 * Reads and changes list state where it is kept: under a `MemoryListStateAdapter` in its memory,
 * else in the URL through the nuqs adapter above.
 *
 * @param codec - Made once; another codec reads anew.
 */
export function useStoredListState(codec: ListStateCodec): StoredListState {
  const memory = useMemorySearch()
  // nuqs's queue and news are one for the whole page: it must not hear of what memory holds
  const parsers = memory === null ? codec.parsers : NO_PARSERS
  const [values, setValues] = useQueryStates(parsers, { urlKeys: codec.urlKeys })

  const search = memory?.search ?? null
  const checked = useMemo(
    () => (search === null ? codec.fromValues(values) : codec.parse(search)),
    [codec, search, values],
  )

  const updateMemory = memory?.update
  const change = useCallback<StoredListState['change']>(
    (update, { history = 'replace' } = {}) => {
      if (updateMemory !== undefined) {
        updateMemory((newest) => codec.serialize(update(codec.parse(newest).state), newest))
        return
      }
      setValues((newest) => codec.toValues(update(codec.fromValues(newest).state)), {
        history,
      }).catch(() => {
        // the browser refused the address; nuqs has said so, and the state holds all the same
      })
    },
    [codec, updateMemory, setValues],
  )
  return useMemo(() => ({ ...checked, change }), [checked, change])
}
