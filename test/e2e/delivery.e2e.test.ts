import { readFile } from 'node:fs/promises'
import type { BrowserContext, Download, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  BIG_BYTES,
  bytesOf,
  type DeliverySite,
  startDeliverySite,
  type Visit,
} from './delivery-site.js'

let site: DeliverySite
let context: BrowserContext
let page: Page
let grants: Visit['grants']

beforeAll(async () => {
  site = await startDeliverySite()
})
afterAll(() => site.close())
beforeEach(async () => {
  ;({ context, page, grants } = await site.visit())
})
afterEach(() => context.close())

/** Adds a completed job and opens the page that downloads it. */
async function open(query: string): Promise<string> {
  const { id } = site.backend.addJob({ status: 'completed', totalRows: 500, id: '1001' })
  await page.goto(`${site.origin}/?job=${id}&${query}`)
  await button().waitFor()
  return String(id)
}

const button = () => page.getByRole('button', { name: /ownload/ }).first()
const popUp = (name: string) => page.getByRole('article', { name })

/** What the backend generated for the job. */
async function expected(id: string): Promise<Buffer> {
  return Buffer.from((await site.backend.readFile(id, { packaging: 'zip' })).bytes)
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

  it("comes too from the page's own origin, with frames and without", async () => {
    const id = await open('delivery=frame&files=same')
    expect(await takeFrom(page, () => button().click())).toEqual(await expected(id))
    await page.goto(`${page.url()}&csp=${encodeURIComponent("frame-src 'none'")}`)
    expect(await takeFrom(page, () => button().click())).toEqual(await expected(id))
    await button().waitFor()
  })

  it('is told of when storage refuses seconds after the start', async () => {
    await open('delivery=frame')
    const answer = { delayMs: 2_500, respond: { status: 403, body: '<Error/>' } }
    site.backend.faults.add({ match: { operation: 'file' }, times: 2, ...answer })
    await button().click()
    await popUp('Failed to download').waitFor()
    expect(grants()).toBe(2)
  })

  it('is asked for once more when storage refuses, then the reason is told', async () => {
    await open('delivery=frame')
    site.backend.faults.add({ match: { operation: 'grant' }, times: 2, linkLifetimeSeconds: -5 })
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
    site.backend.faults.add({ match: { operation: 'grant' }, refuse: { code: 'unavailable' } })
    await button().click()
    await popUp('Failed to download').waitFor()
    await expect.poll(() => context.pages().length).toBe(1)
  })

  it('waits for a press where there was none', async () => {
    const id = await open('delivery=newTab&auto')
    // nobody looks into the page until it has pressed: each look counts as a press of a person
    await expect.poll(() => grants(), { timeout: 20_000 }).toBe(1)
    const again = page.getByText('Click to download')
    await again.waitFor()
    expect(context.pages()).toHaveLength(1)
    const [download] = await Promise.all([downloadOfTab(), again.click()])
    expect(await bytesOf(download)).toEqual(await expected(id))
    expect(grants()).toBe(1)
  })
})

describe('a page that may open no tab at all', () => {
  it('leaves a press to the person, and then hands the file over the usual way', async () => {
    const policy = encodeURIComponent('sandbox allow-scripts allow-same-origin allow-downloads')
    const id = await open(`delivery=newTab&csp=${policy}`)
    expect(await page.evaluate(() => window.open(''))).toBeNull()
    await button().click()
    const again = page.getByText('Click to download')
    await again.waitFor()
    expect(await takeFrom(page, () => again.click())).toEqual(await expected(id))
    expect(context.pages()).toHaveLength(1)
  })

  it('does so in a frame that was given no pop-ups', async () => {
    const id = await open('delivery=newTab')
    await page.setContent(
      `<iframe sandbox="allow-scripts allow-same-origin allow-downloads" src="${page.url()}"></iframe>`,
    )
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: /^Download / }).click()
    const again = frame.getByText('Click to download')
    await again.waitFor()
    expect(await takeFrom(page, () => again.click())).toEqual(await expected(id))
  })
})

describe('a file that the client holds as a blob', () => {
  it('is the very file that the backend made, under its name', async () => {
    const id = await open('delivery=frame&files=same&blob')
    const [download] = await Promise.all([page.waitForEvent('download'), button().click()])
    expect(download.suggestedFilename()).toBe('delivery_location_2026-10-01_2026-10-31.zip')
    expect(await bytesOf(download)).toEqual(await expected(id))
  })
})

