import { type RefObject, useEffect } from 'react'

const FOCUSABLE = 'a[href], button, input, select'

/**
 * Gives the focus a place when what has it goes, such as a button whose press takes its panel away: the
 * table, else the first thing to press, else the whole component. The browser would drop it to the top
 * of the page. Whoever moves the focus on purpose is left alone, and so is a person who left.
 *
 * @param part - Something that stands right inside the component for as long as it is there.
 */
export function useFocusRest(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = part.current?.parentElement
    if (!root) return
    let held: Element | null = null
    const onFocusIn = ({ target }: FocusEvent) => {
      held = target instanceof Element ? target : null
    }
    const onFocusOut = ({ target }: FocusEvent) => {
      // one that goes loses it too, and only afterwards can the two be told apart
      queueMicrotask(() => {
        if (held === target && held?.isConnected && document.activeElement !== held) held = null
      })
    }
    const observer = new MutationObserver(() => {
      if (held === null || held.isConnected || !root.isConnected) return
      held = null
      if (document.activeElement !== document.body) return
      const table = root.querySelector('table')
      const place = table ?? root.querySelector<HTMLElement>(FOCUSABLE) ?? root
      if (!place.matches(FOCUSABLE)) place.tabIndex = -1
      place.focus({ preventScroll: true })
    })
    root.addEventListener('focusin', onFocusIn)
    root.addEventListener('focusout', onFocusOut)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', onFocusIn)
      root.removeEventListener('focusout', onFocusOut)
      observer.disconnect()
    }
  }, [part])
}
