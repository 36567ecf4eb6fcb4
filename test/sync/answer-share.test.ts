import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import { ExportJobsError } from '../../src/core/errors.js'
import { DEFAULT_POLL_POLICY, nextPollDelay } from '../../src/core/poll-plan.js'
import { type AnswerEvent, createAnswerShare } from '../../src/sync/answer-share.js'
import { createFakeBrowser, type FakeBrowserOptions } from './fake-browser.js'

const page = buildJobPage([buildExportJob({ status: 'processing' })])
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

function openWindow(browser: ReturnType<typeof createFakeBrowser>) {
  const window = browser.open()
  const share = createAnswerShare(window)
  const heard: AnswerEvent[] = []
  const stop = share.onAnswer((event) => heard.push(event))
  /** Claims, and writes down the outcome. */
  const claim = (hash = 'list') => {
    const outcome: { may?: boolean } = {}
    void share.claim(hash).then((may) => {
      outcome.may = may
    })
    return outcome
  }
  return { window, share, heard, claim, stop }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T10:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('windows that show the same list', () => {
  it('ask once, and the answer reaches the others', async () => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    const [first, second] = [one.claim(), other.claim()]
    await pass(100)
    expect([first.may, second.may]).toEqual([true, undefined])
    one.share.publish('list', page)
    await pass(100)
    expect(second.may).toBe(false)
    expect(other.heard).toEqual([{ queryHash: 'list', data: page }])
    expect(one.heard).toEqual([])
  })

  it('each ask for what only they show', async () => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    const [first, second] = [one.claim('page 0'), other.claim('page 1')]
    await pass(100)
    expect([first.may, second.may]).toEqual([true, true])
  })

  it('hear of a failed look, so that they neither ask nor shorten its wait', async () => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    one.claim()
    await pass(100)
    const second = other.claim()
    const error = new ExportJobsError('rate_limited', { message: 'No.', retryAfterMs: 60_000 })
    one.share.publishFailure('list', error)
    await pass(100)
    expect(second.may).toBe(false)
    expect(other.heard).toEqual([
      { queryHash: 'list', failure: { code: 'rate_limited', retryAfterMs: 60_000 } },
    ])
  })

  it.each<[string, (one: ReturnType<typeof openWindow>) => void]>([
    ['crashes', ({ window }) => window.crash()],
    ['is hidden', ({ window }) => window.setVisible(false)],
    ['ends its watch', ({ share }) => share.release('list')],
    ['leaves the list', ({ stop }) => stop()],
  ])('go on at once when the one that asks %s', async (_name, end) => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    one.claim()
    await pass(100)
    const second = other.claim()
    await pass(100)
    end(one)
    await pass(100)
    expect(second.may).toBe(true)
  })

  it('go on without one that hangs', async () => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    one.claim()
    await pass(100)
    const second = other.claim()
    await pass(61_000)
    expect(second.may).toBe(true)
    const again = one.claim()
    await pass(100)
    expect(again.may).toBeUndefined()
  })

  it('do not ask while they are hidden', async () => {
    const { window, claim } = openWindow(createFakeBrowser())
    window.setVisible(false)
    const outcome = claim()
    await pass(100)
    expect(outcome.may).toBe(false)
  })

  it('tell a claim that another took the place of', async () => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    one.claim()
    await pass(100)
    const [former, later] = [other.claim(), other.claim()]
    await pass(100)
    expect([former.may, later.may]).toEqual([false, undefined])
  })

  it('never hand on a download link', async () => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    const grant = { url: 'https://files.example/x?signature=1', ...buildExportJob() }
    one.share.publish('job', grant)
    await pass(100)
    expect(other.heard).toEqual([])
  })

  it('pass over what is no answer', async () => {
    const browser = createFakeBrowser()
    const [one, other] = [openWindow(browser), openWindow(browser)]
    for (const message of [null, 'x', 7, []]) one.window.tabs.channel.post(message)
    await pass(100)
    expect(other.heard).toEqual([])
  })
})

/** Polls as a scheduler does, by the plan, and notes its requests. */
function poll(browser: ReturnType<typeof createFakeBrowser>, requests: number[], seed: number) {
  const { window, share, claim: _, ...rest } = openWindow(browser)
  const since = Date.now()
  let drawn = seed
  const arm = () => {
    drawn = (drawn * 16_807) % 2_147_483_647
    const job = buildExportJob({
      status: 'pending',
      createdAt: new Date(since).toISOString(),
    })
    const delay = nextPollDelay({
      jobs: [job],
      now: Date.now(),
      failures: 0,
      retryAfterMs: null,
      policy: DEFAULT_POLL_POLICY,
      random: drawn / 2_147_483_647,
    })
    clearTimeout(timer)
    timer = setTimeout(step, delay ?? 0)
  }
  const step = async () => {
    if (!(await share.claim('list')) || !window.isAlive()) return
    requests.push(Date.now())
    share.publish('list', page)
    arm()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  share.onAnswer(arm)
  arm()
  return { window, ...rest }
}

describe.each<[string, FakeBrowserOptions]>([
  ['Web Locks', {}],
  ['leases', { hasLocks: false }],
  ['leases and storage events', { hasLocks: false, hasChannel: false }],
])('five windows that poll one list, with %s', (_name, options) => {
  it('ask hardly more often than one', async () => {
    const alone: number[] = []
    poll(createFakeBrowser(options), alone, 7)
    await pass(600_000)
    const together: number[] = []
    const browser = createFakeBrowser(options)
    for (const seed of [1, 2, 3, 4, 5]) poll(browser, together, seed)
    await pass(600_000)
    expect(alone.length).toBeGreaterThan(20)
    expect(together.length).toBeLessThanOrEqual(alone.length * 1.3)
  })

  it('go on within one step when the asking one crashes', async () => {
    const requests: number[] = []
    const browser = createFakeBrowser(options)
    const windows = [1, 2, 3, 4, 5].map((seed) => poll(browser, requests, seed))
    for (const { window } of windows.slice(0, 4)) {
      await pass(20_000)
      window.crash()
    }
    const before = requests.length
    await pass(60_000)
    expect(requests.length).toBeGreaterThan(before + 1)
  })
})
