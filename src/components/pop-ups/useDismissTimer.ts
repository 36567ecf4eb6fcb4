import { useEffect, useRef, useState } from 'react'
import { useStableCallback } from '../../internal/use-stable.js'

/** What {@link useDismissTimer} returns. */
export interface DismissTimer {
  /** Tells that the person is looking at it, or has stopped. */
  readonly hold: (by: 'pointer' | 'focus', isHeld: boolean) => void
}

/**
 * Runs a callback after a time of being seen: it waits while the pointer or the focus is on it and
 * while the page is hidden, and then begins anew. Source: W6.
 *
 * @param afterMs - Milliseconds, or `null` for never.
 * @param onHold - Hears whether it waits for the person, for what is counted elsewhere.
 */
export function useDismissTimer(
  afterMs: number | null,
  onDismiss: () => void,
  onHold?: (isHeld: boolean) => void,
): DismissTimer {
  const holders = useRef(new Set<string>())
  const [isHeld, setHeld] = useState(false)
  const dismiss = useStableCallback(onDismiss)

  useEffect(() => {
    if (afterMs === null || isHeld) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const restart = () => {
      clearTimeout(timer)
      if (document.visibilityState !== 'hidden') timer = setTimeout(dismiss, afterMs)
    }
    restart()
    document.addEventListener('visibilitychange', restart)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', restart)
    }
  }, [afterMs, isHeld, dismiss])

  const hold = useStableCallback((by: 'pointer' | 'focus', held: boolean) => {
    // not the state: of two events before a render each has to be told
    const wasHeld = holders.current.size > 0
    if (held) holders.current.add(by)
    else holders.current.delete(by)
    const isNowHeld = holders.current.size > 0
    if (isNowHeld !== wasHeld) onHold?.(isNowHeld)
    setHeld(isNowHeld)
  })
  return { hold }
}
