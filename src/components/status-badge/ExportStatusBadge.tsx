import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { checkGivenJob } from '../../internal/check-given-job.js'
import { cx } from '../parts/cx.js'
import { statusWord } from '../parts/job-words.js'
import type { SlotClassNames } from '../parts/slot-classes.js'
import type { WordOverrides } from '../parts/UiScope.js'
import { useOwnUi } from '../useExportJobsUi.js'
import type { StatusBadgeSlot } from './slots.js'

/** Props of {@link ExportStatusBadge}, beside those of a `<span>`. */
export interface ExportStatusBadgeProps
  extends ComponentPropsWithoutRef<'span'>,
    Pick<WordOverrides, 'labels'> {
  /** The job whose status is shown; of it, only the status and the backend's own word are read. */
  job: Pick<ExportJob, 'status' | 'statusText'>
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<StatusBadgeSlot>
}

/**
 * Shows a job's status as an icon and a word. Renders a `<span>`. Source: M3, W7, E5.
 *
 * The stylesheet draws the icon: hundreds of rows then need no elements for it, and a change of status
 * is one attribute and one text.
 */
export const ExportStatusBadge = forwardRef<HTMLSpanElement, ExportStatusBadgeProps>(
  function ExportStatusBadge(props, ref): ReactNode {
    const { job, labels: ownLabels, classNames, className, ...rest } = props
    const { labels } = useOwnUi({ labels: ownLabels }, 'ExportStatusBadge')
    if (process.env.NODE_ENV !== 'production') checkGivenJob(job)
    return (
      <span
        {...rest}
        ref={ref}
        className={cx('ej-root ej-status-badge', classNames?.statusBadge, className)}
        data-status={job.status}
      >
        {statusWord(job, labels)}
      </span>
    )
  },
)
