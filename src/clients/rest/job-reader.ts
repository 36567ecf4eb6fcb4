import * as v from 'valibot'
import {
  type AllowedActions,
  type ExportJob,
  JOB_ACTIONS,
  JOB_DELIVERIES,
  JOB_SOURCES,
  type JobFailure,
  type JobFile,
} from '../../core/job.js'
import type { ExportStatus } from '../../core/status.js'
import { isRecord } from '../../internal/is-record.js'
import type { WireInstantRules } from '../../internal/wire-instant.js'
import type { RestClientOptions } from './options.js'
import {
  createReader,
  joinPath,
  placeOf,
  type Reading,
  readList,
  type Shaped,
  wrong,
} from './source.js'
import type { Vocabulary } from './vocabulary.js'
import {
  dateSchema,
  identifier,
  instantSchema,
  list,
  optionalCount,
  optionalFlag,
  optionalNumber,
  optionalRecord,
  optionalText,
  optionalTexts,
} from './wire-schemas.js'

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

const readFile = createReader({
  id: identifier,
  name: optionalText,
  size: optionalCount,
  contentType: optionalText,
  checksum: optionalText,
})

/** What each field must be. */
function fieldsOfJob(rules: WireInstantRules, needsCreatedAt: boolean) {
  const instant = instantSchema(rules)
  const optionalInstant = v.nullish(instant, null)
  const optionalDate = v.nullish(dateSchema(rules), null)
  return {
    id: identifier,
    name: optionalText,
    reportType: optionalText,
    fileFormat: optionalText,
    status: v.string('a string'),
    progress: optionalNumber,
    processedRows: optionalCount,
    totalRows: optionalCount,
    phase: optionalText,
    queuePosition: optionalCount,
    error: v.pipe(
      v.unknown(),
      v.transform(readFailure),
      v.check((failure) => failure !== undefined, 'a string, or an object of code and message'),
    ),
    warnings: optionalTexts,
    dateFrom: optionalDate,
    dateTo: optionalDate,
    entityTypes: optionalTexts,
    parameters: optionalRecord,
    createdAt: needsCreatedAt ? instant : optionalInstant,
    startedAt: optionalInstant,
    updatedAt: optionalInstant,
    completedAt: optionalInstant,
    fileExpiresAt: optionalInstant,
    removedAt: optionalInstant,
    createdBy: optionalText,
    source: optionalText,
    delivery: optionalText,
    files: v.nullish(list, []),
    isDownloadable: optionalFlag,
    allowedActions: optionalRecord,
  }
}

/** Makes the reader of a backend's jobs. */
export function createJobReader(
  options: Pick<RestClientOptions, 'fields' | 'extra' | 'progressScale' | 'retention'>,
  vocabulary: Vocabulary,
  rules: WireInstantRules,
): JobReader {
  const places = { error: ['error', 'error_message'], ...options.fields }
  const fields = fieldsOfJob(rules, places.createdAt !== null)
  const read = createReader(fields, places)
  const readIdAlone = createReader({ id: fields.id }, places)
  const readStatusAlone = createReader({ status: fields.status }, places)
  const { progressScale = 1, retention } = options

  function removal(createdAt: string | null): string | null {
    if (retention === undefined || createdAt === null) return null
    return new Date(Date.parse(createdAt) + retention.days * 86_400_000).toISOString()
  }

  function toJob(read: Shaped<typeof fields>, files: readonly JobFile[], wire: unknown): ExportJob {
    const { dateFrom, dateTo, progress, createdAt, fileFormat } = read
    const { status, statusText } = vocabulary.readStatus(read.status)
    // each by name: copying what is left of an object is slow, and there are hundreds of rows
    return {
      id: read.id,
      name: read.name,
      reportType: read.reportType,
      processedRows: read.processedRows,
      totalRows: read.totalRows,
      phase: read.phase,
      queuePosition: read.queuePosition,
      parameters: read.parameters,
      startedAt: read.startedAt,
      updatedAt: read.updatedAt,
      completedAt: read.completedAt,
      fileExpiresAt: read.fileExpiresAt,
      createdBy: read.createdBy,
      files,
      status,
      statusText,
      createdAt,
      fileFormat: fileFormat && vocabulary.readFormat(fileFormat),
      progress: progress === null ? null : Math.min(1, Math.max(0, progress / progressScale)),
      error: read.error ?? null,
      warnings: read.warnings ?? [],
      dateRange: dateFrom === null && dateTo === null ? null : { from: dateFrom, to: dateTo },
      entityTypes: read.entityTypes ?? [],
      removedAt: read.removedAt ?? removal(createdAt),
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
      const reading = read(wire, prefix)
      if (!reading.ok) return reading
      const place = placeOf(places.files ?? 'files', 'files', wire)
      const files = readList(readFile, reading.value.files, joinPath(prefix, place))
      if (!files.ok) return files
      try {
        return { ok: true, value: toJob(reading.value, files.value, wire) }
      } catch {
        return wrong(prefix, 'readable by the function extra', wire)
      }
    },
    readId(wire) {
      const reading = readIdAlone(wire)
      return reading.ok ? reading.value.id : null
    },
    readStatus(wire) {
      const reading = readStatusAlone(wire)
      return reading.ok ? vocabulary.readStatus(reading.value.status).status : null
    },
  }
}

/** `undefined` for what tells no failure and is not empty either. */
function readFailure(wire: unknown): JobFailure | null | undefined {
  if (wire === null || wire === undefined || wire === '') return null
  if (typeof wire === 'string') return { code: null, message: wire }
  if (!isRecord(wire)) return undefined
  const code = wire.code ?? null
  const message = wire.message ?? null
  if (code === null && message === null) return null
  if (message !== null && typeof message !== 'string') return undefined
  if (code !== null && typeof code !== 'string' && typeof code !== 'number') return undefined
  return { code: code === null ? null : String(code), message: message ?? String(code) }
}

/** A word that is neither yes nor no leaves the action to the library. */
function readAllowedActions(wire: Record<string, unknown> | null): AllowedActions | null {
  if (wire === null) return null
  const words: { -readonly [Action in keyof AllowedActions]: AllowedActions[Action] } = {}
  for (const action of JOB_ACTIONS) {
    const word = wire[action]
    const reason = isRecord(word) && typeof word.reason === 'string' ? word.reason : ''
    if (word === true) words[action] = true
    else if (word === false || isRecord(word)) words[action] = { reason }
  }
  return words
}
