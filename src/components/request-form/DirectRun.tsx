import { type ReactNode, useEffect } from 'react'
import type { ExportRequest } from '../../core/request.js'
import type { DirectRequest } from '../../downloads/direct-export.js'
import { type UseDirectExportResult, useDirectExport } from '../../hooks/useDirectExport.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { formatWord } from '../parts/job-words.js'
import { Reference } from '../parts/Reference.js'
import { type SlotClasses, useSlotClasses } from '../parts/slot-classes.js'
import { REQUEST_FORM_SLOTS, type RequestFormSlot } from './slots.js'
import { type RequestUi, useRequestUi } from './useRequestUi.js'

/** A press on a button for the file itself. */
export interface DirectPress {
  /** What it asks for. */
  readonly request: ExportRequest
  /** Counts the presses. */
  readonly serial: number
}

/** Props of {@link DirectRun}. */
export interface DirectRunProps {
  /** The way to the file itself. */
  readonly direct: DirectRequest
  /** The latest press. */
  readonly press: DirectPress
  /** Goes the other way: a background job. */
  readonly onBackground: (request: ExportRequest) => void
}

/**
 * Fetches a file when its button was pressed, and tells how it goes: how much has come, with a way to
 * end it; why there is none; that it is too large and better made in the background. Source: M12.
 */
export function DirectRun({ direct, press, onBackground }: DirectRunProps): ReactNode {
  const ui = useRequestUi()
  const classes = useSlotClasses(REQUEST_FORM_SLOTS, undefined)
  const run = useDirectExport(direct)
  const { request, start, dismiss } = run
  const { serial } = press
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is asked for once for each press
  useEffect(() => {
    void start(press.request)
  }, [serial])
  if (request === null) return null
  const goOn = () => {
    dismiss()
    onBackground(request)
  }
  return (
    <>
      <div role="status">
        <Underway run={run} ui={ui} classes={classes} />
        <Done run={run} ui={ui} classes={classes} />
      </div>
      <div role="alert">
        <Failed run={run} ui={ui} classes={classes} onBackground={goOn} />
      </div>
    </>
  )
}

interface StageProps {
  readonly run: UseDirectExportResult
  readonly ui: RequestUi
  readonly classes: SlotClasses<RequestFormSlot>
}

function formatOf({ request }: UseDirectExportResult, { labels }: RequestUi): string | null {
  const format = request?.fileFormat ?? null
  return format === null ? null : formatWord(format, labels)
}

function Underway({ run, ui, classes }: StageProps): ReactNode {
  const { isRunning, progress, cancel } = run
  const { direct: words } = ui.words.form
  const { formatSize } = ui.formatters
  if (!isRunning) return null
  const { loaded = 0, total = null } = progress ?? {}
  const title = words.underWay({ format: formatOf(run, ui) })
  return (
    <div className={classes.formNotice}>
      {/* not read out at each piece: the bar's own value is there for who asks */}
      <div className={classes.formNoticeText}>
        {title}
        <span className="ej-progress" aria-live="off">
          <progress
            className="ej-progress-bar"
            aria-label={title}
            max={total ?? undefined}
            value={total === null ? undefined : Math.min(loaded, total)}
          />
          {progress !== null &&
            words.loaded({
              loaded: formatSize(loaded),
              total: total === null ? null : formatSize(total),
            })}
        </span>
      </div>
      <div className={classes.formNoticeActions}>
        <Button onClick={cancel}>{words.cancel}</Button>
      </div>
    </div>
  )
}

function Done({ run, ui, classes }: StageProps): ReactNode {
  const { outcome } = run
  const { form } = ui.words
  if (outcome?.kind !== 'taken' && outcome?.kind !== 'saved') return null
  const size = ui.formatters.formatSize(outcome.sizeBytes)
  return (
    <div className={classes.formNotice} data-kind="done">
      <p className={classes.formNoticeText}>{form.direct[outcome.kind]({ size })}</p>
      <div className={classes.formNoticeActions}>
        <Close run={run} ui={ui} />
      </div>
    </div>
  )
}

interface FailedProps extends StageProps {
  readonly onBackground: () => void
}

function Failed({ run, ui, classes, onBackground }: FailedProps): ReactNode {
  const { outcome, request, start } = run
  const { labels, words, formatters } = ui
  if (outcome === null || request === null) return null
  if (outcome.kind === 'blocked') {
    return <Button onClick={() => void start(request)}>{labels.actions.clickToDownload}</Button>
  }
  if (outcome.kind === 'too_large') {
    const { limitBytes } = outcome
    const { title, text } = words.form.direct.tooLarge({
      limit: limitBytes === null ? null : formatters.formatSize(limitBytes),
    })
    return (
      <div className={classes.formNotice} data-kind="duplicate">
        <p className={classes.formNoticeText}>
          <strong>{title}</strong> {text}
        </p>
        <div className={classes.formNoticeActions}>
          <Button variant="primary" onClick={onBackground}>
            {labels.request.inBackground({ format: formatOf(run, ui) })}
          </Button>
          <Close run={run} ui={ui} />
        </div>
      </div>
    )
  }
  if (outcome.kind !== 'refused') return null
  const { code, detail, reference } = outcome.error
  return (
    <div className={classes.formNotice} data-kind="error">
      <div className={classes.formNoticeText}>
        <strong>{labels.errors[code].title}</strong> {detail ?? labels.errors[code].text}
        {reference !== null && <Reference text={reference} />}
      </div>
      <div className={classes.formNoticeActions}>
        <Button onClick={() => void start(request)}>{labels.table.tryAgain}</Button>
        <Close run={run} ui={ui} />
      </div>
    </div>
  )
}

function Close({ run, ui }: Pick<StageProps, 'run' | 'ui'>): ReactNode {
  return (
    <Button variant="icon" aria-label={ui.words.form.dismiss} onClick={run.dismiss}>
      <Icon name="close" />
    </Button>
  )
}
