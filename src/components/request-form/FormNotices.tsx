import type { ReactNode } from 'react'
import { useExportJob } from '../../hooks/useExportJob.js'
import type { UseExportRequestFormResult } from '../../hooks/useExportRequestForm.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { Reference } from '../parts/Reference.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { unfitWord } from './form-words.js'
import type { RequestFormSlot } from './slots.js'
import { useRequestUi } from './useRequestUi.js'

/** Props of {@link FormNotices} and {@link SendNotices}. */
export interface FormNoticesProps {
  /** The form as a whole. */
  readonly request: UseExportRequestFormResult
  /** The classes of the slots. */
  readonly classes: SlotClasses<RequestFormSlot>
}

/** What to know before filling in: a restored draft, and what of an earlier export no longer fits. */
export function FormNotices({ request, classes }: FormNoticesProps): ReactNode {
  const ui = useRequestUi()
  const { form: words } = ui.words
  const { form, isDraftRestored, unfit, canUndo } = request
  return (
    <div role="status">
      {isDraftRestored && (
        <div className={classes.formNotice} data-kind="draft">
          <p className={classes.formNoticeText}>{words.draftRestored}</p>
          <div className={classes.formNoticeActions}>
            <Button variant="link" onClick={form.reset}>
              {words.startOver}
            </Button>
            <Dismiss request={request} />
          </div>
        </div>
      )}
      {unfit.length > 0 && (
        <div className={classes.formNotice} data-kind="unfit">
          <div className={classes.formNoticeText}>
            <strong>{words.unfitTitle}</strong>
            <ul>
              {unfit.map((value) => (
                <li key={`${value.code} ${value.fieldId}`}>{unfitWord(value, ui)}</li>
              ))}
            </ul>
          </div>
          <div className={classes.formNoticeActions}>
            {canUndo && (
              <Button variant="link" onClick={form.undo}>
                {words.undo}
              </Button>
            )}
            <Dismiss request={request} />
          </div>
        </div>
      )}
    </div>
  )
}

/** What became of pressing the button. */
export function SendNotices({ request, classes }: FormNoticesProps): ReactNode {
  const { words, labels } = useRequestUi()
  const { form: text } = words
  const { duplicate, outcome, error, submit, problems } = request
  const refused = error !== null && !(error.code === 'invalid' && problems.length > 0)
  return (
    <>
      <div role="alert">
        {duplicate !== null && (
          <div className={classes.formNotice} data-kind="duplicate">
            <p className={classes.formNoticeText}>
              <strong>{text.duplicate.title}</strong> {text.duplicate.text}
            </p>
            <div className={classes.formNoticeActions}>
              <JobLink jobId={duplicate.jobId} />
              <Button onClick={() => void submit({ another: true })}>{text.makeAnother}</Button>
            </div>
          </div>
        )}
        {refused && (
          <div className={classes.formNotice} data-kind="error">
            <div className={classes.formNoticeText}>
              <strong>
                {error.code === 'invalid' ? text.refused.title : labels.errors[error.code].title}
              </strong>{' '}
              {error.detail ??
                (error.code === 'invalid' ? text.refused.text : labels.errors[error.code].text)}
              {error.reference !== null && <Reference text={error.reference} />}
            </div>
          </div>
        )}
      </div>
      <div role="status">
        {outcome !== null && (
          <div className={classes.formNotice} data-kind="done">
            <p className={classes.formNoticeText}>
              {outcome.kind === 'job' && outcome.job.delivery === 'email'
                ? text.outcomes.email
                : text.outcomes[outcome.kind]}
            </p>
            <div className={classes.formNoticeActions}>
              {outcome.kind !== 'file' && <HistoryLink />}
              <Dismiss request={request} />
            </div>
          </div>
        )}
      </div>
    </>
  )
}

function Dismiss({ request: { form } }: Pick<FormNoticesProps, 'request'>): ReactNode {
  const { words } = useRequestUi()
  return (
    <Button variant="icon" aria-label={words.form.dismiss} onClick={form.dismiss}>
      <Icon name="close" />
    </Button>
  )
}

/** Leads to the history, where the host has told where that is. */
export function HistoryLink({ label }: { readonly label?: string }): ReactNode {
  const { words, getHistoryHref, linkComponent: Link } = useRequestUi()
  if (getHistoryHref === undefined) return null
  return (
    <Link className="ej-link" href={getHistoryHref()}>
      {label ?? words.form.openHistory}
    </Link>
  )
}

/** Leads to a job's own page, else to the history. */
function JobLink({ jobId }: { readonly jobId: string | null }): ReactNode {
  const { words, getJobHref } = useRequestUi()
  const history = <HistoryLink label={words.form.openDuplicate} />
  if (jobId === null || getJobHref === undefined) return history
  return <KnownJobLink jobId={jobId} fallback={history} />
}

interface KnownJobLinkProps {
  readonly jobId: string
  readonly fallback: ReactNode
}

function KnownJobLink({ jobId, fallback }: KnownJobLinkProps): ReactNode {
  const { words, getJobHref, linkComponent: Link } = useRequestUi()
  const { job } = useExportJob(jobId)
  if (job === null || getJobHref === undefined) return fallback
  return (
    <Link className="ej-link" href={getJobHref(job)}>
      {words.form.openDuplicate}
    </Link>
  )
}
