import type { UndoOffer } from '../provider/pop-up-store.js'
import type { JobOverlays } from '../queries/job-overlays.js'

/** What {@link openUndoWindow} needs. */
export interface UndoWindowOptions {
  /** Milliseconds until it is sent. */
  readonly afterMs: number
  /** Tells when nobody is left who could take it back. */
  readonly overlays: JobOverlays
  /** Sends it; `keepalive` when the page may be gone before the answer. */
  readonly send: (keepalive: boolean) => void
  /** It was taken back. */
  readonly onUndone: () => void
}

/**
 * Waits before something is sent, so that it can be taken back. It is sent at once when the page is
 * left or when nothing shows the jobs any more: what a person asked for is not forgotten.
 */
export function openUndoWindow(options: UndoWindowOptions): UndoOffer {
  const { afterMs, overlays, send, onUndone } = options
  let isOpen = true
  let timer = setTimeout(() => settle(() => send(false)), afterMs)
  const leave = () => settle(() => send(true))
  const stopLeaving = overlays.onLeave(leave)
  window.addEventListener('pagehide', leave)

  function settle(end: () => void): void {
    if (!isOpen) return
    isOpen = false
    clearTimeout(timer)
    stopLeaving()
    window.removeEventListener('pagehide', leave)
    end()
  }

  return {
    undo: () => settle(onUndone),
    sendNow: () => settle(() => send(false)),
    hold(isHeld) {
      clearTimeout(timer)
      if (isOpen && !isHeld) timer = setTimeout(() => settle(() => send(false)), afterMs)
    },
  }
}
