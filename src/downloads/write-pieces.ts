import { ExportJobsError } from '../core/errors.js'
import type { DeliverOptions } from './delivery.js'
import { createProgressTeller } from './tell-progress.js'

const PIECE_BYTES = 262_144

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
  let loaded = 0
  const progress = createProgressTeller(sizeOf(answer) ?? size, onProgress)
  const reader = readerOf(body, place)
  const writer = place.getWriter()
  try {
    while (true) {
      const piece = await reader.read().catch(lost)
      if (piece.done) break
      await writer.ready
      await writer.write(piece.value)
      loaded += piece.value.byteLength
      progress.tell(loaded)
    }
    await writer.close()
  } catch (thrown) {
    await reader.cancel().catch(() => {})
    writer.releaseLock()
    throw thrown instanceof ExportJobsError ? thrown : notWritten()
  } finally {
    progress.stop()
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
