import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { ActionButton } from '../job-actions/ActionButton.js'

const WAYS_OUT = ['cancel', 'retry', 'rerun'] as const

/** Props of {@link StuckActions}. */
export interface StuckActionsProps {
  /** The job that takes long. */
  readonly job: ExportJob
  /** Runs when one of them is through. */
  readonly onEnd: () => void
}

/** What can be done about a job that takes long, of what is allowed. Source: M16. */
export function StuckActions({ job, onEnd }: StuckActionsProps): ReactNode {
  return (
    <div className="ej-action-list">
      {WAYS_OUT.map((action) => (
        <ActionButton
          key={action}
          action={action}
          job={job}
          unavailable="hide"
          deletePrompt="confirm"
          variant="quiet"
          reasonClassName="ej-action-reason"
          onAsk={onEnd}
          onLeave={onEnd}
          onEnd={onEnd}
        />
      ))}
    </div>
  )
}
