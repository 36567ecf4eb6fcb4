import type { ExportJob } from '../../src/core/job.js'

/** A running job with every field, overridden where a case needs it. */
export function buildJob(overrides: Partial<ExportJob> = {}): ExportJob {
  return {
    id: '7',
    name: null,
    reportType: 'sales',
    fileFormat: 'csv',
    status: 'processing',
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
    parameters: null,
    createdAt: null,
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
    ...overrides,
  }
}

/** Runs of each property; a long run sets `FUZZ_RUNS`. */
export const PROPERTY_RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) }
