import { useState } from 'react'
import type { ExportNotice } from '../../notices/notice-shelf.js'

/** What {@link useArrivals} returns. */
export interface Arrivals {
  /** All notices on screen when the latest arrived; empty when there are none any more. */
  readonly notices: readonly ExportNotice[]
  /** How often some have arrived, so that the same words can be told anew. */
  readonly count: number
}

interface Seen extends Arrivals {
  readonly shown: readonly ExportNotice[]
}

/** Follows notices as they are to be read out: what goes away is no news. */
export function useArrivals(shown: readonly ExportNotice[]): Arrivals {
  const [seen, setSeen] = useState<Seen>({ shown, notices: shown, count: 0 })
  if (seen.shown === shown) return seen
  const hasNews = shown.some((notice) => !seen.shown.includes(notice))
  const next = {
    shown,
    notices: hasNews || shown.length === 0 ? shown : seen.notices,
    count: seen.count + Number(hasNews),
  }
  setSeen(next)
  return next
}
