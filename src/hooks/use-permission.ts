import { useSyncExternalStore } from 'react'
import type { PermissionAnswer, PermissionDetails, PermissionSubject } from '../core/actions.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'

/**
 * Asks the host's `can`, and renders anew only when its answer changes.
 *
 * @param details - What the question is about; may be written inline.
 */
export function usePermission(
  subject: PermissionSubject,
  details?: PermissionDetails,
): PermissionAnswer {
  const { permissions } = useExportJobsContext('usePermission')
  const ask = () => permissions.can(subject, details)
  return useSyncExternalStore(permissions.subscribe, ask, ask)
}
