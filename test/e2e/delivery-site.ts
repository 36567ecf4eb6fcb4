import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import type { Browser, BrowserContext, Download, Page } from 'playwright'
import { createExportBackend, type ExportBackend } from '../../mocks/index.js'
import { openBrowser } from '../support/open-browser.js'
import { answerAsBackend, serve, servePage } from '../support/serve-page.js'

/** Size of the file at `/big`. */
export const BIG_BYTES = 300_000_000
const PIECE = new Uint8Array(1_000_000).map((_, index) => (index * 7) % 251)

/**
 * A page that downloads, with its backend and the places where files are. `same` is the page's own
 * origin, all others are one other origin: `other` lets no page read, `cors` does, `strict` only when the
 * signature is right. `moved` and `away` point on to `other`, the one readable itself, the other from the
 * page's own origin.
 */
export interface DeliverySite {
  /** The browser that looks at it. */
  readonly browser: Browser
  /** The page's address. */
  readonly origin: string
  /** The other origin's. */
  readonly filesOrigin: string
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
  /** What the page or the browser wrote to its console, with the addresses it was said to come from. */
  readonly consoleTexts: readonly string[]
  /** How often a link was asked for. */
  grants(): number
}

/** Starts servers and browser; pop-ups are blocked as a person's browser does. */
export async function startDeliverySite(): Promise<DeliverySite> {
  const files = await serve((request, response, url) => {
    const place = placeOf(url)
    const isSigned = url.searchParams.has('signature')
    if (place !== 'other' && (place !== 'strict' || isSigned)) {
      response.setHeader('access-control-allow-origin', '*')
    }
    if (place === 'moved' && isSigned) return pointTo('', url, response)
    const answer = answerAsBackend({ backend: site.backend, filesBase: `/${place}/files` })
    return answer(request, response, url)
  })
  const entry = new URL('delivery-page.tsx', import.meta.url)
  const pages = await servePage(entry, (request, response, url) => {
    if (url.pathname === '/big') return sendBig(response)
    const place = placeOf(url)
    const isOwn = place === 'same' || place === 'away'
    if (url.pathname.startsWith('/away/files/')) return pointTo(files.origin, url, response)
    return answerAsBackend({
      backend: site.backend,
      apiBase: `/${place}/api`,
      filesBase: `/${place}/files`,
      ...(!isOwn && { filesOrigin: files.origin }),
    })(request, response, url)
  })
  const browser = await openBrowser({ ignoreDefaultArgs: ['--disable-popup-blocking'] })
  const site: DeliverySite = {
    browser,
    origin: pages.origin,
    filesOrigin: files.origin,
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
      const log = await context.newCDPSession(page)
      log.on('Log.entryAdded', ({ entry }) => consoleTexts.push(entry.text, entry.url ?? ''))
      await log.send('Log.enable')
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

const placeOf = ({ pathname }: URL) => /^\/(\w+)\//.exec(pathname)?.[1] ?? 'other'

/** Sends a link on to where no page may read. */
function pointTo(origin: string, { pathname, search }: URL, response: ServerResponse): void {
  const location = `${origin}${pathname.replace(/^\/\w+/, '/other')}${search}`
  response.writeHead(302, { location }).end()
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
