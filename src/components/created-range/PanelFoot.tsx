import type { ReactNode } from 'react'
import { Button } from '../parts/Button.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { CreatedRange } from './created-range-words.js'

/** Props of {@link PanelFoot}. */
export interface PanelFootProps {
  /** Takes a range over. */
  readonly onApply: (range: CreatedRange) => void
  /** Whether what was typed cannot be applied. */
  readonly isRefused?: boolean
}

/** The end of a panel of days: the zone they are of, and the buttons that clear and apply. */
export function PanelFoot({ onApply, isRefused = false }: PanelFootProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const { calendar } = labels
  return (
    <>
      <p className="ej-range-zone">{calendar.timeZone({ zone: formatters.formatTimeZone() })}</p>
      <div className="ej-range-actions">
        <Button variant="quiet" onClick={() => onApply({ createdFrom: null, createdTo: null })}>
          {labels.toolbar.clear}
        </Button>
        <Button type="submit" variant="primary" aria-disabled={isRefused || undefined}>
          {calendar.apply}
        </Button>
      </div>
    </>
  )
}
