import type { ExportJob } from '../core/job.js'
import type { NoticeRecord } from './notice-facts.js'

/** The news that one job has ended. */
export interface ExportNotice {
  /** The job's id. */
  readonly id: string
  /** The job as it ended, without its parameters. */
  readonly job: ExportJob
}

/** The notices that this window shows. */
export interface NoticeShelf {
  /**
   * Takes in the state of affairs.
   *
   * @param records - All that is known.
   * @param due - What is to be shown here and has not been delivered.
   */
  update(records: ReadonlyMap<string, NoticeRecord>, due: readonly NoticeRecord[]): void
  /** Takes notices away; they are delivered. */
  dismiss(ids: readonly string[]): void
  /** The notices, oldest first; the same list until it changes. */
  read(): readonly ExportNotice[]
}

/** What {@link createNoticeShelf} runs on. */
export interface NoticeShelfOptions {
  /** Time for which a notice must be visible to count as delivered, in milliseconds. */
  readonly deliveredAfterMs: number
  /** Runs when notices have been delivered. */
  readonly onDelivered: (ids: readonly string[]) => void
  /** Runs when other notices are to be shown. */
  readonly onChange: () => void
}

interface Shown extends ExportNotice {
  readonly finishedAt: number | null
  isDelivered: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

/**
 * Keeps what is shown. What has been delivered here stays until it is dismissed or its file is fetched;
 * what has not leaves when it is due in another window.
 */
export function createNoticeShelf(options: NoticeShelfOptions): NoticeShelf {
  const { deliveredAfterMs, onDelivered, onChange } = options
  const shown = new Map<string, Shown>()
  let notices: readonly ExportNotice[] = []

  function remove(id: string): void {
    clearTimeout(shown.get(id)?.timer)
    shown.delete(id)
  }

  function add({ id, job, finishedAt }: NoticeRecord): void {
    const notice: Shown = { id, job, finishedAt, isDelivered: false, timer: undefined }
    notice.timer = setTimeout(() => {
      notice.isDelivered = true
      onDelivered([id])
    }, deliveredAfterMs)
    shown.set(id, notice)
  }

  function tell(): void {
    const next = [...shown.values()]
    if (next.length === notices.length && next.every((notice, i) => notice === notices[i])) return
    notices = next
    onChange()
  }

  return {
    read: () => notices,
    update(records, due) {
      const isDue = new Set(due.map(({ id }) => id))
      for (const { id, finishedAt, isDelivered } of [...shown.values()]) {
        const record = records.get(id)
        const isNews = record?.finishedAt === finishedAt && !record.isDownloaded
        if (!isNews || !(isDelivered || isDue.has(id))) remove(id)
      }
      for (const record of due) if (!shown.has(record.id)) add(record)
      tell()
    },
    dismiss(ids) {
      for (const id of ids) remove(id)
      tell()
      onDelivered(ids)
    },
  }
}
