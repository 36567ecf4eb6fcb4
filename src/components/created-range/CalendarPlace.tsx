import type { ReactNode } from 'react'
import { createLazyModule } from '../parts/lazy-module.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { CalendarProps } from './Calendar.js'

const useCalendar = /* @__PURE__ */ createLazyModule(() => import('./Calendar.js'))

/**
 * The calendar, fetched when it is first needed: it is half of the bundle. A fetch that failed is tried
 * again when the panel opens anew, and the typed fields work without it.
 */
export function CalendarPlace(props: CalendarProps): ReactNode {
  const { calendar } = useExportJobsUi().labels
  const { part, status } = useCalendar()
  if (part !== null) return <part.Calendar {...props} />
  return (
    <p className="ej-calendar" role="status" data-status={status}>
      {status === 'failed' ? calendar.unavailable : calendar.loading}
    </p>
  )
}
