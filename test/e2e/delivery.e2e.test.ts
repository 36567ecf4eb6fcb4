import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Download, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createExportBackend, createExportHandler, type ExportBackend } from '../../mocks/index.js'
import { createNodeMiddleware } from '../../mocks/node.js'
import { CHROMIUM_ARGS, findChromium } from '../../scripts/find-chromium.mjs'

const BIG_BYTES = 300_000_000
const PIECE = new Uint8Array(1_000_000).map((_, index) => (index * 7) % 251)

let browser: Browser
let context: BrowserContext
let page: Page
let servers: readonly Server[]
let origin: string
let backend: ExportBackend
let consoleTexts: string[]

beforeAll(async () => {
  const script = await bundlePage()
  const files = createServer((request, response) => {
    createNodeMiddleware(createExportHandler({ backend, filesBase: '/files' }))(
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
      backend,
      apiBase: `/${place}/api`,
      ...(place === 'same' ? { filesBase: '/same/files' } : { filesOrigin }),
    })
    return createNodeMiddleware(handler)(request, response, () => response.writeHead(404).end())
  })
  origin = await listen(pages)
  servers = [files, pages]
  browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  })
})
afterAll(async () => {
  await browser.close()
  for (const server of servers) server.close()
})
beforeEach(async () => {
  backend = createExportBackend()
  consoleTexts = []
  context = await browser.newContext({ acceptDownloads: true })
  page = await context.newPage()
  page.on('console', (message) => consoleTexts.push(message.text()))
})
afterEach(() => context.close())

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

/** Adds a completed job and opens the page that downloads it. */
async function open(query: string): Promise<string> {
  const { id } = backend.addJob({ status: 'completed', totalRows: 500, id: '1001' })
  await page.goto(`${origin}/?job=${id}&${query}`)
  await button().waitFor()
  return String(id)
}

const button = () => page.getByRole('button', { name: /ownload/ }).first()
const popUp = (name: string) => page.getByRole('article', { name })
const grants = () => backend.log.filter(({ operation }) => operation === 'grant').length

/** What the backend generated for the job. */
async function expected(id: string): Promise<Buffer> {
  return Buffer.from((await backend.readFile(id, { packaging: 'zip' })).bytes)
}

async function bytesOf(download: Download): Promise<Buffer> {
  expect(await download.failure()).toBeNull()
  return readFile(await download.path())
}

async function takeFrom(where: Page, press: () => Promise<unknown>): Promise<Buffer> {
  const [download] = await Promise.all([where.waitForEvent('download'), press()])
  return bytesOf(download)
}

/** The download of the next tab that opens, however soon it begins. */
const downloadOfTab = () =>
  new Promise<Download>((resolve) => {
    context.once('page', (tab) => tab.once('download', resolve))
  })

const traces = () => page.evaluate<string>('findTraces()')
const saved = () => page.evaluate<[number, number]>('sumSaved()')
const sumOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 0)

describe('a file handed to a hidden frame', () => {
  it('is the very file that the backend made, and the page stays', async () => {
    const id = await open('delivery=frame')
    const before = page.url()
    expect(await takeFrom(page, () => button().click())).toEqual(await expected(id))
    expect(page.url()).toBe(before)
    expect(context.pages()).toHaveLength(1)
  })

  it('comes too where the page forbids frames', async () => {
    const policy = encodeURIComponent("frame-src 'none'")
    const id = await open(`delivery=frame&csp=${policy}`)
    expect(await takeFrom(page, () => button().click())).toEqual(await expected(id))
    await button().waitFor()
  })

  it('is asked for once more when storage refuses, then the reason is told', async () => {
    await open('delivery=frame')
    backend.faults.add({ match: { operation: 'grant' }, times: 2, linkLifetimeSeconds: -5 })
    await button().click()
    await popUp('Failed to download').waitFor()
    expect(grants()).toBe(2)
  })

  it('is asked for once at a double click', async () => {
    await open('delivery=frame')
    await takeFrom(page, () => button().dblclick())
    expect(grants()).toBe(1)
  })
})

