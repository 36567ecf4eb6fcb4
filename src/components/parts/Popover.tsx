import { type ReactNode, useId, useRef, useState } from 'react'
import { focusedBeside } from '../../internal/focused-beside.js'
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
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()

  const close = useStableCallback(() => {
    // what had the focus may have gone, as an action does once it is pressed
    const focused = focusedBeside(panel.current)
    if (!focused || panel.current?.contains(focused)) button.current?.focus()
    setOpen(false)
  })
  const toggle = () => {
    if (isOpen) return close()
    if (button.current !== null) onOpen?.(button.current)
    setOpen(true)
  }

  useIsomorphicLayoutEffect(() => {
    const element = panel.current
    const beside = button.current
    if (!isOpen || !element || !beside) return
    liftBeside(element, beside, `--ej-anchor-${id.replace(/\W/g, '')}`)
    element.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
    // the page's own document hears nothing of a frame's, and of a shadow root only that it was touched
    const onPointerDown = (event: PointerEvent) => {
      const path = event.composedPath()
      if (!path.includes(element) && !path.includes(beside)) setOpen(false)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key !== 'Escape') return
      close()
      // so that a dialog around us stays open
      event.preventDefault()
    }
    const ends = new AbortController()
    const { ownerDocument } = element
    ownerDocument.addEventListener('pointerdown', onPointerDown, ends)
    ownerDocument.addEventListener('keydown', onKeyDown, ends)
    return () => {
      ends.abort()
      lowerFromTopLayer(element)
    }
  }, [isOpen, id, close])

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
      className="ej-popover-anchor"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false)
      }}
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
