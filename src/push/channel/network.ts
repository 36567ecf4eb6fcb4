import type { PushNetwork } from './options.js'

/** The network as the page knows it; always online where it does not tell, as in Node. */
export const pageNetwork: PushNetwork = {
  isOnline: () => globalThis.navigator?.onLine !== false,
  subscribe(listener) {
    // its signal makes it the listener's options too
    const leaving = new AbortController()
    globalThis.addEventListener?.('online', listener, leaving)
    globalThis.addEventListener?.('offline', listener, leaving)
    return () => leaving.abort()
  },
}
