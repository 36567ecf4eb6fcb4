import { act, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  useExportNoticeCounts,
  useExportNotifications,
} from '../../src/hooks/useExportNotifications.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'
import type { ExportNotice } from '../../src/notices/notice-shelf.js'
import { createBackend, openTab, START } from '../notices/kit.js'
import { createFakeBrowser } from '../sync/fake-browser.js'

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

type Notify = (notices: readonly ExportNotice[]) => void

function Notices({ onNotify }: { onNotify?: Notify }) {
  const { notices, dismiss, dismissAll, counts } = useExportNotifications({ onNotify })
  return (
    <>
      <ul>
        {notices.map(({ id, job }) => (
          <li key={id}>
            <button type="button" onClick={() => dismiss(id)}>
              {id} {job.status}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={dismissAll}>
        Dismiss all
      </button>
      <output>{counts.notDownloaded} to fetch</output>
    </>
  )
}

let badgeRenders = 0
function Badge() {
  const { unfinished, notDownloaded, expiringSoon } = useExportNoticeCounts()
  badgeRenders += 1
  return (
    <output>
      {unfinished} running, {notDownloaded} to fetch, {expiringSoon} soon gone
    </output>
  )
}

function renderWith(children: React.ReactNode) {
  const backend = createBackend()
  const tab = openTab(createFakeBrowser(), backend, { hasOutlet: false })
  const tree = (
    <NoticeCenterContext.Provider value={tab.center}>{children}</NoticeCenterContext.Provider>
  )
  const view = render(<StrictMode>{tree}</StrictMode>)
  return { backend, ...tab, ...view }
}

const texts = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent)

describe('useExportNotifications', () => {
  it('gives the jobs that have ended, and takes away what is dismissed', async () => {
    const { backend, center } = renderWith(<Notices />)
    act(() => {
      for (const id of ['1', '2', '3']) center.watch(backend.create(id))
    })
    expect(texts()).toEqual([])
    for (const id of ['1', '2']) backend.end(id)
    backend.end('3', { status: 'failed' })
    await pass(5_000)
    expect(texts()).toEqual(['1 completed', '2 completed', '3 failed'])
    expect(screen.getByRole('status')).toHaveTextContent('2 to fetch')
    act(() => screen.getByRole('button', { name: '1 completed' }).click())
    expect(texts()).toEqual(['2 completed', '3 failed'])
    act(() => screen.getByRole('button', { name: 'Dismiss all' }).click())
    expect(texts()).toEqual([])
    expect(screen.getByRole('status')).toHaveTextContent('2 to fetch')
  })

  it("hands notices to the host's toaster once, together, and shows none itself", async () => {
    const onNotify = vi.fn<Notify>()
    const { backend, center } = renderWith(<Notices onNotify={onNotify} />)
    act(() => {
      for (const id of ['1', '2']) center.watch(backend.create(id))
    })
    for (const id of ['1', '2']) backend.end(id)
    await pass(60_000)
    expect(onNotify.mock.calls.map(([notices]) => notices.map(({ id }) => id))).toEqual([
      ['1', '2'],
    ])
    expect(texts()).toEqual([])
  })

  it('goes on when the toaster throws', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = new Error('broken')
    const { backend, center } = renderWith(
      <Notices
        onNotify={() => {
          throw broken
        }}
      />,
    )
    act(() => center.watch(backend.create('1')))
    backend.end('1')
    await pass(5_000)
    expect(log).toHaveBeenCalledWith(
      expect.stringContaining('A function of the host threw'),
      broken,
    )
    expect(screen.getByRole('status')).toHaveTextContent('1 to fetch')
  })

  it('asks nothing any more when it is gone', async () => {
    const { backend, center, unmount } = renderWith(<Notices />)
    act(() => center.watch(backend.create('1')))
    await pass(3_000)
    const looks = backend.requests.length
    expect(looks).toBe(1)
    unmount()
    await pass(60_000)
    expect(backend.requests).toHaveLength(looks)
  })

  it('says which provider is missing', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Notices />)).toThrow(
      '[react-export-jobs] useExportNotifications is used outside <ExportJobsProvider>',
    )
  })
})

describe('useExportNoticeCounts', () => {
  it('counts for a menu badge without asking or showing anything, and renders only for a new count', async () => {
    const { backend, center } = renderWith(<Badge />)
    act(() => center.watch(backend.create('1')))
    expect(screen.getByRole('status')).toHaveTextContent('1 running, 0 to fetch, 0 soon gone')
    const fileExpiresAt = new Date(START + 30 * 3_600_000).toISOString()
    backend.end('1', { fileExpiresAt })
    await pass(60_000)
    expect(backend.requests).toEqual([])
    act(() => center.feed([...backend.jobs.values()]))
    expect(screen.getByRole('status')).toHaveTextContent('0 running, 1 to fetch, 0 soon gone')
    const before = badgeRenders
    await pass(5 * 3_600_000)
    expect(badgeRenders).toBe(before)
    await pass(2 * 3_600_000)
    expect(screen.getByRole('status')).toHaveTextContent('0 running, 1 to fetch, 1 soon gone')
    act(() => center.markDownloaded('1'))
    expect(screen.getByRole('status')).toHaveTextContent('0 running, 0 to fetch, 0 soon gone')
  })
})
