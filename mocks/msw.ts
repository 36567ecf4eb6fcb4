import { type HttpHandler, http } from 'msw'
import type { GeneratedFile } from './files/write-file.js'
import { createExportHandler, type ExportHandlerOptions } from './http/handler.js'
import { placeOf } from './http/route.js'

/** How a backend is put behind MSW. */
export interface ExportHandlersOptions
  extends Omit<ExportHandlerOptions, 'apiBase' | 'filesOrigin' | 'placeFile'> {
  /** Where the API lives: a path, or an address with its origin. Default `/api`. */
  readonly baseUrl?: string
  /**
   * How a file reaches the page.
   *
   * - `link` (default): a signed link, which MSW answers too. A hidden iframe's navigation needs the
   *   worker of MSW 3.
   * - `blob`: a blob's address, revoked when the grant expires. For MSW 2, whose worker does not see
   *   the iframe, and for jsdom.
   */
  readonly delivery?: 'link' | 'blob'
}

/**
 * Makes the MSW handlers of a backend, for `setupServer`, `setupWorker` or a story. Works with MSW 2.7
 * and 3.
 *
 * @example
 * const backend = createExportBackend()
 * const server = setupServer(...createExportHandlers({ backend, baseUrl: 'http://localhost/api' }))
 */
export function createExportHandlers(options: ExportHandlersOptions): readonly HttpHandler[] {
  const { baseUrl = '/api', delivery = 'link', ...rest } = options
  const api = placeOf(baseUrl)
  const filesBase = options.filesBase ?? `${api.origin ?? ''}/files`
  const handler = createExportHandler({
    ...rest,
    apiBase: baseUrl,
    filesBase,
    ...(delivery === 'blob' ? { placeFile: placeInBlob } : {}),
  })
  const answer = async ({ request }: { request: Request }): Promise<Response> => {
    try {
      return await handler.fetch(request)
    } catch (error) {
      // Nobody waits for this answer, and MSW would print the abort as a mistake of the handler.
      if (request.signal.aborted) return Response.error()
      throw error
    }
  }
  return [baseUrl, filesBase].map((base) => http.all(`${base.replace(/\/+$/, '')}/*`, answer))
}

function placeInBlob(file: GeneratedFile, lifetimeSeconds: number): string {
  const url = URL.createObjectURL(new Blob([file.bytes], { type: file.contentType }))
  if (lifetimeSeconds <= 0) {
    URL.revokeObjectURL(url)
    return url
  }
  const timer: unknown = setTimeout(() => URL.revokeObjectURL(url), lifetimeSeconds * 1_000)
  // In Node a waiting timer would keep a test run alive.
  if (isNodeTimer(timer)) timer.unref()
  return url
}

function isNodeTimer(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer
}
