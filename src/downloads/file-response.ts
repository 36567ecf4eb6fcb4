import { ExportJobsError } from '../core/errors.js'
import { codeOfStatus } from '../internal/code-of-status.js'
import { isRecord } from '../internal/is-record.js'
import { readRetryAfter } from '../internal/retry-after.js'
import { cleanFilename } from './safe-filename.js'

const MOST_DETAIL = 1_000

/**
 * Checks that an answer brings a file.
 *
 * @returns The file's body.
 * @throws {ExportJobsError} What its status means, with the backend's own words; `no_file` without a
 * body; `bad_response` for a page (of a proxy, of a sign-in) in place of the file.
 */
export async function checkFileResponse(
  answer: Response,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { ok, status, headers, body } = answer
  if (!ok) {
    const code = codeOfStatus(status)
    throw new ExportJobsError(code, {
      message: `The direct export was refused: HTTP ${status}, which means ${code}.`,
      status,
      detail: await readDetail(answer),
      retryAfterMs: readRetryAfter(headers),
      reference: headers.get('x-request-id'),
    })
  }
  if (body === null || status === 204) {
    throw new ExportJobsError('no_file', { message: 'The direct export answered without a file.' })
  }
  if (isPage(headers)) {
    await body.cancel()
    throw new ExportJobsError('bad_response', {
      message:
        'The direct export answered with a web page in place of a file, such as one of a proxy or a ' +
        'sign-in. Answer with the file and a Content-Disposition.',
      status,
    })
  }
  return body
}

/** The name that an answer gives its file, made safe, or `null`. Source: RFC 6266, RFC 8187. */
export function filenameOf({ headers }: Response): string | null {
  const text = headers.get('content-disposition') ?? ''
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(text)?.[1]
  const [, quoted, bare] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(text) ?? []
  const name = decoded(encoded) ?? quoted?.replace(/\\(.)/g, '$1') ?? bare
  return name === undefined ? null : cleanFilename(name)
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function isPage(headers: Headers): boolean {
  const isAttachment = /^\s*attachment/i.test(headers.get('content-disposition') ?? '')
  return !isAttachment && /^\s*text\/html/i.test(headers.get('content-type') ?? '')
}

async function readDetail(answer: Response): Promise<string | null> {
  const isJson = /json/.test(answer.headers.get('content-type') ?? '')
  try {
    const body: unknown = isJson ? await answer.json() : null
    const said = isRecord(body) ? (body.detail ?? body.message ?? body.title) : null
    return typeof said === 'string' ? said.slice(0, MOST_DETAIL) : null
  } catch {
    return null
  }
}
