import {
  type unstable_AdapterInterface as AdapterInterface,
  unstable_createAdapterProvider as createAdapterProvider,
  renderQueryString,
} from 'nuqs/adapters/custom'
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'

/** Props of {@link MemoryListStateAdapter}. */
export interface MemoryListStateAdapterProps {
  /** Query string to start from, with or without its `?`; later changes count for nothing. Default empty. */
  readonly initialSearch?: string
  /** What keeps its list state here. */
  readonly children?: ReactNode
}

/** The query string that stands in for the page's own. */
export interface MemorySearch {
  /** The query string as last rendered. */
  readonly search: string
  /** Replaces the query string, given the newest one, which a render may not have shown yet. */
  readonly update: (next: (newest: string) => string) => void
  /** The same, as nuqs wants it. */
  readonly adapter: AdapterInterface
}

const MemoryContext = createContext<MemorySearch | null>(null)

/** The memory that list state is kept in here, or `null` where it is kept in the page's URL. */
export function useMemorySearch(): MemorySearch | null {
  return useContext(MemoryContext)
}

function useMemoryAdapter(): AdapterInterface {
  const memory = useMemorySearch()
  if (memory === null) throw new Error('[react-export-jobs] The memory adapter has no memory.')
  return memory.adapter
}

const MemoryAdapterProvider = createAdapterProvider(useMemoryAdapter)

/**
 * Keeps list state in memory instead of the page's URL, for stories, dialogs and widgets. It never
 * touches `location` or the history.
 *
 * It is an adapter of nuqs too, so a host's own `useQueryState` below it stays out of the URL; but
 * nuqs tells every hook of the same name on the page of each change, whichever adapter it is under.
 * List state does not pass through nuqs here and is told to nobody.
 */
export function MemoryListStateAdapter(props: MemoryListStateAdapterProps): ReactNode {
  const { initialSearch = '', children } = props
  const [search, setSearch] = useState(initialSearch)
  const newest = useRef(search)
  const memory = useMemo((): MemorySearch => {
    function update(next: (newest: string) => string) {
      newest.current = next(newest.current)
      setSearch(newest.current)
    }
    const adapter: AdapterInterface = {
      searchParams: new URLSearchParams(search),
      getSearchParamsSnapshot: () => new URLSearchParams(newest.current),
      updateUrl: (params) => update(() => renderQueryString(params)),
      rateLimitFactor: 0,
    }
    return { search, update, adapter }
  }, [search])
  return (
    <MemoryContext.Provider value={memory}>
      <MemoryAdapterProvider>{children}</MemoryAdapterProvider>
    </MemoryContext.Provider>
  )
}
