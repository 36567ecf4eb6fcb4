import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react'
import type { ExportJob } from '../../core/job.js'
import type { PollPolicy } from '../../core/poll-plan.js'
import { useExportJob } from '../../hooks/useExportJob.js'
import { useExportJobActions } from '../../hooks/useExportJobActions.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { DownloadButton } from '../download-button/ExportDownloadButton.js'
import { StatusAnnouncer } from '../history-table/StatusAnnouncer.js'
import { JobActions, type JobActionsOptions } from '../job-actions/ExportJobActions.js'
import { Button } from '../parts/Button.js'
import { checkChoice, checkChooser } from '../parts/check-choice.js'
import { cx } from '../parts/cx.js'
import { ErrorPanel } from '../parts/ErrorPanel.js'
import { Icon } from '../parts/icons.js'
import { jobWords } from '../parts/job-words.js'
import { LoadingPanel } from '../parts/LoadingPanel.js'
import { type SlotClasses, type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { type UnavailableActions, unavailableFor } from '../parts/unavailable-action.js'
import { usePart } from '../parts/use-part.js'
import { ExportPopUps } from '../pop-ups/ExportPopUps.js'
import { RetentionMark } from '../retention/RetentionMark.js'
import { ExportStatusBadge } from '../status-badge/ExportStatusBadge.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { type DeadEnd, DetailDeadEnd } from './DetailDeadEnd.js'
import { DetailFacts, DetailRequest } from './DetailFacts.js'
import { DetailFiles } from './DetailFiles.js'
import { DetailNotes } from './DetailNotes.js'
import type { ExportDetailField } from './detail-field.js'
import { ALL_DETAIL_FIELDS, BRIEF_DETAIL_FIELDS } from './detail-fields.js'
import { DETAIL_SLOTS, type DetailPart, type DetailSlot } from './slots.js'

/**
 * Which facts a job's page shows: all that the backend gives, with files and request; the four of W5
 * alone; or a choice of the host's from the ready ones and its own.
 */
export type ExportDetailFields =
  | 'all'
  | 'brief'
  | ((defaults: readonly ExportDetailField[]) => readonly ExportDetailField[])

/** Props of {@link ExportDetail}, beside those of an `<article>`. */
export interface ExportDetailProps
  extends Omit<ComponentPropsWithoutRef<'article'>, 'children'>,
    Omit<JobActionsOptions, 'variant'>,
    UiOverrides<DetailPart> {
  /** The job's id exactly as the backend spells it, such as from the host's route. */
  jobId: string
  /** Which facts are shown. Default `all`. Source: W5. */
  fields?: ExportDetailFields
  /** The heading's rank in the host's page. Default 2. */
  headingLevel?: 1 | 2 | 3
  /**
   * What becomes of actions that are not allowed. Default: a download explains itself, the others are
   * hidden. Source: W6.
   */
  unavailableAction?: UnavailableActions
  /** Bounds of the poll plan that differ from the provider's. */
  polling?: Partial<PollPolicy>
  /** Milliseconds after which a pop-up goes; `null` lets it stay. Default 5,000. Source: W6. */
  toastMs?: number | null
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<DetailSlot>
}

/**
 * A job's own page: facts, files, request, what went wrong, and what can be done. It looks again by
 * itself until the job is finished, and says why when there is nothing to show. The way back goes by
 * the host's router (`linkComponent`, `getHistoryHref`). Renders an `<article>`.
 *
 * Source: W5, W6, W8, M14 to M16.
 */
export const ExportDetail = forwardRef<HTMLElement, ExportDetailProps>(function ExportDetail(
  { labels, formatters, components, ...rest },
  ref,
): ReactNode {
  const { ownerHash } = useExportJobsContext('ExportDetail')
  return (
    <UiScope labels={labels} formatters={formatters} components={components}>
      {/* another job or tenant is another page: nothing of the former one stays */}
      <Page key={`${ownerHash} ${rest.jobId}`} {...rest} ref={ref} />
    </UiScope>
  )
})

const EXPLAIN_DOWNLOAD: UnavailableActions = { download: 'explain' }

const Page = forwardRef<HTMLElement, Omit<ExportDetailProps, keyof UiOverrides>>(
  function Page(props, ref): ReactNode {
    const { jobId, fields, headingLevel, actions, unavailableAction, ...others } = props
    const { deletePrompt, polling, toastMs, classNames, className, ...rest } = others
    const { labels } = useExportJobsUi()
    const classes = useSlotClasses(DETAIL_SLOTS, classNames)
    const { status, job, error, isRefreshing, refresh } = useExportJob(jobId, { polling })
    const Ended = usePart('deadEnd', DetailDeadEnd)
    const Failure = usePart('error', ErrorPanel)
    const Loading = usePart('loading', LoadingPanel)
    const lastJob = useRef<ExportJob | null>(null)
    useEffect(() => {
      if (job !== null) lastJob.current = job
    }, [job])
    const titleId = useId()
    const end = deadEndOf(status)
    return (
      <article
        aria-labelledby={job === null ? undefined : titleId}
        {...rest}
        ref={ref}
        className={cx('ej-root', classes.detail, className)}
        data-status={status}
      >
        <Back className={classes.detailBack} />
        {end !== null ? (
          <Ended end={end} code={error?.code ?? null} lastJob={lastJob.current} />
        ) : job !== null ? (
          <Job
            job={job}
            titleId={titleId}
            fields={fields}
            headingLevel={headingLevel}
            actions={actions}
            unavailableAction={unavailableAction}
            deletePrompt={deletePrompt}
            classes={classes}
          />
        ) : error !== null ? (
          <Failure error={error} onRetry={refresh} isRetrying={isRefreshing} />
        ) : (
          <Loading label={labels.detail.loading} />
        )}
        {job !== null && error !== null && (
          <div className={classes.detailNote} data-kind="warning" role="status">
            <p>{labels.detail.stale({ reason: labels.errors[error.code].title })}</p>
            <Button onClick={refresh}>{labels.table.tryAgain}</Button>
          </div>
        )}
        <StatusAnnouncer jobs={job === null ? NO_JOBS : [job]} refreshes={0} problem={null} />
        <ExportPopUps toastMs={toastMs} />
      </article>
    )
  },
)

const NO_JOBS: readonly ExportJob[] = []

function deadEndOf(status: string): DeadEnd | null {
  return status === 'deleted' || status === 'vanished' || status === 'denied' ? status : null
}

function Back({ className }: { readonly className: string }): ReactNode {
  const { labels, linkComponent: Link, getHistoryHref } = useExportJobsUi()
  if (getHistoryHref === undefined) return null
  return (
    <p className={className}>
      <Link className="ej-link" href={getHistoryHref()}>
        <Icon name="previous" />
        {labels.detail.back}
      </Link>
    </p>
  )
}

interface JobProps
  extends Pick<
    ExportDetailProps,
    'fields' | 'headingLevel' | 'actions' | 'unavailableAction' | 'deletePrompt'
  > {
  readonly job: ExportJob
  readonly titleId: string
  readonly classes: SlotClasses<DetailSlot>
}

function Job(props: JobProps): ReactNode {
  const { job, titleId, fields = 'all', headingLevel = 2, actions, deletePrompt, classes } = props
  const { unavailableAction = EXPLAIN_DOWNLOAD } = props
  const { labels, reportTypes } = useExportJobsUi()
  const { open } = useExportJobActions(job)
  const Ended = usePart('deadEnd', DetailDeadEnd)
  const Badge = usePart('statusBadge', ExportStatusBadge)
  const Retention = usePart('retentionMark', RetentionMark)
  const Actions = usePart('jobActions', JobActions)
  const Download = usePart('downloadButton', DownloadButton)
  if (!open.allowed) return <Ended end="denied" code={null} lastJob={job} />
  const Heading = `h${headingLevel}` as const
  return (
    <>
      <header className={classes.detailHeader}>
        <div>
          <Heading id={titleId} className={classes.detailTitle}>
            <bdi>{jobWords(job, labels, reportTypes)}</bdi>
          </Heading>
          <Badge job={job} /> <Retention job={job} />
        </div>
        <div className={classes.detailActions}>
          <Actions
            job={job}
            actions={actions}
            variant="buttons"
            unavailableAction={unavailableAction}
            deletePrompt={deletePrompt}
          />
          <Download
            job={job}
            unavailableAction={unavailableFor('download', unavailableAction)}
            data-primary=""
          />
        </div>
      </header>
      <DetailNotes job={job} classes={classes} />
      <DetailFacts job={job} fields={factsOf(fields)} classes={classes} />
      {fields !== 'brief' && (
        <>
          <DetailFiles job={job} classes={classes} />
          <DetailRequest job={job} classes={classes} />
        </>
      )}
    </>
  )
}

function factsOf(fields: ExportDetailFields): readonly ExportDetailField[] {
  if (fields === 'brief') return BRIEF_DETAIL_FIELDS
  if (fields === 'all') return ALL_DETAIL_FIELDS
  checkChooser('<ExportDetail>: fields', fields)
  const chosen = fields(ALL_DETAIL_FIELDS)
  checkChoice('<ExportDetail>: fields', chosen, ['term', 'value'])
  return chosen
}
