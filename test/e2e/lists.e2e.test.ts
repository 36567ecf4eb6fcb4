import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import type { ExportStatus } from '../../src/core/status.js'
import { openBrowser, setVisible } from '../support/open-browser.js'
import { answerJson, type PageServer, servePage } from '../support/serve-page.js'

let browser: Browser
let server: PageServer
let context: BrowserContext

interface Look {
  readonly tab: string
  readonly pageSize: string
  readonly at: number
}
/** Every request that reached the backend, in order. */
let looks: Look[] = []
let status: ExportStatus = 'processing'

beforeAll(async () => {
  const answer = answerJson(({ pathname, searchParams }) => {
    if (pathname !== '/jobs') return []
    const [tab, pageSize] = [searchParams.get('tab') ?? '', searchParams.get('pageSize') ?? '']
    looks.push({ tab, pageSize, at: performance.now() })
    return buildJobPage([buildExportJob({ id: '1', status })])
  })
  server = await servePage(new URL('lists-page.tsx', import.meta.url), answer)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
beforeEach(async () => {
  looks = []
  status = 'processing'
  context = await browser.newContext()
})
afterEach(() => context.close())

const STEP_MS = 2_000
const SOME_TIME = { timeout: 30_000, interval: 100 }
const TABS: readonly string[] = ['a', 'b', 'c', 'd', 'e']

async function open(tab: string, query = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.origin}/?tab=${tab}${query}`)
  await page.getByText('1 processing').waitFor()
  return page
}

const openAll = (query = '', tabs: readonly string[] = TABS) =>
  Promise.all(tabs.map((tab) => open(tab, query)))

/** The requests from now on, until there are so many. */
async function nextLooks(count: number): Promise<readonly Look[]> {
  const from = looks.length
  await vi.waitFor(() => expect(looks.length).toBeGreaterThanOrEqual(from + count), SOME_TIME)
  return looks.slice(from)
}

/** Shortest time between two requests. */
const shortestGap = (some: readonly Look[]) =>
  Math.min(...some.slice(1).map(({ at }, index) => at - (some[index]?.at ?? 0)))
/** A request that a busy machine held up brings the next one nearer, but never by half a step. */
const ABOUT_A_STEP_MS = STEP_MS / 2

describe.each([
  ['Web Locks', ''],
  ['leases in storage and storage events', '&noLocks&noChannel'],
])('five windows that show one list, with %s', (_name, query) => {
  it('ask once in each step, and all show the answer', async () => {
    const pages = await openAll(query)
    await nextLooks(2)
    const steps = await nextLooks(4)
    expect(shortestGap(steps)).toBeGreaterThan(ABOUT_A_STEP_MS)
    status = 'completed'
    const before = looks.length
    await Promise.all(pages.map((page) => page.getByText('1 completed').waitFor()))
    expect(looks.length - before).toBeLessThanOrEqual(2)
  })

  it('leave the asking to the one that somebody sees', async () => {
    const pages = await openAll(query)
    for (const page of pages.slice(1)) await setVisible(page, false)
    await nextLooks(1)
    const steps = await nextLooks(4)
    expect(new Set(steps.map(({ tab }) => tab))).toEqual(new Set(['a']))
    expect(shortestGap(steps)).toBeGreaterThan(ABOUT_A_STEP_MS)
  })

  it('go on within seconds when the one that asks is closed', async () => {
    const pages = await openAll(query)
    await nextLooks(2)
    const asking = looks.at(-1)?.tab
    const closedAt = performance.now()
    await pages[TABS.indexOf(asking ?? '')]?.close()
    await nextLooks(1)
    expect(performance.now() - closedAt).toBeLessThan(10_000)
    expect(looks.at(-1)?.tab).not.toBe(asking)
  })
})

describe('windows of a real browser', () => {
  it('ask once in each step for each list that is shown, however many show it', async () => {
    await Promise.all([
      openAll('&pageSize=20', ['a', 'b', 'c']),
      openAll('&pageSize=50', ['d', 'e']),
    ])
    await nextLooks(4)
    const steps = await nextLooks(8)
    for (const pageSize of ['20', '50']) {
      const ofOne = steps.filter((look) => look.pageSize === pageSize)
      expect(ofOne.length).toBeGreaterThanOrEqual(3)
      expect(shortestGap(ofOne)).toBeGreaterThan(ABOUT_A_STEP_MS)
    }
  })

  it('send nothing while all are hidden, and look soon when one is seen again', async () => {
    const pages = await openAll('', ['a', 'b'])
    for (const page of pages) await setVisible(page, false)
    // another list, on the same clock
    await open('c', '&pageSize=50')
    await nextLooks(1)
    const meanwhile = await nextLooks(4)
    expect(new Set(meanwhile.map(({ tab }) => tab))).toEqual(new Set(['c']))
    const before = looks.length
    status = 'completed'
    await setVisible(pages[1] as Page, true)
    await pages[1]?.getByText('1 completed').waitFor()
    const later = looks.slice(before).map(({ tab }) => tab)
    expect(later.filter((tab) => tab !== 'c')).toEqual(['b'])
  })

  it('go on within seconds when the one that asks crashes', async () => {
    const pages = await openAll()
    await nextLooks(2)
    const asking = looks.at(-1)?.tab
    const page = pages[TABS.indexOf(asking ?? '')] as Page
    const crashedAt = performance.now()
    const session = await context.newCDPSession(page)
    // the page is gone before it can answer
    void session.send('Page.crash').catch(() => {})
    await page.waitForEvent('crash')
    await nextLooks(2)
    expect(performance.now() - crashedAt).toBeLessThan(15_000)
    expect(looks.slice(-2).map(({ tab }) => tab)).not.toContain(asking)
  })

  it('ask each for itself where they cannot know of each other, but never unseen', async () => {
    const pages = await openAll('&noLocks&noChannel&noStorage', ['a', 'b', 'c'])
    await setVisible(pages[2] as Page, false)
    await nextLooks(3)
    const steps = await nextLooks(6)
    expect(new Set(steps.map(({ tab }) => tab))).toEqual(new Set(['a', 'b']))
  })
})
