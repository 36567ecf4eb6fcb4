import type { ExportJob } from '../../core/job.js'
import { guardHandler } from '../../internal/guard-handler.js'
import type { ExportJobsUiContextValue } from '../../provider/export-jobs-context.js'

const RUNS_CODE = /^(javascript|data|vbscript):/i

/**
 * Where a failed job was asked for, or `null`. Hosts make the link from what a backend keeps, so one
 * that would run code in the page is not followed. Source: W13.
 */
export function sourceHref(
  job: ExportJob,
  getSourceHref: ExportJobsUiContextValue['getSourceHref'],
): string | null {
  if (job.status !== 'failed') return null
  // it is made of what backends keep, which one job in a thousand may lack
  const href = guardHandler(() => getSourceHref?.(job), getSourceHref) ?? null
  // browsers skip these characters in a scheme
  return href !== null && RUNS_CODE.test(href.replace(/[\s\p{Cc}]+/gu, '')) ? null : href
}
