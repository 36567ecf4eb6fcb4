import { useMemo, useSyncExternalStore } from 'react'
import { isTypeVisible, type ListAccess, resolveListAccess } from '../core/list-access.js'
import type { ReportType } from '../core/report-types.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'

/** What {@link useExportListAccess} returns. Keeps its identity until an answer changes. */
export interface UseExportListAccessResult extends ListAccess {
  /** The registered report types whose jobs may be seen: the choices of a filter. Source: W9. */
  readonly visibleTypes: readonly ReportType[]
}

/**
 * Says what the person may see of the list, by the host's `can` and the provider's report types. The
 * data hooks obey it by themselves; ask it for filter choices of your own.
 *
 * Source: M15, E1, W9.
 */
export function useExportListAccess(): UseExportListAccessResult {
  const { permissions, reportTypes } = useExportJobsContext('useExportListAccess')
  // as text, so that a `can` written inline renders only when it answers differently
  const ask = () => JSON.stringify(resolveListAccess(reportTypes, permissions.can))
  const spelled = useSyncExternalStore(permissions.subscribe, ask, ask)
  return useMemo(() => {
    const access: ListAccess = JSON.parse(spelled)
    return { ...access, visibleTypes: reportTypes.filter(({ id }) => isTypeVisible(id, access)) }
  }, [spelled, reportTypes])
}
