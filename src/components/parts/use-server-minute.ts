import { useMinute } from '../../internal/minute-clock.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { serverTimeAt } from '../../queries/server-clock.js'

/**
 * The present minute in epoch milliseconds on the backend's clock; `null` on the server and while
 * hydrating. Only leaves that show a relative time may use it: they render once a minute.
 */
export function useServerMinute(): number | null {
  const { client, queryClient } = useExportJobsContext('useServerMinute')
  const minute = useMinute()
  return minute === null ? null : serverTimeAt(queryClient, client.key, minute)
}
