import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import { ExportJobsError, type ExportJobsErrorCode } from '../../src/core/errors.js'
import type { JobPage } from '../../src/core/list-query.js'
import { DEFAULT_POLL_POLICY, type PollPolicy } from '../../src/core/poll-plan.js'
import type { ExportStatus } from '../../src/core/status.js'
import type { PageEnvironment } from '../../src/queries/page-environment.js'
import { createPollScheduler, type PollSchedulerOptions } from '../../src/queries/poll-scheduler.js'
import { exportJobsKeys } from '../../src/queries/query-keys.js'
import { createListState, toListQuery } from '../../src/url-state/list-state.js'

/** The key of the one list on watch. */
export const KEY = exportJobsKeys.list(
  { clientKey: 'c', userKey: null, scope: {} },
  toListQuery(createListState(), 'UTC'),
)
export const NOW = Date.parse('2026-11-23T10:00:00Z')

/** A page with one job, numbered 1. */
export const pageOf = (status: ExportStatus) =>
  buildJobPage([buildExportJob({ id: '1', status, createdAt: new Date(NOW).toISOString() })])

/** A failed look. */
export const failure = (code: ExportJobsErrorCode, retryAfterMs?: number) =>
  new ExportJobsError(code, { message: 'No.', retryAfterMs })

function createEnvironment() {
  const listeners = new Set<(change: 'visibility' | 'network') => void>()
  const state = { visible: true, online: true }
  const environment: PageEnvironment = {
    isVisible: () => state.visible,
    isOnline: () => state.online,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const set = (change: Partial<typeof state>) => {
    Object.assign(state, change)
    const kind = change.online === undefined ? 'visibility' : 'network'
    for (const listener of listeners) listener(kind)
  }
  return { environment, set }
}

/** A list on watch whose answers the test decides; `looks` counts the requests. */
export async function watchList(
  first: JobPage | ExportJobsError,
  policy: Partial<PollPolicy> = {},
  more: Partial<PollSchedulerOptions> = {},
) {
  const queryClient = new QueryClient()
  const { environment, set } = createEnvironment()
  const scheduler = createPollScheduler({
    queryClient,
    now: () => Date.now(),
    random: () => 0.5,
    environment,
    ...more,
  })
  const script = { answer: first, looks: 0, delayMs: 0, live: 0, mostLive: 0 }
  const observer = new QueryObserver(queryClient, {
    queryKey: KEY,
    retry: false,
    networkMode: 'always',
    queryFn: async ({ signal }) => {
      script.looks += 1
      script.live += 1
      script.mostLive = Math.max(script.mostLive, script.live)
      signal.addEventListener('abort', () => {
        script.live -= 1
      })
      await new Promise((resolve) => setTimeout(resolve, script.delayMs))
      if (!signal.aborted) script.live -= 1
      if (script.answer instanceof Error) throw script.answer
      return script.answer
    },
  })
  const stopObserver = observer.subscribe(() => {})
  const stopWatch = scheduler.watch({
    queryKey: KEY,
    policy: { ...DEFAULT_POLL_POLICY, ...policy },
    jobsOf: (data) => (data as JobPage).jobs,
  })
  await vi.advanceTimersByTimeAsync(1)
  const stop = () => {
    stopWatch()
    stopObserver()
    queryClient.clear()
  }
  return { scheduler, script, set, stop, queryClient }
}
