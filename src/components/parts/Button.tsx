import { type ComponentPropsWithRef, type ComponentType, forwardRef, type ReactNode } from 'react'
import { cx } from './cx.js'
import { usePart } from './use-part.js'

/** Looks of a button. Default a bordered one. */
export type ExportButtonVariant = 'primary' | 'danger' | 'quiet' | 'link' | 'icon' | 'text'

/** What every push button gets, a host's own as well. */
export interface ExportPlainButtonProps extends ComponentPropsWithRef<'button'> {
  /** Look of the button. */
  readonly variant?: ExportButtonVariant
}

/**
 * The push button that stands in all components, apart from those that are part of a header, a pager, a
 * calendar or a chip. A host's own in its place (`components.button`) hands the ref (with `forwardRef` before
 * React 19), the handlers and the `aria-` and `data-` attributes to its `<button>`: the focus, what is read
 * out and what is under way depend on them. Renders a `<button>`.
 */
export const ExportPlainButton: ComponentType<ExportPlainButtonProps> = forwardRef<
  HTMLButtonElement,
  Omit<ExportPlainButtonProps, 'ref'>
>(function ExportPlainButton({ variant, className, ...rest }, ref): ReactNode {
  return (
    <button
      type="button"
      data-variant={variant}
      {...rest}
      ref={ref}
      className={cx('ej-button', className)}
    />
  )
})

/** A push button: the host's, or {@link ExportPlainButton}. */
export const Button: ComponentType<ExportPlainButtonProps> = forwardRef<
  HTMLButtonElement,
  Omit<ExportPlainButtonProps, 'ref'>
>(function Button(props, ref): ReactNode {
  const Own = usePart('button', ExportPlainButton)
  return <Own type="button" {...props} ref={ref} />
})
