import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { ExportJob } from '../../src/core/job.js'
import { openBrowser, setVisible } from '../support/open-browser.js'
import { answerJson, type PageServer, servePage } from '../support/serve-page.js'

let browser: Browser
let server: PageServer
let context: BrowserContext

const jobs = new Map<string, ExportJob>()
/** Which window asked the backend, in order. */
let looks: string[] = []
/** Which window showed which job's notice, in order. */
let shown: { tab: string; id: string }[] = []
let isSignedIn = true

beforeAll(async () => {
  server = await servePage(new URL('notices-page.tsx', import.meta.url), answerJson(answerTo))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
beforeEach(async () => {
  jobs.clear()
  looks = []
  shown = []
  isSignedIn = true
  context = await browser.newContext()
})
afterEach(() => context.close())

function answerTo(url: URL): unknown {
  const tab = url.searchParams.get('tab') ?? ''
  const ids = url.searchParams.get('ids')?.split(',') ?? []
  if (url.pathname === '/shown') return shown.push(...ids.map((id) => ({ tab, id })))
  if (url.pathname === '/create') {
    const id = String(jobs.size + 1)
    const createdAt = new Date().toISOString()
    jobs.set(id, buildExportJob({ id, status: 'pending', createdAt, startedAt: null }))
    return jobs.get(id)
  }
  if (url.pathname !== '/jobs') return []
  looks.push(tab)
  if (!isSignedIn) return null
  return ids.flatMap((id) => jobs.get(id) ?? [])
}

const end = (id: string) => jobs.set(id, buildExportJob({ id, status: 'completed' }))

async function open(tab: string, query = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.origin}/?tab=${tab}${query}`)
  await page.getByRole('button', { name: 'Export' }).waitFor()
  return page
}

/** Reloads, and waits until the page knows what is stored. */
async function reload(page: Page): Promise<void> {
  await page.reload()
  await page.getByText('"unfinished":0').waitFor()
}

const openFive = (query = '') =>
  Promise.all(['a', 'b', 'c', 'd', 'e'].map((tab) => open(tab, query)))

const request = (page: Page) => page.getByRole('button', { name: 'Export' }).click()
const noticesOn = (page: Page) => page.getByRole('listitem').count()
const noticesIn = async (pages: readonly Page[]) =>
  (await Promise.all(pages.map(noticesOn))).reduce((sum, count) => sum + count, 0)

const turnTo = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))

/** Whether no window waits for a job or has a notice to show: nothing more can come then. */
const isAtRest = (page: Page) =>
  page.evaluate(async () => {
    const locks = await navigator.locks?.query()
    const leases = Object.keys(localStorage).filter((key) => key.includes(':lease:'))
    return [...(locks?.held ?? []), ...(locks?.pending ?? []), ...leases].length === 0
  })
const untilAtRest = (page: Page) =>
  vi.waitFor(async () => expect(await isAtRest(page)).toBe(true), SOME_TIME)

const SOME_TIME = { timeout: 20_000, interval: 100 }

describe.each([
  ['Web Locks', ''],
  ['leases in storage, as on plain http', '&plain'],
])('five windows of a real browser, with %s', (_name, query) => {
  it('show exactly one notice per job, and none after a reload', async () => {
    const pages = await openFive(query)
    const [first, second] = pages as [Page, Page]
    await request(first)
    await request(second)
    end('1')
    end('2')
    await vi.waitFor(() => expect(shown).toHaveLength(2), SOME_TIME)
    await untilAtRest(first)
    expect(shown.map(({ id }) => id).toSorted()).toEqual(['1', '2'])
    expect(await noticesIn(pages)).toBe(2)
    await Promise.all(pages.map(reload))
    await untilAtRest(first)
    expect(await noticesIn(pages)).toBe(0)
    expect(shown).toHaveLength(2)
  })

  it('ask from one window alone', async () => {
    const pages = await openFive(query)
    const [first] = pages as [Page]
    await request(first)
    await vi.waitFor(() => expect(looks.length).toBeGreaterThanOrEqual(3), SOME_TIME)
    expect(new Set(looks).size).toBe(1)
  })

  it('hand over within seconds when the one that watches is closed', async () => {
    const pages = await openFive(query)
    await request(pages[0] as Page)
    await vi.waitFor(() => expect(looks.length).toBeGreaterThan(0), SOME_TIME)
    const leader = looks[0] ?? ''
    const index = ['a', 'b', 'c', 'd', 'e'].indexOf(leader)
    const closedAt = Date.now()
    await (pages[index] as Page).close()
    const rest = pages.filter((_page, at) => at !== index)
    end('1')
    await vi.waitFor(() => expect(shown).toHaveLength(1), SOME_TIME)
    expect(Date.now() - closedAt).toBeLessThan(10_000)
    expect(shown[0]?.tab).not.toBe(leader)
    expect(await noticesIn(rest)).toBe(1)
  })

  it('show the notice in the window that the person turned to last', async () => {
    const pages = await openFive(query)
    await request(pages[0] as Page)
    await vi.waitFor(() => expect(looks.length).toBeGreaterThan(0), SOME_TIME)
    await turnTo(pages[3] as Page)
    end('1')
    await vi.waitFor(() => expect(shown).toEqual([{ tab: 'd', id: '1' }]), SOME_TIME)
    await turnTo(pages[1] as Page)
    await vi.waitFor(async () => expect(await noticesOn(pages[1] as Page)).toBe(1), SOME_TIME)
    expect(await noticesIn(pages)).toBe(1)
  })
})

describe('windows of a real browser', () => {
  it('let a visible one take over from a hidden one, and keep the notice while all are hidden', async () => {
    const [one, other] = [await open('a'), await open('b')]
    await setVisible(other, false)
    await request(one)
    await vi.waitFor(() => expect(looks).toContain('a'), SOME_TIME)
    await setVisible(one, false)
    end('1')
    await setVisible(other, true)
    await vi.waitFor(() => expect(shown).toEqual([{ tab: 'b', id: '1' }]), SOME_TIME)
    expect(looks.at(-1)).toBe('b')
    await setVisible(other, false)
    expect(await noticesIn([one, other])).toBe(0)
    await setVisible(one, true)
    await vi.waitFor(async () => expect(await noticesOn(one)).toBe(1), SOME_TIME)
  })

  it('find a job again after a reload in the middle', async () => {
    const page = await open('a')
    await request(page)
    await page.reload()
    end('1')
    await vi.waitFor(() => expect(shown).toEqual([{ tab: 'a', id: '1' }]), SOME_TIME)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await noticesOn(page)).toBe(0)
    expect(await page.getByRole('status').textContent()).toContain('"notDownloaded":1')
  })

  it("hand each notice to the host's toaster once", async () => {
    const pages = await openFive('&toaster')
    await request(pages[0] as Page)
    await request(pages[1] as Page)
    await request(pages[2] as Page)
    for (const id of ['1', '2', '3']) end(id)
    await vi.waitFor(() => expect(shown).toHaveLength(3), SOME_TIME)
    for (const page of pages) await turnTo(page)
    await Promise.all(pages.map(reload))
    await untilAtRest(pages[0] as Page)
    expect(shown.map(({ id }) => id).toSorted()).toEqual(['1', '2', '3'])
  })

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['the person signs out', (page) => page.getByRole('button', { name: 'Sign out' }).click()],
    [
      'the backend no longer knows the person',
      async () => {
        isSignedIn = false
      },
    ],
  ])('forget everything when %s', async (_name, signOut) => {
    const pages = await openFive()
    await request(pages[0] as Page)
    await request(pages[0] as Page)
    end('1')
    await vi.waitFor(() => expect(shown).toHaveLength(1), SOME_TIME)
    await signOut(pages[4] as Page)
    await vi.waitFor(async () => expect(await noticesIn(pages)).toBe(0), SOME_TIME)
    const stored = () =>
      (pages[2] as Page).evaluate(() =>
        Object.keys(localStorage).filter((key) => key.includes(':notice:')),
      )
    await vi.waitFor(async () => expect(await stored()).toEqual([]), SOME_TIME)
    const before = looks.length
    isSignedIn = true
    end('2')
    await untilAtRest(pages[0] as Page)
    expect(looks).toHaveLength(before)
    expect(await noticesIn(pages)).toBe(0)
  })

  it("never show another person's", async () => {
    const ann = await open('a')
    await request(ann)
    const bob = await open('b', '&user=bob')
    end('1')
    await vi.waitFor(() => expect(shown).toHaveLength(1), SOME_TIME)
    expect(shown[0]?.tab).toBe('a')
    expect(await bob.getByRole('status').textContent()).toContain('"notDownloaded":0')
  })
})
