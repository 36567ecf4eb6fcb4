import { type ReactNode, useState } from 'react'
import type { ExportRequest } from '../../core/request.js'
import type { DirectExport } from '../../downloads/direct-export.js'
import type { SubmitOutcome } from '../../forms/request-form-types.js'
import { useExportRequestForm } from '../../hooks/useExportRequestForm.js'
import { guardHandler } from '../../internal/guard-handler.js'
import { Button } from '../parts/Button.js'
import { formatWord } from '../parts/job-words.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useSlotClasses } from '../parts/slot-classes.js'
import { SendNotices } from '../request-form/FormNotices.js'
import { REQUEST_FORM_SLOTS } from '../request-form/slots.js'
import { useRequestUi } from '../request-form/useRequestUi.js'
import type { ExportButtonSlot } from './slots.js'

/** Props of {@link ExportWays}. */
export interface ExportWaysProps {
  /** The report type of the page. */
  readonly reportType: string | undefined
  /** The page's own values. */
  readonly initialValues: Readonly<Record<string, unknown>> | undefined
  /** The way to the file itself. */
  readonly direct: DirectExport | undefined
  /** The formats on offer. */
  readonly formats: readonly string[]
  /** Hears what became of each press. */
  readonly onSubmitted: ((outcome: SubmitOutcome) => void) | undefined
  /** Fetches a file by the host's request. */
  readonly onDirect: (request: ExportRequest) => void
  /** Opens the whole form. */
  readonly onOptions: () => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<ExportButtonSlot>
}

/** Every way to this page's export. A module of its own, fetched when the panel opens. Source: M12. */
export function ExportWays(props: ExportWaysProps): ReactNode {
  const { reportType, initialValues, direct, formats, onSubmitted, onDirect, onOptions, classes } =
    props
  const { labels } = useRequestUi()
  const words = labels.request
  const formClasses = useSlotClasses(REQUEST_FORM_SLOTS, undefined)
  const [isIncomplete, setIncomplete] = useState(false)
  const request = useExportRequestForm({
    reportType,
    initialValues,
    formKey: 'export-button',
    keepDraft: false,
    keepLastUsed: false,
    onSubmitted: (outcome) => {
      setIncomplete(outcome.kind === 'invalid')
      guardHandler(() => onSubmitted?.(outcome))
    },
  })
  const { form, submit, canSubmit, status, isSubmitting } = request
  const made = direct === undefined || status !== 'ready' ? null : form.getRequest()
  const files = made === null ? [] : formats.map((fileFormat) => ({ ...made, fileFormat }))
  const ask = (fileFormat: string) => {
    form.setValue('fileFormat', fileFormat)
    void submit()
  }
  const wordOf = (format: string) => (formats.length > 1 ? formatWord(format, labels) : null)
  if (status === 'loading') {
    return (
      <p className="ej-part-loading" role="status">
        {labels.request.loading}
      </p>
    )
  }
  return (
    <div className={classes.exportPanel}>
      {files.length > 0 && <p className={classes.exportPanelTitle}>{words.directly}</p>}
      {files.map((file) => (
        <FileWay key={file.fileFormat} direct={direct} request={file} onDirect={onDirect}>
          {words.download({ format: wordOf(file.fileFormat) })}
        </FileWay>
      ))}
      {canSubmit && (
        <>
          {files.length > 0 && <p className={classes.exportPanelTitle}>{words.background}</p>}
          {formats.map((format) => (
            <Button
              key={format}
              variant="quiet"
              aria-disabled={isSubmitting || undefined}
              onClick={() => ask(format)}
            >
              {words.inBackground({ format: wordOf(format) })}
            </Button>
          ))}
          <Button variant="quiet" onClick={onOptions}>
            {words.options}
          </Button>
        </>
      )}
      <div role="alert">
        {isIncomplete && <p className={formClasses.fieldError}>{words.incomplete}</p>}
      </div>
      <SendNotices request={request} classes={formClasses} />
    </div>
  )
}

interface FileWayProps extends Pick<ExportWaysProps, 'direct' | 'onDirect'> {
  readonly request: ExportRequest
  readonly children: ReactNode
}

function FileWay({ direct, request, onDirect, children }: FileWayProps): ReactNode {
  if (direct !== undefined && 'href' in direct) {
    return (
      <a className="ej-button" data-variant="quiet" href={direct.href(request)}>
        {children}
      </a>
    )
  }
  return (
    <Button variant="quiet" onClick={() => onDirect(request)}>
      {children}
    </Button>
  )
}
