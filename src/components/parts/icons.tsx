import type { ReactNode } from 'react'
import { usePart } from './use-part.js'

const CIRCLE = 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z'

/** Own drawings on a grid of 16, each one stroke, so that an icon is two elements. */
const DRAWINGS = {
  processing: 'M8 2a6 6 0 1 0 6 6',
  failed: `M8 4.75v3.75M8 11v.01${CIRCLE}`,
  refresh:
    'M13.25 2.75v3.5h-3.5M2.75 13.25v-3.5h3.5M12.9 6.25a5.25 5.25 0 0 0-9.4-.75M3.1 9.75a5.25 5.25 0 0 0 9.4.75',
  more: 'M3.5 8a.25.25 0 1 0 .5 0 .25.25 0 1 0-.5 0M7.75 8a.25.25 0 1 0 .5 0 .25.25 0 1 0-.5 0M12 8a.25.25 0 1 0 .5 0 .25.25 0 1 0-.5 0',
  close: 'm4.25 4.25 7.5 7.5M11.75 4.25l-7.5 7.5',
  down: 'm4.5 6.25 3.5 3.5 3.5-3.5',
  previous: 'M9.75 4.5 6.25 8l3.5 3.5',
  next: 'M6.25 4.5 9.75 8l-3.5 3.5',
  first: 'M11.25 4.5 7.75 8l3.5 3.5M4.75 4.5v7',
  last: 'M4.75 4.5 8.25 8l-3.5 3.5M11.25 4.5v7',
  sortable: 'M5.25 6.25 8 3.5l2.75 2.75M5.25 9.75 8 12.5l2.75-2.75',
  ascending: 'M4.75 7.25 8 4l3.25 3.25M8 4v8.5',
  descending: 'M4.75 8.75 8 12l3.25-3.25M8 12V3.5',
  search: 'M10.75 10.75 14 14M12.25 7.25a5 5 0 1 1-10 0 5 5 0 0 1 10 0Z',
  filter: 'M2.25 3.25h11.5L9.5 8.25v4.5l-3-1.5v-3Z',
  repeat:
    'M3 7.25v-1.5a1.5 1.5 0 0 1 1.5-1.5h8M10.5 2.25l2 2-2 2M13 8.75v1.5a1.5 1.5 0 0 1-1.5 1.5h-8M5.5 13.75l-2-2 2-2',
  lock: 'M5 7V5.25a3 3 0 0 1 6 0V7M3.75 7h8.5v6.5h-8.5ZM8 9.5v1.5',
  inbox: 'M2.25 9.25 4 3.25h8l1.75 6v3.5H2.25ZM2.25 9.25H6l.75 1.5h2.5l.75-1.5h3.75',
  warning: 'M8 2.5 14.25 13.25H1.75ZM8 6.5v3M8 11.25v.01',
  calendar: 'M2.25 3.75h11.5v9.75H2.25ZM2.25 7h11.5M5.25 2.25V5M10.75 2.25V5',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS

/** Props of {@link ExportIcon}. */
export interface ExportIconProps {
  /** Which drawing. */
  readonly name: IconName
}

/** Drawings that point along the line, which turn round where it runs from right to left. */
const TURNING: ReadonlySet<IconName> = new Set(['previous', 'next', 'first', 'last'])

/** An icon: the host's, or {@link ExportIcon}. */
export function Icon(props: ExportIconProps): ReactNode {
  const Own = usePart('icon', ExportIcon)
  return <Own {...props} />
}

/**
 * Draws an icon in the text's colour. It is decoration: words stand beside it, and a host's own in its place
 * is hidden from screen readers too. Renders an `<svg>`.
 */
export function ExportIcon({ name }: ExportIconProps): ReactNode {
  return (
    <svg
      className="ej-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      data-turning={TURNING.has(name) ? '' : undefined}
    >
      <path d={DRAWINGS[name]} />
    </svg>
  )
}
