import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { getNoticeCenter } from '../../src/notices/notice-centers.js'
import { createFakeBrowser } from '../sync/fake-browser.js'
import { createBackend, openTab, pass, refusal, START } from './kit.js'

const DAY_MS = 86_400_000
const ANN = 'react-export-jobs:notice:["export-jobs","backend","ann",{}]'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A window that waits for job 1. */
async function waitForOne(overrides: Parameters<typeof openTab>[2] = {}) {
  const browser = createFakeBrowser()
  const backend = createBackend()
  const tab = openTab(browser, backend, overrides)
  tab.center.watch(backend.create('1'))
  await pass(1_000)
  return { browser, backend, ...tab }
}

describe('a job that the person asked for', () => {
  it.each(['completed', 'failed', 'canceled', 'expired'] as const)(
    'gets a notice when it has %s',
    async (status) => {
      const { backend, shown } = await waitForOne()
      await pass(3_000)
      expect(shown()).toEqual([])
      backend.end('1', { status })
      await pass(3_000)
      expect(shown()).toEqual(['1'])
    },
  )

  it('is no longer asked about once it has ended', async () => {
    const { backend } = await waitForOne()
    backend.end('1')
    await pass(10_000)
    const before = backend.requests.length
    await pass(3_600_000)
    expect(backend.requests).toHaveLength(before)
  })

  it('gets a notice at once when it had ended as soon as it was made', async () => {
    const browser = createFakeBrowser()
    const backend = createBackend()
    const { center, shown } = openTab(browser, backend)
    backend.end('1')
    center.watch(buildExportJob({ id: '1', status: 'completed' }))
    await pass(1_000)
    expect(shown()).toEqual(['1'])
    expect(backend.requests).toEqual([])
  })

  it('is found again after a reload', async () => {
    const { browser, backend, window } = await waitForOne()
    window.crash()
    backend.end('1')
    await pass(60_000)
    const { shown } = openTab(browser, backend)
    await pass(5_000)
    expect(shown()).toEqual(['1'])
  })

  it('keeps its notice until it is dismissed, also after it counts as delivered', async () => {
    const { backend, shown, center } = await waitForOne()
    backend.end('1')
    await pass(3_600_000)
    expect(shown()).toEqual(['1'])
    center.dismiss(['1'])
    expect(shown()).toEqual([])
    await pass(3_600_000)
    expect(shown()).toEqual([])
  })

  it('gets its notice again after a reload when that was seen for less than five seconds', async () => {
    const { browser, backend, window, shown } = await waitForOne()
    backend.end('1')
    await pass(2_000)
    expect(shown()).toEqual(['1'])
    window.crash()
    const next = openTab(browser, backend)
    await pass(1_000)
    expect(next.shown()).toEqual(['1'])
  })

  it.each<[string, (tab: Awaited<ReturnType<typeof waitForOne>>) => Promise<unknown>]>([
    ['seen for five seconds', () => pass(7_000)],
    ['dismissed', async ({ center }) => center.dismiss(['1'])],
  ])('gets no second notice after a reload when its notice was %s', async (_name, deliver) => {
    const tab = await waitForOne()
    tab.backend.end('1')
    await pass(2_000)
    expect(tab.shown()).toEqual(['1'])
    await deliver(tab)
    tab.window.crash()
    const next = openTab(tab.browser, tab.backend)
    await pass(10_000)
    expect(next.shown()).toEqual([])
  })

  it('gets its notice only when somebody can see it', async () => {
    const { backend, shown, window } = await waitForOne()
    window.setVisible(false)
    backend.end('1')
    await pass(3_600_000)
    expect(shown()).toEqual([])
    window.setVisible(true)
    await pass(1_000)
    expect(shown()).toEqual(['1'])
  })

  it('gets a new notice when it was started again', async () => {
    const { backend, shown, center } = await waitForOne()
    backend.end('1', { status: 'failed' })
    await pass(10_000)
    const failed = backend.jobs.get('1')
    center.watch(backend.create('1'))
    expect(shown()).toEqual([])
    // an answer that was under way when it was started again
    if (failed !== undefined) center.feed([failed])
    await pass(10_000)
    expect(shown()).toEqual([])
    backend.end('1')
    await pass(10_000)
    expect(shown()).toEqual(['1'])
  })

  it('loses its notice in the window that shows it when its file is fetched in another', async () => {
    const { browser, backend, center, shown } = await waitForOne()
    const other = openTab(browser, backend)
    backend.end('1')
    await pass(10_000)
    expect([shown(), other.shown()].flat()).toEqual(['1'])
    const elsewhere = shown().length > 0 ? other.center : center
    elsewhere.markDownloaded('1')
    await pass(100)
    expect([shown(), other.shown()].flat()).toEqual([])
    expect(center.readCounts().notDownloaded).toBe(0)
  })

  it('gets no notice when its file was fetched before anybody could see one', async () => {
    const { browser, backend, window } = await waitForOne()
    window.setVisible(false)
    backend.end('1')
    await pass(120_000)
    openTab(browser, backend, { hasOutlet: false }).center.markDownloaded('1')
    window.setVisible(true)
    const next = openTab(browser, backend)
    await pass(10_000)
    expect(next.shown()).toEqual([])
    expect(browser.heldLocks()).toEqual([])
  })

  it('is forgotten, with its notice and in every count, when the person has deleted it', async () => {
    const { browser, backend, center, shown } = await waitForOne()
    const other = openTab(browser, backend)
    backend.end('1')
    await pass(10_000)
    expect([shown(), other.shown()].flat()).toEqual(['1'])
    other.center.drop(['1'])
    await pass(100)
    expect([shown(), other.shown()].flat()).toEqual([])
    expect(center.readCounts()).toEqual({ unfinished: 0, notDownloaded: 0, expiringSoon: 0 })
  })

  it('is waited for once, however often it is named', async () => {
    const { backend, center, shown } = await waitForOne()
    center.watch(backend.jobs.get('1') ?? buildExportJob())
    backend.end('1')
    await pass(10_000)
    center.watch(backend.jobs.get('1') ?? buildExportJob())
    center.dismiss(['1'])
    await pass(10_000)
    expect(shown()).toEqual([])
  })

  it('leaves neither lock nor plan behind when it has ended', async () => {
    const { browser, backend } = await waitForOne()
    expect(browser.heldLocks()).toHaveLength(1)
    backend.end('1')
    await pass(20_000)
    expect(browser.heldLocks()).toEqual([])
    expect([...browser.stored.keys()].filter((key) => key.includes('plan'))).toEqual([])
  })
})

