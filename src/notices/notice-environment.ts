import { browserEnvironment, type PageEnvironment } from '../queries/page-environment.js'

/** What notices need to know of the page that they run in. */
export interface NoticeEnvironment extends Pick<PageEnvironment, 'isVisible' | 'isOnline'> {
  /** Whether the page's window has the focus. */
  hasFocus(): boolean
  /**
   * Listens for the page becoming visible or hidden, for its window getting the focus, and for the
   * network coming or going.
   *
   * @returns A function that stops listening.
   */
  subscribe(listener: (change: 'visibility' | 'focus' | 'network') => void): () => void
}

/** The environment of a browser page. Reads nothing before it is asked. */
export const browserNoticeEnvironment: NoticeEnvironment = {
  ...browserEnvironment,
  hasFocus: () => document.hasFocus(),
  subscribe(listener) {
    const onFocus = () => listener('focus')
    const stop = browserEnvironment.subscribe(listener)
    window.addEventListener('focus', onFocus)
    return () => {
      stop()
      window.removeEventListener('focus', onFocus)
    }
  },
}
