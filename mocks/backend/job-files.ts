import type { JobFile } from '../../src/core/job.js'
import { extensionOf, fileName, jobBaseName, withoutExtension } from '../files/file-name.js'
import { makeRows, type ReportRow } from '../files/rows.js'
import {
  contentTypeOf,
  type GeneratedFile,
  isWritableFormat,
  packFiles,
  type WritableFormat,
  writeRows,
} from '../files/write-file.js'
import type { FileChoice } from './backend.js'
import type { JobPlan } from './job-plan.js'
import type { BackendJob } from './job-record.js'
import { BackendRefusal } from './refusal.js'
import type { BackendReportType } from './report-types.js'

/** The place in a path that stands for all files of a job. */
export const ALL_FILES = 'all'

/** What a download will be. */
export interface ChosenFile {
  /** The file's place in a path: its id, or {@link ALL_FILES}. */
  readonly key: string
  /** Name of what is handed out. */
  readonly filename: string
  /** The files in it. */
  readonly files: readonly JobFile[]
  /** Whether it is a ZIP made around them. */
  readonly isPacked: boolean
}

/**
 * Finds what a download will be.
 *
 * @throws {BackendRefusal} `not_ready`, `no_file`, `gone`.
 */
export function chooseFile(job: BackendJob, choice: FileChoice, now: number): ChosenFile {
  refuseWithoutFile(job, now)
  const wantsAll = choice.fileId == null || choice.fileId === ALL_FILES
  const files = wantsAll ? job.files : job.files.filter(({ id }) => id === choice.fileId)
  const [first] = files
  if (first === undefined) throw new BackendRefusal('no_file')
  const isZip = extensionOf(nameOf(first, job)) === 'zip'
  const isPacked = files.length > 1 || (choice.packaging === 'zip' && !isZip)
  const baseName = files.length > 1 ? jobBaseName(job) : withoutExtension(nameOf(first, job))
  return {
    key: files.length > 1 ? ALL_FILES : encodeURIComponent(first.id),
    filename: isPacked ? fileName(baseName, 'zip') : nameOf(first, job),
    files,
    isPacked,
  }
}

/**
 * Generates a download: the same bytes for the same seed and job, with exactly the rows that the
 * job says, shared out among its files.
 */
export async function generateFile(
  source: {
    readonly job: BackendJob
    readonly plan: JobPlan
    readonly seed: string
    readonly reportTypes: readonly BackendReportType[]
  },
  choice: FileChoice,
  now: number,
): Promise<GeneratedFile> {
  const { job, plan } = source
  const chosen = chooseFile(job, choice, now)
  const { dateRange } = job
  const rows = makeRows({ seed: `${source.seed}/${job.id}`, count: plan.rows, dateRange })
  const type = source.reportTypes.find(({ id }) => id === job.reportType)
  const title = type?.label ?? job.reportType ?? 'Report'
  const madeAt = Date.parse(job.completedAt ?? job.createdAt ?? '') || now
  const entries = await Promise.all(
    chosen.files.map(async (file) => {
      const name = nameOf(file, job)
      const share = shareOf(rows, job.files, file)
      const head = { baseName: withoutExtension(name), title, period: periodOf(job), madeAt }
      return { name, bytes: await writeRows(formatOf(name), share, head) }
    }),
  )
  const [only] = entries
  if (only === undefined || chosen.isPacked) {
    const bytes = await packFiles(entries, madeAt)
    return { filename: chosen.filename, contentType: contentTypeOf('zip'), bytes }
  }
  const contentType = contentTypeOf(formatOf(only.name))
  return { filename: chosen.filename, contentType, bytes: only.bytes }
}

function refuseWithoutFile(job: BackendJob, now: number): void {
  if (job.status === 'expired') throw new BackendRefusal('gone')
  if (job.status !== 'completed') throw new BackendRefusal('not_ready')
  if (job.fileExpiresAt !== null && Date.parse(job.fileExpiresAt) <= now) {
    throw new BackendRefusal('gone')
  }
  if (job.delivery !== 'download' || job.files.length === 0) throw new BackendRefusal('no_file')
}

function nameOf(file: JobFile, job: BackendJob): string {
  return file.name ?? fileName(jobBaseName(job), job.fileFormat ?? 'csv')
}

/** Anything that cannot be written is written as CSV. */
function formatOf(name: string): WritableFormat {
  const extension = extensionOf(name)
  return isWritableFormat(extension) ? extension : 'csv'
}

function shareOf(
  rows: readonly ReportRow[],
  files: readonly JobFile[],
  file: JobFile,
): readonly ReportRow[] {
  const position = files.indexOf(file)
  const start = Math.round((rows.length * position) / files.length)
  return rows.slice(start, Math.round((rows.length * (position + 1)) / files.length))
}

function periodOf({ dateRange }: BackendJob): string | null {
  if (dateRange === null) return null
  return [dateRange.from ?? '...', dateRange.to ?? '...'].join(' to ')
}
