import { vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError, type ExportJobsErrorCode } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import { DEFAULT_POLL_POLICY, type PollPolicy } from '../../src/core/poll-plan.js'
import { isUnfinishedStatus } from '../../src/core/status.js'
import { createNoticeCenter, type NoticeCenterOptions } from '../../src/notices/notice-center.js'
import { hashOwner } from '../../src/queries/query-keys.js'
import type { PushSource } from '../../src/queries/shared-push.js'
import { EVERYTHING } from '../support/scripted-client.js'
import type { FakeBrowser, FakeWindow } from '../sync/fake-browser.js'

export const START = Date.parse('2026-11-23T10:00:00Z')

export const refusal = (code: ExportJobsErrorCode, retryAfterMs?: number) =>
  new ExportJobsError(code, { message: 'No.', retryAfterMs })

/** One request that reached the backend. */
export interface Request {
  readonly method: string
  readonly ids: readonly string[]
  readonly at: number
  readonly window: FakeWindow
}

/** A backend whose jobs the test moves. */
export function createBackend({ canGetJobs = true, latencyMs = 20 } = {}) {
  const jobs = new Map<string, ExportJob>()
  const requests: Request[] = []
  const state = { failure: null as ExportJobsError | null, live: 0, mostLive: 0 }
  /** Ids whose own request fails. */
  const failing = new Map<string, ExportJobsError>()

  function clientFor(window: FakeWindow): ExportJobsClient {
    async function answer<T>(method: string, ids: readonly string[], read: () => T): Promise<T> {
      if (!window.isAlive()) return new Promise(() => {})
      requests.push({ method, ids, at: Date.now(), window })
      state.live += 1
      state.mostLive = Math.max(state.mostLive, state.live)
      await new Promise((resolve) => setTimeout(resolve, latencyMs))
      state.live -= 1
      if (state.failure !== null) throw state.failure
      return read()
    }
    const find = (id: string) => {
      const failure = failing.get(id)
      if (failure !== undefined) throw failure
      const job = jobs.get(id)
      if (job === undefined) throw refusal('not_found')
      return job
    }
    return {
      key: 'backend',
      capabilities: EVERYTHING,
      getJob: (id) => answer('getJob', [id], () => find(id)),
      listJobs: (query) =>
        answer('listJobs', [], () =>
          buildJobPage(
            [...jobs.values()].filter(({ status }) => query.filters.statuses.includes(status)),
          ),
        ),
      createDownload: () => Promise.reject(refusal('unavailable')),
      ...(canGetJobs && {
        getJobs: (ids) =>
          answer('getJobs', ids, () => [...jobs.values()].filter(({ id }) => ids.includes(id))),
      }),
    }
  }

  return {
    jobs,
    requests,
    state,
    failing,
    clientFor,
    /** Makes a job that is being worked on. */
    create(id: string, overrides: Partial<ExportJob> = {}): ExportJob {
      const createdAt = new Date().toISOString()
      const made = { id, status: 'pending', createdAt, startedAt: null, progress: null } as const
      const job = buildExportJob({ ...made, updatedAt: createdAt, ...overrides })
      jobs.set(id, job)
      return job
    },
    /** Ends a job. */
    end(id: string, overrides: Partial<ExportJob> = {}): void {
      const completedAt = new Date().toISOString()
      const ended = { id, status: 'completed', completedAt, updatedAt: completedAt } as const
      jobs.set(id, buildExportJob({ ...ended, ...overrides }))
    },
    unfinished: () => [...jobs.values()].filter(({ status }) => isUnfinishedStatus(status)),
  }
}

/** A window of somebody with notices on it. */
export function openTab(
  browser: FakeBrowser,
  backend: ReturnType<typeof createBackend>,
  overrides: Partial<NoticeCenterOptions> & {
    readonly policy?: Partial<PollPolicy>
    readonly push?: PushSource
    readonly isVisible?: boolean
    readonly hasOutlet?: boolean
    readonly onChange?: () => void
  } = {},
) {
  const { policy, push = null, isVisible = true, hasOutlet = true, ...rest } = overrides
  const { onChange = () => {}, ...options } = rest
  const window = browser.open({ isVisible })
  const errors: ExportJobsError[] = []
  const center = createNoticeCenter({
    source: {
      client: backend.clientFor(window),
      policy: { ...DEFAULT_POLL_POLICY, ...policy },
      push,
      onError: (error) => errors.push(error),
    },
    scope: {},
    userKey: 'ann',
    ownerHash: hashOwner({ clientKey: 'backend', userKey: 'ann', scope: {}, ...overrides }),
    tabs: window.tabs,
    environment: window.environment,
    random: () => 0.5,
    ...options,
  })
  const outlet = {}
  const detach = hasOutlet ? center.attach(outlet, onChange) : () => {}
  return {
    window,
    center,
    errors,
    detach,
    /** Ids of the jobs whose notices this window shows. */
    shown: () => (window.isAlive() ? center.read(outlet).map(({ id }) => id) : []),
  }
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
