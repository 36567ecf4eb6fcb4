import type { ReactNode } from 'react'
import type { ExportJobsErrorCode } from '../../core/errors.js'
import type { ExportJob } from '../../core/job.js'
import type { ExportLabels, ProblemText } from '../../labels/labels.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { StatePanel } from '../parts/StatePanel.js'
import { useServerMinute } from '../parts/use-server-minute.js'
import { isPast } from '../retention/retention.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** Why a job's page has nothing to show. */
export type DeadEnd = 'deleted' | 'vanished' | 'denied'

/** Props of {@link DetailDeadEnd}. */
export interface DetailDeadEndProps {
  /** Which end it is. */
  readonly end: DeadEnd
  /** What the backend answered, or `null` when it was not asked. */
  readonly code: ExportJobsErrorCode | null
  /** The job as it was last seen here, or `null` when it never was. */
  readonly lastJob: ExportJob | null
}

/** Says why there is nothing to show, and what to do. Source: M15, W8. */
export function DetailDeadEnd({ end, code, lastJob }: DetailDeadEndProps): ReactNode {
  const { labels } = useExportJobsUi()
  const { scope } = useExportJobsContext('ExportDetail')
  const now = useServerMinute()
  const isLate = isPast(lastJob?.removedAt ?? null, now)
  const hasTenant = Object.keys(scope).length > 0
  const icon = end === 'denied' ? 'lock' : end === 'deleted' ? 'inbox' : 'search'
  const words = endWords({ end, code, isLate, wasSeen: lastJob !== null, hasTenant }, labels)
  return (
    <div role="status">
      <StatePanel icon={icon} kind={end} {...words} />
    </div>
  )
}

interface EndFacts {
  readonly end: DeadEnd
  readonly code: ExportJobsErrorCode | null
  readonly isLate: boolean
  readonly wasSeen: boolean
  readonly hasTenant: boolean
}

function endWords(facts: EndFacts, { detail, errors }: ExportLabels): ProblemText {
  const { end, code, isLate, wasSeen, hasTenant } = facts
  if (end === 'deleted') return detail.deleted
  if (end === 'denied') return code === 'unauthenticated' ? errors.unauthenticated : detail.denied
  if (isLate) return detail.pastRetention
  if (wasSeen || code === 'gone') return detail.removed
  return hasTenant ? detail.otherScope : detail.notFound
}
