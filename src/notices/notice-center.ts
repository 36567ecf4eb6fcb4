import type { ExportJobsClient } from '../core/client.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob, ExportScope } from '../core/job.js'
import type { PollPolicy } from '../core/poll-plan.js'
import { isFinishedStatus } from '../core/status.js'
import { QUERY_KEY_ROOT } from '../queries/query-keys.js'
import type { PushSource } from '../queries/shared-push.js'
import { createBrowserTabs, createSoloTabs, type Tabs } from '../sync/tabs.js'
import { createJobWatcher } from './job-watcher.js'
import { type JobsLookUp, lookUpJobs } from './look-up-jobs.js'
import { countNotices, type NoticeCounts } from './notice-counts.js'
import { browserNoticeEnvironment, type NoticeEnvironment } from './notice-environment.js'
import { createNoticeFacts, type FetchedFile, type NoticeRecord } from './notice-facts.js'
import { createNoticeShelf, type ExportNotice } from './notice-shelf.js'
import { createTabSeat } from './tab-seat.js'

/** What a notice center asks with; may change from render to render. */
export interface NoticeSource {
  /** The backend. */
  readonly client: ExportJobsClient
  /** How often to look; with `manual` and `off` only lists on screen tell of a job's end. */
  readonly policy: PollPolicy
  /** Tells of changes, so that looks may rest. Default there is none. */
  readonly push?: PushSource | null
  /** Hears why a look failed. */
  readonly onError: (error: ExportJobsError) => void
}

/** What {@link createNoticeCenter} runs on. */
export interface NoticeCenterOptions {
  /** What it asks with at first. */
  readonly source: NoticeSource
  /** The tenant context. */
  readonly scope: ExportScope
  /** Who is signed in; with `null` nothing outlives the page or is shared with other windows. */
  readonly userKey: string | null
  /** One text for client, person and tenant, from `hashOwner`. */
  readonly ownerHash: string
  /** What windows share. Default the browser's, or nothing where nobody is signed in. */
  readonly tabs?: Tabs
  /** The page. Default the browser's. */
  readonly environment?: NoticeEnvironment
  /** The present instant in epoch milliseconds on this machine's clock. Default `Date.now`. */
  readonly now?: () => number
  /** The present instant in epoch milliseconds on the backend's clock. Default `now`. */
  readonly serverNow?: () => number
  /** Draws a number from 0 (inclusive) to 1 (exclusive). Default `Math.random`. */
  readonly random?: () => number
  /** Age in milliseconds from which a job is forgotten. Default 7 days. */
  readonly maxAgeMs?: number
  /** Time before a file's end from which it counts as expiring soon, in milliseconds. Default 1 day. */
  readonly expiringSoonMs?: number
  /** Time for which a notice must be visible to count as delivered, in milliseconds. Default 5,000. */
  readonly deliveredAfterMs?: number
}

/** Follows the jobs that one owner asked for, over all windows, and says once that each has ended. */
export interface NoticeCenter {
  /** Puts another client, policy or error handler in place. */
  use(source: NoticeSource): void
  /** Waits for a job that the person has just asked for, or started again. */
  watch(job: ExportJob): void
  /** Takes in jobs that were read for another reason, which spares requests. */
  feed(jobs: readonly ExportJob[]): void
  /**
   * Notes that a job's file was fetched, here or elsewhere; there is nothing to tell of it any more. Of
   * several files each has to be.
   *
   * @param file - Which of several; left out, the job's one file, or all of them.
   * @returns Takes it back, for a file that then did not come; of what was known before it takes nothing.
   */
  markDownloaded(jobId: string, file?: FetchedFile): () => void
  /** Forgets jobs that the person has deleted. */
  drop(jobIds: readonly string[]): void
  /** Takes notices away; they are delivered. */
  dismiss(jobIds: readonly string[]): void
  /** Forgets everything of this person at this backend, in every window and tenant; for sign-out. */
  clear(): void
  /**
   * Announces a place where notices are shown, and listens for changes. Jobs are watched and notices
   * are due in windows that have one.
   *
   * @returns A function that ends it.
   */
  attach(outlet: object, listener: () => void): () => void
  /** The notices to show, oldest first, for the given place; empty for all places but the first. */
  read(outlet: object): readonly ExportNotice[]
  /** Listens for changes of the counts. */
  subscribeCounts(listener: () => void): () => void
  /** Counts what a host's menu may show. */
  readCounts(): NoticeCounts
}

const DAY_MS = 86_400_000

