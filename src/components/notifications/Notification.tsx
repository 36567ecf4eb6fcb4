import type { ReactNode } from 'react'
import { useExportJobActions } from '../../hooks/useExportJobActions.js'
import type { ExportNotice } from '../../notices/notice-shelf.js'
import { DownloadButton } from '../download-button/ExportDownloadButton.js'
import { ExportFormatBadge } from '../format-badge/ExportFormatBadge.js'
import { dateRangeWords, jobWords } from '../parts/job-words.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { isActionShown } from '../parts/unavailable-action.js'
import { usePart } from '../parts/use-part.js'
import { refusalWords } from '../pop-ups/pop-up-words.js'
import { ExportStatusBadge } from '../status-badge/ExportStatusBadge.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { noticeText } from './notification-words.js'
import type { NotificationsSlot } from './slots.js'

/** Props of {@link Notification}. */
export interface NotificationProps {
  /** The news. */
  readonly notice: ExportNotice
  /** Whether it stands alone, so that the heading alone says how it ended. */
  readonly isOnly: boolean
  /** The classes of the slots. */
  readonly classes: SlotClasses<NotificationsSlot>
  /** Takes it away. */
  readonly onDismiss: () => void
}

/** One job that has ended: what it was, why it failed, and its file. */
export function Notification(props: NotificationProps): ReactNode {
  const { notice, isOnly, classes, onDismiss } = props
  const { job } = notice
  const { labels, formatters, reportTypes, getJobHref, linkComponent: Link } = useExportJobsUi()
  const Format = usePart('formatBadge', ExportFormatBadge)
  const Status = usePart('statusBadge', ExportStatusBadge)
  const Download = usePart('downloadButton', DownloadButton)
  const { download } = useExportJobActions(job)
  const what = jobWords(job, labels, reportTypes)
  const period = dateRangeWords(job, labels, formatters)
  const text = noticeText(job, labels)
  // such as a file that was sent by e-mail
  const noFile =
    job.status === 'completed' && !download.allowed && isActionShown(download, 'explain')
      ? refusalWords('download', { ...download, error: null }, labels)
      : null
  return (
    <>
      <p className={classes.notificationName}>
        {job.fileFormat !== null && <Format format={job.fileFormat} />}
        {getJobHref === undefined ? (
          <span>{what}</span>
        ) : (
          <Link className="ej-link" href={getJobHref(job)} onClick={onDismiss}>
            {what}
          </Link>
        )}
        {!isOnly && job.status !== 'completed' && <Status job={job} />}
      </p>
      {period !== null && <p className={classes.notificationText}>{period}</p>}
      {text !== null && (
        <p
          className={classes.notificationText}
          data-kind={job.status === 'failed' ? 'error' : 'note'}
        >
          {text}
        </p>
      )}
      {noFile !== null && <p className={classes.notificationText}>{noFile}</p>}
      {job.status === 'completed' && <Download job={job} />}
    </>
  )
}
