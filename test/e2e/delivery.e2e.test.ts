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
