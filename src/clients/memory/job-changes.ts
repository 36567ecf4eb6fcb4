import { ExportJobsError, type ExportJobsErrorCode } from '../../core/errors.js'
import type { ExportJob } from '../../core/job.js'
import type { ExportRequest } from '../../core/request.js'
import { isFinishedStatus, isUnfinishedStatus } from '../../core/status.js'

/** Makes the job that a request asks for: pending, created now. Source: M11. */
export function requestedJob(
  id: string,
  request: ExportRequest,
  now: string,
  extra: unknown,
): ExportJob {
  return {
    id,
    name: request.name ?? null,
    reportType: request.reportType,
    fileFormat: request.fileFormat,
    status: 'pending',
    statusText: null,
    progress: null,
    processedRows: null,
    totalRows: null,
    phase: null,
    queuePosition: null,
    error: null,
    warnings: [],
    dateRange: request.dateRange,
    entityTypes: [],
    parameters: request.parameters,
    createdAt: now,
    startedAt: null,
    updatedAt: now,
    completedAt: null,
    fileExpiresAt: null,
    removedAt: null,
    createdBy: null,
    source: 'manual',
    delivery: 'download',
    files: [],
    isDownloadable: false,
    allowedActions: null,
    extra,
  }
}

/**
 * Makes a job stop: at once when it waits, else the backend is asked to.
 *
 * @throws {ExportJobsError} `conflict` when it has finished.
 */
export function cancelledJob(job: ExportJob, now: string): ExportJob {
  if (isFinishedStatus(job.status)) throw refusal('conflict', `job ${job.id} has finished already`)
  if (job.status !== 'pending') return { ...job, status: 'canceling', updatedAt: now }
  return { ...job, status: 'canceled', updatedAt: now, completedAt: now }
}

/**
 * Makes a failed job wait again, under its id.
 *
 * @throws {ExportJobsError} `conflict` when it has not failed.
 */
export function retriedJob(job: ExportJob, now: string): ExportJob {
  if (job.status !== 'failed' && job.status !== 'canceled') {
    throw refusal('conflict', `job ${job.id} has not failed`)
  }
  return {
    ...job,
    status: 'pending',
    progress: null,
    processedRows: null,
    error: null,
    startedAt: null,
    completedAt: null,
    updatedAt: now,
  }
}

/** @throws {ExportJobsError} `conflict` while the job is worked on. */
export function refuseUnfinished({ id, status }: ExportJob): void {
  if (isUnfinishedStatus(status)) throw refusal('conflict', `job ${id} has not finished`)
}

/**
 * Refuses a download that has nothing to fetch.
 *
 * @param now - Epoch milliseconds.
 * @throws {ExportJobsError} `not_ready`, `gone`, `no_file`. Source: M14.
 */
export function refuseDownload(job: ExportJob, fileId: string | undefined, now: number): void {
  const { id, status, fileExpiresAt, files } = job
  const isExpired = fileExpiresAt !== null && Date.parse(fileExpiresAt) <= now
  if (status === 'expired' || isExpired) throw refusal('gone', `the file of job ${id} has expired`)
  if (status !== 'completed') throw refusal('not_ready', `job ${id} has not completed`)
  const isUnknownFile = fileId !== undefined && !files.some((file) => file.id === fileId)
  if (!job.isDownloadable || isUnknownFile) throw refusal('no_file', `job ${id} has no such file`)
}

function refusal(code: ExportJobsErrorCode, message: string): ExportJobsError {
  return new ExportJobsError(code, { message: `The memory client refused: ${message}.` })
}
