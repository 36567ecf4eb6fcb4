import { useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/use-stable.js'

/** What the stylesheet keeps the frame at, on screen but not on paper. */
const KEPT = '--ej-kept-size'

/**
 * Keeps a frame as high as it was when an answer brings fewer rows than stood there, so that nothing
 * below it jumps while the person reads or points. The next action of theirs gives the room back.
 *
 * @param action - Changes when the person acts, such as the list state.
 * @param content - Changes when what the frame holds may be of another height.
 * @returns The ref of the frame.
 */
export function useKeptHeight(
  action: unknown,
  content: unknown,
): { current: HTMLDivElement | null } {
  const frame = useRef<HTMLDivElement>(null)
  const height = useRef(0)
  useIsomorphicLayoutEffect(() => {
    frame.current?.style.removeProperty(KEPT)
    height.current = frame.current?.offsetHeight ?? 0
  }, [action])
  useIsomorphicLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const now = element.offsetHeight
    if (now < height.current) element.style.setProperty(KEPT, `${height.current}px`)
    else height.current = now
  }, [content])
  return frame
}
