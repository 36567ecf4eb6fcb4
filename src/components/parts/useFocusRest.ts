import { type RefObject, useEffect } from 'react'
import { focusedBeside } from '../../internal/focused-beside.js'
import { focusPlace } from './focus-place.js'

/**
 * Gives the focus a place when what has it goes, such as a button whose press takes its panel away: the
 * table, else the whole component. The browser would drop it to the top of the page. Whoever moves the
 * focus on purpose is left alone, and so is a person who left.
 *
 * @param part - Something that stands right inside the component for as long as it is there.
 */
export function useFocusRest(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = part.current?.parentElement
    if (!root) return
    let held: Element | null = null
    let panel: Element | null = null
    const note = () => {
      const focused = focusedBeside(root)
      held = root.contains(focused) ? focused : null
      panel = held?.closest('.ej-popover') ?? null
    }
    // What goes loses the focus as well, and only afterwards can this be told from a person who leaves.
    const onFocus = () => queueMicrotask(() => held?.isConnected !== false && note())
    const observer = new MutationObserver(() => {
      // a panel that is still open gives the focus back by itself
      if (held?.isConnected !== false || panel?.isConnected) return
      if (!focusedBeside(root)) focusPlace(root.querySelector('table') ?? root)
      note()
    })
    root.addEventListener('focusin', onFocus)
    root.addEventListener('focusout', onFocus)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', onFocus)
      root.removeEventListener('focusout', onFocus)
      observer.disconnect()
    }
  }, [part])
}
