import { type QueryKey, queryOptions } from '@tanstack/react-query'
import { type ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { RegistryReading } from '../core/read-report-types.js'
import { type ExportJobsQuerySource, ownerOf, PINNED_QUERY_OPTIONS } from './export-jobs-queries.js'
import { exportJobsKeys } from './query-keys.js'

/**
 * The kinds of report that the backend tells; asked for once, then again after five minutes without a
 * reader.
 */
export function reportTypesQuery<Extra>(source: ExportJobsQuerySource<Extra>) {
  const { client, scope } = source
  return queryOptions<RegistryReading, ExportJobsError, RegistryReading, QueryKey>({
    ...PINNED_QUERY_OPTIONS,
    queryKey: exportJobsKeys.reportTypes(ownerOf(source)),
    queryFn: async ({ signal }): Promise<RegistryReading> => {
      try {
        const told = (await client.listReportTypes?.({ scope, signal })) ?? []
        // a chunk of its own: pages that register their report types need no check in production
        const { readReportTypes } = await import('../core/read-report-types.js')
        return readReportTypes(told)
      } catch (thrown) {
        throw toExportJobsError(thrown, 'listReportTypes')
      }
    },
  })
}
