import { type FormEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { PathTemplateFile } from '../../core/path-template-files.js'
import type { DirectExport } from '../../downloads/direct-export.js'
import type { RefillSource } from '../../forms/refill.js'
import {
  type UseExportRequestFormOptions,
  useExportRequestForm,
} from '../../hooks/useExportRequestForm.js'
import { useStableValue } from '../../internal/use-stable.js'
import { DeniedPanel } from '../parts/DeniedPanel.js'
import { ErrorPanel } from '../parts/ErrorPanel.js'
import { StatePanel } from '../parts/StatePanel.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useOwnPart, usePart } from '../parts/use-part.js'
import { FormField } from './FormField.js'
import { FormFoot } from './FormFoot.js'
import { FormNotices } from './FormNotices.js'
import type { CustomControls } from './field-control.js'
import { PartLoading } from './LazyPart.js'
import { ProblemSummary } from './ProblemSummary.js'
import { SavedSettings } from './SavedSettings.js'
import type { RequestFormSlot } from './slots.js'
import { useRequestUi } from './useRequestUi.js'

/** What a request form takes besides the options of its hook. */
export interface RequestFormParts {
  /** An export to run again: its request is filled in, and what no longer fits is told. */
  readonly job?: RefillSource
  /** Controls for `custom` fields, by their `control`. */
  readonly controls?: CustomControls
  /** The files on which path templates are tried. Default those of an invented study. Source: F5. */
  readonly sampleFiles?: readonly PathTemplateFile[]
  /** Offers the file itself beside the background job. Source: M12. */
  readonly direct?: DirectExport
  /** Whether settings can be kept under names. Default `false`. */
  readonly hasSettings?: boolean
  /** Further buttons beside the one that sends. */
  readonly actions?: ReactNode
}

/** Props of {@link RequestFormBody}. */
export interface RequestFormBodyProps extends RequestFormParts {
  /** The options of the hook. */
  readonly options: UseExportRequestFormOptions
  /** The classes of the slots. */
  readonly classes: SlotClasses<RequestFormSlot>
}

/** The form itself. A module of its own, with all that only forms need; fetched when one is shown. */
export function RequestFormBody(props: RequestFormBodyProps): ReactNode {
  const { options, classes, job, direct, hasSettings = false, actions } = props
  const ui = useRequestUi()
  const request = useExportRequestForm(options)
  const { form, status, fieldIds, focus, submit, canSubmit } = request
  const element = useRef<HTMLFormElement>(null)
  const { words } = ui
  const Loading = usePart('loading', PartLoading)
  const Denied = usePart('denied', DeniedPanel)
  const Summary = useOwnPart('problemSummary')

  const source = useStableValue(job)
  const isReady = status === 'ready'
  useEffect(() => {
    if (isReady && source !== undefined) form.refill(source)
  }, [form, isReady, source])

  const go = (controlId: string) =>
    element.current?.querySelector<HTMLElement>(`[id="${controlId}"]`)?.focus()
  const serial = focus?.serial ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once for each number
  useEffect(() => {
    if (focus !== null) go(focus.controlId)
  }, [serial])

  const controls = useStableValue(props.controls)
  const sampleFiles = useStableValue(props.sampleFiles)
  const kit = useMemo(() => ({ classes, controls, sampleFiles }), [classes, controls, sampleFiles])

  if (status === 'loading') {
    return <Loading label={ui.labels.request.loading} className={classes.partLoading} />
  }
  if (status === 'denied') return <Denied {...words.form.denied} />
  if (status === 'error') return <RegistryError request={request} />

  const summaryProps = { request, onGo: go, classes }
  const summary = <ProblemSummary {...summaryProps} />
  const send = (event: FormEvent) => {
    event.preventDefault()
    // React hands events of a portal on to its parents: a form in there is not this one
    if (event.target === element.current && canSubmit) void submit()
  }
  return (
    <form
      ref={element}
      className={classes.formBody}
      aria-label={words.form.form}
      onSubmit={send}
      noValidate
    >
      {hasSettings && (
        <div className={classes.formTools}>
          <SavedSettings request={request} classes={classes} />
        </div>
      )}
      <FormNotices request={request} classes={classes} />
      {Summary === undefined ? summary : <Summary {...summaryProps}>{summary}</Summary>}
      {fieldIds.map((id) => (
        <FormField key={`${request.reportType?.id} ${id}`} form={form} id={id} kit={kit} />
      ))}
      <FormFoot request={request} direct={direct} actions={actions} classes={classes} />
    </form>
  )
}

function RegistryError({ request }: Pick<Parameters<typeof FormNotices>[0], 'request'>): ReactNode {
  const { labels } = useRequestUi()
  const Failure = usePart('error', ErrorPanel)
  const { reportTypesError, refreshReportTypes } = request
  if (reportTypesError === null) {
    return <StatePanel icon="warning" kind="error" {...labels.errors.bad_response} />
  }
  return (
    <Failure
      error={reportTypesError}
      onRetry={() => void refreshReportTypes()}
      isRetrying={false}
    />
  )
}
