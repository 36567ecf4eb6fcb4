import { useExportNoticeCounts } from 'react-export-jobs'

/** The menu's line for exports. */
export function MenuBadge() {
  const { notDownloaded, unfinished } = useExportNoticeCounts()
  return (
    <p>
      Exports ({notDownloaded} to fetch, {unfinished} being made)
    </p>
  )
}
