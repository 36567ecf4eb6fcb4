import type { ExportJob } from '../core/job.js'
import type { TabStorage } from '../sync/tab-storage.js'

/** What is known of a job that the person asked for. */
export interface NoticeRecord {
  /** The job's id. */
  readonly id: string
  /** When it was asked for, in epoch milliseconds on this machine's clock. */
  readonly since: number
  /** The job as it was then, or as it ended. Without its parameters. */
  readonly job: ExportJob
  /** When its end was learnt, in epoch milliseconds on this machine's clock; `null` while it runs. */
  readonly finishedAt: number | null
  /** Whether its notice has been delivered. */
  readonly isSeen: boolean
  /** Whether its file, or each of several, has been fetched. */
  readonly isDownloaded: boolean
}

/** When the backend is to be asked next, over all windows. */
export interface WatchPlan {
  /** Next look in epoch milliseconds, or `null` when none is planned. */
  readonly at: number | null
  /** Latest look in epoch milliseconds. */
  readonly last: number
  /** Failed looks in a row. */
  readonly failures: number
}

/** One thing to be noted of a watched job, for good. */
export type NoticeFact = 'finished' | 'seen'

/** Which of a job's files was fetched. */
export interface FetchedFile {
  /** The file's id. */
  readonly id: string
  /** The ids of all the job's files. */
  readonly of: readonly string[]
}

/** The facts about one owner's jobs, shared by its windows. */
export interface NoticeFacts {
  /** What is known, by job id, oldest first. Takes away what is too old, whosoever it is. */
  read(): ReadonlyMap<string, NoticeRecord>
  /** Begins a record, in place of an older one of the same job. */
  begin(job: ExportJob): void
  /** Notes a fact; `job` is the job as it ended. */
  note(id: string, fact: NoticeFact, job?: ExportJob): void
  /**
   * Notes that a job's file was fetched, or one of several: with the last of them the job is done.
   *
   * @returns Takes it back, unless it was known before.
   */
  noteFetched(id: string, file?: FetchedFile): () => void
  /** Takes records away. */
  drop(ids: Iterable<string>): void
  /** The plan that the last asking window left, or `null`. */
  readPlan(): WatchPlan | null
  /** Leaves the plan for other windows; `null` takes it away. */
  writePlan(plan: WatchPlan | null): void
  /**
   * Takes away everything of the owners whose names begin like this.
   *
   * @param hash - An owner's whole hash, or as much of it as names a person.
   */
  clear(hash: string): void
  /** Listens for other windows' changes. */
  subscribe(listener: () => void): () => void
}

/** What {@link createNoticeFacts} runs on. */
export interface NoticeFactsOptions {
  /** Where the facts live. */
  readonly storage: TabStorage
  /** Names the owner. */
  readonly ownerHash: string
  /** The present instant in epoch milliseconds on this machine's clock. */
  readonly now: () => number
  /** Age in milliseconds from which a fact is forgotten. */
  readonly maxAgeMs: number
}

interface Entry {
  readonly at: number
  readonly job?: ExportJob
  readonly former?: string
  readonly plan?: WatchPlan
}

const ROOT = 'react-export-jobs:notice:'
const FACTS = ['finished', 'seen', 'downloaded']
/** More jobs than this nobody waits for at once. */
const MOST = 50

/**
 * Keeps the facts, each under a key of its own that is only ever written whole. No window reads,
 * changes and writes back, so that none can undo what another has noted meanwhile.
 */