describe('several jobs', () => {
  it('give one list of notices, in the order in which they were asked for', async () => {
    const { backend, shown, center } = await waitForOne()
    await pass(10)
    center.watch(backend.create('2'))
    await pass(10)
    center.watch(backend.create('3'))
    backend.end('3')
    backend.end('1', { status: 'failed' })
    await pass(5_000)
    expect(shown()).toEqual(['1', '3'])
  })

  it('that are gone or not to be seen are dropped without a word', async () => {
    const backend = createBackend({ canGetJobs: false })
    const { center, shown, errors } = openTab(createFakeBrowser(), backend)
    for (const id of ['1', '2', '3']) center.watch(backend.create(id))
    backend.jobs.delete('1')
    backend.jobs.delete('2')
    backend.failing.set('2', refusal('forbidden'))
    await pass(5_000)
    backend.end('3')
    await pass(60_000)
    expect(shown()).toEqual(['3'])
    expect(errors).toEqual([])
    expect(center.readCounts().unfinished).toBe(0)
  })

  it('beyond fifty push the oldest out', async () => {
    const { backend, center } = await waitForOne()
    for (let id = 2; id <= 60; id += 1) {
      await pass(1)
      center.watch(backend.create(String(id)))
    }
    expect(center.readCounts().unfinished).toBe(50)
    await pass(5_000)
    expect(backend.requests.at(-1)?.ids).not.toContain('1')
    expect(backend.requests.at(-1)?.ids).toContain('60')
  })
})

