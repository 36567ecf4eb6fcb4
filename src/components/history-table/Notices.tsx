import { type ReactNode, useState } from 'react'
import type { UnreadableRow } from '../../core/list-query.js'
import type { ListStateCorrection } from '../../url-state/list-state-correction.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { HistoryTableSlot } from './slots.js'

type Classes = SlotClasses<HistoryTableSlot>

/** Props of {@link CorrectionNotice}. */
export interface CorrectionNoticeProps {
  /** What in the URL was not taken as it stood. */
  readonly corrections: readonly ListStateCorrection[]
  /** The classes of the slots. */
  readonly classes: Classes
}

/** Says that the link asked for something that is not shown. Source: M6. */
export function CorrectionNotice({ corrections, classes }: CorrectionNoticeProps): ReactNode {
  const { labels } = useExportJobsUi()
  const [dismissed, setDismissed] = useState<readonly ListStateCorrection[] | null>(null)
  if (corrections.length === 0 || dismissed === corrections) return null
  const isReversed = corrections.some(({ reason }) => reason === 'reversed_range')
  return (
    <div className={classes.notice} role="note" data-kind="correction">
      <Icon name="warning" />
      <p>{isReversed ? labels.table.reversedRange : labels.table.corrected}</p>
      <Button
        variant="icon"
        aria-label={labels.table.dismiss}
        onClick={() => setDismissed(corrections)}
      >
        <Icon name="close" />
      </Button>
    </div>
  )
}

/** Props of {@link UnreadableNotice}. */
export interface UnreadableNoticeProps {
  /** The rows that could not be read. */
  readonly rows: readonly UnreadableRow[]
  /** The classes of the slots. */
  readonly classes: Classes
}

/** Says that rows are missing because they could not be read, and where they are wrong. */
export function UnreadableNotice({ rows, classes }: UnreadableNoticeProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  if (rows.length === 0) return null
  const count = rows.length
  return (
    <div className={classes.notice} role="note" data-kind="unreadable">
      <Icon name="warning" />
      <p>{labels.table.unreadable({ count, countText: formatters.formatNumber(count) })}</p>
      <details>
        <summary>{labels.table.unreadableDetails}</summary>
        <ul>
          {rows.map(({ index, path }) => (
            <li key={index}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** Props of {@link StaleNotice}. */
export interface StaleNoticeProps {
  /** Since when, and why. */
  readonly text: string
  /** Tries again. */
  readonly onRetry: () => void
  /** Whether that is under way. */
  readonly isRetrying: boolean
  /** The classes of the slots. */
  readonly classes: Classes
}

/** Says that the rows are the last known ones. It floats, so that no row moves under the pointer. */
export function StaleNotice(props: StaleNoticeProps): ReactNode {
  const { text, onRetry, isRetrying, classes } = props
  const { labels } = useExportJobsUi()
  return (
    <div className={classes.floatingNotice} data-kind="stale">
      <Icon name="warning" />
      <p>{text}</p>
      <Button onClick={onRetry} aria-busy={isRetrying || undefined}>
        {labels.table.tryAgain}
      </Button>
    </div>
  )
}
