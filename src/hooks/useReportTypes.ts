import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { PermissionAnswer } from '../core/actions.js'
import { ExportJobsError } from '../core/errors.js'
import { typeDetails } from '../core/list-access.js'
import type { RegistryReading } from '../core/read-report-types.js'
import type { ReportType } from '../core/report-types.js'
import { useStableCallback } from '../internal/use-stable.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'
import { reportTypesQuery } from '../queries/report-types-query.js'
import { usePermission } from './use-permission.js'

/** What {@link useReportTypes} returns. */
export interface UseReportTypesResult {
  /**
   * `loading` before the answer and while a permission is pending, `denied` when the person may not
   * export anything, `error` when the backend did not tell, else `ready`.
   */
  readonly status: 'loading' | 'ready' | 'denied' | 'error'
  /**
   * The kinds of report that this person may export, without those that have a mistake. Empty and
   * `ready` where there is no registry at all: the backend then has one kind only.
   */
  readonly reportTypes: readonly ReportType[]
  /** Why the backend did not tell, or `null`. */
  readonly error: ExportJobsError | null
  /** Asks the backend again. Never rejects; keeps its identity. */
  readonly refresh: () => Promise<void>
}

/**
 * Gives the kinds of report that this person may export: the provider's, else the backend's.
 *
 * A kind is asked for by `can('create', { reportType })`. Of the backend's kinds, those with a mistake
 * are left out, and each mistake is told to `onError` with its path. The provider's own are code: their
 * mistakes are told in development, and JSON goes through `readReportTypes` first. Source: E4, W9.
 */
export function useReportTypes(): UseReportTypesResult {
  const context = useExportJobsContext('useReportTypes')
  const { client, queryClient, reportTypes: registered, reportError } = context
  const mayCreate = usePermission('create')
  const isStatic = registered.length > 0 || client.listReportTypes === undefined
  const isAsking = !isStatic && mayCreate === true
  const query = useQuery(
    {
      ...reportTypesQuery(context),
      enabled: isAsking,
      notifyOnChangeProps: ['data', 'error', 'isError'],
    },
    queryClient,
  )
  const known = useMemo(() => ({ reportTypes: registered, problems: [] }), [registered])
  const reading = isStatic ? known : isAsking ? query.data : undefined
  const permissions = useTypePermissions(reading?.reportTypes ?? NO_TYPES)
  const { error } = query

  useEffect(() => {
    for (const problem of toErrors(reading)) reportError(problem)
  }, [reading, reportError])
  useEffect(() => {
    if (process.env.NODE_ENV === 'production') return
    let isCurrent = true
    void import('../core/read-report-types.js').then(({ readReportTypes }) => {
      if (!isCurrent) return
      for (const problem of toErrors(readReportTypes(registered))) reportError(problem)
    })
    return () => {
      isCurrent = false
    }
  }, [registered, reportError])
  useEffect(() => {
    if (error !== null) reportError(error)
  }, [error, reportError])

  const reportTypes = useMemo(
    () => (reading?.reportTypes ?? NO_TYPES).filter((_type, index) => permissions[index] === 'y'),
    [reading, permissions],
  )
  const refresh = useStableCallback(async () => {
    if (isAsking) await query.refetch()
  })
  return {
    status: statusOf(mayCreate, reading, reportTypes, permissions, query.isError && isAsking),
    reportTypes: mayCreate === true ? reportTypes : NO_TYPES,
    error: isAsking ? error : null,
    refresh,
  }
}

const NO_TYPES: readonly ReportType[] = []

/** One letter a type, so that only a changed answer renders: yes, no, or pending. */
function useTypePermissions(types: readonly ReportType[]): string {
  const { permissions } = useExportJobsContext('useReportTypes')
  const ask = () =>
    types
      .map((type) => {
        const answer = permissions.can('create', typeDetails(type))
        return answer === 'pending' ? 'p' : answer ? 'y' : 'n'
      })
      .join('')
  return useSyncExternalStore(permissions.subscribe, ask, ask)
}

function statusOf(
  mayCreate: PermissionAnswer,
  reading: RegistryReading | undefined,
  reportTypes: readonly ReportType[],
  permissions: string,
  hasFailed: boolean,
): UseReportTypesResult['status'] {
  if (mayCreate === false) return 'denied'
  if (hasFailed && reading === undefined) return 'error'
  if (mayCreate === 'pending' || reading === undefined) return 'loading'
  if (reportTypes.length > 0) return 'ready'
  if (permissions.includes('p')) return 'loading'
  // a registry of mistakes is not a backend without kinds
  if (permissions === '') return reading.problems.length === 0 ? 'ready' : 'error'
  return 'denied'
}

function toErrors(reading: RegistryReading | undefined): readonly ExportJobsError[] {
  return (reading?.problems ?? []).map(
    ({ path, message }) =>
      new ExportJobsError('bad_response', {
        message: `Report types: ${path || 'the registry'} ${message}, so this report type is left out. Mend it where it is registered.`,
      }),
  )
}
