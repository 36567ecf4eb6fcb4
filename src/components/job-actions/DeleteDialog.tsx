import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { useExportAction } from '../../hooks/useExportAction.js'
import { ConfirmDialog } from '../parts/ConfirmDialog.js'
import { jobWords } from '../parts/job-words.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { JobActionsSlot } from './slots.js'
import { useActionNotices } from './use-action-notices.js'

/** Props of {@link DeleteDialog}. */
export interface DeleteDialogProps {
  /** The job that is to go. */
  readonly job: ExportJob
  /** The classes of the slots. */
  readonly classes: SlotClasses<JobActionsSlot>
  /** Takes the dialog away, and `goes` tells that the job goes too. */
  readonly onClose: (goes: boolean) => void
}

/** Asks before a job is deleted. Source: E7. */
export function DeleteDialog({ job, classes, onClose }: DeleteDialogProps): ReactNode {
  const { labels, formatters, reportTypes } = useExportJobsUi()
  const { run } = useExportAction('delete', job, useActionNotices('delete', job))
  const Dialog = usePart('confirmDialog', ConfirmDialog)
  const words = labels.actions.confirmDelete({
    count: 1,
    countText: formatters.formatNumber(1),
    what: jobWords(job, labels, reportTypes),
  })
  const confirm = () => {
    onClose(true)
    void run()
  }
  return (
    <Dialog
      {...words}
      classes={classes}
      confirmWord={labels.actions.names.delete}
      keepWord={labels.actions.keep}
      onConfirm={confirm}
      onKeep={() => onClose(false)}
    />
  )
}
