import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { createExportHandler, type ExportHandlerOptions } from '../../mocks/index.js'
import { createNodeMiddleware } from '../../mocks/node.js'
import { packageAliases } from '../../vite.aliases.js'

/** A page on a free port of this machine. */
export interface PageServer {
  /** Such as `http://127.0.0.1:4173`. */
  readonly origin: string
  /** Ends it. */
  close(): void
}

/** Answers a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void

/**
 * Bundles a page as a host's bundler does and serves it over real HTTP. With `csp` in its address it has
 * that content security policy.
 *
 * @param entry - The page's script, which draws into the body.
 * @param answer - Answers everything but the page itself.
 */
export async function servePage(entry: URL, answer: Answer): Promise<PageServer> {
  const files = new Map([['/page.css', new Uint8Array()], ...(await bundle(entry))])
  return serve((request, response, url) => {
    const file = files.get(url.pathname)
    if (file !== undefined) {
      response.setHeader(
        'content-type',
        /\.css$/.test(url.pathname) ? 'text/css' : 'text/javascript',
      )
      response.end(file)
    } else if (url.pathname === '/') {
      const policy = url.searchParams.get('csp')
      if (policy !== null) response.setHeader('content-security-policy', policy)
      response.setHeader('content-type', 'text/html').end(PAGE)
    } else answer(request, response, url)
  })
}

/** Serves what `answer` says over real HTTP. */
export async function serve(answer: Answer): Promise<PageServer> {
  const server = createServer((request, response) =>
    answer(request, response, new URL(request.url ?? '/', 'http://page.test')),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Answers as a mock backend does, and with 404 what is none of its business. */
export function answerAsBackend(options: ExportHandlerOptions): Answer {
  const middleware = createNodeMiddleware(createExportHandler(options))
  return (request, response) => middleware(request, response, () => response.writeHead(404).end())
}

/**
 * Answers with JSON, for pages whose backend is a few lines.
 *
 * @param answer - Says what each address answers; `null` becomes 401.
 */
export function answerJson(answer: (url: URL) => unknown): Answer {
  return (_, response, url) => {
    const body = answer(url)
    response.statusCode = body === null ? 401 : 200
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  }
}

const PAGE = `<!doctype html>
<html lang="en"><title>Page</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script><body></body></html>`

async function bundle(entry: URL): Promise<readonly (readonly [string, Uint8Array])[]> {
  const { outputFiles } = await build({
    entryPoints: { page: entry.pathname },
    bundle: true,
    splitting: true,
    write: false,
    outdir: '/',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entries',
        setup({ onResolve }) {
          onResolve({ filter: /^react-export-jobs/ }, ({ path }) => {
            const known = packageAliases.find(({ find }) => find.test(path))
            return known && { path: path.replace(known.find, known.replacement) }
          })
        },
      },
    ],
  })
  return outputFiles.map(({ path, contents }) => [path, contents] as const)
}
