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
    const note = () => {
      const focused = focusedBeside(root)
      held = root.contains(focused) ? focused : null
    }
    // What goes loses the focus as well, and only afterwards can this be told from a person who leaves.
    const onFocus = () => queueMicrotask(() => held?.isConnected !== false && note())
    const observer = new MutationObserver(() => {
      if (held?.isConnected !== false) return
      if (!focusedBeside(root)) focusPlace(root.querySelector('table') ?? root)
      note()
    })
    const ends = new AbortController()
    for (const type of ['focusin', 'focusout']) root.addEventListener(type, onFocus, ends)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      ends.abort()
      observer.disconnect()
    }
  }, [part])
}
