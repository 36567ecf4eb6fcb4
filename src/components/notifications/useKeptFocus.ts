import { type FocusEventHandler, type RefObject, useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/use-stable.js'

/**
 * Keeps the focus in a panel when what has it goes, and gives it back to where it came from when the
 * panel is empty; else the browser would drop it.
 *
 * @returns The panel's focus handler.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): FocusEventHandler {
  const cameFrom = useRef<Element | null>(null)
  // Read while rendering: by the time of an effect what had the focus is gone, and the focus with it.
  const hadFocus = panel.current?.contains(document.activeElement) === true
  useIsomorphicLayoutEffect(() => {
    const element = panel.current
    if (!hadFocus || element === null || element.contains(document.activeElement)) return
    const origin = cameFrom.current
    const next = element.querySelector('button, a') ?? origin
    if (next instanceof HTMLElement) next.focus()
    // the focus came from nowhere just now, but not from nowhere at first
    cameFrom.current = origin
  })
  return ({ relatedTarget, currentTarget }) => {
    if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget
  }
}
