import * as v from 'valibot'
import {
  type AllowedActions,
  type ExportJob,
  JOB_ACTIONS,
  JOB_DELIVERIES,
  JOB_SOURCES,
} from '../../core/job.js'
import type { ExportStatus } from '../../core/status.js'
import type { WireInstantRules } from '../../internal/wire-instant.js'
import type { RestFields } from './answer-options.js'
import type { RestClientOptions } from './options.js'
import { isRecord, type Reading, readShape, wrong } from './source.js'
import type { Vocabulary } from './vocabulary.js'
import {
  dateSchema,
  identifier,
  instantSchema,
  optionalCount,
  optionalFlag,
  optionalText,
  texts,
} from './wire-schemas.js'

const DEFAULT_FIELDS = {
  id: 'id',
  name: 'name',
  reportType: 'report_type',
  fileFormat: 'file_format',
  status: 'status',
  progress: 'progress',
  processedRows: 'processed_rows',
  totalRows: 'total_rows',
  phase: 'phase',
  queuePosition: 'queue_position',
  error: ['error', 'error_message'],
  warnings: 'warnings',
  dateFrom: 'date_from',
  dateTo: 'date_to',
  entityTypes: 'entity_types',
  parameters: 'parameters',
  createdAt: 'created_at',
  startedAt: 'started_at',
  updatedAt: 'updated_at',
  completedAt: 'completed_at',
  fileExpiresAt: 'file_expires_at',
  removedAt: 'removed_at',
  createdBy: 'created_by',
  source: 'source',
  delivery: 'delivery',
  files: 'files',
  isDownloadable: 'is_downloadable',
  allowedActions: 'allowed_actions',
} satisfies Required<RestFields>

/** Reads the backend's jobs. */
export interface JobReader {
  /**
   * Reads one job.
   *
   * @param prefix - Path of the job within the answer.
   */
  readJob(wire: unknown, prefix?: string): Reading<ExportJob>
  /** Reads a job's id alone; `null` when it cannot be read. */
  readId(wire: unknown): string | null
  /** Reads a job's status alone; `null` when it cannot be read. */
  readStatus(wire: unknown): ExportStatus | null
}

const wireError = v.union(
  [
    v.pipe(
      v.string(),
      v.transform((message) => (message === '' ? null : { code: null, message })),
    ),
    v.pipe(
      v.object({
        code: v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), null),
        message: optionalText,
      }),
      v.transform(({ code, message }) =>
        code === null && message === null ? null : { code, message: message ?? code ?? '' },
      ),
    ),
  ],
  'a string or an object of code and message',
)

const wireFile = v.pipe(
  v.object(
    {
      id: identifier,
      name: optionalText,
      size: optionalCount,
      content_type: optionalText,
      checksum: optionalText,
    },
    'an object with an id',
  ),
  v.transform(({ content_type: contentType, ...file }) => ({ ...file, contentType })),
)

const wireActions = v.record(
  v.string(),
  v.union(
    [v.literal(true), v.literal(false), v.object({ reason: v.string() })],
    'true, false or { reason }',
  ),
  'an object',
)

function createJobSchema(rules: WireInstantRules, needsCreatedAt: boolean) {
  const instant = instantSchema(rules)
  const optionalInstant = v.nullish(instant, null)
  const optionalDate = v.nullish(dateSchema(rules), null)
  return v.object({
    id: identifier,
    name: optionalText,
    reportType: optionalText,
    fileFormat: optionalText,
    status: v.string('a string'),
    progress: v.nullish(v.pipe(v.number('a number'), v.finite('a finite number')), null),
    processedRows: optionalCount,
    totalRows: optionalCount,
    phase: optionalText,
    queuePosition: optionalCount,
    error: v.nullish(wireError, null),
    warnings: texts,
    dateFrom: optionalDate,
    dateTo: optionalDate,
    entityTypes: texts,
    parameters: v.nullish(v.record(v.string(), v.unknown(), 'an object'), null),
    createdAt: needsCreatedAt ? instant : optionalInstant,
    startedAt: optionalInstant,
    updatedAt: optionalInstant,
    completedAt: optionalInstant,
    fileExpiresAt: optionalInstant,
    removedAt: optionalInstant,
    createdBy: optionalText,
    source: optionalText,
    delivery: optionalText,
    files: v.nullish(v.array(wireFile, 'an array'), []),
    isDownloadable: optionalFlag,
    allowedActions: v.nullish(wireActions, null),
  })
}

/** Makes the reader of a backend's jobs. */
export function createJobReader(
  options: Pick<RestClientOptions, 'fields' | 'extra' | 'progressScale' | 'retention'>,
  vocabulary: Vocabulary,
  rules: WireInstantRules,
): JobReader {
  const sources = { ...DEFAULT_FIELDS, ...options.fields }
  const schema = createJobSchema(rules, sources.createdAt !== null)
  const idSchema = v.object({ id: identifier })
  const statusSchema = v.object({ status: v.string() })
  const { progressScale = 1, retention } = options

  function removal(createdAt: string | null): string | null {
    if (retention === undefined || createdAt === null) return null
    return new Date(Date.parse(createdAt) + retention.days * 86_400_000).toISOString()
  }

  function toJob(read: v.InferOutput<typeof schema>, wire: unknown): ExportJob {
    const { dateFrom, dateTo, progress, fileFormat, ...rest } = read
    const { status, statusText } = vocabulary.readStatus(read.status)
    return {
      ...rest,
      status,
      statusText,
      fileFormat: fileFormat === null ? null : vocabulary.readFormat(fileFormat),
      progress: progress === null ? null : Math.min(1, Math.max(0, progress / progressScale)),
      dateRange: dateFrom === null && dateTo === null ? null : { from: dateFrom, to: dateTo },
      removedAt: read.removedAt ?? removal(read.createdAt),
      source: JOB_SOURCES.find((word) => word === read.source) ?? 'manual',
      delivery: JOB_DELIVERIES.find((word) => word === read.delivery) ?? 'download',
      isDownloadable: read.isDownloadable ?? status === 'completed',
      allowedActions: readAllowedActions(read.allowedActions),
      extra: options.extra?.(wire) ?? null,
    }
  }

  return {
    readJob(wire, prefix = '') {
      if (!isRecord(wire)) return wrong(prefix, 'an object', wire)
      const reading = readShape(schema, sources, wire, prefix)
      if (!reading.ok) return reading
      try {
        return { ok: true, value: toJob(reading.value, wire) }
      } catch {
        return wrong(`${prefix}${prefix === '' ? '' : '.'}extra`, 'readable by its function', wire)
      }
    },
    readId(wire) {
      const reading = readShape(idSchema, { id: sources.id }, wire)
      return reading.ok ? reading.value.id : null
    },
    readStatus(wire) {
      const reading = readShape(statusSchema, { status: sources.status }, wire)
      return reading.ok ? vocabulary.readStatus(reading.value.status).status : null
    },
  }
}

function readAllowedActions(
  wire: Readonly<Record<string, boolean | { readonly reason: string }>> | null,
): AllowedActions | null {
  if (wire === null) return null
  return Object.fromEntries(
    JOB_ACTIONS.filter((action) => wire[action] !== undefined).map((action) => {
      const word = wire[action]
      return [action, word === false ? { reason: '' } : word]
    }),
  )
}