/** Makes a center; it touches neither storage nor network before it is used. */
export function createNoticeCenter(options: NoticeCenterOptions): NoticeCenter {
  const { scope, userKey, ownerHash, now = Date.now, random = Math.random } = options
  const { serverNow = now, maxAgeMs = 7 * DAY_MS, expiringSoonMs = DAY_MS } = options
  const { environment = browserNoticeEnvironment, deliveredAfterMs = 5_000 } = options
  const tabs = options.tabs ?? (userKey === null ? createSoloTabs() : createBrowserTabs(ownerHash))
  const { storage, lock, channel } = tabs
  const facts = createNoticeFacts({ storage, ownerHash, now, maxAgeMs })
  const outlets = new Map<object, () => void>()
  const countListeners = new Set<() => void>()
  /** Jobs as they were last seen, which is younger than what is stored of unfinished ones. */
  const latest = new Map<string, ExportJob>()
  let { source } = options
  let records: ReadonlyMap<string, NoticeRecord> = new Map()
  let stop = () => {}

  const shelf = createNoticeShelf({
    deliveredAfterMs,
    onDelivered(ids) {
      for (const id of ids) facts.note(id, 'seen')
      refresh()
    },
    onChange() {
      for (const listener of outlets.values()) listener()
    },
  })
  const seat = createTabSeat({
    name: `react-export-jobs:seat:${ownerHash}`,
    lock,
    channel,
    environment,
    onChange: refresh,
  })
  const watcher = createJobWatcher({
    openJobs,
    lookUp: (ids, signal) => lookUpJobs(source.client, ids, { scope, signal }),
    onLook,
    push: () => source.push ?? null,
    onNews: takeNews,
    policy: () => source.policy,
    readPlan: facts.readPlan,
    writePlan: facts.writePlan,
    environment,
    now,
    random,
  })

  function openJobs() {
    const open = [...records.values()].filter(({ finishedAt }) => finishedAt === null)
    return open.map(({ id, since, job }) => ({ since, job: latest.get(id) ?? job }))
  }

  /** Reads the facts anew and does what follows from them. */
  function refresh(): void {
    records = facts.read()
    for (const id of latest.keys()) if (!records.has(id)) latest.delete(id)
    const isDue = ({ finishedAt, isSeen, isDownloaded }: NoticeRecord) =>
      finishedAt !== null && !isSeen && !isDownloaded
    const isOpen = ({ finishedAt }: NoticeRecord) => finishedAt === null
    const all = [...records.values()]
    seat.want(outlets.size > 0 && all.some((record) => isOpen(record) || isDue(record)))
    const isShowing = seat.read() !== null && environment.isVisible()
    shelf.update(records, isShowing ? all.filter(isDue) : [])
    watcher.run(seat.read())
    for (const listener of countListeners) listener()
  }

  /** Takes in what is news of the open jobs. */
  function take(jobs: readonly ExportJob[]): void {
    for (const job of jobs) {
      if (isFinishedStatus(job.status)) facts.note(job.id, 'finished', job)
      else latest.set(job.id, job)
    }
    refresh()
  }

  function onLook({ jobs, gone, failure }: JobsLookUp): void {
    if (failure !== null) source.onError(failure)
    if (failure?.code === 'unauthenticated') clear()
    else if (failure?.code === 'forbidden') forget(ownerHash)
    else {
      facts.drop(gone)
      take(jobs)
    }
  }

  /** Takes in what is news of the open jobs among others. */
  function takeNews(jobs: readonly ExportJob[]) {
    records = facts.read()
    const open = new Set(openJobs().map(({ job }) => job.id))
    const news = jobs.filter(({ id }) => open.has(id))
    if (news.length > 0) take(news)
    return { news, open }
  }

  function feed(jobs: readonly ExportJob[]): void {
    const { news, open } = takeNews(jobs)
    if (news.length === 0) return
    if (seat.read() === null) channel.post({ jobs: news })
    else if (news.length === open.size) watcher.noteAnswer()
  }

  function forget(hash: string): void {
    facts.clear(hash)
    refresh()
  }

  /** Of all tenants: a person signs out of the backend, not of one of them. */
  function clear(): void {
    const person = [QUERY_KEY_ROOT, source.client.key, userKey]
    forget(JSON.stringify(person).slice(0, -1))
  }

  function onMessage(message: unknown): void {
    seat.onMessage(message)
    if (isNews(message) && seat.read() !== null) feed(message.jobs)
  }

  function start(): void {
    const stops = [
      facts.subscribe(refresh),
      channel.subscribe(onMessage),
      environment.subscribe((change) => {
        if (change === 'network') return watcher.onNetwork()
        seat.onPageChange()
        refresh()
      }),
    ]
    stop = () => {
      for (const end of stops) end()
    }
  }

  function listen(add: () => void, remove: () => void): () => void {
    const isFirst = outlets.size + countListeners.size === 0
    add()
    if (isFirst) start()
    refresh()
    return () => {
      remove()
      refresh()
      if (outlets.size + countListeners.size === 0) stop()
    }
  }

  return {
    use(next) {
      source = next
    },
    watch(job) {
      const known = facts.read().get(job.id)
      const isOver = isFinishedStatus(job.status)
      if (known !== undefined && (isOver || known.finishedAt === null)) return
      latest.delete(job.id)
      facts.begin(job)
      if (isOver) facts.note(job.id, 'finished', job)
      refresh()
    },
    feed,
    markDownloaded(jobId, file) {
      if (!facts.read().has(jobId)) return () => {}
      const takeBack = facts.noteFetched(jobId, file)
      refresh()
      return () => {
        takeBack()
        refresh()
      }
    },
    drop(jobIds) {
      facts.drop(jobIds)
      refresh()
    },
    dismiss: shelf.dismiss,
    clear,
    attach(outlet, listener) {
      return listen(
        () => outlets.set(outlet, listener),
        () => {
          outlets.delete(outlet)
          for (const next of outlets.values()) next()
        },
      )
    },
    read: (outlet) => (outlets.keys().next().value === outlet ? shelf.read() : NONE),
    subscribeCounts: (listener) =>
      listen(
        () => countListeners.add(listener),
        () => countListeners.delete(listener),
      ),
    readCounts: () => countNotices(records.values(), serverNow(), expiringSoonMs),
  }
}

const NONE: readonly ExportNotice[] = []

function isNews(message: unknown): message is { readonly jobs: readonly ExportJob[] } {
  return typeof message === 'object' && message !== null && 'jobs' in message
}
