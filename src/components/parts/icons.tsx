import type { ReactNode } from 'react'

const CIRCLE = 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z'

/** Own drawings on a grid of 16, each one stroke, so that an icon is two elements. */
const DRAWINGS = {
  pending: `M8 4.75V8l2.25 1.5${CIRCLE}`,
  processing: 'M8 2a6 6 0 1 0 6 6',
  canceling: 'M8 2a6 6 0 1 0 6 6',
  completed: `m5.25 8.25 2 2 3.5-4${CIRCLE}`,
  failed: `M8 4.75v3.75M8 11v.01${CIRCLE}`,
  canceled: `m3.8 12.2 8.4-8.4${CIRCLE}`,
  expired: 'M4 2.25h8M4 13.75h8M5 2.25v2.5L8 8l3-3.25v-2.5M5 13.75v-2.5L8 8l3 3.25v2.5',
  unknown: `M6.25 6.25c.2-2.4 3.6-2.1 3.5 0C9.7 7.6 8 7.5 8 9M8 11.25v.01${CIRCLE}`,
  download: 'M8 2.25v7.5M4.75 6.75 8 10l3.25-3.25M2.75 13.25h10.5',
  refresh:
    'M13.25 2.75v3.5h-3.5M2.75 13.25v-3.5h3.5M12.9 6.25a5.25 5.25 0 0 0-9.4-.75M3.1 9.75a5.25 5.25 0 0 0 9.4.75',
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
  lock: 'M5 7V5.25a3 3 0 0 1 6 0V7M3.75 7h8.5v6.5h-8.5ZM8 9.5v1.5',
  inbox: 'M2.25 9.25 4 3.25h8l1.75 6v3.5H2.25ZM2.25 9.25H6l.75 1.5h2.5l.75-1.5h3.75',
  warning: 'M8 2.5 14.25 13.25H1.75ZM8 6.5v3M8 11.25v.01',
  calendar: 'M2.25 3.75h11.5v9.75H2.25ZM2.25 7h11.5M5.25 2.25V5M10.75 2.25V5',
  spreadsheet: 'M2.75 2.75h10.5v10.5H2.75ZM2.75 6.25h10.5M2.75 9.75h10.5M6.75 6.25v7',
  document: 'M3.75 1.75h5.5l3 3v9.5h-8.5ZM9.25 1.75v3h3M6 8.25h4M6 11h4',
  archive: 'M2.25 3h11.5v3H2.25ZM3.25 6v7.25h9.5V6M6.5 8.75h3',
  data: 'M6 2.75c-2 0-1.5 1.75-1.5 3S4 8 2.75 8C4 8 4.5 9 4.5 10.25s-.5 3 1.5 3M10 2.75c2 0 1.5 1.75 1.5 3S12 8 13.25 8c-1.25 0-1.75 1-1.75 2.25s.5 3-1.5 3',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS

/** Drawings that point along the line, which turn round where it runs from right to left. */
const TURNING: ReadonlySet<IconName> = new Set(['previous', 'next', 'first', 'last'])

/** Draws an icon in the text's colour. It is decoration: words stand beside it. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
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