export function createNoticeFacts(options: NoticeFactsOptions): NoticeFacts {
  const { storage, ownerHash, now, maxAgeMs } = options
  const prefix = `${ROOT}${ownerHash}:`
  const keyOf = (kind: string, id: string) => `${prefix}${kind}:${id}`
  const fileKey = (id: string, fileId: string) => keyOf('file', `${id}\n${fileId}`)
  const planKey = keyOf('plan', '')

  function write(key: string, entry: Omit<Entry, 'at'>): boolean {
    return storage.write(key, JSON.stringify({ at: now(), ...entry }))
  }

  function isFresh(entry: Entry | null): entry is Entry {
    // A clock that was set back must not make a fact last for ever.
    return entry !== null && Math.abs(now() - entry.at) <= maxAgeMs
  }

  function readFresh(): ReadonlyMap<string, Entry> {
    const fresh = new Map<string, Entry>()
    for (const [key, text] of storage.entries(ROOT)) {
      const entry = parseEntry(text)
      if (!isFresh(entry)) storage.write(key, null)
      else if (key.startsWith(prefix)) fresh.set(key.slice(prefix.length), entry)
    }
    return fresh
  }

  function read(): ReadonlyMap<string, NoticeRecord> {
    const entries = readFresh()
    const records: NoticeRecord[] = []
    for (const [name, { at, job, former }] of entries) {
      if (!name.startsWith('asked:') || job === undefined) continue
      const finished = entries.get(`finished:${job.id}`)
      // An answer that was under way when a failed job was started again tells its former end.
      const isOver = finished?.job !== undefined && endOf(finished.job) !== former
      records.push({
        id: job.id,
        since: at,
        job: (isOver ? finished.job : undefined) ?? job,
        finishedAt: isOver ? finished.at : null,
        isSeen: entries.has(`seen:${job.id}`),
        isDownloaded: entries.has(`downloaded:${job.id}`),
      })
    }
    records.sort((one, other) => one.since - other.since)
    return new Map(records.map((record) => [record.id, record]))
  }

  function drop(ids: Iterable<string>): void {
    for (const id of ids) {
      // Without its first fact a job has no notice; so it goes first, lest it seem undelivered.
      for (const kind of ['asked', ...FACTS]) storage.write(keyOf(kind, id), null)
      for (const key of storage.entries(fileKey(id, '')).keys()) storage.write(key, null)
    }
  }

  return {
    read,
    begin(job) {
      const records = read()
      const known = records.get(job.id)
      drop([job.id, ...[...records.keys()].slice(0, Math.max(0, records.size - MOST + 1))])
      const former = known?.finishedAt ? endOf(known.job) : undefined
      write(keyOf('asked', job.id), { job: slim(job), former })
    },
    note(id, fact, job) {
      const isShared = write(keyOf(fact, id), job === undefined ? {} : { job: slim(job) })
      if (isShared || fact !== 'seen') return
      // Storage is full: rather than being shown again by the next page, the notice ends with this one.
      const asked = storage.read(keyOf('asked', id))
      storage.write(keyOf('asked', id), null)
      storage.keep(keyOf('asked', id), asked)
    },
    noteFetched(id, file) {
      const wholeKey = keyOf('downloaded', id)
      const key = file === undefined ? wholeKey : fileKey(id, file.id)
      if (storage.read(wholeKey) !== null || storage.read(key) !== null) return () => {}
      write(key, {})
      const isWhole = file?.of.every((one) => storage.read(fileKey(id, one)) !== null) ?? true
      if (isWhole) write(wholeKey, {})
      return () => {
        storage.write(key, null)
        // a later one may have made the job whole: without this one it is not
        storage.write(wholeKey, null)
      }
    },
    drop,
    readPlan() {
      const entry = parseEntry(storage.read(planKey) ?? '')
      return isFresh(entry) ? (entry.plan ?? null) : null
    },
    writePlan(plan) {
      if (plan === null) storage.write(planKey, null)
      else write(planKey, { plan })
    },
    clear(hash) {
      // Sorted, "asked" comes first.
      const keys = [...storage.entries(ROOT + hash).keys()].sort()
      for (const key of keys) storage.write(key, null)
    },
    subscribe: (listener) =>
      storage.subscribe((key) => {
        if (key === null || (key.startsWith(prefix) && key !== planKey)) listener()
      }),
  }
}

/** Parameters may be long and private, and a notice says nothing of them. */
function slim(job: ExportJob): ExportJob {
  return { ...job, parameters: null }
}

/** Tells two ends of the same job apart; `undefined` when the backend gives no instant to do so. */
function endOf({ status, completedAt, updatedAt }: ExportJob): string | undefined {
  const end = completedAt ?? updatedAt
  return end === null ? undefined : `${status} ${end}`
}

function parseEntry(text: string): Entry | null {
  try {
    const entry = JSON.parse(text)
    return typeof entry?.at === 'number' ? entry : null
  } catch {
    return null
  }
}
