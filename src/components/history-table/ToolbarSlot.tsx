import { memo, type ReactNode } from 'react'
import { JOB_FILTER_NAMES, type JobFilterName } from '../../core/list-query.js'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'
import { ExportHistoryToolbar } from '../history-toolbar/ExportHistoryToolbar.js'
import type { HistoryToolbarSlot } from '../history-toolbar/slots.js'
import type { SlotClassNames } from '../parts/slot-classes.js'
import { usePart } from '../parts/use-part.js'

/** Props of {@link ToolbarSlot}. */
export interface ToolbarSlotProps {
  /** Ours (`true`), none, or the host's own. */
  readonly toolbar: ReactNode
  /** The list state. */
  readonly list: UseExportListStateResult
  /** The filters that stand in the filter row. Keeps its identity. */
  readonly inRow: readonly JobFilterName[]
  /** The host's class names. Keeps its identity. */
  readonly classNames: SlotClassNames<HistoryToolbarSlot> | undefined
  /** The host's buttons. */
  readonly actions: ReactNode
  /** Looks now; `undefined` hides the button. */
  readonly onRefresh: (() => void) | undefined
  /** Whether such a look is under way. */
  readonly isRefreshing: boolean
}

/** The toolbar of the table. Memoised: an answer does not concern it. */
export const ToolbarSlot = memo(function ToolbarSlot(props: ToolbarSlotProps): ReactNode {
  const { toolbar, inRow, ...ours } = props
  const Toolbar = usePart('toolbar', ExportHistoryToolbar)
  if (toolbar !== true) return toolbar
  const filters = JOB_FILTER_NAMES.filter((name) => !inRow.includes(name))
  return <Toolbar {...ours} filters={filters} />
})
