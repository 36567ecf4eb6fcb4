import type { BrowserContext, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DeliverySite, startDeliverySite, type Visit } from './delivery-site.js'

let site: DeliverySite
let visit: Visit
let page: Page
let context: BrowserContext

beforeAll(async () => {
  site = await startDeliverySite()
})
afterAll(() => site.close())
beforeEach(async () => {
  visit = await site.visit()
  page = visit.page
  context = visit.context
})
afterEach(() => context.close())

const NO_FRAMES = `csp=${encodeURIComponent("frame-src 'none'")}`
const NO_POP_UPS = `csp=${encodeURIComponent('sandbox allow-scripts allow-same-origin allow-downloads')}`
const part = (id: string) => ({ id, name: id, size: null, contentType: null, checksum: null })

const button = (name: RegExp | string) => page.getByRole('button', { name }).first()
const download = () => button(/^Download /)

/** Waits until so many downloads have begun, in whichever tab. */
function downloads(count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count
    const note = () => {
      left -= 1
      if (left === 0) resolve()
    }
    page.on('download', note)
    context.on('page', (tab) => tab.on('download', note))
  })
}

async function open(query: string): Promise<void> {
  const files = query.includes('show=detail') ? { files: [part('a.csv'), part('b.csv')] } : {}
  site.backend.addJob({ id: '1001', status: 'completed', totalRows: 500, ...files })
  site.backend.addJob({ id: '1002', status: 'completed', totalRows: 200 })
  await page.goto(`${site.origin}/?job=1001&${query}`)
}

const press = async (name: RegExp | string) => button(name).click()
/**
 * Presses with the mouse alone. Whatever looks into the page, and a locator's click does so afterwards,
 * counts as a press for the browser, and lets another tab through.
 */
