import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useIsomorphicLayoutEffect, useStableCallback } from '../../internal/use-stable.js'
import { Button } from './Button.js'
import { liftBeside, lowerFromTopLayer } from './top-layer.js'

/** Props of {@link Popover}. */
export interface PopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode
  /** The button's accessible name, where what it shows is no name. */
  readonly triggerLabel?: string
  /** The class of the button's slot. */
  readonly triggerClassName?: string
  /** Whether the button is no push button, but painted by its slot alone. Default `false`. */
  readonly isBare?: boolean
  /** Whether the button is marked as holding a choice. */
  readonly isActive: boolean
  /** Accessible name of the panel. */
  readonly label: string
  /** Runs when it is about to open. */
  readonly onOpen?: (trigger: HTMLElement) => void
  /** Draws the panel while it is open. */
  readonly children: (close: () => void) => ReactNode
}

/**
 * A button with a panel that stays open while the page refreshes. Escape, a press elsewhere and moving
 * the focus away close it; the focus returns to the button.
 */
export function Popover(props: PopoverProps): ReactNode {
  const { trigger, triggerLabel, triggerClassName, isBare = false, ...more } = props
  const { isActive, label, onOpen, children } = more
  const [isOpen, setOpen] = useState(false)
  const anchor = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()

  const close = useStableCallback(() => {
    // what had the focus may have gone, as an action does once it is pressed
    const focused =
      document.activeElement === document.body ? panel.current : document.activeElement
    if (panel.current?.contains(focused)) button.current?.focus()
    setOpen(false)
  })
  const toggle = () => {
    if (isOpen) return close()
    if (button.current !== null) onOpen?.(button.current)
    setOpen(true)
  }

  useIsomorphicLayoutEffect(() => {
    const [element, beside] = [panel.current, button.current]
    if (!isOpen || element === null || beside === null) return
    liftBeside(element, beside, `--ej-anchor-${id.replace(/\W/g, '')}`)
    element.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
    return () => lowerFromTopLayer(element)
  }, [isOpen, id])

  useEffect(() => {
    if (!isOpen) return
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      // so that a dialog around us stays open
      event.preventDefault()
      close()
    }
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [isOpen, close])

  const onFocusGone = (to: EventTarget | null) => {
    if (to instanceof Node && !anchor.current?.contains(to)) setOpen(false)
  }
  const shared = {
    ref: button,
    className: triggerClassName,
    'aria-label': triggerLabel,
    'aria-haspopup': 'dialog',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    'data-active': isActive ? '' : undefined,
    onClick: toggle,
    children: trigger,
  } as const
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its button and panel let through
    <div
      ref={anchor}
      className="ej-popover-anchor"
      onBlur={(event) => onFocusGone(event.relatedTarget)}
    >
      {isBare ? (
        <button type="button" {...shared} />
      ) : (
        <Button {...shared} variant={triggerLabel === undefined ? undefined : 'icon'} />
      )}
      {isOpen && (
        <div ref={panel} id={id} className="ej-popover" role="dialog" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
