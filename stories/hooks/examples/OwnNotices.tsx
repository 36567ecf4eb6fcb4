import { useExportNotifications } from 'react-export-jobs'

/** The host's own notices. */
export function OwnNotices() {
  const { notices, dismiss, counts } = useExportNotifications()
  return (
    <>
      <p>Still being made: {counts.unfinished}.</p>
      <ul>
        {notices.map(({ id, job }) => (
          <li key={id}>
            Export {id}: {job.status}{' '}
            <button type="button" onClick={() => dismiss(id)}>
              Dismiss {id}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
