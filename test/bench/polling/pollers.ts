import type { ExportJob } from '../../../src/core/job.js'
import { DEFAULT_POLL_POLICY, nextPollDelay, type PollPolicy } from '../../../src/core/poll-plan.js'
import type { Random } from './random.js'

/** What one look at an unfinished job shows. */
export interface Look {
  /** Epoch milliseconds. */
  readonly now: number
  /** Epoch milliseconds of the request. */
  readonly requestedAt: number
  /** Epoch milliseconds at which work began, or `null` while queued. */
  readonly startedAt: number | null
  /** What the backend reports, 0 to 1, or `null`. */
  readonly progress: number | null
  /** Failed looks in a row, this one included; 0 when the look was good. */
  readonly failures: number
  /** The backend's least wait, or `null`. */
  readonly retryAfterMs: number | null
}

/** Answers each look with the wait before the next, in milliseconds, or `null` when it gives up. */
export type Watch = (look: Look) => number | null

/** A way to poll. */
export interface Poller {
  /** As the table shows it. */
  readonly name: string
  /** Whether one tab asks for all, or every tab for itself. */
  readonly asks: 'one-tab' | 'every-tab'
  /** Begins to watch one job; the creation's answer is its first look. */
  readonly watch: (random: Random) => Watch
}

/** Our plan, asked by the tab that holds the lock. */
export function planPoller(policy: PollPolicy = DEFAULT_POLL_POLICY): Poller {
  return {
    name: 'poll plan',
    asks: 'one-tab',
    watch: (random) => {
      let job = RUNNING_JOB
      return (look) => {
        const { now, failures, retryAfterMs } = look
        job = jobAsSeen(look, job)
        return nextPollDelay({ jobs: [job], now, failures, retryAfterMs, policy, random: random() })
      }
    },
  }
}

/** A fixed interval, as most products poll. */
export function fixedPoller(seconds: number): Poller {
  return {
    name: `fixed ${seconds} s`,
    asks: 'every-tab',
    watch: () => () => seconds * 1_000,
  }
}

/** KoboToolbox: 1.666 to the power of the look, drawn within the step, from 2 to 120 s. */
export const koboPoller: Poller = {
  name: 'KoboToolbox exponential',
  asks: 'every-tab',
  watch: (random) => {
    let looks = 0
    return () => {
      const step = 1.666 ** looks
      looks += 1
      const seconds = step + (1.666 * step - step) * random()
      return 1_000 * Math.min(120, Math.max(2, seconds))
    }
  },
}

const CVAT_QUEUED_S = [7, 13, 19, 29, 41, 53, 67, 79, 101, 113, 139, 163]
const CVAT_STARTED_S = [3, 7, 13]

/**
 * CVAT: one rung up after each look, except after a quarter's progress between two looks; up to half
 * as much again at random; gives up at the first failed look.
 */
export const cvatPoller: Poller = {
  name: 'CVAT ladder',
  asks: 'every-tab',
  watch: (random) => {
    let rung = 0
    let progress = 0
    return (look) => {
      if (look.failures > 0) return null
      const ladder = look.startedAt === null ? CVAT_QUEUED_S : CVAT_STARTED_S
      const leap = look.startedAt !== null && (look.progress ?? 0) - progress >= 0.25
      progress = look.progress ?? 0
      rung = Math.min(leap ? rung : rung + 1, ladder.length - 1)
      return 1_000 * (ladder[rung] ?? 13) * (1 + 0.5 * random())
    }
  },
}

const RUNNING_JOB: ExportJob = {
  id: 'job-1',
  name: null,
  reportType: 'sales',
  fileFormat: 'csv',
  status: 'pending',
  statusText: null,
  progress: null,
  processedRows: null,
  totalRows: null,
  phase: null,
  queuePosition: null,
  error: null,
  warnings: [],
  dateRange: null,
  entityTypes: [],
  parameters: null,
  createdAt: null,
  startedAt: null,
  updatedAt: null,
  completedAt: null,
  fileExpiresAt: null,
  removedAt: null,
  createdBy: null,
  source: 'manual',
  delivery: 'download',
  files: [],
  isDownloadable: false,
  allowedActions: null,
  extra: null,
}

/** The job as a look shows it; the same object while nothing changed, which spares time. */
function jobAsSeen(look: Look, known: ExportJob): ExportJob {
  const status = look.startedAt === null ? 'pending' : 'processing'
  const isSame = known.createdAt !== null && known.status === status
  if (isSame && known.progress === look.progress) return known
  return {
    ...known,
    status,
    progress: look.progress,
    createdAt: new Date(look.requestedAt).toISOString(),
    startedAt: look.startedAt === null ? null : new Date(look.startedAt).toISOString(),
  }
}