async function pressByHand(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('There is nothing to press.')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** Waits until so many links were asked for, without looking into the page. */
const asked = (count: number) => expect.poll(() => visit.grants(), { timeout: 20_000 }).toBe(count)

interface Way {
  readonly name: string
  readonly query: string
  /** Presses until the files have started. */
  readonly go: () => Promise<unknown>
  readonly links: number
}

const once = () => Promise.all([downloads(1), download().click()])
const all = () => Promise.all([downloads(2), press('Download all')])

async function saveOne(): Promise<void> {
  await download().click()
  await page.getByRole('article', { name: 'File saved' }).waitFor()
}

async function selectAll(): Promise<void> {
  await page.getByRole('checkbox', { name: /^Select all/ }).check()
}
const bulk = () =>
  page.getByRole('region', { name: 'Selected exports' }).getByRole('button', { name: /^Download/ })

const WAYS: readonly Way[] = [
  { name: 'a hidden frame', query: 'delivery=frame', go: once, links: 1 },
  {
    name: "a hidden frame of the page's origin",
    query: 'delivery=frame&files=same',
    go: once,
    links: 1,
  },
  { name: 'an anchor', query: `delivery=frame&${NO_FRAMES}`, go: once, links: 1 },
  {
    name: "an anchor to the page's origin",
    query: `delivery=frame&files=same&${NO_FRAMES}`,
    go: once,
    links: 1,
  },
  { name: 'a new tab', query: 'delivery=newTab', go: once, links: 1 },
  {
    name: 'a click to download',
    query: 'delivery=newTab&auto',
    go: async () => {
      // nobody looks into the page until it has pressed: each look counts as a press of a person
      await asked(1)
      await page.getByText('Click to download').waitFor()
      await Promise.all([downloads(1), press(/^Click to download/)])
    },
    links: 1,
  },
  {
    name: 'a page that may open no tab',
    query: `delivery=newTab&${NO_POP_UPS}`,
    go: async () => {
      await download().click()
      await page.getByText('Click to download').waitFor()
      await Promise.all([downloads(1), press(/^Click to download/)])
    },
    links: 2,
  },
  {
    name: 'a place on the disk',
    query: 'delivery=save&files=same&private',
    go: saveOne,
    links: 1,
  },
  ...(
    [
      ['lets pages read', 'cors', 1],
      ['lets no page read', 'other', 1],
      ['lets pages read only with the right link', 'strict', 1],
      ['points to where no page may read', 'moved', 2],
      ["of the page's origin points to where no page may read", 'away', 2],
    ] as const
  ).map(([what, files, links]) => ({
    name: `a place on the disk, of a storage that ${what}`,
    query: `delivery=save&files=${files}&private`,
    go: files === 'cors' ? saveOne : once,
    links,
  })),
  { name: 'all files of a job, in frames', query: 'delivery=frame&show=detail', go: all, links: 2 },
  {
    name: 'all files of a job, in tabs',
    query: 'delivery=newTab&show=detail',
    go: async () => {
      await button('Download all').waitFor()
      await Promise.all([downloads(1), pressByHand(button('Download all'))])
      await asked(2)
      await Promise.all([downloads(1), press('Click to download: b.csv')])
    },
    links: 2,
  },
  {
    name: 'all files of a job, on the disk',
    query: 'delivery=save&files=same&private&show=detail',
    go: async () => {
      await press('Download all')
      await expect.poll(() => page.getByText('File saved').count()).toBe(2)
    },
    links: 2,
  },
  {
    name: 'a selection, in frames',
    query: 'delivery=frame&show=bulk',
    go: async () => {
      await selectAll()
      await Promise.all([downloads(2), bulk().click()])
    },
    links: 2,
  },
  {
    name: 'a selection, in tabs',
    query: 'delivery=newTab&show=bulk',
    go: async () => {
      await selectAll()
      await Promise.all([downloads(1), pressByHand(bulk())])
      await asked(2)
      await Promise.all([downloads(1), press(/^Click to download:/)])
    },
    links: 2,
  },
  {
    name: 'a selection, on the disk',
    query: 'delivery=save&files=same&private&show=bulk',
    go: async () => {
      await selectAll()
      await bulk().click()
      await page.getByText('2 exports handed to the browser').waitFor()
    },
    links: 2,
  },
]

describe('a signed link', () => {
  it.each(WAYS)('is found nowhere after $name', async ({ query, go, links }) => {
    await open(query)
    const steps = await page.evaluate(() => history.length)
    await go()
    expect(visit.grants()).toBe(links)
    expect(await page.evaluate<string>('findTraces()')).not.toContain('signature=')
    expect(visit.consoleTexts.join('\n')).not.toContain('signature=')
    expect(await page.evaluate(() => history.length)).toBe(steps)
    expect(page.url()).not.toContain('signature=')
  })

  it.each([
    "localStorage.setItem('x', 'signature=')",
    "sessionStorage.setItem('x', 'signature=')",
    "document.cookie = 'x=signature='",
    "window.name = 'signature='",
    "history.replaceState({ x: 'signature=' }, '')",
    "history.pushState(null, '', '?signature='); history.pushState(null, '', '?')",
    "document.body.setAttribute('data-x', 'signature=')",
    "document.body.append(Object.assign(document.createElement('input'), { value: 'signature=' }))",
    "document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: 'signature=' }))",
    "dispatchEvent(new MessageEvent('message', { data: 'signature=' }))",
    "caches.open('x').then((cache) => cache.put('/x?signature=', new Response('')))",
    "new Promise((done) => { indexedDB.open('x').onsuccess = done })",
  ])('would be found by this search, were it left by %s', async (plant) => {
    await open('delivery=frame')
    await download().waitFor()
    expect(await page.evaluate<string>('findTraces()')).not.toContain('signature=')
    await page.evaluate(`${plant}; null`)
    await expect.poll(() => page.evaluate<string>('findTraces()')).toContain('signature=')
  })

  it.each([
    ['the page', () => "console.info('signature=')"],
    ['the browser', () => `fetch('${site.filesOrigin}/other/files/x?signature=').catch(() => {})`],
  ])('would be found by this search, were it written to the console by %s', async (_, plant) => {
    await open('delivery=frame')
    await download().waitFor()
    expect(visit.consoleTexts.join('\n')).not.toContain('signature=')
    await page.evaluate(`${plant()}; null`)
    await expect.poll(() => visit.consoleTexts.join('\n')).toContain('signature=')
  })
})