describe('a look that fails', () => {
  it('makes no notice, is told, and is repeated ever more slowly until one succeeds', async () => {
    const { backend, shown, errors } = await waitForOne()
    backend.state.failure = refusal('unavailable')
    await pass(600_000)
    expect(shown()).toEqual([])
    expect(errors.length).toBeGreaterThan(3)
    expect(errors.length).toBeLessThan(12)
    backend.state.failure = null
    backend.end('1')
    await pass(180_000)
    expect(shown()).toEqual(['1'])
  })

  it('waits as long as the backend says, also after a reload', async () => {
    const { browser, backend, window } = await waitForOne()
    backend.state.failure = refusal('rate_limited', 300_000)
    await pass(2_000)
    const refused = backend.requests.length
    window.crash()
    await pass(1_000)
    const next = openTab(browser, backend)
    next.center.watch(backend.create('2'))
    await pass(290_000)
    expect(backend.requests).toHaveLength(refused)
    await pass(120_000)
    expect(backend.requests.length).toBeGreaterThan(refused)
  })

  it.each(['unauthenticated', 'forbidden'] as const)(
    'with "%s" ends the watch and forgets everything',
    async (code) => {
      const { browser, backend, center, shown } = await waitForOne()
      backend.state.failure = refusal(code)
      await pass(3_000)
      const looks = backend.requests.length
      backend.state.failure = null
      backend.end('1')
      await pass(3_600_000)
      expect(backend.requests).toHaveLength(looks)
      expect(shown()).toEqual([])
      expect(center.readCounts()).toEqual({ unfinished: 0, notDownloaded: 0, expiringSoon: 0 })
      expect([...browser.stored.keys()]).toEqual([])
    },
  )

  it('that asking again cannot better is not repeated until another job is asked for', async () => {
    const { backend, center } = await waitForOne()
    backend.state.failure = refusal('invalid')
    await pass(3_600_000)
    expect(backend.requests).toHaveLength(1)
    backend.state.failure = null
    center.watch(backend.create('2'))
    await pass(10_000)
    expect(backend.requests.length).toBeGreaterThan(1)
  })

  it('for one job does not keep the others from their notices', async () => {
    const backend = createBackend({ canGetJobs: false })
    const { center, shown } = openTab(createFakeBrowser(), backend)
    for (const id of ['1', '2']) center.watch(backend.create(id))
    backend.end('1')
    backend.end('2')
    backend.failing.set('2', refusal('unavailable'))
    await pass(3_000)
    expect(shown()).toEqual(['1'])
    backend.failing.clear()
    await pass(60_000)
    expect(shown()).toEqual(['1', '2'])
  })
})

describe('the requests', () => {
  it('ask about all jobs in one where the backend can', async () => {
    const { backend, center } = await waitForOne()
    for (const id of ['2', '3']) center.watch(backend.create(id))
    await pass(2_000)
    expect(backend.requests.map(({ method, ids }) => [method, ids])).toEqual([
      ['getJobs', ['1', '2', '3']],
    ])
  })

  it('ask for the unfinished ones in one page, and for those that ended one by one, four at once', async () => {
    const backend = createBackend({ canGetJobs: false })
    const { center, shown } = openTab(createFakeBrowser(), backend)
    const ids = Array.from({ length: 12 }, (_, index) => String(index))
    for (const id of ids) center.watch(backend.create(id))
    for (const id of ids.slice(0, 10)) backend.end(id)
    await pass(2_500)
    const methods = backend.requests.map(({ method }) => method)
    expect(methods.filter((method) => method === 'listJobs')).toHaveLength(1)
    expect(methods.filter((method) => method === 'getJob')).toHaveLength(10)
    expect(backend.state.mostLive).toBe(4)
    expect(shown()).toHaveLength(10)
  })

  it('ask for a single job by itself', async () => {
    const backend = createBackend({ canGetJobs: false })
    const { center } = openTab(createFakeBrowser(), backend)
    center.watch(backend.create('1'))
    await pass(2_500)
    expect(backend.requests.map(({ method }) => method)).toEqual(['getJob'])
  })

  it('grow with the logarithm of the duration', async () => {
    const { backend } = await waitForOne()
    await pass(1_800_000)
    expect(backend.requests.length).toBeGreaterThan(20)
    expect(backend.requests.length).toBeLessThan(60)
  })

  it('come at most once a minute while the window is hidden', async () => {
    const { backend, window } = await waitForOne()
    window.setVisible(false)
    await pass(600_000)
    expect(backend.requests.length).toBeGreaterThan(5)
    expect(backend.requests.length).toBeLessThanOrEqual(10)
    const before = backend.requests.length
    window.setVisible(true)
    await pass(2_000)
    expect(backend.requests).toHaveLength(before + 1)
  })

  it('rest without network, and come back spread over one step', async () => {
    const { backend, window } = await waitForOne()
    await pass(20_000)
    const before = backend.requests.length
    window.setOnline(false)
    await pass(600_000)
    expect(backend.requests).toHaveLength(before)
    window.setOnline(true)
    await pass(200)
    expect(backend.requests).toHaveLength(before)
    await pass(5_000)
    expect(backend.requests.length).toBeGreaterThan(before)
  })

  it.each(['manual', 'off'] as const)('are not made in mode "%s"', async (mode) => {
    const { backend, center, shown } = await waitForOne({ policy: { mode } })
    backend.end('1')
    await pass(3_600_000)
    expect(backend.requests).toEqual([])
    center.feed([...backend.jobs.values()])
    await pass(1_000)
    expect(shown()).toEqual(['1'])
  })

  it('are spared by a list on screen that tells of every job', async () => {
    const { backend, center, shown } = await waitForOne()
    for (let look = 0; look < 30; look += 1) {
      center.feed([...backend.jobs.values()])
      await pass(1_000)
    }
    expect(backend.requests).toEqual([])
    backend.end('1')
    center.feed([...backend.jobs.values()])
    expect(shown()).toEqual(['1'])
  })

  it('are not spared by a list that tells of other jobs', async () => {
    const { backend, center } = await waitForOne()
    for (let look = 0; look < 10; look += 1) {
      center.feed([buildExportJob({ id: 'other' })])
      await pass(1_000)
    }
    expect(backend.requests.length).toBeGreaterThan(1)
  })

  it('are not made by a page that shows no notices', async () => {
    const { backend } = await waitForOne({ hasOutlet: false })
    await pass(60_000)
    expect(backend.requests).toEqual([])
  })

  it('end with the last place that shows notices', async () => {
    const { backend, detach, browser } = await waitForOne()
    detach()
    await pass(60_000)
    expect(backend.requests).toEqual([])
    expect(browser.heldLocks()).toEqual([])
  })

  it('use the client that the host gave last', async () => {
    const { backend, center, window } = await waitForOne()
    const other = createBackend()
    other.end('1')
    center.use({
      client: other.clientFor(window),
      policy: { mode: 'auto' } as never,
      onError: () => {},
    })
    await pass(5_000)
    expect(backend.requests).toEqual([])
    expect(other.requests).toHaveLength(1)
  })
})

