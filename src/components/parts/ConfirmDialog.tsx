import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useIsomorphicLayoutEffect, useStableCallback } from '../../internal/use-stable.js'
import type { JobActionsSlot } from '../job-actions/slots.js'
import { Button } from './Button.js'
import type { SlotClasses } from './slot-classes.js'

/** Props of {@link ConfirmDialog}. */
export interface ConfirmDialogProps {
  /** What is asked. */
  readonly title: string
  /** What would happen. */
  readonly text: string
  /** The button that does it. */
  readonly confirmWord: string
  /** The button that leaves everything as it is. */
  readonly keepWord: string
  /** Does it. */
  readonly onConfirm: () => void
  /** Leaves everything as it is; Escape does so too. */
  readonly onKeep: () => void
  /** The classes of the slots. */
  readonly classes?: SlotClasses<JobActionsSlot>
}

/**
 * Asks before something that cannot be taken back. It is the platform's own modal dialog; where there
 * is none, it stands in its place. The focus begins on the harmless button and returns to where it was.
 */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { title, text, confirmWord, keepWord, onConfirm, classes } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const keepButton = useRef<HTMLButtonElement>(null)
  const onKeep = useStableCallback(props.onKeep)
  const id = useId()

  useIsomorphicLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return
    const former = element.ownerDocument.activeElement
    if (typeof element.showModal === 'function') element.showModal()
    else element.setAttribute('open', '')
    keepButton.current?.focus()
    return () => {
      if (typeof element.close === 'function') element.close()
      if (former instanceof HTMLElement) former.focus({ preventScroll: true })
    }
  }, [])

  useEffect(() => {
    const element = dialog.current
    const onCancel = (event: Event) => {
      event.preventDefault()
      onKeep()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onCancel(event)
    }
    element?.addEventListener('cancel', onCancel)
    element?.addEventListener('keydown', onKeyDown)
    return () => {
      element?.removeEventListener('cancel', onCancel)
      element?.removeEventListener('keydown', onKeyDown)
    }
  }, [onKeep])

  return (
    <dialog
      ref={dialog}
      className={classes?.dialog ?? 'ej-dialog'}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
    >
      <p id={`${id}title`} className={classes?.dialogTitle ?? 'ej-dialog-title'}>
        {title}
      </p>
      <p id={`${id}text`} className={classes?.dialogText ?? 'ej-dialog-text'}>
        {text}
      </p>
      <div className={classes?.dialogActions ?? 'ej-dialog-actions'}>
        <Button ref={keepButton} onClick={onKeep}>
          {keepWord}
        </Button>
        <Button variant="danger" onClick={onConfirm}>
          {confirmWord}
        </Button>
      </div>
    </dialog>
  )
}
