import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createExportBackend, type ExportBackend } from '../../mocks/index.js'
import { openBrowser } from '../support/open-browser.js'
import { answerAsBackend, type PageServer, servePage } from '../support/serve-page.js'

const PIECE = Buffer.from(Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251))

/** What a test has to say about the report. */
interface Report {
  /** How many pieces it has. */
  readonly pieces: number
  /** Whether the answer says how long it is. Default `true`. */
  readonly saysLength?: boolean
  /** After how many pieces the server waits for ever, or breaks off. */
  readonly waitsAfter?: number
  readonly breaksAfter?: number
  readonly status?: number
}

let browser: Browser
let context: BrowserContext
let page: Page
let server: PageServer
let backend: ExportBackend
let report: Report
let sent: { pieces: number; isClosed: boolean }

beforeAll(async () => {
  server = await servePage(new URL('forms-page.tsx', import.meta.url), answer)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
beforeEach(async () => {
  backend = createExportBackend()
  context = await browser.newContext({ acceptDownloads: true })
  page = await context.newPage()
})
afterEach(() => context.close())

function answer(request: IncomingMessage, response: ServerResponse, url: URL): void {
  if (url.pathname === '/report') {
    sendReport(response)
    return
  }
  answerAsBackend({ backend })(request, response, url)
}

function sendReport(response: ServerResponse): void {
  const { pieces, saysLength = true, waitsAfter, breaksAfter, status = 200 } = report
  const state = { pieces: 0, isClosed: false }
  sent = state
  response.on('close', () => {
    state.isClosed = true
  })
  response.writeHead(status, {
    'content-type': 'text/csv',
    'content-disposition': 'attachment; filename="Orders 2026.csv"',
    ...(saysLength && { 'content-length': pieces * PIECE.byteLength }),
  })
  const go = () => {
    while (!state.isClosed) {
      if (state.pieces === pieces) return response.end()
      if (state.pieces === waitsAfter) return undefined
      if (state.pieces === breaksAfter) return response.destroy()
      state.pieces += 1
      if (!response.write(PIECE)) return response.once('drain', go)
    }
    return undefined
  }
  go()
}

async function press(what: Report, query = ''): Promise<void> {
  report = what
  await page.goto(`${server.origin}/?${query}`)
  await page.getByRole('button', { name: 'Download CSV' }).click()
}

const whole = (pieces: number) => Buffer.concat(Array.from({ length: pieces }, () => PIECE))
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The digest of what was written to the place that only the page sees. */
async function savedDigest(): Promise<string> {
  const numbers = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const file = await (await folder.getFileHandle('saved')).getFile()
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return [...new Uint8Array(hash)]
  })
  return Buffer.from(numbers).toString('hex')
}

describe('a report that the page fetches by itself, in a real browser', () => {
  it.each([
    ['says its length', true],
    ['does not', false],
  ])('comes byte for byte under its own name when the answer %s', async (_how, saysLength) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press({ pieces: 30, saysLength }),
    ])
    expect(download.suggestedFilename()).toBe('Orders 2026.csv')
    expect(await download.failure()).toBeNull()
    expect(whole(30).equals(await readFile(await download.path()))).toBe(true)
    await page.getByText('Downloaded (3 MB).').waitFor()
  })

  it('is streamed byte for byte to the chosen place, beyond what is kept in memory', async () => {
    await press({ pieces: 20, saysLength: false }, 'save&most=1000000')
    await page.getByText('Saved (2 MB).').waitFor()
    expect(await savedDigest()).toBe(digest(whole(20)))
  })

  it('stops beyond 50 MB, and proposes the background job', async () => {
    await press({ pieces: 2_000, saysLength: false })
    await page.getByText('This file is too large to download at once').waitFor()
    await expect.poll(() => sent.isClosed).toBe(true)
    // what was on its way when the page let go
    expect(sent.pieces).toBeLessThan(1_000)
    await page.getByRole('button', { name: 'Export CSV in the background' }).click()
    const dialog = page.getByRole('dialog', { name: 'New export' })
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await dialog.getByText('The export has started.').waitFor()
    expect(backend.log.filter(({ operation }) => operation === 'create')).toHaveLength(1)
  })

  it('is not even begun when the answer says that it is larger', async () => {
    await press({ pieces: 600, waitsAfter: 1 })
    await page.getByText('This file is too large to download at once').waitFor()
    await expect.poll(() => sent.isClosed).toBe(true)
  })

  it('tells how much has come, and ends at the server too when it is cancelled', async () => {
    await press({ pieces: 30, waitsAfter: 10 })
    await page.getByText('1 MB of 3 MB').waitFor()
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('1000000')
    await page.getByRole('button', { name: 'Cancel the download' }).click()
    await expect.poll(() => sent.isClosed).toBe(true)
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
  })

  it.each([
    ['as a download', ''],
    ['to a place', 'save'],
  ])('keeps nothing of a file that broke off, %s', async (_how, query) => {
    await press({ pieces: 30, breaksAfter: 10 }, query)
    await page.getByText('The server could not be reached').waitFor()
    report = { pieces: 3 }
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(/^(Downloaded|Saved) \(300/).waitFor()
    if (query === 'save') expect(await savedDigest()).toBe(digest(whole(3)))
  })

  it('says why it was refused', async () => {
    await press({ pieces: 0, status: 403 })
    await page.getByText(/You do not have access/).waitFor()
  })
})