describe('the watch list', () => {
  it.each([
    ['seven days', undefined, 7 * DAY_MS],
    ['the age that the host set', DAY_MS, DAY_MS],
  ])('forgets a job after %s', async (_name, maxAgeMs, age) => {
    const { browser, backend, window } = await waitForOne({ maxAgeMs })
    window.crash()
    await pass(age - 60_000)
    const before = openTab(browser, backend, { maxAgeMs })
    expect(before.center.readCounts().unfinished).toBe(1)
    before.window.crash()
    await pass(60_000)
    const after = openTab(browser, backend, { maxAgeMs })
    expect(after.center.readCounts().unfinished).toBe(0)
    await pass(100)
    expect([...browser.stored.keys()]).toEqual([])
  })

  it("forgets a job that a wrong clock put into next year, and other people's old ones", async () => {
    const { browser, backend, window } = await waitForOne()
    window.crash()
    vi.setSystemTime(START - 365 * DAY_MS)
    const bob = openTab(browser, backend, { userKey: 'bob' })
    expect(bob.center.readCounts().unfinished).toBe(0)
    await pass(100)
    expect([...browser.stored.keys()]).toEqual([])
  })

  it('is passed over where it holds nonsense', async () => {
    const browser = createFakeBrowser()
    for (const text of ['', 'x', 'null', '{}', '[]', '{"at":"x"}', `{"at":${START}}`]) {
      browser.stored.set(`${ANN}:asked:${text}`, text)
      browser.stored.set(`${ANN}:finished:${text}`, text)
    }
    browser.stored.set(`${ANN}:plan:`, '{"at":0,"plan":7}')
    const { center, shown } = openTab(browser, createBackend())
    await pass(5_000)
    expect(shown()).toEqual([])
    expect(center.readCounts().unfinished).toBe(0)
  })

  it('holds neither parameters nor anything that opens a file', async () => {
    const browser = createFakeBrowser()
    const backend = createBackend()
    const { center } = openTab(browser, backend)
    const parameters = { vendor: 'Confidential Ltd' }
    center.watch(backend.create('1', { parameters }))
    backend.end('1', { parameters })
    await pass(3_000)
    const text = [...browser.stored.values()].join()
    expect(text).toContain('"completed"')
    expect(text).not.toContain('Confidential')
    expect(text).not.toMatch(/https?:/)
  })

  it('is cleared in every window when the person signs out', async () => {
    const { browser, backend, center, shown } = await waitForOne()
    center.watch(backend.create('2'))
    const other = openTab(browser, backend)
    backend.end('1')
    await pass(10_000)
    expect([...shown(), ...other.shown()]).toEqual(['1'])
    center.clear()
    const looks = backend.requests.length
    await pass(600_000)
    expect([...shown(), ...other.shown()]).toEqual([])
    expect(other.center.readCounts()).toEqual({ unfinished: 0, notDownloaded: 0, expiringSoon: 0 })
    expect(backend.requests).toHaveLength(looks)
    expect([...browser.stored.keys()]).toEqual([])
  })

  it('is cleared for every tenant at sign-out, and for nobody else', async () => {
    const { browser, backend, center } = await waitForOne()
    const elsewhere = openTab(browser, backend, { scope: { companyId: '7' } })
    const bob = openTab(browser, backend, { userKey: 'ann2' })
    for (const tab of [elsewhere, bob]) tab.center.watch(backend.create('2'))
    await pass(100)
    center.clear()
    await pass(100)
    expect(elsewhere.center.readCounts().unfinished).toBe(0)
    expect(bob.center.readCounts().unfinished).toBe(1)
  })

  it('of one tenant is all that a refusal there ends', async () => {
    const { browser, backend, center } = await waitForOne()
    const elsewhere = openTab(browser, createBackend(), { scope: { companyId: '7' } })
    elsewhere.center.watch(buildExportJob({ id: '2', status: 'pending' }))
    backend.state.failure = refusal('forbidden')
    await pass(1_500)
    expect(center.readCounts().unfinished).toBe(0)
    expect(elsewhere.center.readCounts().unfinished).toBe(1)
  })

  it('is cleared also of what a look under way brings after the sign-out', async () => {
    const { browser, backend, center, shown } = await waitForOne()
    backend.end('1')
    await vi.advanceTimersToNextTimerAsync()
    expect(backend.state.live).toBe(1)
    center.clear()
    await pass(10_000)
    expect(shown()).toEqual([])
    expect([...browser.stored.keys()]).toEqual([])
  })

  it("never shows one person another's", async () => {
    const { browser, backend } = await waitForOne()
    const bob = openTab(browser, backend, { userKey: 'bob' })
    backend.end('1')
    await pass(60_000)
    expect(bob.shown()).toEqual([])
    expect(bob.center.readCounts()).toEqual({ unfinished: 0, notDownloaded: 0, expiringSoon: 0 })
  })

  it('stays on the page where nobody is known to be signed in', async () => {
    const browser = createFakeBrowser()
    const backend = createBackend()
    const { center, shown } = openTab(browser, backend, { userKey: null, tabs: undefined })
    center.watch(backend.create('1'))
    backend.end('1')
    await pass(5_000)
    expect(shown()).toEqual(['1'])
    expect([...browser.stored.keys()]).toEqual([])
    expect(
      openTab(browser, backend, { userKey: null, tabs: undefined }).center.readCounts(),
    ).toEqual({
      unfinished: 0,
      notDownloaded: 0,
      expiringSoon: 0,
    })
  })

  it.each(['full', 'forbidden'] as const)(
    'is kept for the page alone when storage is %s',
    async (storage) => {
      const browser = createFakeBrowser({ storage })
      const backend = createBackend()
      const { center, shown } = openTab(browser, backend)
      const other = openTab(browser, backend)
      center.watch(backend.create('1'))
      backend.end('1')
      await pass(5_000)
      expect([shown(), other.shown()]).toEqual([['1'], []])
      await pass(10_000)
      expect(shown()).toEqual(['1'])
    },
  )
})

