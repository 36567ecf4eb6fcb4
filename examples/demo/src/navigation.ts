import { useSyncExternalStore } from 'react'

/** Where the export history is. */
export const HISTORY_PATH = '/exports'

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}

/** The demo's whole router: the path of the page. The list state lives beside it in the query. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname)
}

/** Goes to another page of the demo, keeping the choice of backend. */
export function navigate(path: string): void {
  window.history.pushState(null, '', path + keptQuery())
  window.dispatchEvent(new PopStateEvent('popstate'))
}

function keptQuery(): string {
  const backend = new URLSearchParams(window.location.search).get('backend')
  return backend === null ? '' : `?${new URLSearchParams({ backend })}`
}
