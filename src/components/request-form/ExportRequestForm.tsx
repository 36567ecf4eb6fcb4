import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import type { UseExportRequestFormOptions } from '../../hooks/useExportRequestForm.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { cx } from '../parts/cx.js'
import { createLazyModule } from '../parts/lazy-module.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { LazyPart } from './LazyPart.js'
import type { RequestFormParts } from './RequestFormBody.js'
import { REQUEST_FORM_SLOTS, type RequestFormPart, type RequestFormSlot } from './slots.js'

/** Props of {@link ExportRequestForm}, beside those of a `<div>`. */
export interface ExportRequestFormProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UseExportRequestFormOptions,
    RequestFormParts,
    UiOverrides<RequestFormPart> {
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<RequestFormSlot>
}

const useBody = /* @__PURE__ */ createLazyModule(() => import('./RequestFormBody.js'))

/**
 * Asks for an export: a form drawn from the registry of report types. What was typed outlives every
 * failure, leaving the page and a reload; the same request is not sent twice unawares.
 *
 * The form itself is fetched when it is first shown. Renders a `<div>` around a `<form>`.
 * Source: F1 to F3, F7, E4, M11, M12.
 */
export const ExportRequestForm = forwardRef<HTMLDivElement, ExportRequestFormProps>(
  function ExportRequestForm(props, ref): ReactNode {
    const { reportType, initialValues, formKey, keepDraft, keepLastUsed, schema, ...others } = props
    const { storage, onSubmitted, job, controls, sampleFiles, direct, ...more } = others
    const { hasSettings, actions, classNames, className, ...own } = more
    const { labels, formatters, components, ...rest } = own
    useExportJobsContext('ExportRequestForm')
    const classes = useSlotClasses(REQUEST_FORM_SLOTS, classNames)
    const body = useBody()
    return (
      <div {...rest} ref={ref} className={cx('ej-root', classes.requestForm, className)}>
        <UiScope labels={labels} formatters={formatters} components={components}>
          <LazyPart module={body}>
            {({ RequestFormBody }) => (
              <RequestFormBody
                options={{
                  reportType,
                  initialValues,
                  formKey,
                  keepDraft,
                  keepLastUsed,
                  schema,
                  storage,
                  onSubmitted,
                }}
                job={job}
                controls={controls}
                sampleFiles={sampleFiles}
                direct={direct}
                hasSettings={hasSettings}
                actions={actions}
                classes={classes}
              />
            )}
          </LazyPart>
        </UiScope>
      </div>
    )
  },
)
