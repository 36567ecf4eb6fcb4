import { chooseFile } from '../../backend/job-files.js'
import type { BackendJob } from '../../backend/job-record.js'
import { BackendRefusal } from '../../backend/refusal.js'
import type { DialectCall } from '../../http/dialect.js'
import { isRecord, toWireId } from '../wire-values.js'
import { PostgrestRefusal } from './postgrest-refusal.js'
import type { PostgrestTable, Row } from './postgrest-table.js'

/** Who may do what to a row: row-level security, as functions. */
export interface SupabasePolicies {
  /** Whether somebody may read a row. Default the backend's permissions of its organization. */
  readonly select?: (row: Row, user: string | null) => boolean
  /** Whether somebody may add a row. Default the backend's permissions of its organization. */
  readonly insert?: (row: Row, user: string | null) => boolean
  /** Whether somebody may remove a row that they may read. Default `true`. */
  readonly delete?: (row: Row, user: string | null) => boolean
}

/** The columns of the assumed table. Source: E8. */
export const EXPORT_COLUMNS: PostgrestTable['columns'] = {
  id: 'int',
  organization_id: 'text',
  name: 'text',
  export_type: 'text',
  export_format: 'text',
  entity_types: 'list',
  status: 'text',
  requested_at: 'instant',
  file_path: 'text',
  error_message: 'text',
  idempotency_key: 'text',
}

/** Shows a backend's jobs as the rows of a table, to one caller. Source: E8. */
export function createExportTable(
  { backend, user }: Pick<DialectCall, 'backend' | 'user'>,
  options: {
    readonly name: string
    readonly exposesCount: boolean
    readonly policies: SupabasePolicies
  },
): PostgrestTable {
  const { name, exposesCount, policies } = options
  const isAllowed = (row: Row) => backend.permissions.isAllowed(String(row.organization_id), user)
  const maySelect = (row: Row) => policies.select?.(row, user) ?? isAllowed(row)
  const mayInsert = (row: Row) => policies.insert?.(row, user) ?? isAllowed(row)
  const allRows = () =>
    backend
      .list({ companyId: null, pageSize: Number.MAX_SAFE_INTEGER })
      .jobs.map((job) => toRow(job, backend.clock.now()))

  return {
    name,
    columns: EXPORT_COLUMNS,
    exposesCount,
    rows: () => allRows().filter(maySelect),

    insert(values) {
      const { organization_id: company = backend.companyId, idempotency_key: key = null } = values
      if (!mayInsert({ ...values, organization_id: company })) throw refusedByPolicy(name)
      if (key !== null && allRows().some((row) => row.idempotency_key === key)) {
        const constraint = `duplicate key value violates unique constraint "${name}_key"`
        throw new PostgrestRefusal(409, '23505', constraint)
      }
      const { job } = backend.create({
        companyId: String(company),
        name: textOf(values.name) ?? undefined,
        reportType: textOf(values.export_type),
        fileFormat: textOf(values.export_format),
        dateRange: null,
        parameters: {},
      })
      const entityTypes = Array.isArray(values.entity_types) ? values.entity_types.map(String) : []
      const whole = backend.updateJob(job.id, { entityTypes, extra: { idempotencyKey: key } })
      return toRow(whole, backend.clock.now())
    },

    // the requests of this system change no row
    update: () => null,

    remove(row) {
      if (policies.delete?.(row, user) === false) return false
      const id = String(row.id)
      // a table does not ask whether work goes on
      if (row.status === 'pending' || row.status === 'processing') backend.finish(id)
      backend.remove(id)
      return true
    },
  }
}

/**
 * Finds a job's place in its bucket, `<organization>/<id>/<file>`, or `null` when it has no file.
 * Storage takes few characters in its keys, so that the file's own name is not among them.
 */
export function filePathOf(job: BackendJob, now: number): string | null {
  try {
    const plain = chooseFile(job, {}, now).filename.normalize('NFD').replace(/\p{M}/gu, '')
    return [job.companyId, job.id, plain.replace(/[^\w.-]/g, '_')].join('/')
  } catch (error) {
    if (error instanceof BackendRefusal) return null
    throw error
  }
}

function toRow(job: BackendJob, now: number): Row {
  return {
    id: toWireId(job.id),
    organization_id: job.companyId,
    name: job.name,
    export_type: job.reportType,
    export_format: job.fileFormat,
    entity_types: job.entityTypes,
    status: job.statusText ?? job.status,
    requested_at: job.createdAt?.replace(/\.000Z$|Z$/, '+00:00') ?? null,
    file_path: filePathOf(job, now),
    error_message: job.error?.message ?? null,
    idempotency_key: isRecord(job.extra) ? (job.extra.idempotencyKey ?? null) : null,
  }
}

function refusedByPolicy(table: string): PostgrestRefusal {
  const message = `new row violates row-level security policy for table "${table}"`
  return new PostgrestRefusal(403, '42501', message)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
