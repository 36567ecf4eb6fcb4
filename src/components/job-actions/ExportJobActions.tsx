import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { ExportJob } from '../../core/job.js'
import type { ChangingAction } from '../../hooks/run-job-action.js'
import type { DeletePrompt } from '../../hooks/useExportAction.js'
import { useExportJobActions } from '../../hooks/useExportJobActions.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { jobWords } from '../parts/job-words.js'
import { Popover } from '../parts/Popover.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { sourceHref } from '../parts/source-href.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import {
  isActionShown,
  type UnavailableActions,
  unavailableFor,
} from '../parts/unavailable-action.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { ActionButton } from './ActionButton.js'
import { DeleteDialog } from './DeleteDialog.js'
import { focusNeighbour } from './focus-neighbour.js'
import { JOB_ACTIONS_SLOTS, type JobActionsPart, type JobActionsSlot } from './slots.js'

/** Which actions of a job are offered, and how. */
export interface JobActionsOptions {
  /** The actions, in their order. Default cancel, retry, run again, delete. */
  readonly actions?: readonly ChangingAction[]
  /** One button that opens them all, or a button for each. Default `menu`. */
  readonly variant?: 'menu' | 'buttons'
  /** What becomes of actions that are not allowed, for all or for each. Default `hide`. */
  readonly unavailableAction?: UnavailableActions
  /** Whether a deletion asks first, or can be taken back for 6 seconds. Default `confirm`. Source: E7. */
  readonly deletePrompt?: DeletePrompt
}

/** Props of {@link ExportJobActions}, beside those of a `<div>`. */
export interface ExportJobActionsProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    JobActionsOptions,
    UiOverrides<JobActionsPart> {
  /** The job. */
  job: ExportJob
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<JobActionsSlot>
}

const ACTIONS: readonly ChangingAction[] = ['cancel', 'retry', 'rerun', 'delete']

/**
 * What a person can do with a job besides opening and downloading it, by `resolveActions` alone; a
 * failed job leads to the page where it was asked for. What came of it is told by the nearest
 * `ExportPopUps`. Renders a `<div>`, or nothing.
 *
 * Source: M15, W13, E7.
 */
export const ExportJobActions = forwardRef<HTMLDivElement, ExportJobActionsProps>(
  function ExportJobActions({ labels, formatters, components, ...rest }, ref): ReactNode {
    useExportJobsContext('ExportJobActions')
    return (
      <UiScope labels={labels} formatters={formatters} components={components}>
        <JobActions {...rest} ref={ref} />
      </UiScope>
    )
  },
)

/** Props of {@link JobActions}. */
export type JobActionsProps = Omit<ExportJobActionsProps, keyof UiOverrides>

/** The actions themselves, for places that have a scope: a table draws hundreds. */
export const JobActions = forwardRef<HTMLDivElement, JobActionsProps>(
  function JobActions(props, ref): ReactNode {
    const { job, actions = ACTIONS, variant = 'menu', ...others } = props
    const { unavailableAction = 'hide', deletePrompt = 'confirm', ...more } = others
    const { classNames, className, ...rest } = more
    const classes = useSlotClasses(JOB_ACTIONS_SLOTS, classNames)
    const { labels, reportTypes, getSourceHref, linkComponent: Link } = useExportJobsUi()
    const verdicts = useExportJobActions(job)
    const root = useRef<HTMLDivElement>(null)
    const [isAsking, setAsking] = useState(false)
    useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => root.current)

    const shown = actions.filter((action) =>
      isActionShown(verdicts[action], unavailableFor(action, unavailableAction)),
    )
    const source = sourceHref(job, getSourceHref)
    if (shown.length === 0 && source === null) return null

    const leave = () => focusNeighbour(root.current)
    const closeDialog = (goes: boolean) => {
      // the dialog gives the focus back when it goes, and only then can it be moved on
      flushSync(() => setAsking(false))
      if (goes) leave()
    }
    const list = (close: () => void) => (
      <>
        {shown.map((action) => (
          <ActionButton
            key={action}
            action={action}
            job={job}
            reasonClassName={classes.actionReason}
            unavailable={unavailableFor(action, unavailableAction)}
            deletePrompt={deletePrompt}
            variant={variant === 'menu' ? 'quiet' : undefined}
            onAsk={() => {
              close()
              setAsking(true)
            }}
            onLeave={leave}
            onEnd={close}
          />
        ))}
        {source !== null && (
          <Link className="ej-link" href={source}>
            {labels.actions.source}
          </Link>
        )}
      </>
    )
    const what = jobWords(job, labels, reportTypes)
    return (
      <div {...rest} ref={root} className={cx('ej-root', classes.jobActions, className)}>
        {variant === 'buttons' ? (
          list(() => {})
        ) : (
          <Popover
            trigger={<Icon name="more" />}
            triggerLabel={labels.actions.menu({ what })}
            isActive={false}
            label={labels.actions.menu({ what })}
          >
            {(close) => <div className={classes.actionList}>{list(close)}</div>}
          </Popover>
        )}
        {isAsking && <DeleteDialog job={job} classes={classes} onClose={closeDialog} />}
      </div>
    )
  },
)
