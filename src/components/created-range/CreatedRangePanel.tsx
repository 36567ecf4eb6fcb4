import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { compareCalendarDates, isCalendarDate } from '../../internal/calendar-date.js'
import { Button } from '../parts/Button.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { CalendarPlace } from './CalendarPlace.js'
import type { CreatedRange } from './created-range-words.js'
import { PanelFoot } from './PanelFoot.js'
import { RANGE_PRESETS } from './presets.js'

/** Props of {@link CreatedRangePanel}. */
export interface CreatedRangePanelProps {
  /** The range in force. */
  readonly range: CreatedRange
  /** Today (`YYYY-MM-DD`) in the page's zone. */
  readonly today: string
  /** The way the lines run. */
  readonly direction: 'ltr' | 'rtl'
  /** Takes a range over. */
  readonly onApply: (range: CreatedRange) => void
}

/**
 * Ready ranges, two fields to type in, and a calendar. Nothing is asked of the backend before Apply.
 * Source: M5.
 */
export function CreatedRangePanel(props: CreatedRangePanelProps): ReactNode {
  const { range, today, direction, onApply } = props
  const { calendar } = useExportJobsUi().labels
  const [draft, setDraft] = useState<CreatedRange>({
    createdFrom: range.createdFrom,
    createdTo: range.createdTo,
  })
  const errorId = useId()
  const isReversed =
    draft.createdFrom !== null &&
    draft.createdTo !== null &&
    compareCalendarDates(draft.createdFrom, draft.createdTo) > 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReversed) onApply(draft)
  }
  const field = (end: 'createdFrom' | 'createdTo', label: string) => (
    <label className="ej-range-field">
      {label}
      <input
        type="date"
        value={draft[end] ?? ''}
        min="0001-01-01"
        max="9999-12-31"
        aria-invalid={isReversed || undefined}
        aria-describedby={isReversed ? errorId : undefined}
        onChange={(event) => {
          const { value } = event.currentTarget
          setDraft({ ...draft, [end]: isCalendarDate(value) ? value : null })
        }}
      />
    </label>
  )
  return (
    <form className="ej-range-panel" onSubmit={submit} noValidate>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be a label that hosts may hide */}
      <div className="ej-range-presets" role="group" aria-label={calendar.presets}>
        {RANGE_PRESETS.map(({ label, from }) => (
          <Button
            key={label}
            variant="quiet"
            onClick={() => onApply({ createdFrom: from(today), createdTo: today })}
          >
            {calendar[label]}
          </Button>
        ))}
      </div>
      <div className="ej-range-calendar">
        <div className="ej-range-fields">
          {field('createdFrom', calendar.from)}
          {field('createdTo', calendar.to)}
        </div>
        <p id={errorId} className="ej-range-error" role="alert">
          {isReversed && calendar.reversed}
        </p>
        <CalendarPlace
          range={isReversed ? { createdFrom: null, createdTo: null } : draft}
          onChange={setDraft}
          today={today}
          direction={direction}
        />
        <PanelFoot onApply={onApply} isRefused={isReversed} />
      </div>
    </form>
  )
}
