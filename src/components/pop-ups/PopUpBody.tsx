import type { ReactNode } from 'react'
import type { PopUp } from '../../provider/pop-up-store.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { PopUpsSlot } from './slots.js'

/** Props of {@link PopUpBody}. */
export interface PopUpBodyProps {
  /** What is told. */
  readonly popUp: PopUp
  /** Id of the element that holds the heading, by which the card is named. */
  readonly titleId: string
  /** The heading. */
  readonly title: string
  /** What it is about, or `null` where the heading says it all. */
  readonly subject: string | null
  /** The reason, or `null` where the heading says it all. */
  readonly text: string | null
  /** The classes of the slots. */
  readonly classes: SlotClasses<PopUpsSlot>
  /** Takes the pop-up away; what could still be taken back is sent. */
  readonly onDismiss: () => void
}

/** What stands in a pop-up: words, the offer to take something back, the close button. Source: W6. */
export function PopUpBody(props: PopUpBodyProps): ReactNode {
  const { popUp, titleId, title, subject, text, classes, onDismiss } = props
  const { labels } = useExportJobsUi()
  return (
    <>
      {popUp.doneCount === undefined && <Icon name="failed" />}
      <p id={titleId} className={classes.popUpTitle}>
        {title}
      </p>
      {subject !== null && <p className={classes.popUpSubject}>{subject}</p>}
      {text !== null && <p className={classes.popUpText}>{text}</p>}
      {popUp.undo !== undefined && (
        <Button variant="link" onClick={popUp.undo.undo}>
          {labels.actions.undo}
        </Button>
      )}
      <Button
        className={classes.popUpClose}
        variant="icon"
        aria-label={labels.popUp.close}
        onClick={onDismiss}
      >
        <Icon name="close" />
      </Button>
    </>
  )
}
