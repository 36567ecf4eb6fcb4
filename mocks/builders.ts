import type { ExportJob } from '../src/core/job.js'
import type { JobPage } from '../src/core/list-query.js'
import type { ExportStatus } from '../src/core/status.js'

/**
 * Builds a job with values that fit its status, the same each time: by default number 1001, a
 * completed CSV of October's deliveries.
 *
 * @example
 * buildExportJob({ status: 'failed' }).error // { code: 'QUERY_TIMEOUT', message: '...' }
 */
export function buildExportJob(overrides: Partial<ExportJob> = {}): ExportJob {
  const status = overrides.status ?? 'completed'
  return { ...COMPLETED, status, ...STATUS_VALUES[status], ...overrides }
}

/**
 * Builds so many jobs, numbered from 1001, each a minute older than the one before.
 *
 * @param overridesAt - What is different about the job at a position, from 0.
 */
export function buildExportJobs(
  count: number,
  overridesAt: (index: number) => Partial<ExportJob> = () => ({}),
): readonly ExportJob[] {
  const first = Date.parse('2026-11-23T08:00:00.000Z')
  return Array.from({ length: count }, (_, index) =>
    buildExportJob({
      id: String(1_001 + index),
      createdAt: new Date(first - index * 60_000).toISOString(),
      ...overridesAt(index),
    }),
  )
}

/** Builds the page that holds just these jobs. */
export function buildJobPage(
  jobs: readonly ExportJob[],
  overrides: Partial<JobPage> = {},
): JobPage {
  const pageSize = overrides.pageSize ?? 20
  const total = overrides.total === undefined ? jobs.length : overrides.total
  const totalPages = total === null ? null : Math.ceil(total / pageSize)
  const page = overrides.page ?? 0
  return {
    jobs,
    unreadable: [],
    page,
    pageSize,
    total,
    totalIsCapped: false,
    totalPages,
    hasNextPage: totalPages !== null && page + 1 < totalPages,
    nextCursor: null,
    previousCursor: null,
    serverTime: '2026-11-23T09:00:00.000Z',
    ...overrides,
  }
}

const COMPLETED: ExportJob = {
  id: '1001',
  name: null,
  reportType: 'delivery_location',
  fileFormat: 'csv',
  status: 'completed',
  statusText: null,
  progress: 1,
  processedRows: 1_284,
  totalRows: 1_284,
  phase: null,
  queuePosition: null,
  error: null,
  warnings: [],
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  entityTypes: [],
  parameters: {},
  createdAt: '2026-11-23T08:00:00.000Z',
  startedAt: '2026-11-23T08:00:02.000Z',
  updatedAt: '2026-11-23T08:00:32.000Z',
  completedAt: '2026-11-23T08:00:32.000Z',
  fileExpiresAt: null,
  removedAt: null,
  createdBy: 'Dana Whitfield',
  source: 'manual',
  delivery: 'download',
  files: [
    {
      id: 'file-1',
      name: 'delivery_location_2026-10-01_2026-10-31.csv',
      size: 118_420,
      contentType: 'text/csv',
      checksum: null,
    },
  ],
  isDownloadable: true,
  allowedActions: null,
  extra: null,
}

const WITHOUT_FILE = { files: [], isDownloadable: false } as const

const NOT_FINISHED = {
  ...WITHOUT_FILE,
  progress: null,
  processedRows: null,
  totalRows: null,
  completedAt: null,
} as const

const RUNNING = { ...NOT_FINISHED, progress: 0.42, processedRows: 539, totalRows: 1_284 } as const

const STATUS_VALUES: Readonly<Record<ExportStatus, Partial<ExportJob>>> = {
  completed: {},
  pending: {
    ...NOT_FINISHED,
    queuePosition: 1,
    startedAt: null,
    updatedAt: '2026-11-23T08:00:00.000Z',
  },
  processing: { ...RUNNING, updatedAt: '2026-11-23T08:00:14.000Z' },
  canceling: { ...RUNNING, updatedAt: '2026-11-23T08:00:14.000Z' },
  failed: {
    ...WITHOUT_FILE,
    progress: null,
    processedRows: null,
    totalRows: null,
    error: {
      code: 'QUERY_TIMEOUT',
      message: 'The report took longer than 15 minutes and was stopped. Choose a shorter period.',
    },
  },
  canceled: { ...WITHOUT_FILE, progress: null, processedRows: null, totalRows: null },
  expired: { ...WITHOUT_FILE, fileExpiresAt: '2026-11-23T08:30:00.000Z' },
  unknown: { ...NOT_FINISHED, statusText: 'archived' },
}
