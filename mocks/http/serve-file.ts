import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { ExportBackend, Packaging } from '../backend/backend.js'
import { BackendRefusal } from '../backend/refusal.js'
import { contentDisposition } from '../files/file-name.js'
import type { GeneratedFile } from '../files/write-file.js'
import { abortableDelay } from './abortable-delay.js'

/** How fast file bodies flow. */
export interface FilePace {
  /** Bytes of one piece. Default 65,536. */
  readonly chunkBytes?: number
  /** Real milliseconds before each piece. Default 0. */
  readonly chunkDelayMs?: number
}

/**
 * Answers the fetch of a signed link: the file as an attachment, or a refusal in XML as S3 gives it.
 *
 * @param path - Path below the files' place, still encoded.
 */
export async function serveFile(
  backend: ExportBackend,
  options: {
    readonly request: Request
    readonly path: string
    readonly query: URLSearchParams
    readonly packaging: Packaging
    readonly requestId: string
    readonly pace: FilePace
  },
): Promise<Response> {
  const { request, path, query, requestId } = options
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(405, 'MethodNotAllowed', 'The method is not allowed.', requestId)
  }
  const verdict = backend.verify(path, query)
  if (verdict === 'expired') return refuse(403, 'AccessDenied', 'Request has expired', requestId)
  if (verdict === 'invalid') {
    const message = 'The request signature we calculated does not match the one you provided.'
    return refuse(403, 'SignatureDoesNotMatch', message, requestId)
  }
  const [, , id = '', fileId = ''] = path.split('/').map(decodeURIComponent)
  try {
    const file = await backend.readFile(id, { fileId, packaging: options.packaging })
    return fileResponse(file, request, options.pace)
  } catch (error) {
    if (!(error instanceof BackendRefusal)) throw error
    return refuse(404, 'NoSuchKey', 'The specified key does not exist.', requestId)
  }
}

/** Hands a file out as an attachment, unless further headers say otherwise. */
export function fileResponse(
  file: GeneratedFile,
  request: Request,
  pace: FilePace,
  further: Readonly<Record<string, string>> = {},
): Response {
  const headers = {
    'Content-Type': file.contentType,
    'Content-Length': String(file.bytes.byteLength),
    'Content-Disposition': contentDisposition(file.filename),
    'Cache-Control': 'private, no-store',
    ETag: `"${bytesToHex(sha256(file.bytes)).slice(0, 32)}"`,
    ...further,
  }
  const body = request.method === 'HEAD' ? null : streamOf(file.bytes, request.signal, pace)
  return new Response(body, { headers })
}

/** Gives the bytes piece by piece, only as fast as they are read, and breaks off when aborted. */
function streamOf(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  { chunkBytes = 65_536, chunkDelayMs = 0 }: FilePace,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = 0
  return new ReadableStream(
    {
      async pull(controller) {
        await abortableDelay(chunkDelayMs, signal)
        if (position >= bytes.byteLength) return controller.close()
        controller.enqueue(bytes.slice(position, position + chunkBytes))
        position += chunkBytes
      },
    },
    { highWaterMark: 0 },
  )
}

function refuse(status: number, code: string, message: string, requestId: string): Response {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${requestId}</RequestId></Error>`
  return new Response(xml, { status, headers: { 'Content-Type': 'application/xml' } })
}
