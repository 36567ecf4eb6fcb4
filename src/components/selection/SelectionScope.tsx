import { type ReactNode, useEffect, useMemo } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { DeletePrompt } from '../../hooks/useExportAction.js'
import type { BulkAction } from '../../hooks/useExportBulkAction.js'
import { BulkBarPlace } from './BulkBarPlace.js'
import { SelectionContext } from './selection-context.js'
import { createSelectionStore } from './selection-store.js'

/** Props of {@link SelectionScope}. */
export interface SelectionScopeProps {
  /** The jobs on screen. */
  readonly jobs: readonly ExportJob[]
  /** One text for tenant and filters. */
  readonly listKey: string
  /** What can be done with the selection; nothing makes no row selectable. */
  readonly actions: readonly BulkAction[]
  /** Whether deletions ask first or can be taken back. */
  readonly deletePrompt: DeletePrompt
  /** The table. */
  readonly children: ReactNode
}

/**
 * The selection of one table. It is kept over refreshes and pages, and cleared when the filters or the
 * tenant change: what is no longer in the list is not acted upon by mistake.
 */
export function SelectionScope(props: SelectionScopeProps): ReactNode {
  const { jobs, listKey, actions, deletePrompt, children } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has a selection of its own from its first frame on
  const store = useMemo(createSelectionStore, [listKey])
  useEffect(() => store.notePage(jobs), [store, jobs])
  return (
    <SelectionContext.Provider value={store}>
      {children}
      {actions.length > 0 && (
        <BulkBarPlace key={listKey} actions={actions} deletePrompt={deletePrompt} />
      )}
    </SelectionContext.Provider>
  )
}
