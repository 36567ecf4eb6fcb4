import type { JobEvent } from '../core/client.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { nextPollDelay, type PollPolicy } from '../core/poll-plan.js'
import type { PushSource } from '../queries/shared-push.js'
import type { JobsLookUp } from './look-up-jobs.js'
import type { NoticeEnvironment } from './notice-environment.js'
import type { WatchPlan } from './notice-facts.js'

/** A job that is waited for. */
export interface OpenJob {
  /** When it was asked for, in epoch milliseconds. */
  readonly since: number
  /** The job as it was last seen. */
  readonly job: ExportJob
}

/**
 * Asks the backend about the open jobs, by the poll plan and single-flight; while the backend's push is
 * up, when that has news and once in five minutes.
 */
export interface JobWatcher {
  /**
   * Watches, or stops; also takes in that other jobs are open, or the page became visible or hidden.
   *
   * @param seat - Whether this window watches for all (`alone`), for itself (`shared`) or not (`null`).
   */
  run(seat: 'alone' | 'shared' | null): void
  /** Takes in that the network came or went. */
  onNetwork(): void
  /** Takes in that a list on screen has told about every open job. */
  noteAnswer(): void
}

/** What {@link createJobWatcher} runs on. */
export interface JobWatcherOptions {
  /** The jobs that are waited for. */
  readonly openJobs: () => readonly OpenJob[]
  /** Asks about them; never rejects. */
  readonly lookUp: (ids: readonly string[], signal: AbortSignal) => Promise<JobsLookUp>
  /** Takes in what a look has brought. */
  readonly onLook: (look: JobsLookUp) => void
  /** The backend's push, or `null`. Asked when there is something to listen for. */
  readonly push: () => PushSource | null
  /** Takes in jobs that were pushed; others than the open ones may be among them. */
  readonly onNews: (jobs: readonly ExportJob[]) => void
  /** How often to look. */
  readonly policy: () => PollPolicy
  /** The plan that another window left, or `null`. */
  readonly readPlan: () => WatchPlan | null
  /** Leaves the plan for other windows; `null` when there is nothing to plan. */
  readonly writePlan: (plan: WatchPlan | null) => void
  /** The page. */
  readonly environment: NoticeEnvironment
  /** The present instant in epoch milliseconds on this machine's clock. */
  readonly now: () => number
  /** Draws a number from 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number
}

/** Least time between two looks while no window is visible. */
const HIDDEN_STEP_MS = 60_000
/** While push is up, one look in so long makes up for what it may have lost. */
const SAFETY_LOOK_MS = 300_000
/** Answers that asking again cannot better, until another job is waited for. */
const FINAL_CODES: ReadonlySet<string> = new Set(['not_found', 'gone', 'invalid'])
const NO_PLAN: WatchPlan = { at: null, last: 0, failures: 0 }

/** Makes a watcher that rests until it is run. */
export function createJobWatcher(options: JobWatcherOptions): JobWatcher {
  const { openJobs, lookUp, onLook, policy, environment, now, random } = options
  let seat: 'alone' | 'shared' | null = null
  let plan = NO_PLAN
  let planned: ReadonlySet<string> = new Set()
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking: AbortController | null = null
  let stopPush: (() => void) | null = null
  let isPushUp = false
  /** Whether news came while a look was under way, which may have begun before it. */
  let hasMissedNews = false

  /** The next look as the plan has it, or `null`. */
  function draw(failures: number, retryAfterMs: number | null, isCovered: boolean): number | null {
    const jobs = openJobs()
    const drawn = random()
    const delay = nextPollDelay({
      jobs: jobs.map(({ job }) => job),
      // Asked for on this machine: its own clock tells a job's age, however wrong the backend's is.
      firstSeenAt: new Map(jobs.map(({ job, since }) => [job.id, since])),
      now: now(),
      failures,
      retryAfterMs,
      policy: policy(),
      random: drawn,
    })
    if (delay === null) return null
    return now() + (isCovered && failures === 0 ? SAFETY_LOOK_MS * (0.9 + 0.2 * drawn) : delay)
  }

  function replan(next: WatchPlan): void {
    plan = next
    options.writePlan(next === NO_PLAN ? null : next)
  }

  function settle(failure: ExportJobsError | null): void {
    if (seat === null || openJobs().length === 0) return
    const failures = failure === null ? 0 : plan.failures + 1
    const isFinal = failure !== null && FINAL_CODES.has(failure.code)
    const at = isFinal ? null : draw(failures, failure?.retryAfterMs ?? null, isPushUp)
    planned = new Set(openJobs().map(({ job }) => job.id))
    replan({ at, last: now(), failures: isFinal ? 0 : failures })
    if (hasMissedNews) lookSoon()
    arm()
  }

  /** Listens to push while this window watches: for all also unseen, for itself only where it is seen. */
  function listen(): void {
    const isWatching = seat === 'alone' || (seat === 'shared' && environment.isVisible())
    if (!isWatching || policy().mode !== 'auto' || openJobs().length === 0) {
      stopPush?.()
      stopPush = null
      isPushUp = false
    } else if (stopPush === null) {
      stopPush = options.push()?.(onPush) ?? null
    }
  }

  function onPush(event: JobEvent): void {
    const isOpen = (id: string) => openJobs().some(({ job }) => job.id === id)
    if (event.type === 'disconnected') {
      isPushUp = false
      lookBy(draw(0, null, false))
    } else if (event.type === 'changed' && event.jobs.length > 0) {
      options.onNews(event.jobs)
    } else if (event.type !== 'removed' || event.ids.some(isOpen)) {
      if (event.type === 'connected') isPushUp = true
      lookSoon()
    }
    arm()
  }

  /**
   * Spread, for all clients hear at once; late enough that a list on screen, which has heard it too,
   * mostly spares the look; and never twice within the shortest step.
   */
  function lookSoon(): void {
    hasMissedNews = looking !== null
    const step = policy().minDelayMs
    lookBy(Math.max(now() + step * (0.5 + random()), plan.last + step))
  }

  /** Brings the next look forward, but never cuts a back-off short. */
  function lookBy(at: number | null): void {
    if (at === null || plan.failures > 0) return
    if (at < (plan.at ?? Number.POSITIVE_INFINITY)) replan({ ...plan, at })
  }

  function arm(): void {
    listen()
    const jobs = openJobs()
    if (jobs.length === 0) {
      rest()
      if (seat !== null && plan !== NO_PLAN) replan(NO_PLAN)
      return
    }
    clearTimeout(timer)
    if (seat === null || looking !== null) return
    if (jobs.some(({ job }) => !planned.has(job.id))) {
      planned = new Set(jobs.map(({ job }) => job.id))
      // A new job may be due sooner. Push does not cover it yet: it may have told of it before.
      lookBy(draw(0, null, false))
    }
    const isVisible = environment.isVisible()
    if (plan.at === null || !environment.isOnline() || (seat === 'shared' && !isVisible)) return
    // Many windows have waited for what is overdue, so that it is spread over the shortest step.
    if (plan.at <= now()) replan({ ...plan, at: now() + random() * policy().minDelayMs })
    const hiddenUntil = isVisible ? 0 : plan.last + HIDDEN_STEP_MS
    timer = setTimeout(() => void look(), Math.max(plan.at ?? 0, hiddenUntil) - now())
  }

  async function look(): Promise<void> {
    const controller = new AbortController()
    looking = controller
    const ids = openJobs().map(({ job }) => job.id)
    const answer = await lookUp(ids, controller.signal)
    if (looking !== controller) return
    looking = null
    onLook(answer)
    settle(answer.failure)
  }

  function rest(): void {
    clearTimeout(timer)
    looking?.abort()
    looking = null
  }

  return {
    run(next) {
      if (next !== seat) {
        seat = next
        rest()
        plan = options.readPlan() ?? NO_PLAN
        planned = new Set()
      }
      arm()
    },
    onNetwork() {
      // Many machines get their network back at once, so that the return is spread over a whole step.
      const step = Math.max((plan.at ?? 0) - plan.last, policy().minDelayMs)
      if (plan.at !== null && plan.at <= now()) plan = { ...plan, at: now() + random() * step }
      arm()
    },
    noteAnswer: () => settle(null),
  }
}