describe('several files', () => {
  const PARTS = ['part-1.csv', 'part-2.csv', 'manifest.json']
  const part = (id: string) => ({ id, name: id, size: null, contentType: null, checksum: null })

  async function openParts(query: string): Promise<void> {
    site.backend.addJob({ status: 'completed', totalRows: 500, id: '2001', files: PARTS.map(part) })
    await page.goto(`${site.origin}/?job=2001&show=detail&${query}`)
  }
  const partOf = async (fileId: string) =>
    Buffer.from((await site.backend.readFile('2001', { fileId, packaging: 'zip' })).bytes)
  const told = () => page.getByRole('listitem').allInnerTexts()

  it('of one job come one after another, each the very file that the backend made', async () => {
    const taken: Promise<Buffer>[] = []
    page.on('download', (download) => taken.push(bytesOf(download)))
    await openParts('delivery=frame')
    await page.getByRole('button', { name: 'Download all' }).click()
    await expect.poll(() => taken.length, { timeout: 20_000 }).toBe(3)
    expect(await Promise.all(taken)).toEqual(await Promise.all(PARTS.map(partOf)))
    await expect
      .poll(told, { timeout: 20_000 })
      .toEqual(PARTS.map(() => expect.stringContaining('Handed to the')))
    expect(grants()).toBe(3)
  })

  it('of one job come one by one too', async () => {
    await openParts('delivery=frame')
    const press = page.getByRole('button', { name: 'Download part-2.csv' })
    expect(await takeFrom(page, () => press.click())).toEqual(await partOf('part-2.csv'))
  })

  it('of one job are saved each to its place', async () => {
    await openParts('delivery=save&files=same&private')
    await page.getByRole('button', { name: 'Download all' }).click()
    await expect.poll(() => page.getByText('File saved').count()).toBe(3)
    for (const name of PARTS) {
      const bytes = await partOf(name)
      const found = await page.evaluate<[number, number]>(`sumSaved('${name}')`)
      expect(found).toEqual([bytes.byteLength, sumOf(bytes)])
    }
  })

  it('of one job come although one of them is refused, and each has its result', async () => {
    const taken: Promise<Buffer>[] = []
    page.on('download', (download) => taken.push(bytesOf(download)))
    await openParts('delivery=frame')
    site.backend.faults.add({ match: { operation: 'grant' }, refuse: { code: 'gone' } })
    await page.getByRole('button', { name: 'Download all' }).click()
    await expect
      .poll(told, { timeout: 20_000 })
      .toEqual([
        expect.stringContaining('The file has been removed.'),
        expect.stringContaining('Handed to the browser'),
        expect.stringContaining('Handed to the browser'),
      ])
    expect(await Promise.all(taken)).toEqual(await Promise.all(PARTS.slice(1).map(partOf)))
  })

  it('of a selection come one after another, also where the page forbids frames', async () => {
    for (const id of ['3001', '3002', '3003']) {
      site.backend.addJob({ status: 'completed', totalRows: Number(id) - 2_900, id })
    }
    const taken: Promise<Buffer>[] = []
    page.on('download', (download) => taken.push(bytesOf(download)))
    const policy = encodeURIComponent("frame-src 'none'")
    await page.goto(`${site.origin}/?show=bulk&delivery=frame&csp=${policy}`)
    await page.getByRole('checkbox', { name: /^Select all/ }).check()
    const bar = page.getByRole('region', { name: 'Selected exports' })
    await bar.getByRole('button', { name: 'Download' }).click()
    await bar.getByText('3 exports handed to the browser').waitFor()
    const sums = (await Promise.all(taken)).map(sumOf).sort()
    const made = await Promise.all(['3001', '3002', '3003'].map(expected))
    expect(sums).toEqual(made.map(sumOf).sort())
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

  it('is so too from another origin that lets pages read', async () => {
    const id = await open('delivery=save&files=cors&private')
    await button().click()
    await popUp('File saved').waitFor()
    const bytes = await expected(id)
    expect(await saved()).toEqual([bytes.byteLength, sumOf(bytes)])
    expect(grants()).toBe(1)
  })

  it('is so too where the host says that pages may read what the link alone shows', async () => {
    const id = await open(`delivery=save&files=strict&private&readable=${site.filesOrigin}`)
    await button().click()
    await popUp('File saved').waitFor()
    const bytes = await expected(id)
    expect(await saved()).toEqual([bytes.byteLength, sumOf(bytes)])
  })

  it.each([
    ['does not let the page read', 'other', 1],
    ['lets it read only with the right link', 'strict', 1],
    ['points to where it may not read', 'moved', 2],
    ["of the page's own origin points to where it may not read", 'away', 2],
  ])('goes the usual way where the storage %s, and says so', async (_, files, links) => {
    const id = await open(`delivery=save&files=${files}&private`)
    expect(await takeFrom(page, () => button().click())).toEqual(await expected(id))
    await page.getByRole('article', { name: /^The file cannot be saved/ }).waitFor()
    // the place was made at the press; nothing was left in it
    expect((await saved())[0]).toBe(0)
    expect(grants()).toBe(links)
  })

  it('goes the usual way when the part that writes it cannot be fetched', async () => {
    await page.route('**/save-file-*.js', (route) => route.abort())
    const id = await open('delivery=save&files=same&private')
    expect(await takeFrom(page, () => button().click())).toEqual(await expected(id))
    await page.getByRole('article', { name: /^The file cannot be saved/ }).waitFor()
  })

  it('tells the reason when storage refuses twice', async () => {
    await open('delivery=save&files=same&private')
    site.backend.faults.add({ match: { operation: 'grant' }, times: 2, linkLifetimeSeconds: -5 })
    await button().click()
    await popUp('Failed to download').waitFor()
    expect(grants()).toBe(2)
  })

  // A process's memory is the system's too: what counts is that it can stay this low.
  it('never stands in memory, however large it is', { retry: 2 }, async () => {
    await open('delivery=save&big&private')
    const session = await site.browser.newBrowserCDPSession()
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

/** A process's resident memory in bytes; 0 when it has ended. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}
