import { buildExportJobs } from '../../../mocks/builders.js'
import type { ExportJob } from '../../../src/core/job.js'

/** Jobs of the simulated history. */
const TOTAL = 400

const jobs = buildExportJobs(TOTAL, (index) =>
  index % 4 === 0
    ? { status: 'processing', progress: 0.1, isDownloadable: false }
    : { reportType: index % 2 === 0 ? 'vendor' : 'inventory' },
)

let progress = 0.1

/** Lets the job in the middle of the first page go on, or back. */
export function changeOneJob(): void {
  progress = progress === 0.1 ? 0.5 : 0.1
}

/** Made once each: what a backend does is not what is measured. */
const texts = new Map<string, string>()

/** One page of the history as a backend puts it on the wire. */
export function answerText(page: number, pageSize: number): string {
  const key = JSON.stringify([page, pageSize, progress])
  const text = texts.get(key) ?? write(page, pageSize)
  texts.set(key, text)
  return text
}

function write(page: number, pageSize: number): string {
  const from = page * pageSize
  const results = jobs.slice(from, from + pageSize).map((job, index) => {
    return toWire(from + index === 100 ? { ...job, progress } : job)
  })
  const totalPages = Math.ceil(TOTAL / pageSize)
  return JSON.stringify({
    results,
    page,
    page_size: pageSize,
    total: TOTAL,
    total_pages: totalPages,
  })
}

function toWire(job: ExportJob) {
  return {
    id: Number(job.id),
    report_type: job.reportType,
    file_format: job.fileFormat,
    status: job.status,
    progress: job.progress,
    processed_rows: job.processedRows,
    total_rows: job.totalRows,
    date_from: job.dateRange?.from ?? null,
    date_to: job.dateRange?.to ?? null,
    created_at: job.createdAt,
    started_at: job.startedAt,
    updated_at: job.updatedAt,
    completed_at: job.completedAt,
    files: job.files.map(({ id, name, size }) => ({ id, name, size })),
    is_downloadable: job.isDownloadable,
  }
}
