import type { ExportJobsClient } from '../../core/client.js'
import type { DownloadGrant } from '../../core/download-grant.js'
import { ExportJobsError, type ExportJobsErrorCode } from '../../core/errors.js'
import type { ExportJob } from '../../core/job.js'
import { readSource } from '../rest/source.js'
import { or, readFilePath, type SupabaseContext } from './context.js'
import { readStorageRefusal } from './errors.js'
import { settle } from './settle.js'

const METHOD = 'createDownload'

/** Makes the method that asks storage for a link; the row is read anew each time. Source: E6. */
export function createDownloadMethod(context: SupabaseContext): ExportJobsClient['createDownload'] {
  const { client, bucket = 'pf-exports', expiresInSeconds = 3600, columns = {} } = context.options
  const fileName = or(columns.fileName, 'file_name')

  return async (id, { fileId, ...options }): Promise<DownloadGrant> => {
    const row = await context.fetchRow(METHOD, id, options)
    const job = context.takeJob(METHOD, row)
    if (job.status === 'expired') {
      throw refusal('gone', `the file of job ${id} can no longer be fetched`)
    }
    if (job.status !== 'completed') throw refusal('not_ready', `the job ${id} has not completed`)
    const path = findPath(row, fileId)
    if (typeof path !== 'string' || path === '') {
      throw refusal('no_file', `the job ${id} has no file`)
    }
    const { data, error } = await settle(METHOD, options.signal, context.timeoutMs, () =>
      client.storage.from(bucket).createSignedUrl(path, expiresInSeconds),
    )
    if (error !== null) throw readStorageRefusal(METHOD, error, context.options.errorCodes)
    const link = data?.signedUrl
    // supabase-js makes a link of any answer; one that storage has signed carries a token
    if (!link || !/[?&]token=./.test(link)) {
      throw refusal('bad_response', 'storage answered without a link')
    }
    const told = readSource(fileName, row)
    const filename = typeof told === 'string' && told !== '' ? told : nameOf(job, path)
    return { url: withDownloadName(link, filename), filename, expiresAt: null, expiresInSeconds }
  }

  function findPath(row: unknown, fileId: string | undefined): unknown {
    // a path that does not depend on the wanted file may be another file's
    if (fileId !== undefined && typeof columns.filePath !== 'function') return undefined
    return readFilePath(row, columns.filePath, fileId)
  }
}

/**
 * Makes the link download under a name. supabase-js would do it, but encodes the name twice, so that
 * "Käufe.csv" is saved as "K%C3%A4ufe.csv".
 */
function withDownloadName(link: string, filename: string): string {
  const name = new URLSearchParams({ download: filename })
  return `${link}&${name}`
}

/** The extension is the file's own; that of the format may be another (a ZIP of CSV). */
function nameOf({ name }: ExportJob, path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1)
  const extension = /\.[^.]+$/.exec(last)?.[0] ?? ''
  if (!name) return last
  return name.toLowerCase().endsWith(extension.toLowerCase()) ? name : name + extension
}

function refusal(code: ExportJobsErrorCode, message: string): ExportJobsError {
  return new ExportJobsError(code, { message: `${METHOD}: ${message}.` })
}
