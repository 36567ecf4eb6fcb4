import type { ExportJob, JobFile } from '../../src/core/job.js'
import { fileName, jobBaseName } from '../files/file-name.js'
import { compareIds } from './compare-ids.js'
import { type JobMoment, type JobPlan, momentOf } from './job-plan.js'

/** A job as the backend knows it: the library's own model and the company that it belongs to. */
export interface BackendJob extends ExportJob {
  /** The company (tenant) that owns the job. */
  readonly companyId: string
}

/** Values of a job that are given instead of following from its plan. */
export type JobOverrides = Partial<Omit<ExportJob, 'id'>>

/** What the backend keeps of one job; everything else follows from it and the clock. */
export interface JobRecord {
  /** Its id. */
  readonly id: string
  /** Who owns it. */
  readonly companyId: string
  /** Instant of the request in epoch milliseconds. */
  readonly createdAt: number
  /** Instant at which it was queued (again) in epoch milliseconds. */
  readonly queuedAt: number
  /** Instant at which it was asked to stop in epoch milliseconds, or `null`. */
  readonly cancelAt: number | null
  /** How often it has been started again. */
  readonly retries: number
  /** What becomes of it. */
  readonly plan: JobPlan
  /** Values that are given. */
  readonly overrides: JobOverrides
}

/** The backend's settings that decide how a record looks at an instant. */
export interface RecordRules {
  /** Time that a running job needs to stop, in milliseconds. */
  readonly cancelMs: number
  /** Life of a file from its completion in milliseconds, or `null` without end. */
  readonly fileLifetimeMs: number | null
  /** Life of a row from its creation in milliseconds, or `null` without end. Source: W8. */
  readonly retentionMs: number | null
}

/** Shows a record as the job that it is at one instant. */
export function jobAt(record: JobRecord, rules: RecordRules, now: number): BackendJob {
  const moment = momentOf({ ...record, cancelMs: rules.cancelMs }, now)
  const job: BackendJob = {
    ...describe(record),
    ...tellMoment(moment),
    error: moment.status === 'failed' ? failureOf(record.plan) : null,
    fileExpiresAt: tellFileExpiry(moment, rules),
    removedAt: rules.retentionMs === null ? null : toIso(record.createdAt + rules.retentionMs),
    ...record.overrides,
  }
  const files = job.status === 'completed' && record.plan.hasFile ? filesOf(record, job) : []
  return {
    ...job,
    files,
    isDownloadable: record.overrides.isDownloadable ?? canFetch(job, files, now),
  }
}

/** Whether the record is past its retention and so no longer there. */
export function isPastRetention(record: JobRecord, rules: RecordRules, now: number): boolean {
  return rules.retentionMs !== null && now >= record.createdAt + rules.retentionMs
}

/** The place of a waiting record among its company's waiting ones, from 1, by when work begins. */
export function queuePositionOf(
  record: JobRecord,
  records: readonly JobRecord[],
  rules: RecordRules,
  now: number,
): number {
  const startOf = ({ queuedAt, plan }: JobRecord) => queuedAt + plan.queueMs
  const isAhead = (other: JobRecord) =>
    startOf(other) === startOf(record)
      ? compareIds(other.id, record.id) < 0
      : startOf(other) < startOf(record)
  const ahead = records.filter(
    (other) =>
      other.companyId === record.companyId &&
      isAhead(other) &&
      jobAt(other, rules, now).status === 'pending',
  )
  return ahead.length + 1
}

/** Overrides that say where a job stands; they are dropped when it starts anew or is stopped. */
export function dropLifeCycle(overrides: JobOverrides): JobOverrides {
  const {
    status,
    statusText,
    progress,
    processedRows,
    totalRows,
    phase,
    queuePosition,
    error,
    warnings,
    startedAt,
    updatedAt,
    completedAt,
    fileExpiresAt,
    isDownloadable,
    allowedActions,
    ...lasting
  } = overrides
  return lasting
}

function describe(record: JobRecord): BackendJob {
  return {
    id: record.id,
    companyId: record.companyId,
    name: null,
    reportType: null,
    fileFormat: null,
    status: 'pending',
    statusText: null,
    progress: null,
    processedRows: null,
    totalRows: null,
    phase: null,
    queuePosition: null,
    error: null,
    warnings: [],
    dateRange: null,
    entityTypes: [],
    parameters: {},
    createdAt: toIso(record.createdAt),
    startedAt: null,
    updatedAt: null,
    completedAt: null,
    fileExpiresAt: null,
    removedAt: null,
    createdBy: null,
    source: 'manual',
    delivery: 'download',
    files: [],
    isDownloadable: false,
    allowedActions: null,
    extra: null,
  }
}

function tellMoment(moment: JobMoment) {
  return {
    ...moment,
    startedAt: toIsoOrNull(moment.startedAt),
    updatedAt: toIso(moment.updatedAt),
    completedAt: toIsoOrNull(moment.completedAt),
  }
}

function failureOf({ outcome }: JobPlan) {
  return outcome === 'completed' ? null : outcome
}

function tellFileExpiry(moment: JobMoment, { fileLifetimeMs }: RecordRules): string | null {
  if (moment.status !== 'completed' || moment.completedAt === null) return null
  return fileLifetimeMs === null ? null : toIso(moment.completedAt + fileLifetimeMs)
}

function filesOf(record: JobRecord, job: BackendJob): readonly JobFile[] {
  if (record.overrides.files !== undefined) return record.overrides.files
  const name = fileName(jobBaseName(job), job.fileFormat ?? 'csv')
  return [{ id: 'file-1', name, size: null, contentType: null, checksum: null }]
}

function canFetch(job: BackendJob, files: readonly JobFile[], now: number): boolean {
  const hasExpired = job.fileExpiresAt !== null && Date.parse(job.fileExpiresAt) <= now
  return files.length > 0 && job.delivery === 'download' && !hasExpired
}

function toIso(ms: number): string {
  return new Date(ms).toISOString()
}

function toIsoOrNull(ms: number | null): string | null {
  return ms === null ? null : toIso(ms)
}
