import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { isFinishedStatus } from '../../core/status.js'
import { useServerMinute } from '../parts/use-server-minute.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { soonGone } from './retention.js'

/** Props of {@link RetentionMark}. */
export interface RetentionMarkProps {
  /** The job whose file or row may go soon. */
  readonly job: ExportJob
}

/** Says that a job's file expires soon, or that its row goes soon; else nothing. Source: W8. */
export function RetentionMark({ job }: RetentionMarkProps): ReactNode {
  const isTimed = job.fileExpiresAt !== null || job.removedAt !== null
  return isTimed && isFinishedStatus(job.status) && <Mark job={job} />
}

function Mark({ job }: RetentionMarkProps): ReactNode {
  const now = useServerMinute()
  const { labels, formatters } = useExportJobsUi()
  const gone = now === null ? null : soonGone(job, now)
  if (gone === null || now === null) return null
  const relative = formatters.formatRelative(gone.at, now)
  const words = gone.what === 'file' ? labels.detail.expiresSoon : labels.detail.removedSoon
  return (
    <span className="ej-retention-mark" title={formatters.formatDateTime(gone.at)}>
      {words({ relative })}
    </span>
  )
}
