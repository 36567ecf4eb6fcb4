import { type ReactNode, useId } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { ChangingAction } from '../../hooks/run-job-action.js'
import { type DeletePrompt, useExportAction } from '../../hooks/useExportAction.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { jobWords } from '../parts/job-words.js'
import { isActionShown, type UnavailableAction } from '../parts/unavailable-action.js'
import { refusalWords } from '../pop-ups/pop-up-words.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { useActionNotices } from './use-action-notices.js'

/** Props of {@link ActionButton}. */
export interface ActionButtonProps {
  /** What it does. */
  readonly action: ChangingAction
  /** The job it does it to. */
  readonly job: ExportJob
  /** What becomes of it when it is not allowed. */
  readonly unavailable: UnavailableAction
  /** How a deletion is kept from being a mistake. */
  readonly deletePrompt: DeletePrompt
  /** Look of the button. */
  readonly variant: 'quiet' | undefined
  /** The class of the slot of the reason. */
  readonly reasonClassName: string
  /** Asks before a deletion instead of pressing through. */
  readonly onAsk: () => void
  /** Runs right before the job is taken away. */
  readonly onLeave: () => void
  /** The action is through, or was refused. */
  readonly onEnd: () => void
}

/** One of a job's actions as a button; nothing when it is hidden. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { action, job, unavailable, deletePrompt, variant, ...handlers } = props
  const { reasonClassName, onAsk, onLeave, onEnd } = handlers
  const { labels, reportTypes } = useExportJobsUi()
  const reasonId = useId()
  const { verdict, isRunning, run } = useExportAction(action, job, {
    deletePrompt,
    ...useActionNotices(action, job),
  })
  if (!isActionShown(verdict, unavailable)) return null

  const isDisabled = !verdict.allowed && unavailable === 'disable'
  const reason = verdict.allowed ? null : refusalWords(action, { ...verdict, error: null }, labels)
  const name = labels.actions.names[action]
  const press = async () => {
    if (isDisabled) return
    if (action === 'delete' && verdict.allowed) {
      if (deletePrompt === 'confirm') return onAsk()
      onLeave()
    }
    await run()
    onEnd()
  }
  return (
    <>
      <Button
        variant={variant}
        data-action={action}
        aria-label={labels.actions.nameOf({ name, what: jobWords(job, labels, reportTypes) })}
        aria-busy={isRunning || undefined}
        aria-disabled={isDisabled || undefined}
        aria-describedby={isDisabled ? reasonId : undefined}
        data-preparing={isRunning ? '' : undefined}
        onClick={press}
      >
        {isRunning && <Icon name="processing" />}
        {name}
      </Button>
      {isDisabled && (
        <span id={reasonId} className={reasonClassName}>
          {reason}
        </span>
      )}
    </>
  )
}
