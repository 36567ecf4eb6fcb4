import type { ComponentType } from 'react'
import type { ErrorPanelProps } from '../parts/ErrorPanel.js'

/** What the empty states get. */
export interface EmptyStateProps {
  /** Takes every filter away. */
  readonly onClearFilters: () => void
}

/** A host's own states of the table, by slot; each stands where the rows would. */
export interface HistoryTableComponents {
  /** Nothing was ever exported. Source: W4. */
  readonly empty?: ComponentType<EmptyStateProps>
  /** Nothing matches the filters. Source: W4. */
  readonly noMatch?: ComponentType<EmptyStateProps>
  /** There is nothing to show but a failure. */
  readonly error?: ComponentType<ErrorPanelProps>
  /** The person may not see the list. Source: M15, E1. */
  readonly denied?: ComponentType
}
