import { type ComponentType, useEffect, useState } from 'react'
import type { CalendarProps } from './Calendar.js'

/** The calendar, or why there is none yet. */
export type CalendarModule =
  | { readonly status: 'loading' | 'failed' }
  | { readonly status: 'ready'; readonly Calendar: ComponentType<CalendarProps> }

/**
 * Fetches the calendar when it is first needed: it is half of the bundle. A fetch that failed is tried
 * again when the panel opens anew, and the typed fields work without it. (`React.lazy` would keep the
 * failure and take the page down with it.)
 */
export function useCalendarModule(): CalendarModule {
  const [module, setModule] = useState<CalendarModule>({ status: 'loading' })
  useEffect(() => {
    let isWanted = true
    import('./Calendar.js').then(
      ({ Calendar }) => isWanted && setModule({ status: 'ready', Calendar }),
      () => isWanted && setModule({ status: 'failed' }),
    )
    return () => {
      isWanted = false
    }
  }, [])
  return module
}
