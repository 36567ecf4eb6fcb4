import { isTypeVisible } from '../../core/list-access.js'
import { type JobFilterName, type JobFilters, NO_FILTERS } from '../../core/list-query.js'
import { useExportListAccess } from '../../hooks/useExportListAccess.js'
import type { ExportListState } from '../../url-state/list-state.js'
import { hasActiveFilters } from '../../url-state/list-state-changes.js'

/**
 * The filters in force that a toolbar tells of, or `null` when there are none. Report types that the
 * person may not see are not named; that something narrows the list is told all the same. Source: W9.
 *
 * @param offered - The filters that the toolbar draws.
 */
export function useDrawnFilters(
  listState: ExportListState,
  offered: readonly JobFilterName[],
): JobFilters | null {
  const access = useExportListAccess()
  const picked = Object.fromEntries(offered.map((name) => [name, listState.filters[name]]))
  const filters: JobFilters = { ...NO_FILTERS, ...picked }
  if (!hasActiveFilters({ ...listState, filters })) return null
  const reportTypes = filters.reportTypes.filter((id) => isTypeVisible(id, access))
  return { ...filters, reportTypes }
}
