import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { subscribeMinute } from '../internal/minute-clock.js'
import type { NoticeCenter } from '../notices/notice-center.js'
import type { NoticeCounts } from '../notices/notice-counts.js'

const NOTHING = '{"unfinished":0,"notDownloaded":0,"expiringSoon":0}'
const nothing = () => NOTHING

/** Reads a center's counts; files expire as time goes by, so the clock is heard too. */
export function useNoticeCounts(center: NoticeCenter): NoticeCounts {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stopCenter = center.subscribeCounts(listener)
      const stopClock = subscribeMinute(listener)
      return () => {
        stopCenter()
        stopClock()
      }
    },
    [center],
  )
  // The text is the counts by value, so that the object keeps its identity while they are the same.
  const spelled = useSyncExternalStore(
    subscribe,
    () => JSON.stringify(center.readCounts()),
    nothing,
  )
  return useMemo((): NoticeCounts => JSON.parse(spelled), [spelled])
}
