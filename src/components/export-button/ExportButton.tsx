import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react'
import type { ExportRequest } from '../../core/request.js'
import type { SubmitOutcome } from '../../forms/request-form-types.js'
import { usePermission } from '../../hooks/use-permission.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { formatWord } from '../parts/job-words.js'
import { Popover } from '../parts/Popover.js'
import { type SlotClasses, type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { ExportRequestDialog } from '../request-dialog/ExportRequestDialog.js'
import type { DirectExport } from '../request-form/FormFoot.js'
import { LazyPart } from '../request-form/LazyPart.js'
import { createLazyModule } from '../request-form/lazy-module.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { ExportWaysProps } from './ExportWays.js'
import { EXPORT_BUTTON_SLOTS, type ExportButtonSlot } from './slots.js'

/** Props of {@link ExportButton}, beside those of a `<div>`. */
export interface ExportButtonProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UiOverrides {
  /** The report type of the page. Left out, the backend's default is asked for. */
  reportType?: string
  /** The page's own values by field id, such as its filters and its period. */
  initialValues?: Readonly<Record<string, unknown>>
  /** Where the file comes back at once, as an attachment. Left out, there is the background job only. */
  direct?: DirectExport
  /** The formats on offer, the preferred one first. Default the report type's, else the backend's. */
  formats?: readonly string[]
  /** Hears what became of asking for a background job. */
  onSubmitted?: (outcome: SubmitOutcome) => void
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<ExportButtonSlot>
}

const useWays = /* @__PURE__ */ createLazyModule(() => import('./ExportWays.js'))

/**
 * Exports what a report page shows: one press for the file itself, a panel for the other formats, the
 * background job and the whole form. Nothing is drawn for who may not export. Renders a `<div>`.
 * Source: M12, W11.
 */
export const ExportButton = forwardRef<HTMLDivElement, ExportButtonProps>(function ExportButton(
  { labels, formatters, ...rest },
  ref,
): ReactNode {
  useExportJobsContext('ExportButton')
  return (
    <UiScope labels={labels} formatters={formatters}>
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
    const formats = useFormats(reportType, wanted)
    const permission = usePermission('create', reportType === undefined ? {} : { reportType })
    const classes = useSlotClasses(EXPORT_BUTTON_SLOTS, classNames)
    const [isFormOpen, setFormOpen] = useState(false)
    if (permission !== true) return null

    const words = labels.request
    const [first = null] = formats
    const main =
      direct === undefined ? null : direct.href(requestOf(reportType, initialValues, first))
    const mainWord =
      main === null
        ? words.export
        : words.download({ format: first === null ? null : formatWord(first, labels) })
    const openForm = () => setFormOpen(true)
    return (
      <div {...rest} ref={ref} className={cx('ej-root', classes.exportButton, className)}>
        {main === null ? (
          <button
            type="button"
            className={`ej-button ${classes.exportMain}`}
            data-variant="primary"
            onClick={openForm}
          >
            {mainWord}
          </button>
        ) : (
          <a className={`ej-button ${classes.exportMain}`} data-variant="primary" href={main}>
            {mainWord}
          </a>
        )}
        <Popover
          trigger={<Icon name="down" />}
          triggerClassName={`ej-button ${classes.exportMore}`}
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
              onOptions={() => {
                close()
                openForm()
              }}
              classes={classes}
            />
          )}
        </Popover>
        <ExportRequestDialog
          open={isFormOpen}
          onClose={() => setFormOpen(false)}
          form={{ reportType, initialValues, direct, onSubmitted, formKey: 'export-button-form' }}
        />
      </div>
    )
  },
)

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
