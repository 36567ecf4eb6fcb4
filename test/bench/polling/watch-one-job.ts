import type { Poller } from './pollers.js'
import { type Random, seededRandom } from './random.js'
import { drawJob, reportedProgress, type SimulatedJob } from './workload.js'

/** What watching many jobs, one at a time, came to. */
export interface WatchResult {
  /** Looks per job, over all tabs; the creation's own answer is not counted. */
  readonly requestsPerJob: number
  /** From a job's end to its being seen in the visible tab, in milliseconds. */
  readonly medianDelayMs: number
  /** The 95th percentile of the same. */
  readonly p95DelayMs: number
  /** The 95th percentile of delay divided by the job's duration. */
  readonly p95RelativeDelay: number
}

/** How the jobs are watched. */
export interface WatchSetting {
  /** Open tabs, of which one is visible. */
  readonly tabs: number
  /** Whether every second job reports progress, or none. */
  readonly withProgress: boolean
  /** Jobs, one at a time. */
  readonly jobs: number
  /** Seed of the workload and of the pollers. */
  readonly seed: number
  /** Shortest time between two timers of a hidden tab; 0 for a browser that does not slow them. */
  readonly hiddenTimerMs: number
}

const START = Date.UTC(2026, 0, 1)

/** Watches the jobs with one poller. The same seed gives every poller the same jobs. */
export function watchJobs(poller: Poller, setting: WatchSetting): WatchResult {
  const workload = seededRandom(setting.seed)
  const random = seededRandom(setting.seed + 1)
  const delays: number[] = []
  const relativeDelays: number[] = []
  let requests = 0
  for (let index = 0; index < setting.jobs; index += 1) {
    const job = drawJob(workload, setting.withProgress && index % 2 === 0)
    const visible = watchJob(poller, job, random, 0)
    requests += visible.looks
    delays.push(visible.delayMs)
    relativeDelays.push(visible.delayMs / job.durationMs)
    const hiddenTabs = poller.asks === 'every-tab' ? setting.tabs - 1 : 0
    for (let tab = 0; tab < hiddenTabs; tab += 1) {
      requests += watchJob(poller, job, random, setting.hiddenTimerMs).looks
    }
  }
  return {
    requestsPerJob: requests / setting.jobs,
    medianDelayMs: quantile(delays, 0.5),
    p95DelayMs: quantile(delays, 0.95),
    p95RelativeDelay: quantile(relativeDelays, 0.95),
  }
}

function watchJob(poller: Poller, job: SimulatedJob, random: Random, leastWaitMs: number) {
  const watch = poller.watch(random)
  let ageMs = 0
  let looks = 0
  while (ageMs < job.durationMs) {
    const wait = watch({
      now: START + ageMs,
      requestedAt: START,
      startedAt: ageMs < job.queuedMs ? null : START + job.queuedMs,
      progress: reportedProgress(job, ageMs),
      failures: 0,
      retryAfterMs: null,
    })
    if (wait === null || !(wait > 0))
      throw new Error(`${poller.name} stopped at an unfinished job.`)
    ageMs += Math.max(wait, leastWaitMs)
    looks += 1
  }
  return { looks, delayMs: ageMs - job.durationMs }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
}
