import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { SelectionStore } from './selection-store.js'

/** Carries a table's selection to its cells, so that a tick draws one cell and not the rows. */
export const SelectionContext = createContext<SelectionStore | null>(null)

/** Reads something of the selection; renders anew only when that changes. */
export function useSelection<T>(read: (store: SelectionStore) => T, none: T): T {
  const store = useContext(SelectionContext)
  const get = () => (store === null ? none : read(store))
  return useSyncExternalStore(store?.subscribe ?? neverChanges, get, get)
}

/** The selection itself, for what changes it; `null` outside of a table that selects. */
export function useSelectionStore(): SelectionStore | null {
  return useContext(SelectionContext)
}

/** The selected jobs. */
export function useSelectedJobs(): ReadonlyMap<string, ExportJob> {
  return useSelection((store) => store.read(), NONE)
}

const NONE: ReadonlyMap<string, ExportJob> = new Map()
const neverChanges = () => () => {}
