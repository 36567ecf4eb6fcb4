import { ExportJobsError } from '../core/errors.js'
import type { Delivered, DeliverOptions, SaveTarget } from './delivery.js'
import { refusedTwice } from './refused-twice.js'
import { checkDownloadLink } from './safe-link.js'

const TELL_EVERY_MS = 100
const PIECE_BYTES = 262_144

/** The browser's own picker of a place, which TypeScript's DOM library does not know yet. */
interface PickerWindow {
  showSaveFilePicker(options: { readonly suggestedName: string }): Promise<{
    createWritable(): Promise<WritableStream<Uint8Array>>
  }>
}

/**
 * Lets the person choose a place at the press, then streams the file into it, piece by piece: however
 * large it is, it never stands in memory. Without a picker, or where the storage does not let this page
 * read, the file goes the usual way.
 *
 * @param otherwise - The usual way.
 * @throws {ExportJobsError} `unavailable` when storage refused two links, `offline` when the connection
 * was lost half-way, `aborted` when the place could not be written to.
 */
export async function deliverBySave(
  options: DeliverOptions,
  otherwise: (instead: 'no_picker' | 'unreadable') => Promise<Delivered>,
): Promise<Delivered> {
  const pick = options.saveTarget ?? platformPicker(options.document.defaultView)
  if (pick === null) return otherwise('no_picker')
  let place: WritableStream<Uint8Array>
  try {
    place = await pick(options.suggestedName ?? 'export')
  } catch (thrown) {
    // a DOMException of another realm is no Error of this one
    const name: unknown = Reflect.get(Object(thrown), 'name')
    if (name === 'AbortError') return { kind: 'canceled' }
    if (name === 'SecurityError' || name === 'NotAllowedError') {
      return { kind: 'blocked', press: () => deliverBySave(options, otherwise) }
    }
    return otherwise('no_picker')
  }
  try {
    for (let times = 0; times < 2; times += 1) {
      const { url, size } = await options.ask()
      const link = checkDownloadLink(url, options.document.baseURI, options.allowInsecure)
      const answer = await read(link)
      if (answer === null) {
        await giveUp(place)
        return otherwise('unreadable')
      }
      if (answer.ok && answer.body !== null) {
        const sizeBytes = await writePieces(
          answer,
          answer.body,
          place,
          size ?? null,
          options.onProgress,
        )
        return { kind: 'saved', sizeBytes }
      }
      await answer.body?.cancel()
    }
    throw refusedTwice()
  } catch (thrown) {
    await giveUp(place)
    throw thrown
  }
}

/** Asks the storage for the file; `null` when it does not let this page read. */
async function read(link: URL): Promise<Response | null> {
  try {
    return await fetch(link, { cache: 'no-store', referrerPolicy: 'no-referrer' })
  } catch {
    return null
  }
}

/**
 * Writes an answer's body into a place, piece by piece.
 *
 * @param size - All bytes where the answer does not say, or `null`.
 * @returns How many bytes were written.
 * @throws {ExportJobsError} `offline` when the connection was lost, `aborted` when the place could not be
 * written to.
 */
export async function writePieces(
  answer: Response,
  body: ReadableStream<Uint8Array>,
  place: WritableStream<Uint8Array>,
  size: number | null,
  onProgress: DeliverOptions['onProgress'],
): Promise<number> {
  const total = sizeOf(answer) ?? size
  let loaded = 0
  let toldAt = Number.NEGATIVE_INFINITY
  const reader = readerOf(body, place)
  const writer = place.getWriter()
  try {
    while (true) {
      const piece = await reader.read().catch(lost)
      if (piece.done) break
      await writer.ready
      await writer.write(piece.value)
      loaded += piece.value.byteLength
      // pieces come by the thousand, and each telling may draw something
      if (performance.now() - toldAt < TELL_EVERY_MS) continue
      toldAt = performance.now()
      onProgress?.({ loaded, total })
    }
    await writer.close()
  } catch (thrown) {
    await reader.cancel().catch(() => {})
    writer.releaseLock()
    throw thrown instanceof ExportJobsError ? thrown : notWritten()
  }
  return loaded
}

/** How many bytes an answer's body has, or `null` when it does not say, or only packed. */
export function sizeOf({ headers }: Response): number | null {
  const told = headers.has('content-encoding') ? null : headers.get('content-length')
  return told === null ? null : Number(told)
}

/** Reads a body piece by piece. */
interface PieceReader {
  read(): Promise<ReadableStreamReadResult<Uint8Array>>
  cancel(): Promise<void>
}

/**
 * A file of the platform's copies what it is given, so that one buffer serves for all pieces; else each
 * piece would be garbage that browsers clear away late. Another place may keep what it is given.
 */
function readerOf(
  body: ReadableStream<Uint8Array>,
  place: WritableStream<Uint8Array>,
): PieceReader {
  const isFile =
    typeof FileSystemWritableFileStream === 'function' &&
    place instanceof FileSystemWritableFileStream
  if (!isFile) return body.getReader()
  try {
    const reader = body.getReader({ mode: 'byob' })
    let buffer = new ArrayBuffer(PIECE_BYTES)
    return {
      cancel: () => reader.cancel(),
      async read() {
        const piece = await reader.read(new Uint8Array(buffer))
        if (piece.value === undefined) return { done: true, value: undefined }
        buffer = piece.value.buffer
        return piece
      },
    }
  } catch {
    // a body that is no stream of bytes for this browser
    return body.getReader()
  }
}

function lost(): never {
  throw new ExportJobsError('offline', {
    message: 'The connection was lost while the file was being saved. Save it again.',
  })
}

function notWritten(): ExportJobsError {
  return new ExportJobsError('aborted', {
    message: 'The chosen place could not be written to, such as a full disk. Choose another one.',
  })
}

/** A place that is given up keeps what it held before. */
async function giveUp(place: WritableStream<Uint8Array>): Promise<void> {
  await place.abort().catch(() => {})
}

/** The browser's own picker of a place, where it has one. */
export function platformPicker(view: Window | null): SaveTarget | null {
  if (view === null || !hasPicker(view)) return null
  return async (suggestedName) =>
    (await view.showSaveFilePicker({ suggestedName })).createWritable()
}

function hasPicker(view: Window): view is Window & PickerWindow {
  return typeof Reflect.get(view, 'showSaveFilePicker') === 'function'
}
