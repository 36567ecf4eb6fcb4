import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Download, type Page } from 'playwright'
import { createExportBackend, createExportHandler, type ExportBackend } from '../../mocks/index.js'
import { createNodeMiddleware } from '../../mocks/node.js'
import { CHROMIUM_ARGS, findChromium } from '../../scripts/find-chromium.mjs'

/** Size of the file at `/big`. */
export const BIG_BYTES = 300_000_000
const PIECE = new Uint8Array(1_000_000).map((_, index) => (index * 7) % 251)

/** A page that downloads, with its backend and two places for files: its own origin and another. */
export interface DeliverySite {
  /** The browser that looks at it. */
  readonly browser: Browser
  /** The page's address. */
  readonly origin: string
  /** The backend of the visit. */
  backend: ExportBackend
  /** Opens a window of its own, with a fresh backend; its console is written down. */
  visit(): Promise<Visit>
  /** Ends it all. */
  close(): Promise<void>
}

/** One look at the page. */
export interface Visit {
  /** The window's context. */
  readonly context: BrowserContext
  /** The page. */
  readonly page: Page
  /** What was written to its console, with the addresses it was said to come from. */
  readonly consoleTexts: readonly string[]
  /** How often a link was asked for. */
  grants(): number
}

/** Starts servers and browser; pop-ups are blocked as a person's browser does. */
export async function startDeliverySite(): Promise<DeliverySite> {
  const script = await bundlePage()
  const files = createServer((request, response) => {
    createNodeMiddleware(createExportHandler({ backend: site.backend, filesBase: '/files' }))(
      request,
      response,
      () => response.writeHead(404).end(),
    )
  })
  const filesOrigin = await listen(files)
  const pages = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page.test')
    if (url.pathname === '/') return sendPage(response, url.searchParams.get('csp'))
    if (url.pathname === '/page.js') {
      return response.setHeader('content-type', 'text/javascript').end(script)
    }
    if (url.pathname === '/big') return sendBig(response)
    const place = url.pathname.startsWith('/same/') ? 'same' : 'other'
    const handler = createExportHandler({
      backend: site.backend,
      apiBase: `/${place}/api`,
      ...(place === 'same' ? { filesBase: '/same/files' } : { filesOrigin }),
    })
    return createNodeMiddleware(handler)(request, response, () => response.writeHead(404).end())
  })
  const origin = await listen(pages)
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  })
  const site: DeliverySite = {
    browser,
    origin,
    backend: createExportBackend(),
    async visit() {
      const backend = createExportBackend()
      site.backend = backend
      const consoleTexts: string[] = []
      const context = await browser.newContext({ acceptDownloads: true })
      const page = await context.newPage()
      page.on('console', (message) => {
        consoleTexts.push(message.text(), message.location().url)
      })
      page.on('pageerror', (error) => consoleTexts.push(String(error.stack)))
      const grants = () => backend.log.filter(({ operation }) => operation === 'grant').length
      return { context, page, consoleTexts, grants }
    },
    async close() {
      await browser.close()
      files.close()
      pages.close()
    },
  }
  return site
}

/** Reads what a browser has downloaded. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const failure = await download.failure()
  if (failure !== null) throw new Error(`The download failed: ${failure}`)
  return readFile(await download.path())
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('delivery-page.tsx', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function sendPage(response: ServerResponse, policy: string | null): void {
  if (policy !== null) response.setHeader('content-security-policy', policy)
  response
    .setHeader('content-type', 'text/html')
    .end('<!doctype html><title>Page</title><script type="module" src="/page.js"></script><body>')
}

function sendBig(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': BIG_BYTES, 'content-disposition': 'attachment' })
  let sent = 0
  const go = () => {
    while (sent < BIG_BYTES) {
      sent += PIECE.byteLength
      if (!response.write(PIECE)) return response.once('drain', go)
    }
    return response.end()
  }
  go()
}
