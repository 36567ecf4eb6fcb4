import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, preview } from 'vite'
import { createExportHandler, type ExportBackend } from '../../mocks/index.js'
import { createNodeMiddleware } from '../../mocks/node.js'

/** The demo host, built as it would be shipped, on a free port of this machine. */
export interface DemoServer {
  /** Such as `http://127.0.0.1:4173`. */
  readonly origin: string
  /** Ends it and removes what was built. */
  close(): Promise<void>
}

const CONFIG = fileURLToPath(new URL('../../examples/demo/vite.config.ts', import.meta.url))

/**
 * Builds and serves the demo over real HTTP, with a backend that the test holds in its hands.
 *
 * @param backend - What `/api` and `/files` answer from.
 */
export async function serveDemo(backend: ExportBackend): Promise<DemoServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'export-demo-'))
  await build({
    configFile: CONFIG,
    build: { outDir, emptyOutDir: true },
    logLevel: 'warn',
  })
  const middleware = createNodeMiddleware(createExportHandler({ backend }))
  const withBackend: Plugin = {
    name: 'test-export-backend',
    configurePreviewServer(server) {
      server.middlewares.use(middleware)
    },
  }
  const server = await preview({
    configFile: CONFIG,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
    plugins: [withBackend],
    logLevel: 'warn',
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The demo has no port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
