import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import { useIsomorphicLayoutEffect, useStableCallback } from '../../internal/use-stable.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { Button } from '../parts/Button.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { usePart } from '../parts/use-part.js'
import {
  ExportRequestForm,
  type ExportRequestFormProps,
} from '../request-form/ExportRequestForm.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { REQUEST_DIALOG_SLOTS, type RequestDialogPart, type RequestDialogSlot } from './slots.js'

/** Props of {@link ExportRequestDialog}, beside those of a `<dialog>`. */
export interface ExportRequestDialogProps
  extends Omit<ComponentPropsWithoutRef<'dialog'>, 'children' | 'open' | 'onClose'>,
    UiOverrides<RequestDialogPart> {
  /** Whether it is open. */
  open: boolean
  /** The person wants it closed: by Escape, or by its button. What was typed stays for the next time. */
  onClose: () => void
  /** The heading. Default from the labels. */
  heading?: ReactNode
  /** Props of the form. */
  form?: ExportRequestFormProps
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<RequestDialogSlot>
}

/**
 * A request form in the platform's own modal dialog; where there is none, it stands in its place. It
 * stays open when a request was taken, and tells so; a host that wants it closed then closes it in
 * `form.onSubmitted`. The focus returns to where it was. Renders a `<dialog>`. Source: E4.
 */
export const ExportRequestDialog = forwardRef<HTMLDialogElement, ExportRequestDialogProps>(
  function ExportRequestDialog({ labels, formatters, components, ...rest }, ref): ReactNode {
    useExportJobsContext('ExportRequestDialog')
    return (
      <UiScope labels={labels} formatters={formatters} components={components}>
        <Dialog {...rest} ref={ref} />
      </UiScope>
    )
  },
)

const Dialog = forwardRef<HTMLDialogElement, Omit<ExportRequestDialogProps, keyof UiOverrides>>(
  function Dialog(props, ref): ReactNode {
    const { open, onClose, heading, form, classNames, className, ...rest } = props
    const { labels } = useExportJobsUi()
    const Form = usePart('requestForm', ExportRequestForm)
    const classes = useSlotClasses(REQUEST_DIALOG_SLOTS, classNames)
    const dialog = useRef<HTMLDialogElement>(null)
    const titleId = useId()
    useImperativeHandle<HTMLDialogElement | null, HTMLDialogElement | null>(
      ref,
      () => dialog.current,
    )
    useModal(dialog, open, onClose)
    return (
      <dialog
        aria-labelledby={titleId}
        {...rest}
        ref={dialog}
        className={cx('ej-root', 'ej-dialog', classes.requestDialog, className)}
      >
        {open && (
          <>
            <header className={classes.requestDialogHeader}>
              <h2 id={titleId} className="ej-dialog-title">
                {heading ?? labels.request.dialogTitle}
              </h2>
              <Button variant="icon" aria-label={labels.request.close} onClick={onClose}>
                <Icon name="close" />
              </Button>
            </header>
            <Form {...form} />
          </>
        )}
      </dialog>
    )
  },
)

/** Opens and closes the platform's dialog, and gives the focus back where it does not do so itself. */
function useModal(
  dialog: { readonly current: HTMLDialogElement | null },
  isOpen: boolean,
  onClose: () => void,
): void {
  const close = useStableCallback(onClose)
  useIsomorphicLayoutEffect(() => {
    const element = dialog.current
    if (!isOpen || element === null) return
    const former = element.ownerDocument.activeElement
    const isModal = typeof element.showModal === 'function'
    if (isModal) element.showModal()
    else {
      element.setAttribute('open', '')
      element.querySelector('button')?.focus()
    }
    return () => {
      if (isModal) element.close()
      else element.removeAttribute('open')
      if (former instanceof HTMLElement) former.focus({ preventScroll: true })
    }
  }, [dialog, isOpen])

  useEffect(() => {
    const element = dialog.current
    if (!isOpen || element === null) return
    const onCancel = (event: Event) => {
      if (event.target !== element) return
      event.preventDefault()
      close()
    }
    // the platform's own dialog hears Escape by itself
    const onKeyDown = (event: KeyboardEvent) => {
      const isInner = element.querySelector('[aria-expanded="true"]') !== null
      if (event.key === 'Escape' && !isInner && typeof element.showModal !== 'function') close()
    }
    element.addEventListener('cancel', onCancel)
    element.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('cancel', onCancel)
      element.removeEventListener('keydown', onKeyDown)
    }
  }, [dialog, isOpen, close])
}
