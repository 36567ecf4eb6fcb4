import { asList, asRecord, keep, readKept, type StorageLike } from './form-storage.js'

/** A request that this person sent a moment ago. */
export interface RecentRequest {
  /** The job that it became, or `null` while its answer is awaited or when it got lost. */
  readonly jobId: string | null
  /** When it was sent, in epoch milliseconds on this machine's clock. */
  readonly sentAt: number
}

/** Remembers, over all tabs of a person, what was sent in the last minute. */
export interface SentRequests {
  /** Finds the same request, unless this form sent it and may send it again. */
  find(payload: string): RecentRequest | null
  /**
   * Notes a request before it is sent, unless the same is known. Of several tabs that claim it at the
   * same time, one gets it.
   *
   * @param another - Whether to note it all the same.
   * @returns The same request of a moment ago, or `null` when this one may go out.
   */
  claim(payload: string, another: boolean): Promise<RecentRequest | null>
  /** Notes what it became. */
  settle(payload: string, jobId: string): void
  /** Forgets one that made no job. */
  forget(payload: string): void
}

/** What {@link createSentRequests} runs on. */
export interface SentRequestsOptions {
  /** Where it is kept; `null` keeps it for this form alone. */
  readonly storage: StorageLike | null
  /** The storage key, one for each owner. */
  readonly key: string
  /** This form's own random name. */
  readonly sender: string
  /** This machine's clock in epoch milliseconds, which all tabs share. */
  readonly now: () => number
  /** Runs something while no other tab of this person does; keeps the order. */
  readonly runAlone: <T>(run: () => T) => Promise<T>
}

const MEMORY_MS = 60_000

interface Entry extends RecentRequest {
  readonly payload: string
  readonly sender: string
}

/** Makes the memory of one form; what it holds is shared by all forms of the same key. */
export function createSentRequests(options: SentRequestsOptions): SentRequests {
  const { storage, key, sender, now, runAlone } = options
  // a list of this form's own stands in where there is no storage
  let own: readonly Entry[] = []

  function read(): readonly Entry[] {
    const kept = storage === null ? own : asList(readKept(storage, key)).flatMap(readEntry)
    return kept.filter(({ sentAt }) => Math.abs(now() - sentAt) < MEMORY_MS)
  }

  function write(payload: string, entry: Entry | null): void {
    const others = read().filter((known) => known.payload !== payload)
    own = entry === null ? others : [...others, entry]
    keep(storage, key, own.length === 0 ? null : own)
  }

  function find(payload: string): RecentRequest | null {
    const entry = read().find((known) => known.payload === payload)
    // its own lost request may go out again: its idempotency key makes one job of both
    if (entry === undefined || (entry.jobId === null && entry.sender === sender)) return null
    return { jobId: entry.jobId, sentAt: entry.sentAt }
  }

  /** The list is read, changed and written back, so that no two tabs may do so at once. */
  const inTurn = async <T>(run: () => T): Promise<T> => (storage === null ? run() : runAlone(run))

  return {
    find,
    claim: (payload, another) =>
      inTurn(() => {
        const known = another ? null : find(payload)
        if (known === null) write(payload, { payload, sender, jobId: null, sentAt: now() })
        return known
      }),
    settle(payload, jobId) {
      void inTurn(() => write(payload, { payload, sender, jobId, sentAt: now() }))
    },
    forget(payload) {
      void inTurn(() => write(payload, null))
    },
  }
}

function readEntry(value: unknown): readonly Entry[] {
  const { payload, sender: from, jobId, sentAt } = asRecord(value)
  if (typeof payload !== 'string' || typeof sentAt !== 'number') return []
  return [
    {
      payload,
      sender: typeof from === 'string' ? from : '',
      jobId: typeof jobId === 'string' ? jobId : null,
      sentAt,
    },
  ]
}
