import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, type ReactNode } from 'react'
import type { ActionVerdict } from '../../core/actions.js'
import type { ExportJob } from '../../core/job.js'
import { useExportDownload } from '../../hooks/useExportDownload.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { dateRangeWords, jobWords } from '../parts/job-words.js'
import { isActionShown, type UnavailableAction } from '../parts/unavailable-action.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** Props of {@link ExportDownloadButton}, beside those of a `<button>`. */
export interface ExportDownloadButtonProps
  extends Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'children'> {
  /** The job whose file is wanted. */
  job: ExportJob
  /** Which of the job's files; left out, its one file. */
  fileId?: string
  /** Icon and word, or the icon alone; the accessible name is the same. Default `text`. */
  variant?: 'text' | 'icon'
  /** What to show when there is no file to be had. Default `hide`. Source: M1, W6. */
  unavailableAction?: UnavailableAction
}

/**
 * Downloads a job's file through a fresh link; refusals appear in the pop-up of the nearest
 * `ExportPopUps` (the table has one). Renders a `<button>`, or nothing.
 *
 * Source: M1, M13, M14, W6.
 */
export const ExportDownloadButton = forwardRef<HTMLButtonElement, ExportDownloadButtonProps>(
  function ExportDownloadButton(props, ref): ReactNode {
    const { job, fileId, variant = 'text', unavailableAction = 'hide', ...others } = props
    const { className, onClick, ...rest } = others
    const { popUps } = useExportJobsContext('ExportDownloadButton')
    const { labels, formatters, reportTypes } = useExportJobsUi()
    const { verdict, isPreparing, download } = useExportDownload(job, {
      fileId,
      onRefused: ({ refusal, reason, error }) => popUps.show({ job, refusal, reason, error }),
    })
    if (!isActionShown(verdict, unavailableAction)) return null

    const isDisabled = !verdict.allowed && unavailableAction === 'disable'
    const name = labels.job.downloadJob({
      what: jobWords(job, labels, reportTypes),
      when:
        dateRangeWords(job, labels, formatters) ??
        (job.createdAt === null ? null : formatters.formatDateTime(job.createdAt)),
    })
    const press = (event: MouseEvent<HTMLButtonElement>) => {
      onClick?.(event)
      if (!event.defaultPrevented && !isDisabled) void download()
    }
    return (
      <button
        title={isDisabled ? refusalWords(verdict, labels.popUp.refusals) : undefined}
        aria-label={name}
        {...rest}
        type="button"
        ref={ref}
        className={cx('ej-root ej-button ej-download-button', className)}
        onClick={press}
        aria-busy={isPreparing || undefined}
        aria-disabled={isDisabled || undefined}
        data-variant={variant}
        data-preparing={isPreparing ? '' : undefined}
      >
        {isPreparing && <Icon name="processing" />}
        {variant === 'text' && labels.job.download}
      </button>
    )
  },
)

function refusalWords(
  verdict: ActionVerdict,
  words: Readonly<Record<string, string>>,
): string | undefined {
  return verdict.allowed ? undefined : (verdict.reason ?? words[verdict.refusal])
}
