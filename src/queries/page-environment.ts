/** What the scheduler needs to know of the page that it runs in. */
export interface PageEnvironment {
  /** Whether a person can see the page. */
  isVisible(): boolean
  /** Whether the machine believes that it has a network. */
  isOnline(): boolean
  /**
   * Listens for the page becoming visible or hidden, and for the network coming or going.
   *
   * @returns A function that stops listening.
   */
  subscribe(listener: (change: 'visibility' | 'network') => void): () => void
}

/** The environment of a browser page. Reads nothing before it is asked. */
export const browserEnvironment: PageEnvironment = {
  isVisible: () => document.visibilityState !== 'hidden',
  isOnline: () => navigator.onLine !== false,
  subscribe(listener) {
    const onVisibility = () => listener('visibility')
    const onNetwork = () => listener('network')
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('online', onNetwork)
    window.addEventListener('offline', onNetwork)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('online', onNetwork)
      window.removeEventListener('offline', onNetwork)
    }
  },
}
