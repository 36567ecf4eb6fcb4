import type { ReactNode } from 'react'
import { Button } from '../parts/Button.js'
import { StatePanel } from '../parts/StatePanel.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** What the empty states get. */
export interface EmptyStateProps {
  /** Takes every filter away. */
  readonly onClearFilters: () => void
}

/** Says that nothing was ever exported. Source: W4. */
export function EmptyPanel(_props: EmptyStateProps): ReactNode {
  const { labels } = useExportJobsUi()
  return <StatePanel icon="inbox" kind="empty" {...labels.table.empty} />
}

/** Says that nothing matches the filters, and how to see more. Source: W4. */
export function NoMatchPanel({ onClearFilters }: EmptyStateProps): ReactNode {
  const { labels } = useExportJobsUi()
  return (
    <StatePanel icon="search" kind="no-match" {...labels.table.noMatch}>
      <div className="ej-state-actions">
        <Button onClick={onClearFilters}>{labels.toolbar.clearAll}</Button>
      </div>
    </StatePanel>
  )
}
