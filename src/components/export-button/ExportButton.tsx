import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react'
import type { ExportRequest } from '../../core/request.js'
import type { DirectExport } from '../../downloads/direct-export.js'
import type { SubmitOutcome } from '../../forms/request-form-types.js'
import { usePermission } from '../../hooks/use-permission.js'
import { useIsomorphicLayoutEffect } from '../../internal/use-stable.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { Button } from '../parts/Button.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { formatWord } from '../parts/job-words.js'
import { createLazyModule } from '../parts/lazy-module.js'
import { Popover } from '../parts/Popover.js'
import { type SlotClasses, type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { liftBeside, lowerFromTopLayer } from '../parts/top-layer.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { usePart } from '../parts/use-part.js'
import { ExportRequestDialog } from '../request-dialog/ExportRequestDialog.js'
import type { DirectPress, DirectRunProps } from '../request-form/DirectRun.js'
import { LazyPart } from '../request-form/LazyPart.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { ExportWaysProps } from './ExportWays.js'
import { EXPORT_BUTTON_SLOTS, type ExportButtonPart, type ExportButtonSlot } from './slots.js'

/** Props of {@link ExportButton}, beside those of a `<div>`. */
export interface ExportButtonProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UiOverrides<ExportButtonPart> {
  /** The report type of the page. Left out, the backend's default is asked for. */
  reportType?: string
  /** The page's own values by field id, such as its filters and its period. */
  initialValues?: Readonly<Record<string, unknown>>
  /**
   * The way to the file itself: a link to an attachment, or a request of the host's own whose answer is
   * the file. Left out, there is the background job only.
   */
  direct?: DirectExport
  /** The formats on offer, the preferred one first. Default the report type's, else the backend's. */
  formats?: readonly string[]
  /** Hears what became of asking for a background job. */
  onSubmitted?: (outcome: SubmitOutcome) => void
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<ExportButtonSlot>
}

const useRun = /* @__PURE__ */ createLazyModule(() => import('../request-form/DirectRun.js'))
const useWays = /* @__PURE__ */ createLazyModule(() => import('./ExportWays.js'))

/**
 * Exports what a report page shows: one press for the file itself, a panel for the other formats, the
 * background job and the whole form. Nothing is drawn for who may not export. Renders a `<div>`.
 * Source: M12, W11.
 */
export const ExportButton = forwardRef<HTMLDivElement, ExportButtonProps>(function ExportButton(
  { labels, formatters, components, ...rest },
  ref,
): ReactNode {
  useExportJobsContext('ExportButton')
  return (
    <UiScope labels={labels} formatters={formatters} components={components}>
      <SplitButton {...rest} ref={ref} />
    </UiScope>
  )
})

const SplitButton = forwardRef<HTMLDivElement, Omit<ExportButtonProps, keyof UiOverrides>>(
  function SplitButton(props, ref): ReactNode {
    const { reportType, initialValues, direct, onSubmitted, classNames, className, ...others } =
      props
    const { formats: wanted, ...rest } = others
    const { labels } = useExportJobsUi()
    const Dialog = usePart('requestDialog', ExportRequestDialog)
    const formats = useFormats(reportType, wanted)
    const permission = usePermission('create', reportType === undefined ? {} : { reportType })
    const classes = useSlotClasses(EXPORT_BUTTON_SLOTS, classNames)
    const [isFormOpen, setFormOpen] = useState(false)
    const [press, setPress] = useState<DirectPress | null>(null)
    if (permission !== true) return null

    const words = labels.request
    const [first = null] = formats
    const shown = requestOf(reportType, initialValues, first)
    const openForm = () => setFormOpen(true)
    const fetchFile = (request: ExportRequest) =>
      setPress((former) => ({ request, serial: (former?.serial ?? 0) + 1 }))
    return (
      <div {...rest} ref={ref} className={cx('ej-root', classes.exportButton, className)}>
        <MainButton
          direct={direct}
          request={shown}
          className={classes.exportMain}
          onPress={() => (direct === undefined ? openForm() : fetchFile(shown))}
        >
          {direct === undefined
            ? words.export
            : words.download({ format: first === null ? null : formatWord(first, labels) })}
        </MainButton>
        <Popover
          trigger={<Icon name="down" />}
          triggerClassName={classes.exportMore}
          triggerLabel={words.more}
          isActive={false}
          label={words.more}
        >
          {(close) => (
            <Ways
              reportType={reportType}
              initialValues={initialValues}
              direct={direct}
              formats={formats}
              onSubmitted={onSubmitted}
              onDirect={(request) => {
                close()
                fetchFile(request)
              }}
              onOptions={() => {
                close()
                openForm()
              }}
              classes={classes}
            />
          )}
        </Popover>
        {direct !== undefined && 'request' in direct && press !== null && (
          <Fetching
            direct={direct}
            press={press}
            onBackground={openForm}
            className={classes.exportRun}
          />
        )}
        <Dialog
          open={isFormOpen}
          onClose={() => setFormOpen(false)}
          form={{ reportType, initialValues, direct, onSubmitted, formKey: 'export-button-form' }}
        />
      </div>
    )
  },
)

interface MainButtonProps {
  readonly direct: DirectExport | undefined
  readonly request: ExportRequest
  readonly className: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function MainButton({ direct, request, onPress, ...rest }: MainButtonProps): ReactNode {
  return direct !== undefined && 'href' in direct ? (
    <a
      {...rest}
      className={`ej-button ${rest.className}`}
      data-variant="primary"
      href={direct.href(request)}
    />
  ) : (
    <Button {...rest} variant="primary" onClick={onPress} />
  )
}

/** How fetching the file goes, in a panel beside the button. */
function Fetching({
  className,
  ...props
}: DirectRunProps & { readonly className: string }): ReactNode {
  const run = useRun()
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()
  useIsomorphicLayoutEffect(() => {
    const element = panel.current
    const beside = element?.parentElement ?? null
    if (element === null || beside === null) return
    liftBeside(element, beside, `--ej-anchor-${id.replace(/\W/g, '')}`)
    return () => lowerFromTopLayer(element)
  }, [id])
  return (
    <div ref={panel} className={`ej-popover ${className}`}>
      <LazyPart module={run}>{({ DirectRun }) => <DirectRun {...props} />}</LazyPart>
    </div>
  )
}

function Ways(props: ExportWaysProps & { readonly classes: SlotClasses<ExportButtonSlot> }) {
  const ways = useWays()
  return <LazyPart module={ways}>{({ ExportWays }) => <ExportWays {...props} />}</LazyPart>
}

function useFormats(
  reportType: string | undefined,
  wanted: readonly string[] | undefined,
): readonly string[] {
  const { client } = useExportJobsContext('ExportButton')
  const { reportTypes } = useExportJobsUi()
  const { fileFormats } = client.capabilities
  const own = reportTypes.find(({ id }) => id === reportType)?.formats
  return wanted ?? own ?? (fileFormats === 'by-report-type' ? [] : fileFormats)
}

/** What the page shows, as a request: the form's own engine is fetched only with the panel. */
function requestOf(
  reportType: string | undefined,
  values: Readonly<Record<string, unknown>> = {},
  fileFormat: string | null,
): ExportRequest {
  const { dateRange, name, ...parameters } = values
  return {
    reportType: reportType ?? null,
    fileFormat,
    dateRange: readDays(dateRange),
    parameters,
    ...(typeof name === 'string' && { name }),
  }
}

function readDays(value: unknown): ExportRequest['dateRange'] {
  if (typeof value !== 'object' || value === null) return null
  const { from = null, to = null }: Partial<Record<string, unknown>> = { ...value }
  const day = (one: unknown) => (typeof one === 'string' ? one : null)
  return { from: day(from), to: day(to) }
}
