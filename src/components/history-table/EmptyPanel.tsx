import type { ReactNode } from 'react'
import { StatePanel } from '../parts/StatePanel.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { EmptyStateProps } from './table-components.js'

/** Props of {@link EmptyPanel}. */
export interface EmptyPanelProps extends EmptyStateProps {
  /** Why there is nothing. */
  readonly reason: 'none_yet' | 'no_match'
}

/** Says that there is nothing to show, and how to see more where filters are the reason. Source: W4. */
export function EmptyPanel({ reason, onClearFilters }: EmptyPanelProps): ReactNode {
  const { labels } = useExportJobsUi()
  if (reason === 'none_yet') return <StatePanel icon="inbox" kind="empty" {...labels.table.empty} />
  return (
    <StatePanel icon="search" kind="no-match" {...labels.table.noMatch}>
      <div className="ej-state-actions">
        <button type="button" className="ej-button" onClick={onClearFilters}>
          {labels.toolbar.clearAll}
        </button>
      </div>
    </StatePanel>
  )
}
