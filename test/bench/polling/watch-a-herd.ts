import type { Poller, Watch } from './pollers.js'
import { type Random, seededRandom } from './random.js'
import { drawJob, drawRunningJob, type SimulatedJob } from './workload.js'

/** What happens to the server once the herd polls steadily. */
export type HerdEvent =
  /** Every look fails, and no job goes on, for so long. */
  | { readonly kind: 'outage'; readonly durationMs: number }
  /** Every tab is told at the same instant to wait at least so long. */
  | { readonly kind: 'retry-after'; readonly retryAfterMs: number }

/** Requests per second at the server. */
export interface HerdResult {
  /** Average before the event. */
  readonly steadyRate: number
  /** Busiest second from the event to its end; 0 for an event without length. */
  readonly peakRateDuring: number
  /** Busiest second after the event. */
  readonly peakRateAfter: number
}

/** How big the herd is. */
export interface HerdSetting {
  /** Tabs that each watch one job at a time, a new one as soon as the last is seen finished. */
  readonly tabs: number
  /** Seed of the workload and of the pollers. */
  readonly seed: number
}

interface Tab {
  job: SimulatedJob
  requestedAt: number
  /** Time that the job lost to an outage. */
  lostMs: number
  watch: Watch
  failures: number
  /** Goes up when a timer is replaced, so that the old one is ignored. */
  timer: number
}

const START = Date.UTC(2026, 0, 1)
const EVENT_AT = 120_000
const STEADY_FROM = 60_000
const AFTER_MS = 300_000
const SLOT_MS = 50

/** Lets a herd of tabs poll one server through an event. */
export function watchHerd(poller: Poller, event: HerdEvent, setting: HerdSetting): HerdResult {
  const random = seededRandom(setting.seed)
  const eventEnd = EVENT_AT + (event.kind === 'outage' ? event.durationMs : 0)
  const end = eventEnd + AFTER_MS
  const slots: [tab: Tab, timer: number][][] = Array.from({ length: end / SLOT_MS }, () => [])
  const requestsBySecond = new Array<number>(end / 1_000).fill(0)

  const lookAgain = (tab: Tab, now: number, retryAfterMs: number | null, share = 1) => {
    const startedAt = tab.requestedAt + tab.job.queuedMs
    const wait = tab.watch({
      now: START + now,
      requestedAt: START + tab.requestedAt,
      startedAt: now < startedAt ? null : START + startedAt,
      progress: null,
      failures: tab.failures,
      retryAfterMs,
    })
    tab.timer += 1
    if (wait !== null) slots[Math.floor((now + wait * share) / SLOT_MS)]?.push([tab, tab.timer])
  }
  const look = (tab: Tab, now: number) => {
    const isDown = now >= EVENT_AT && now < eventEnd
    if (now >= eventEnd && tab.requestedAt < EVENT_AT) tab.lostMs = eventEnd - EVENT_AT
    if (isDown) tab.failures += 1
    else if (now - tab.requestedAt - tab.lostMs >= tab.job.durationMs)
      beginJob(tab, now, poller, random)
    else tab.failures = 0
    lookAgain(tab, now, null)
  }

  const tabs = Array.from({ length: setting.tabs }, () => {
    const tab = runningTab(poller, random)
    // Tabs opened long ago: each is somewhere in its present wait.
    lookAgain(tab, 0, null, random())
    return tab
  })
  slots.forEach((due, index) => {
    const now = index * SLOT_MS
    if (event.kind === 'retry-after' && now === EVENT_AT) {
      for (const tab of tabs) {
        tab.failures = 1
        lookAgain(tab, now, event.retryAfterMs)
      }
    }
    const second = Math.floor(now / 1_000)
    for (const [tab, timer] of due) {
      if (tab.timer !== timer) continue
      requestsBySecond[second] = (requestsBySecond[second] ?? 0) + 1
      look(tab, now)
    }
    due.length = 0
  })

  const seconds = (from: number, to: number) => requestsBySecond.slice(from / 1_000, to / 1_000)
  const steady = seconds(STEADY_FROM, EVENT_AT)
  return {
    steadyRate: steady.reduce((sum, requests) => sum + requests, 0) / steady.length,
    peakRateDuring: Math.max(0, ...seconds(EVENT_AT, eventEnd)),
    peakRateAfter: Math.max(0, ...seconds(eventEnd, end)),
  }
}

function runningTab(poller: Poller, random: Random): Tab {
  const { job, ageMs } = drawRunningJob(random)
  const watch = poller.watch(random)
  return { job, requestedAt: -ageMs, lostMs: 0, watch, failures: 0, timer: 0 }
}

function beginJob(tab: Tab, now: number, poller: Poller, random: Random): void {
  tab.job = drawJob(random, false)
  tab.requestedAt = now
  tab.lostMs = 0
  tab.watch = poller.watch(random)
  tab.failures = 0
}
