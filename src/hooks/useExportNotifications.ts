import { useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { guardHandler } from '../internal/guard-handler.js'
import { useStableCallback } from '../internal/use-stable.js'
import type { NoticeCenter } from '../notices/notice-center.js'
import { NoticeCenterContext } from '../notices/notice-center-context.js'
import type { NoticeCounts } from '../notices/notice-counts.js'
import type { ExportNotice } from '../notices/notice-shelf.js'
import { useNoticeCounts } from './use-notice-counts.js'

/** Options of {@link useExportNotifications}. */
export interface UseExportNotificationsOptions {
  /**
   * Shows notices in the host's own toaster: gets what is due, several at once where several jobs have
   * ended. What it has got counts as delivered, and `notices` stays empty. May be written inline.
   */
  readonly onNotify?: (notices: readonly ExportNotice[]) => void
}

/** What {@link useExportNotifications} returns. */
export interface UseExportNotificationsResult {
  /**
   * The jobs that have ended and whose notices are due in this window, oldest first. Of several places
   * on a page that ask, only the first gets them.
   */
  readonly notices: readonly ExportNotice[]
  /** Takes one job's notice away, in every window. Keeps its identity. */
  readonly dismiss: (jobId: string) => void
  /** Takes all notices away that are shown here. Keeps its identity. */
  readonly dismissAll: () => void
  /** Counts for a menu badge; a component that shows nothing else uses `useExportNoticeCounts`. */
  readonly counts: NoticeCounts
}

const NONE: readonly ExportNotice[] = []
const none = () => NONE

/**
 * Watches the jobs that the person asked for until they end, and gives one notice for each: in the
 * window that the person turned to last, over reloads, and in no other window.
 */
export function useExportNotifications(
  options: UseExportNotificationsOptions = {},
): UseExportNotificationsResult {
  const { onNotify } = options
  const center = useNoticeCenter('useExportNotifications')
  const [outlet] = useState(() => ({}))
  const subscribe = useCallback(
    (listener: () => void) => center.attach(outlet, listener),
    [center, outlet],
  )
  const due = useSyncExternalStore(subscribe, () => center.read(outlet), none)
  const isHandedOver = onNotify !== undefined

  const dismiss = useCallback((jobId: string) => center.dismiss([jobId]), [center])
  const dismissAll = useCallback(
    () => center.dismiss(center.read(outlet).map(({ id }) => id)),
    [center, outlet],
  )
  const handOver = useStableCallback(() => {
    // Read anew: a strict mode's second effect must not hand the same notices over again.
    const notices = center.read(outlet)
    if (notices.length === 0) return
    center.dismiss(notices.map(({ id }) => id))
    guardHandler(() => onNotify?.(notices))
  })
  useEffect(() => {
    if (isHandedOver && due.length > 0) handOver()
  }, [isHandedOver, due, handOver])

  const counts = useNoticeCounts(center)
  const notices = isHandedOver ? NONE : due
  return useMemo(
    () => ({ notices, dismiss, dismissAll, counts }),
    [notices, dismiss, dismissAll, counts],
  )
}

/**
 * Counts the files that wait for the person, for a host's menu badge. Renders anew only when a count
 * changes; asks the backend nothing and shows no notices.
 */
export function useExportNoticeCounts(): NoticeCounts {
  return useNoticeCounts(useNoticeCenter('useExportNoticeCounts'))
}

/**
 * Gives a way to forget, at sign-out, which exports the person asked for and was told of: in every
 * window, and for every tenant. Asks the backend nothing and shows no notices.
 *
 * Not needed where `userKey` changes at sign-out while the page stands, which does the same.
 *
 * @returns A function that does it at once; keeps its identity.
 */
export function useClearExportNotices(): () => void {
  const center = useNoticeCenter('useClearExportNotices')
  return useCallback(() => center.clear(), [center])
}

function useNoticeCenter(user: string): NoticeCenter {
  const center = useContext(NoticeCenterContext)
  if (center !== null) return center
  throw new Error(
    `[react-export-jobs] ${user} is used outside <ExportJobsProvider>, so it does not know whose ` +
      'exports to watch. Wrap the page in <ExportJobsProvider client={...} userKey={...}>.',
  )
}
