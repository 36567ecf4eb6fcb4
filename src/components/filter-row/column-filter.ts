import type { ReactNode } from 'react'
import type { ClientCapabilities } from '../../core/client.js'
import type { JobFilterName } from '../../core/list-query.js'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'

/** The ready filters of the filter row: a text, pickers with several values, one day, a range of days. */
export type ColumnFilterName =
  | 'search'
  | 'statuses'
  | 'reportTypes'
  | 'fileFormats'
  | 'sources'
  | 'createdDay'
  | 'createdRange'

/** What a host's own filter gets. */
export interface ColumnFilterProps {
  /** The list state; `setFilters` narrows the list. */
  readonly list: UseExportListStateResult
  /** The column's header, for the control's accessible name. */
  readonly title: string
}

/** A column's filter: a ready one by its name, or the host's own. It may use hooks. Source: W3. */
export type ColumnFilter = ColumnFilterName | ((props: ColumnFilterProps) => ReactNode)

const CREATED: readonly JobFilterName[] = ['createdFrom', 'createdTo']

/** The filters of the list state that a column's filter changes; none for the host's own. */
export function filterNames(filter: ColumnFilter | undefined): readonly JobFilterName[] {
  if (filter === undefined || typeof filter === 'function') return []
  return filter === 'createdDay' || filter === 'createdRange' ? CREATED : [filter]
}

/** Whether the backend can filter by what a column offers. */
export function isFilterOffered(
  filter: ColumnFilter | undefined,
  { filters }: Pick<ClientCapabilities, 'filters'>,
): filter is ColumnFilter {
  if (filter === undefined) return false
  return filterNames(filter).every((name) => filters.includes(name))
}
