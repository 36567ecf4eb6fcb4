import type { NoticeRecord } from './notice-facts.js'

/** What a host's menu badge may show of the jobs that the person asked for. */
export interface NoticeCounts {
  /** Jobs still being worked on. */
  readonly unfinished: number
  /** Files that are ready and have not been fetched yet. */
  readonly notDownloaded: number
  /** Those of them that can be fetched only for a short while longer. */
  readonly expiringSoon: number
}

/**
 * Counts.
 *
 * @param now - Epoch milliseconds on the backend's clock.
 * @param expiringSoonMs - Time before a file's end from which it counts as expiring soon.
 */
export function countNotices(
  records: Iterable<NoticeRecord>,
  now: number,
  expiringSoonMs: number,
): NoticeCounts {
  const counts = { unfinished: 0, notDownloaded: 0, expiringSoon: 0 }
  for (const { job, finishedAt, isDownloaded } of records) {
    if (finishedAt === null) counts.unfinished += 1
    if (finishedAt === null || isDownloaded || !job.isDownloadable) continue
    if (job.status !== 'completed' || job.delivery === 'email') continue
    const end = job.fileExpiresAt === null ? Number.NaN : Date.parse(job.fileExpiresAt)
    if (end <= now) continue
    counts.notDownloaded += 1
    if (end - now <= expiringSoonMs) counts.expiringSoon += 1
  }
  return counts
}
