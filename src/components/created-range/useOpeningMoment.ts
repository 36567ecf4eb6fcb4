import { useState } from 'react'
import { calendarDay } from '../../internal/zoned-time.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { serverNow } from '../../queries/server-clock.js'

/** What a panel with days has to know when it opens. */
export interface OpeningMoment {
  /** Today (`YYYY-MM-DD`) in the page's zone. */
  readonly today: string
  /** The way the lines run. */
  readonly direction: 'ltr' | 'rtl'
}

/** Takes down the day and the direction when a panel opens; `null` before. */
export function useOpeningMoment(): {
  readonly moment: OpeningMoment | null
  readonly onOpen: (trigger: HTMLElement) => void
} {
  const { client, queryClient, timeZone } = useExportJobsContext('useOpeningMoment')
  const [moment, setMoment] = useState<OpeningMoment | null>(null)
  const onOpen = (trigger: HTMLElement) =>
    setMoment({
      today: calendarDay(serverNow(queryClient, client.key), timeZone),
      direction: getComputedStyle(trigger).direction === 'rtl' ? 'rtl' : 'ltr',
    })
  return { moment, onOpen }
}