describe('the counts for a menu badge', () => {
  it('tell what runs, what waits to be fetched and what expires soon', async () => {
    const { backend, center } = await waitForOne()
    const heard = vi.fn()
    const stop = center.subscribeCounts(heard)
    for (const id of ['2', '3', '4', '5']) center.watch(backend.create(id))
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    backend.end('2', { fileExpiresAt: inHours(48) })
    backend.end('3', { fileExpiresAt: inHours(12) })
    backend.end('4', { status: 'failed' })
    backend.end('5', { delivery: 'email' })
    await pass(10_000)
    expect(center.readCounts()).toEqual({ unfinished: 1, notDownloaded: 2, expiringSoon: 1 })
    expect(heard).toHaveBeenCalled()
    await pass(30 * 3_600_000)
    expect(center.readCounts()).toEqual({ unfinished: 1, notDownloaded: 1, expiringSoon: 1 })
    stop()
  })

  it('no longer hold a file that was fetched, in any window, over a reload', async () => {
    const { browser, backend, center } = await waitForOne()
    const other = openTab(browser, backend)
    backend.end('1')
    await pass(10_000)
    expect(other.center.readCounts().notDownloaded).toBe(1)
    center.markDownloaded('1')
    await pass(100)
    expect(other.center.readCounts().notDownloaded).toBe(0)
    expect(openTab(browser, backend).center.readCounts().notDownloaded).toBe(0)
  })

  it('hold a job of several files until each was fetched, by whichever window', async () => {
    const { browser, backend, center } = await waitForOne()
    backend.end('1')
    await pass(10_000)
    const other = openTab(browser, backend)
    center.markDownloaded('1', { id: 'a', of: ['a', 'b'] })
    await pass(100)
    expect(center.readCounts().notDownloaded).toBe(1)
    other.center.markDownloaded('1', { id: 'b', of: ['a', 'b'] })
    await pass(100)
    expect(center.readCounts().notDownloaded).toBe(0)
    center.drop(['1'])
    await pass(100)
    expect([...browser.stored.keys()].filter((key) => /:(file|downloaded):/.test(key))).toEqual([])
  })

  it('hold a file again that then did not come, unless it had come before', async () => {
    const { backend, center } = await waitForOne()
    backend.end('1')
    await pass(10_000)
    const takeBack = center.markDownloaded('1')
    takeBack()
    expect(center.readCounts().notDownloaded).toBe(1)
    center.markDownloaded('1')
    const again = center.markDownloaded('1')
    again()
    expect(center.readCounts().notDownloaded).toBe(0)
    const takePartBack = center.markDownloaded('1', { id: 'a', of: ['a'] })
    takePartBack()
    expect(center.readCounts().notDownloaded).toBe(0)
  })

  it('hold a job again whose first file did not come, though the last had made it whole', async () => {
    const { backend, center } = await waitForOne()
    backend.end('1')
    await pass(10_000)
    const of = ['a', 'b']
    const takeBack = center.markDownloaded('1', { id: 'a', of })
    center.markDownloaded('1', { id: 'b', of })
    expect(center.readCounts().notDownloaded).toBe(0)
    takeBack()
    expect(center.readCounts().notDownloaded).toBe(1)
  })

  it('know nothing of a file that the person never asked for', async () => {
    const { browser, center } = await waitForOne()
    const keys = browser.stored.size
    center.markDownloaded('other')
    expect(browser.stored.size).toBe(keys)
  })

  it('are there on a page that shows no notices', async () => {
    const { browser, backend } = await waitForOne()
    const badge = openTab(browser, backend, { hasOutlet: false })
    const heard = vi.fn()
    badge.center.subscribeCounts(heard)
    expect(badge.center.readCounts().unfinished).toBe(1)
    backend.end('1')
    await pass(5_000)
    expect(heard).toHaveBeenCalled()
    expect(badge.center.readCounts().notDownloaded).toBe(1)
  })
})

describe('several places on one page', () => {
  it('show each notice once, in the first', async () => {
    const { backend, center, shown } = await waitForOne()
    const second = {}
    const heard = vi.fn()
    const stop = center.attach(second, heard)
    backend.end('1')
    await pass(3_000)
    expect(shown()).toEqual(['1'])
    expect(center.read(second)).toEqual([])
    stop()
  })

  it('hand the notices to the next when the first goes', async () => {
    const { backend, center, detach } = await waitForOne()
    const second = {}
    const heard = vi.fn()
    center.attach(second, heard)
    backend.end('1')
    await pass(3_000)
    heard.mockClear()
    detach()
    expect(heard).toHaveBeenCalled()
    expect(center.read(second).map(({ id }) => id)).toEqual(['1'])
  })

  it('share one center, however many providers there are', () => {
    const home = {}
    const make = vi.fn(() => openTab(createFakeBrowser(), createBackend()).center)
    expect(getNoticeCenter(home, 'ann', make)).toBe(getNoticeCenter(home, 'ann', make))
    expect(getNoticeCenter(home, 'bob', make)).not.toBe(getNoticeCenter(home, 'ann', make))
    expect(make).toHaveBeenCalledTimes(2)
  })
})
