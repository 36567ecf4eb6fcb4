import { useClearExportNotices, useExportNoticeCounts } from 'react-export-jobs'

/** A sign-out button that leaves nothing behind. */
export function SignOut() {
  const clear = useClearExportNotices()
  const { notDownloaded } = useExportNoticeCounts()
  return (
    <p>
      Files waiting: {notDownloaded}.{' '}
      <button type="button" onClick={clear}>
        Sign out
      </button>
    </p>
  )
}
