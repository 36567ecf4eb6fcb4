import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { PopUp } from '../../provider/pop-up-store.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { PopUpBody } from './PopUpBody.js'
import { popUpSubject, popUpWords } from './pop-up-words.js'
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
  /** Hears whether the person is looking at it. */
  readonly onHold: (id: number, isHeld: boolean) => void
}

/** One pop-up, which goes by itself unless the person looks at it. Source: W6. */
export function PopUpCard({ popUp, toastMs, classes, ...more }: PopUpCardProps): ReactNode {
  const { labels, formatters, reportTypes } = useExportJobsUi()
  const Body = usePart('popUp', PopUpBody)
  const titleId = useId()
  const { undo } = popUp
  const { title, text } = popUpWords(popUp, labels, formatters)
  // what can be taken back is sent when its card is closed, and goes by its own time
  const dismiss = undo?.sendNow ?? (() => more.onDismiss(popUp.id))
  const { hold } = useDismissTimer(undo === undefined ? toastMs : null, dismiss, (isHeld) => {
    more.onHold(popUp.id, isHeld)
    undo?.hold(isHeld)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') dismiss()
  }
  return (
    <article
      className={classes.popUp}
      data-kind={popUp.doneCount === undefined ? 'refused' : 'done'}
      aria-labelledby={titleId}
      onPointerEnter={() => hold('pointer', true)}
      onPointerLeave={() => hold('pointer', false)}
      onFocus={() => hold('focus', true)}
      onBlur={() => hold('focus', false)}
      onKeyDown={onKeyDown}
    >
      <Body
        popUp={popUp}
        titleId={titleId}
        title={title}
        subject={text === null ? null : popUpSubject(popUp, labels, reportTypes)}
        text={text}
        classes={classes}
        onDismiss={dismiss}
      />
    </article>
  )
}
