import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { PopUp } from '../../provider/pop-up-store.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { popUpWords } from './pop-up-words.js'
import type { PopUpsSlot } from './slots.js'
import { useDismissTimer } from './useDismissTimer.js'

/** Props of {@link PopUpCard}. */
export interface PopUpCardProps {
  /** What to tell. */
  readonly popUp: PopUp
  /** Milliseconds after which it goes, or `null`. */
  readonly toastMs: number | null
  /** The classes of the slots. */
  readonly classes: SlotClasses<PopUpsSlot>
  /** Takes it away. */
  readonly onDismiss: (id: number) => void
}

/** One "Failed to download" pop-up with its close button. */
export function PopUpCard({ popUp, toastMs, classes, onDismiss }: PopUpCardProps): ReactNode {
  const { labels } = useExportJobsUi()
  const titleId = useId()
  const dismiss = () => onDismiss(popUp.id)
  const { hold } = useDismissTimer(toastMs, dismiss)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') dismiss()
  }
  return (
    <article
      className={classes.popUp}
      aria-labelledby={titleId}
      onPointerEnter={() => hold('pointer', true)}
      onPointerLeave={() => hold('pointer', false)}
      onFocus={() => hold('focus', true)}
      onBlur={() => hold('focus', false)}
      onKeyDown={onKeyDown}
    >
      <Icon name="failed" />
      <p id={titleId} className={classes.popUpTitle}>
        {labels.popUp.title}
      </p>
      <p className={classes.popUpText}>{popUpWords(popUp, labels)}</p>
      <button
        type="button"
        className={`ej-button ${classes.popUpClose}`}
        data-variant="icon"
        aria-label={labels.popUp.close}
        onClick={dismiss}
      >
        <Icon name="close" />
      </button>
    </article>
  )
}
