import type { ActionRefusal } from '../core/actions.js'
import { ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import { deliverGrant } from '../downloads/deliver-grant.js'
import type { Delivered, DeliverOptions } from '../downloads/delivery.js'
import { cleanFilename } from '../downloads/safe-filename.js'
import type { NoticeCenter } from '../notices/notice-center.js'
import type { ExportJobsContextValue } from '../provider/export-jobs-context.js'
import { ownerOf } from '../queries/export-jobs-queries.js'
import { refreshJobs } from '../queries/take-job.js'

/** What became of one press on Download. */
export type DownloadOutcome =
  /** The browser has taken the file, or all of it is on the disk. */
  | Exclude<Delivered, { readonly kind: 'blocked' }>
  /**
   * The browser lets the file through only at another press (a "Click to download" button), whose
   * handler calls `press` at once.
   */
  | { readonly kind: 'blocked'; readonly press: () => Promise<DownloadOutcome> }
  /** There is no file to be had, and why. */
  | {
      readonly kind: 'refused'
      /** Why the backend was not even asked, or `null` when it was. */
      readonly refusal: ActionRefusal | null
      /** The backend's own reason on the job, shown as text, or `null`. */
      readonly reason: string | null
      /** What the backend answered, or `null` when it was not asked. */
      readonly error: ExportJobsError | null
    }

/** One refused download. */
export type DownloadRefused = Extract<DownloadOutcome, { readonly kind: 'refused' }>

/** What is particular about one download. */
export interface DownloadWishes
  extends Pick<DeliverOptions, 'delivery' | 'tabText' | 'saveTarget' | 'onProgress'> {
  /** Which of the job's files; left out, the job's one file. */
  readonly fileId?: string
  /** Hears of a refusal that storage gave seconds after the start. */
  readonly onLateRefusal: (refused: DownloadRefused) => void
}

/** Answers that say the screen is out of date: the file or the row has gone. */
const GONE_CODES: ReadonlySet<string> = new Set(['not_found', 'gone', 'no_file', 'not_ready'])

/**
 * A person who pressed Download and then turned the page still wants the file, so nothing ends the
 * request.
 */
const neverAborted = () => new AbortController().signal

/** Whom a download tells what became of it. */
export interface DownloadHome {
  /** What the provider shares. */
  readonly context: ExportJobsContextValue
  /** Hears that the file was fetched, or `null` where there are no notices. */
  readonly notices: Pick<NoticeCenter, 'markDownloaded'> | null
}

/**
 * Hands a job's file over, once however often it is called meanwhile, and tells the host and the
 * notices what became of it. Call it at the press.
 *
 * @returns What became of it; never rejects.
 */
export async function performDownload(
  { context, notices }: DownloadHome,
  job: ExportJob,
  { fileId, onLateRefusal, ...wishes }: DownloadWishes,
): Promise<DownloadOutcome> {
  const { client, scope, ownerHash, downloadDesk, allowInsecureDownloads } = context
  const about = { jobId: job.id, fileId: fileId ?? null }
  const key = JSON.stringify([ownerHash, job.id, fileId ?? null])

  let takeBack = () => {}
  const tellRefusal = (error: ExportJobsError): DownloadRefused => {
    context.emit({ type: 'download_refused', ...about, error })
    context.reportError(error)
    if (GONE_CODES.has(error.code)) void refreshJobs(context.queryClient, ownerOf(context), job.id)
    return refusedBy(error)
  }
  // in the flight, so that what two presses share is told once
  const flight = async (run: () => Promise<Delivered>): Promise<Delivered> => {
    try {
      const delivered = await run()
      if (delivered.kind === 'started' || delivered.kind === 'saved') {
        takeBack = notices?.markDownloaded(job.id, oneOf(job, fileId)) ?? takeBack
        context.emit({ type: 'download_started', ...about })
      }
      return delivered
    } catch (thrown) {
      const error = cleanError(thrown)
      tellRefusal(error)
      throw error
    }
  }
  const deliver = async (run: () => Promise<Delivered>): Promise<DownloadOutcome> => {
    try {
      const delivered = await downloadDesk.run(key, () => flight(run))
      if (delivered.kind !== 'blocked') return delivered
      return { kind: 'blocked', press: () => deliver(delivered.press) }
    } catch (thrown) {
      return refusedBy(toExportJobsError(thrown, 'createDownload'))
    }
  }
  return deliver(() =>
    deliverGrant({
      delivery: context.delivery,
      saveTarget: context.saveTarget,
      readableOrigins: context.readableOrigins,
      ...wishes,
      ask: async () => {
        try {
          return await client.createDownload(job.id, { scope, signal: neverAborted(), fileId })
        } catch (thrown) {
          // cleaned here, so that a refusal of the second, late question is clean as well
          throw cleanError(thrown)
        }
      },
      allowInsecure: allowInsecureDownloads,
      document,
      onLateRefusal(error) {
        takeBack()
        onLateRefusal(tellRefusal(error))
      },
      suggestedName: suggestedName(job, fileId),
    }),
  )
}

/** The file's own name where the job tells it; its extension is never guessed from the format. */
function suggestedName({ files, name, id }: ExportJob, fileId: string | undefined): string {
  const file = fileId === undefined ? files[0] : files.find((known) => known.id === fileId)
  return cleanFilename(file?.name ?? name ?? id) ?? id
}

/** One of several files, or `undefined` for a job's one file or all of them. */
function oneOf({ files }: ExportJob, fileId: string | undefined) {
  return fileId === undefined ? undefined : { id: fileId, of: files.map(({ id }) => id) }
}

function refusedBy(error: ExportJobsError): DownloadRefused {
  return { kind: 'refused', refusal: null, reason: null, error }
}

/**
 * What was thrown as one of our errors, without its cause: what a host's own client threw may hold the
 * signed link there, and from here the error goes to handlers and logs.
 */
function cleanError(thrown: unknown): ExportJobsError {
  const error = toExportJobsError(thrown, 'createDownload')
  return new ExportJobsError(error.code, {
    // what the error says of itself are fields of its own; its cause and message are not among them
    ...error,
    status: error.status ?? undefined,
    message: error.message.replace('[react-export-jobs] ', ''),
    cause: undefined,
  })
}