describe('a file handed over in a new tab', () => {
  it('is the very file that the backend made, in a tab that knows nothing of the page', async () => {
    const id = await open('delivery=newTab')
    const [tab, download] = await Promise.all([
      context.waitForEvent('page'),
      downloadOfTab(),
      button().click(),
    ])
    expect(await bytesOf(download)).toEqual(await expected(id))
    expect(await tab.evaluate(() => window.opener)).toBeNull()
  })

  it('leaves no tab behind when the backend refuses', async () => {
    await open('delivery=newTab')
    backend.faults.add({ match: { operation: 'grant' }, refuse: { code: 'unavailable' } })
    await button().click()
    await popUp('Failed to download').waitFor()
    await expect.poll(() => context.pages().length).toBe(1)
  })

  it('waits for a press where there was none', async () => {
    const id = await open('delivery=newTab&auto')
    const again = page.getByText('Click to download')
    await again.waitFor()
    expect(context.pages()).toHaveLength(1)
    const [download] = await Promise.all([downloadOfTab(), again.click()])
    expect(await bytesOf(download)).toEqual(await expected(id))
    expect(grants()).toBe(1)
  })
})

describe('a file that is saved', () => {
  it('is the very file that the backend made', async () => {
    const id = await open('delivery=save&files=same&private')
    await button().click()
    await popUp('File saved').waitFor()
    const bytes = await expected(id)
    expect(await saved()).toEqual([bytes.byteLength, sumOf(bytes)])
  })

  it('goes the usual way where the storage does not let the page read, and says so', async () => {
    const id = await open('delivery=save&files=other&private')
    expect(await takeFrom(page, () => button().click())).toEqual(await expected(id))
    await page.getByRole('article', { name: /^The file cannot be saved/ }).waitFor()
  })

  it('tells the reason when storage refuses twice', async () => {
    await open('delivery=save&files=same&private')
    backend.faults.add({ match: { operation: 'grant' }, times: 2, linkLifetimeSeconds: -5 })
    await button().click()
    await popUp('Failed to download').waitFor()
    expect(grants()).toBe(2)
  })

  // A process's memory is the system's too: what counts is that it can stay this low.
  it('never stands in memory, however large it is', { retry: 2 }, async () => {
    await open('delivery=save&big&private')
    const session = await browser.newBrowserCDPSession()
    const growth = new Map<number, { readonly first: number; most: number }>()
    const sample = async () => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      for (const { id, type } of processInfo) {
        const now = type === 'renderer' ? await residentOf(id) : 0
        const known = growth.get(id) ?? { first: now, most: now }
        growth.set(id, { ...known, most: Math.max(known.most, now) })
      }
    }
    await sample()
    await button().click()
    const isSaved = popUp('File saved')
    while (!(await isSaved.isVisible())) await sample()
    await sample()
    const most = Math.max(...[...growth.values()].map(({ first, most }) => most - first))
    expect(most).toBeLessThan(80_000_000)
    const [size] = await saved()
    expect(size).toBe(BIG_BYTES)
  })
})

describe('a signed link', () => {
  it.each(['delivery=frame', 'delivery=newTab', 'delivery=save&files=same&private'])(
    'is found nowhere in the page afterwards (%s)',
    async (query) => {
      await open(query)
      if (query.includes('save')) {
        await button().click()
        await popUp('File saved').waitFor()
      } else {
        const where = query.includes('newTab') ? downloadOfTab() : page.waitForEvent('download')
        await Promise.all([where, button().click()])
      }
      expect(grants()).toBe(1)
      expect(await traces()).not.toContain('signature=')
      expect(consoleTexts.join('\n')).not.toContain('signature=')
    },
  )
})

/** A process's resident memory in bytes; 0 when it has ended. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}
