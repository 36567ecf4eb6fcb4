import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ExportJob } from '../../core/job.js'
import { EXPORT_STATUSES, type ExportStatus } from '../../core/status.js'
import { useFocusRest } from '../parts/useFocusRest.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** Props of {@link StatusAnnouncer}. */
export interface StatusAnnouncerProps {
  /** The jobs on screen. */
  readonly jobs: readonly ExportJob[]
  /** How many jobs wait to be shown. Default 0. */
  readonly arrived?: number
  /** How many of those on screen have left the list. Default 0. */
  readonly vanished?: number
  /** How many refreshes that the person asked for have ended. */
  readonly refreshes: number
  /** What is told while looks fail, or `null`. */
  readonly problem: string | null
}

/**
 * Tells screen readers what changed on the page: several jobs in one sentence each status, that jobs
 * wait or have left the list, how a refresh ended, and that looks have begun to fail. It says nothing of
 * jobs that only came on screen. Standing where it does for as long as the component, it also gives the
 * focus a place when what had it goes.
 */
export function StatusAnnouncer(props: StatusAnnouncerProps): ReactNode {
  const { jobs, arrived = 0, vanished = 0, refreshes, problem } = props
  const { labels, formatters } = useExportJobsUi()
  const [message, setMessage] = useState({ id: 0, text: '' })
  const region = useRef<HTMLDivElement>(null)
  useFocusRest(region)
  const former = useRef({ jobs, arrived, vanished, refreshes, problem })

  useEffect(() => {
    const before = former.current
    former.current = { jobs, arrived, vanished, refreshes, problem }
    const counted = (count: number) => ({ count, countText: formatters.formatNumber(count) })
    const sentences = changedStatuses(before.jobs, jobs).map(([status, count]) =>
      labels.announcements.changed[status](counted(count)),
    )
    const lost = vanished - before.vanished
    if (lost > 0) sentences.push(labels.table.vanished(counted(lost)))
    // once: while some wait, more of them are no news
    const isFirst = arrived > 0 && before.arrived === 0
    if (isFirst) sentences.push(labels.table.newRows(counted(arrived)))
    const hasRefreshed = before.refreshes !== refreshes
    if (hasRefreshed) sentences.push(labels.table[problem === null ? 'refreshed' : 'refreshFailed'])
    else if (before.problem === null && problem !== null) sentences.push(problem)
    if (sentences.length === 0) return
    setMessage(({ id }) => ({ id: id + 1, text: formatters.formatList(sentences) }))
  }, [jobs, arrived, vanished, refreshes, problem, labels, formatters])

  return (
    <div ref={region} className="ej-visually-hidden" role="status">
      {/* a new element each time: the same sentence twice is two pieces of news */}
      {message.text !== '' && <p key={message.id}>{message.text}</p>}
    </div>
  )
}

function changedStatuses(
  before: readonly ExportJob[],
  now: readonly ExportJob[],
): readonly (readonly [ExportStatus, number])[] {
  if (before === now) return []
  const known = new Map(before.map(({ id, status }) => [id, status]))
  const counts = new Map<ExportStatus, number>()
  for (const { id, status } of now) {
    const former = known.get(id)
    if (former === undefined || former === status) continue
    counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  return EXPORT_STATUSES.flatMap((status) => {
    const count = counts.get(status)
    return count === undefined ? [] : [[status, count] as const]
  })
}
