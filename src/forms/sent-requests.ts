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
  /** Notes a request that is being sent; before its answer, so that a second tab knows. */
  note(payload: string): void
  /** Notes what it became. */
  settle(payload: string, jobId: string): void
  /** Forgets one that made no job. */
  forget(payload: string): void
}

const MEMORY_MS = 60_000

/**
 * @param key - The storage key, one for each owner.
 * @param sender - This form's own random name.
 * @param now - This machine's clock in epoch milliseconds, which all tabs share.
 */
export function createSentRequests(
  storage: StorageLike | null,
  key: string,
  sender: string,
  now: () => number,
): SentRequests {
  interface Entry extends RecentRequest {
    readonly payload: string
    readonly sender: string
  }

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

  return {
    find(payload) {
      const entry = read().find((known) => known.payload === payload)
      // its own lost request may go out again: its idempotency key makes one job of both
      if (entry === undefined || (entry.jobId === null && entry.sender === sender)) return null
      return { jobId: entry.jobId, sentAt: entry.sentAt }
    },
    note: (payload) => write(payload, { payload, sender, jobId: null, sentAt: now() }),
    settle: (payload, jobId) => write(payload, { payload, sender, jobId, sentAt: now() }),
    forget: (payload) => write(payload, null),
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
}
