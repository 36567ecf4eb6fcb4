import type { ExportJob } from './job.js'

/**
 * Tells whether a completed job's file holds fewer rows than it should. A file with exactly as many is
 * complete, also where that is the backend's limit.
 */
export function isIncomplete(
  job: Pick<ExportJob, 'status' | 'processedRows' | 'totalRows'>,
): boolean {
  const { status, processedRows, totalRows } = job
  if (status !== 'completed' || processedRows === null || totalRows === null) return false
  return processedRows < totalRows
}
