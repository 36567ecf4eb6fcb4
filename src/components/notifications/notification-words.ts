import type { ExportJob } from '../../core/job.js'
import type { ReportType } from '../../core/report-types.js'
import type { ExportFormatters } from '../../labels/formatters.js'
import type { ExportLabels } from '../../labels/labels.js'
import type { EndStatus } from '../../labels/notification-labels.js'
import type { ExportNotice } from '../../notices/notice-shelf.js'
import { jobWords } from '../parts/job-words.js'

const ENDS: readonly EndStatus[] = ['completed', 'failed', 'canceled', 'expired']

/** What several notices have in common, for styles: how the worst of them ended. */
export function worstEnd(notices: readonly ExportNotice[]): EndStatus {
  const isEnd = (end: EndStatus) => notices.some(({ job }) => job.status === end)
  if (isEnd('failed')) return 'failed'
  return ENDS.findLast(isEnd) ?? 'completed'
}

/** The heading: "Export ready" over one job, "2 exports ready, 1 failed" over several. */
export function noticesTitle(
  notices: readonly ExportNotice[],
  { notifications }: ExportLabels,
  { formatNumber }: ExportFormatters,
): string {
  if (notices.length === 1) return notifications.titles[worstEnd(notices)]
  const countOf = (end: EndStatus) => {
    const count = notices.filter(({ job }) => job.status === end).length
    return { count, countText: formatNumber(count) }
  }
  return notifications.summary({
    completed: countOf('completed'),
    failed: countOf('failed'),
    canceled: countOf('canceled'),
    expired: countOf('expired'),
  })
}

/** Why a job failed, or the first note on one that did not, or `null`. */
export function noticeText(job: ExportJob, { detail }: ExportLabels): string | null {
  if (job.status === 'failed') return job.error?.message ?? detail.noReason
  return job.warnings[0] ?? null
}

/** What screen readers are told when notices arrive; empty where there are none. */
export function noticesTold(
  notices: readonly ExportNotice[],
  labels: ExportLabels,
  formatters: ExportFormatters,
  reportTypes: readonly ReportType[],
): string {
  const [first, ...more] = notices
  if (first === undefined) return ''
  const title = noticesTitle(notices, labels, formatters)
  if (more.length > 0) return title
  const what = jobWords(first.job, labels, reportTypes)
  return labels.notifications.told({ title, what, text: noticeText(first.job, labels) })
}
