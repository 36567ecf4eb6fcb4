import { useEffect, useMemo } from 'react'
import { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { isTypeVisible, type ListAccess } from '../core/list-access.js'
import { useExportJobsContext } from '../provider/export-jobs-context.js'

/**
 * Leaves out jobs of report types that the person may not see, and tells the host of them: the backend
 * was asked for the permitted types alone. Keeps the list's identity where nothing is left out.
 *
 * @param isAnswer - Whether the jobs are what the backend answered to the present question; those of a
 * former one are left out without a word.
 */
export function useVisibleJobs(
  jobs: readonly ExportJob[],
  access: ListAccess,
  isAnswer: boolean,
): readonly ExportJob[] {
  const { emit, reportError } = useExportJobsContext('useVisibleJobs')
  const [visible, strays] = useMemo(() => {
    const seen = jobs.filter(({ reportType }) => isTypeVisible(reportType, access))
    if (seen.length === jobs.length) return [jobs, NO_TYPES] as const
    const others = jobs.filter((job) => !seen.includes(job)).map(({ reportType }) => reportType)
    return [seen, [...new Set(others)]] as const
  }, [jobs, access])

  useEffect(() => {
    if (!isAnswer || strays.length === 0) return
    const types = strays.map((type) => type ?? 'none').join(', ')
    emit({ type: 'rows_withheld', reportTypes: strays })
    reportError(
      new ExportJobsError('bad_response', {
        message: `listJobs: the answer holds jobs of report types that were not asked for (${types}), so they are left out and totals may be wrong. Let the backend filter by report type.`,
      }),
    )
  }, [isAnswer, strays, emit, reportError])
  return visible
}

const NO_TYPES: readonly (string | null)[] = []
