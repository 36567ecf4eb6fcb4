import type { BackendJob } from '../../backend/job-record.js'
import { toWireId } from '../wire-values.js'

/** A job in Mathership's words. */
export function toWireJob(job: BackendJob): Record<string, unknown> {
  return {
    id: toWireId(job.id),
    company_id: toWireId(job.companyId),
    name: job.name,
    report_type: job.reportType,
    file_format: job.fileFormat,
    status: job.statusText ?? job.status,
    progress: job.progress,
    processed_rows: job.processedRows,
    total_rows: job.totalRows,
    phase: job.phase,
    queue_position: job.queuePosition,
    error: job.error,
    warnings: job.warnings,
    date_from: job.dateRange?.from ?? null,
    date_to: job.dateRange?.to ?? null,
    entity_types: job.entityTypes,
    parameters: job.parameters,
    created_at: job.createdAt,
    started_at: job.startedAt,
    updated_at: job.updatedAt,
    completed_at: job.completedAt,
    file_expires_at: job.fileExpiresAt,
    removed_at: job.removedAt,
    created_by: job.createdBy,
    source: job.source,
    delivery: job.delivery,
    files: job.files.map(({ id, name, size, contentType, checksum }) => ({
      id,
      name,
      size,
      content_type: contentType,
      checksum,
    })),
    is_downloadable: job.isDownloadable,
    allowed_actions: job.allowedActions,
  }
}
