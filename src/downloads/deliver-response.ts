import { ExportJobsError, toExportJobsError } from '../core/errors.js'
import { choosePlace, giveUpPlace } from './choose-place.js'
import { deliverByAnchor } from './deliver-by-anchor.js'
import type { SaveProgress, SaveTarget } from './delivery.js'
import { checkFileResponse, filenameOf } from './file-response.js'
import { createProgressTeller } from './tell-progress.js'
import { sizeOf, writePieces } from './write-pieces.js'

/** How a file is handed over that comes as the answer to a request. */
export interface DeliverResponseOptions {
  /** Asks for the file. */
  readonly ask: () => Promise<Response>
  /** Ends it all when the person no longer wants the file; `ask` has been given it too. */
  readonly signal: AbortSignal
  /** Whether the person chooses a place on the disk, where the browser can do so. */
  readonly isSaved: boolean
  /** Opens that place. Default the browser's own picker. */
  readonly saveTarget: SaveTarget | undefined
  /** A safe name for the file, where the answer brings none. */
  readonly suggestedName: string
  /** Most bytes that are kept in memory. */
  readonly maxBlobBytes: number
  /** Hears how much has come. */
  readonly onProgress: (progress: SaveProgress) => void
  /** The page. */
  readonly document: Document
}

/** What became of handing over an answer. */
export type DeliveredResponse =
  /** All of it has come, and the browser has taken it as a download. */
  | { readonly kind: 'taken'; readonly sizeBytes: number }
  /** All of it is in the place that the person chose. */
  | { readonly kind: 'saved'; readonly sizeBytes: number }
  /** It is too large for a download; nothing was kept. The limit is `null` where it is the backend's. */
  | { readonly kind: 'too_large'; readonly limitBytes: number | null }
  /** The person no longer wants it. */
  | { readonly kind: 'canceled' }
  /** The browser lets a place be chosen only at another press. */
  | { readonly kind: 'blocked' }

/** A blob's link is followed at once; this is for browsers that look at it later. */
const BLOB_LIFE_MS = 60_000

/**
 * Hands over the file that an answer brings: streamed to a place on the disk, or as a download from
 * memory up to a limit. Call it at the press.
 *
 * @throws {ExportJobsError} What `ask` rejected with; the meaning of a refusing status; `offline` when the
 * connection was lost, `no_file` for an empty answer, `bad_response` for a page in place of a file.
 */
export async function deliverResponse(options: DeliverResponseOptions): Promise<DeliveredResponse> {
  const { isSaved, saveTarget, suggestedName, document, signal } = options
  // nothing is awaited where no place is wanted: the request goes out within the press
  const chosen = isSaved ? await choosePlace(saveTarget, suggestedName, document) : null
  if (chosen?.kind === 'canceled' || chosen?.kind === 'blocked') return chosen
  const place = chosen?.kind === 'place' ? chosen.place : null
  try {
    const answer = await options.ask()
    // the host's own way of saying that a report is too much for one answer
    if (answer.status === 413) {
      if (place !== null) await giveUpPlace(place)
      return { kind: 'too_large', limitBytes: null }
    }
    const body = await checkFileResponse(answer)
    if (place === null) return await takeBlob(answer, body, options)
    const sizeBytes = await writePieces(answer, body, place, null, options.onProgress)
    return { kind: 'saved', sizeBytes }
  } catch (thrown) {
    if (place !== null) await giveUpPlace(place)
    if (signal.aborted) return { kind: 'canceled' }
    throw toDirectError(thrown)
  }
}

async function takeBlob(
  answer: Response,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { maxBlobBytes, onProgress, suggestedName, document }: DeliverResponseOptions,
): Promise<DeliveredResponse> {
  const total = sizeOf(answer)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const reader = body.getReader()
  let loaded = 0
  const progress = createProgressTeller(total, onProgress)
  let isTooLarge = total !== null && total > maxBlobBytes
  try {
    while (!isTooLarge) {
      const { done, value } = await reader.read()
      if (done) break
      pieces.push(value)
      loaded += value.byteLength
      isTooLarge = loaded > maxBlobBytes
      progress.tell(loaded)
    }
  } finally {
    progress.stop()
  }
  if (isTooLarge) {
    await reader.cancel()
    return { kind: 'too_large', limitBytes: maxBlobBytes }
  }
  const type = answer.headers.get('content-type') ?? ''
  const url = URL.createObjectURL(new Blob(pieces, { type }))
  deliverByAnchor(new URL(url), filenameOf(answer) ?? suggestedName, document)
  setTimeout(() => URL.revokeObjectURL(url), BLOB_LIFE_MS)
  return { kind: 'taken', sizeBytes: loaded }
}

function toDirectError(thrown: unknown): ExportJobsError {
  // what fetch and a body reject with when the network fails
  if (thrown instanceof TypeError) {
    return new ExportJobsError('offline', {
      message:
        'The file could not be fetched: the server could not be reached, or the connection was lost.',
      cause: thrown,
    })
  }
  return toExportJobsError(thrown, 'direct.request')
}
