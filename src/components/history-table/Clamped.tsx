import type { ReactNode } from 'react'

/** Props of {@link Clamped}. */
export interface ClampedProps {
  /** All of them. */
  readonly words: string
  /** What shows them, where that is more than text. */
  readonly children?: ReactNode
}

/** Words of any length and direction: the stylesheet shows two lines, the tooltip all of them. */
export function Clamped({ words, children = words }: ClampedProps): ReactNode {
  return (
    <span dir="auto" title={words}>
      {children}
    </span>
  )
}
