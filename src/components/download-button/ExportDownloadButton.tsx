import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, type ReactNode } from 'react'
import type { ActionVerdict } from '../../core/actions.js'
import type { ExportJob } from '../../core/job.js'
import type { DownloadDelivery } from '../../downloads/delivery.js'
import type { DownloadOutcome } from '../../hooks/perform-download.js'
import { useExportDownload } from '../../hooks/useExportDownload.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import type { PopUp } from '../../provider/pop-up-store.js'
import { Button } from '../parts/Button.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { dateRangeWords, jobWords } from '../parts/job-words.js'
import type { SlotClassNames } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { isActionShown, type UnavailableAction } from '../parts/unavailable-action.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { DownloadButtonPart, DownloadButtonSlot } from './slots.js'

/** Props of {@link ExportDownloadButton}, beside those of a `<button>`. */
export interface ExportDownloadButtonProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'children'>,
    UiOverrides<DownloadButtonPart> {
  /** The job whose file is wanted. */
  job: ExportJob
  /** Which of the job's files; left out, its one file. */
  fileId?: string
  /** Icon and word, or the icon alone; the accessible name is the same. Default `text`. */
  variant?: 'text' | 'icon'
  /** What to show when there is no file to be had. Default `hide`. Source: M1, W6. */
  unavailableAction?: UnavailableAction
  /** How the file is handed over. Default the provider's. Source: E6. */
  delivery?: DownloadDelivery
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<DownloadButtonSlot>
}

/**
 * Downloads a job's file through a fresh link; refusals appear in the pop-up of the nearest
 * `ExportPopUps` (the table has one). Renders a `<button>`, or nothing.
 *
 * Source: M1, M13, M14, W6.
 */
export const ExportDownloadButton = forwardRef<HTMLButtonElement, ExportDownloadButtonProps>(
  function ExportDownloadButton({ labels, formatters, components, ...rest }, ref): ReactNode {
    useExportJobsContext('ExportDownloadButton')
    return (
      <UiScope labels={labels} formatters={formatters} components={components}>
        <DownloadButton {...rest} ref={ref} />
      </UiScope>
    )
  },
)

/** Props of {@link DownloadButton}. */
export type DownloadButtonProps = Omit<ExportDownloadButtonProps, keyof UiOverrides>

/** The button itself, for places that have a scope: a table draws hundreds. */
export const DownloadButton = forwardRef<HTMLButtonElement, DownloadButtonProps>(
  function DownloadButton(props, ref): ReactNode {
    const { job, fileId, variant = 'text', unavailableAction = 'hide', ...others } = props
    const { classNames, className, onClick, delivery, ...rest } = others
    const { popUps } = useExportJobsContext('ExportDownloadButton')
    const { labels, formatters, reportTypes } = useExportJobsUi()
    const { verdict, isPreparing, isBlocked, progress, download } = useExportDownload(job, {
      fileId,
      delivery,
      tabText: labels.actions.tabText,
      onRefused: ({ refusal, reason, error }) =>
        popUps.show({ job, fileId, refusal, reason, error }),
    })
    if (!isActionShown(verdict, unavailableAction)) return null

    const isDisabled = !verdict.allowed && unavailableAction === 'disable'
    const name = labels.job.downloadJob({
      what: jobWords(job, labels, reportTypes),
      when:
        dateRangeWords(job, labels, formatters) ??
        (job.createdAt === null ? null : formatters.formatDateTime(job.createdAt)),
    })
    const press = async (event: MouseEvent<HTMLButtonElement>) => {
      onClick?.(event)
      // a second press joins the first, whose outcome is told once
      if (event.defaultPrevented || isDisabled || isPreparing) return
      const outcome = await download()
      const news = newsOf(outcome)
      if (news === null) return
      popUps.show({ job, fileId, refusal: null, reason: null, error: null, doneCount: 1, news })
    }
    const saving =
      progress === null
        ? null
        : labels.actions.saving({
            share:
              progress.total === null || progress.total === 0
                ? null
                : formatters.formatPercent(Math.min(1, progress.loaded / progress.total)),
            size: formatters.formatSize(progress.loaded),
          })
    const word = saving ?? (isBlocked ? labels.actions.clickToDownload : labels.job.download)
    const hasWords = variant === 'text' || isBlocked || saving !== null
    return (
      <Button
        title={isDisabled ? refusalWords(verdict, labels.popUp.refusals) : undefined}
        aria-label={
          word === labels.job.download ? name : labels.actions.nameOf({ name: word, what: name })
        }
        {...rest}
        ref={ref}
        className={cx('ej-root ej-download-button', classNames?.downloadButton, className)}
        onClick={press}
        aria-busy={isPreparing || undefined}
        aria-disabled={isDisabled || undefined}
        variant={hasWords ? 'text' : 'icon'}
        data-preparing={isPreparing ? '' : undefined}
        data-blocked={isBlocked ? '' : undefined}
      >
        {isPreparing && <Icon name="processing" />}
        {hasWords && word}
      </Button>
    )
  },
)

function newsOf(outcome: DownloadOutcome): PopUp['news'] | null {
  if (outcome.kind === 'saved') return 'saved'
  return outcome.kind === 'started' && outcome.instead !== undefined ? 'savedInstead' : null
}

function refusalWords(
  verdict: ActionVerdict,
  words: Readonly<Record<string, string>>,
): string | undefined {
  return verdict.allowed ? undefined : (verdict.reason ?? words[verdict.refusal])
}
