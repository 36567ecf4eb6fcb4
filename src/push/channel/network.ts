import type { PushNetwork } from './options.js'

/** The network as the page knows it; always online where it does not tell, as in Node. */
export const pageNetwork: PushNetwork = {
  isOnline: () => globalThis.navigator?.onLine !== false,
  subscribe(listener) {
    const controller = new AbortController()
    const { signal } = controller
    for (const name of ['online', 'offline']) {
      globalThis.addEventListener?.(name, listener, { signal })
    }
    return () => controller.abort()
  },
}
