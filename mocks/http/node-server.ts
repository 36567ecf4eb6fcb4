import { createServer } from 'node:http'
import { createExportHandler, type ExportHandler, type ExportHandlerOptions } from './handler.js'
import { createNodeMiddleware } from './node-adapter.js'

/** An export server that runs. */
export interface ExportServer {
  /** Its origin, such as `http://127.0.0.1:41234`. */
  readonly origin: string
  /** The handler behind it. */
  readonly handler: ExportHandler
  /** Stops it and breaks the connections that are still open. */
  close(): Promise<void>
}

/**
 * Starts an export server on a free port of this machine, for tests that want real HTTP.
 *
 * @example
 * const server = await startExportServer({ backend: createExportBackend() })
 * await fetch(`${server.origin}/api/export-jobs?company_id=7`)
 * await server.close()
 */
export async function startExportServer(
  options: ExportHandlerOptions & {
    /** The port. Default any that is free. */
    readonly port?: number
  },
): Promise<ExportServer> {
  const handler = createExportHandler(options)
  const middleware = createNodeMiddleware(handler)
  const server = createServer((request, response) => {
    middleware(request, response, (error) => {
      response.statusCode = error === undefined ? 404 : 500
      response.end(error === undefined ? 'There is nothing at this address.' : String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return {
    origin: `http://127.0.0.1:${port}`,
    handler,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}
