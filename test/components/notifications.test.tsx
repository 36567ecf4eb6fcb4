import { act, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { ExportNotifications } from '../../src/components/notifications/ExportNotifications.js'
import type { ExportJob } from '../../src/core/job.js'
import { useClearExportNotices } from '../../src/hooks/useExportNotifications.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'
import type { ExportNotice } from '../../src/notices/notice-shelf.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { createBackend, openTab } from '../notices/kit.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createFakeBrowser } from '../sync/fake-browser.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
})

const READY = buildExportJob({ id: '1', reportType: 'vendor', createdAt: null })
const ALSO_READY = buildExportJob({ id: '2', reportType: 'inventory' })
const FAILED = buildExportJob({
  id: '3',
  status: 'failed',
  reportType: 'delivery_location',
  error: { code: 'source_timeout', message: 'The warehouse did not answer.' },
})

function open(ui: ReactElement, props: Partial<ExportJobsProviderProps> = {}) {
  const { center } = openTab(createFakeBrowser(), createBackend(), { hasOutlet: false })
  const view = renderWithProvider(
    <NoticeCenterContext.Provider value={center}>{ui}</NoticeCenterContext.Provider>,
    props,
  )
  /** Jobs of the person come to their end, in one answer of the backend. */
  const end = async (...jobs: readonly ExportJob[]) => {
    act(() => {
      for (const { id } of jobs) center.watch(buildExportJob({ id, status: 'pending' }))
    })
    await pass(1_000)
    act(() => center.feed(jobs))
  }
  return { ...view, center, end }
}

const region = () => screen.queryByRole('region', { name: 'Export notifications' })
const notices = () => within(region() ?? document.createElement('i'))
const told = () => screen.getByRole('status')
const items = () => notices().queryAllByRole('listitem')
const dismiss = () => notices().getByRole('button', { name: 'Dismiss' })
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

describe('the notice of an export that is ready', () => {
  it('is not there before, but the place that tells it is', () => {
    open(<ExportNotifications />)
    expect(region()).toBeNull()
    expect(told()).toBeEmptyDOMElement()
  })

  it('says what is ready, and tells it through the place that was there before', async () => {
    const { end } = open(<ExportNotifications />)
    const before = told()
    await end(READY)
    expect(notices().getByText('Export ready')).toBeVisible()
    expect(notices().getByText('Vendor')).toBeVisible()
    expect(notices().getByText('Oct 1 – 31, 2026')).toBeVisible()
    expect(told()).toBe(before)
    expect(told().textContent).toBe('Export ready: Vendor')
  })

  it('hands over the file', async () => {
    const client = createMemoryClient({ jobs: [READY] })
    const { end, user } = open(<ExportNotifications />, { client })
    await end(READY)
    await user.click(notices().getByRole('button', { name: /^Download Vendor/ }))
    await waitFor(() =>
      expect(client.calls.map(({ method }) => method)).toEqual(['createDownload']),
    )
  })

  it('is done with once its file is fetched', async () => {
    const { end, user } = open(<ExportNotifications />, {
      client: createMemoryClient({ jobs: [READY] }),
    })
    await end(READY)
    await user.click(notices().getByRole('button', { name: /^Download Vendor/ }))
    await waitFor(() => expect(region()).toBeNull())
    expect(told()).toBeEmptyDOMElement()
  })

  it('goes when its file is fetched in the table, and leaves the focus there', async () => {
    const { end, user, center } = open(
      <>
        <ExportHistoryTable />
        <ExportNotifications />
      </>,
      { client: createMemoryClient({ jobs: [READY] }) },
    )
    await end(READY)
    const inTable = within(await screen.findByRole('table')).getByRole('button', {
      name: /^Download Vendor/,
    })
    await user.click(inTable)
    await waitFor(() => expect(region()).toBeNull())
    expect(center.readCounts().notDownloaded).toBe(0)
    expect(inTable).toHaveFocus()
  })

  it('tells why a file could not be had, on a page without a table', async () => {
    const client = createMemoryClient({ jobs: [READY] })
    client.failNext('createDownload', 'gone')
    const { end, user } = open(<ExportNotifications />, { client })
    await end(READY)
    await user.click(notices().getByRole('button', { name: /^Download Vendor/ }))
    const popUp = await screen.findByRole('article', { name: 'Failed to download' })
    expect(within(popUp).getByText('The file has been removed. Export it again.')).toBeVisible()
    expect(items()).toHaveLength(1)
  })

  it('leaves pop-ups to a table that is there', async () => {
    const client = createMemoryClient({ jobs: [READY] })
    const { end, user } = open(
      <>
        <ExportNotifications />
        <ExportHistoryTable toastMs={60_000} />
      </>,
      { client },
    )
    await screen.findByRole('table')
    await end(READY)
    client.failNext('createDownload', 'gone')
    await user.click(notices().getByRole('button', { name: /^Download Vendor/ }))
    await screen.findByRole('article', { name: 'Failed to download' })
    await pass(30_000)
    expect(screen.getAllByRole('article')).toHaveLength(1)
  })

  it('says that the file was sent, in place of a button', async () => {
    const { end } = open(<ExportNotifications />)
    await end(buildExportJob({ delivery: 'email', isDownloadable: false }))
    expect(notices().getByText('The file was sent by e-mail.')).toBeVisible()
    expect(notices().queryByRole('button', { name: /^Download/ })).toBeNull()
  })

  it('passes on a note of the backend', async () => {
    const { end } = open(<ExportNotifications />)
    await end(buildExportJob({ warnings: ['3 rows were left out.'] }))
    expect(notices().getByText('3 rows were left out.')).toBeVisible()
    expect(told()).toHaveTextContent('3 rows were left out.')
  })

  it("leads to the job's own page, and is done with then", async () => {
    const { end, user } = open(<ExportNotifications />, { getJobHref: ({ id }) => `#job-${id}` })
    await end(READY)
    const link = notices().getByRole('link', { name: 'Vendor' })
    expect(link).toHaveAttribute('href', '#job-1')
    await user.click(link)
    expect(region()).toBeNull()
  })
})

describe('the notice of an export that failed', () => {
  it('says why', async () => {
    const { end } = open(<ExportNotifications />)
    await end(FAILED)
    expect(notices().getByText('Export failed')).toBeVisible()
    expect(notices().getByText('The warehouse did not answer.')).toBeVisible()
    expect(told()).toHaveTextContent(
      'Export failed: Delivery location. The warehouse did not answer.',
    )
    expect(notices().queryByRole('button', { name: /^Download/ })).toBeNull()
  })

  it('says that there is no reason where the backend gave none', async () => {
    const { end } = open(<ExportNotifications />)
    await end(buildExportJob({ status: 'failed', error: null }))
    expect(notices().getByText('The server gave no reason.')).toBeVisible()
  })
})

describe('several notices', () => {
  it('are told together, once', async () => {
    const { end } = open(<ExportNotifications />)
    const spoken: string[] = []
    const observer = new MutationObserver(() => spoken.push(told().textContent ?? ''))
    observer.observe(told(), { childList: true, characterData: true, subtree: true })
    await end(READY, ALSO_READY, FAILED)
    expect(notices().getByText('2 exports ready, 1 failed')).toBeVisible()
    expect(items().map((item) => within(item).queryByText('Failed')?.textContent)).toEqual([
      undefined,
      undefined,
      'Failed',
    ])
    expect(notices().getByText('The warehouse did not answer.')).toBeVisible()
    await waitFor(() => expect(spoken).toEqual(['2 exports ready, 1 failed']))
  })

  it('are told anew when another one comes, and not when one goes', async () => {
    const { end, center } = open(<ExportNotifications />)
    await end(READY, ALSO_READY)
    const first = told().firstElementChild
    act(() => center.dismiss(['1']))
    expect(notices().getByText('Export ready')).toBeVisible()
    expect(told().firstElementChild).toBe(first)
    expect(told()).toHaveTextContent('2 exports ready')
    await end(buildExportJob({ id: '4' }))
    expect(told().firstElementChild).not.toBe(first)
    expect(told()).toHaveTextContent('2 exports ready')
  })

  it('keep each file at hand', async () => {
    const client = createMemoryClient({ jobs: [READY, ALSO_READY] })
    const { end, user } = open(<ExportNotifications />, { client })
    await end(READY, ALSO_READY)
    await user.click(notices().getByRole('button', { name: /^Download Inventory/ }))
    await waitFor(() =>
      expect(client.calls).toMatchObject([{ method: 'createDownload', args: ['2'] }]),
    )
  })

  it('lead to the history, and are done with then', async () => {
    const { end, user } = open(<ExportNotifications />, { getHistoryHref: () => '#exports' })
    await end(READY, FAILED)
    const link = notices().getByRole('link', { name: 'Show all exports' })
    expect(link).toHaveAttribute('href', '#exports')
    await user.click(link)
    expect(region()).toBeNull()
  })

  it('are listed up to three, and counted beyond', async () => {
    const { end, center } = open(<ExportNotifications />)
    await end(...['1', '2', '3', '4', '5'].map((id) => buildExportJob({ id })))
    expect(notices().getByText('5 exports ready')).toBeVisible()
    expect(items()).toHaveLength(3)
    expect(notices().getByText('and 2 more')).toBeVisible()
    act(() => center.dismiss(['1', '2']))
    expect(items()).toHaveLength(3)
    expect(notices().queryByText(/more$/)).toBeNull()
  })

  it('say every way in which exports can end', async () => {
    const { end } = open(<ExportNotifications />)
    const statuses = ['canceled', 'expired', 'failed', 'completed', 'canceled'] as const
    await end(...statuses.map((status, index) => buildExportJob({ id: `${index}`, status })))
    expect(notices().getByText('1 export ready, 1 failed, 2 canceled, 1 expired')).toBeVisible()
  })
})

describe('notices', () => {
  it('stay until they are dismissed', async () => {
    const { end, user } = open(<ExportNotifications />)
    await end(READY, FAILED)
    await pass(3_600_000)
    expect(items()).toHaveLength(2)
    await user.click(dismiss())
    expect(region()).toBeNull()
    expect(told()).toBeEmptyDOMElement()
  })

  it('leave the focus where it is, and give it back when they are dismissed', async () => {
    const { end, user } = open(
      <>
        <input aria-label="Host" />
        <ExportNotifications />
      </>,
    )
    const host = screen.getByRole('textbox', { name: 'Host' })
    await user.click(host)
    await end(READY)
    expect(host).toHaveFocus()
    await user.tab()
    expect(notices().getByRole('button', { name: /^Download/ })).toHaveFocus()
    await user.tab()
    expect(dismiss()).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(region()).toBeNull()
    expect(host).toHaveFocus()
  })

  it('keep the focus in their midst when the one that has it goes, and give it back with the last', async () => {
    const { end, user } = open(
      <>
        <input aria-label="Host" />
        <ExportNotifications />
      </>,
      { client: createMemoryClient({ jobs: [READY, ALSO_READY] }) },
    )
    const host = screen.getByRole('textbox', { name: 'Host' })
    await user.click(host)
    await end(READY, ALSO_READY)
    await user.tab()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(items()).toHaveLength(1))
    const next = notices().getByRole('button', { name: /^Download Inventory/ })
    expect(next).toHaveFocus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(region()).toBeNull())
    expect(host).toHaveFocus()
  })

  it('go at Escape from within', async () => {
    const { end, user } = open(<ExportNotifications />)
    await end(READY)
    await user.keyboard('{Escape}')
    expect(items()).toHaveLength(1)
    act(() => dismiss().focus())
    await user.keyboard('{Escape}')
    expect(region()).toBeNull()
  })

  it('are lifted over whatever the host stacks, where the browser can', async () => {
    const showPopover = vi.fn()
    Object.assign(HTMLElement.prototype, { showPopover })
    try {
      const { end, center } = open(<ExportNotifications />)
      expect(showPopover).not.toHaveBeenCalled()
      await end(READY)
      const panel = screen.getByLabelText('Export notifications')
      expect(showPopover.mock.contexts).toEqual([panel])
      expect(panel).toHaveAttribute('popover', 'manual')
      await end(FAILED)
      expect(showPopover).toHaveBeenCalledTimes(1)
      act(() => center.dismiss(['1', '3']))
      expect(panel).not.toHaveAttribute('popover')
    } finally {
      Reflect.deleteProperty(HTMLElement.prototype, 'showPopover')
    }
  })

  it("go to the host's own toaster alone", async () => {
    const onNotify = vi.fn<(due: readonly ExportNotice[]) => void>()
    const { end } = open(<ExportNotifications onNotify={onNotify} />)
    await end(READY, FAILED)
    expect(onNotify.mock.calls.map(([due]) => due.map(({ id }) => id))).toEqual([['1', '3']])
    expect(region()).toBeNull()
    expect(told()).toBeEmptyDOMElement()
  })

  it('are shown once, however many places there are', async () => {
    const { end } = open(
      <>
        <ExportNotifications />
        <ExportNotifications />
      </>,
    )
    await end(READY)
    expect(screen.getAllByText('Export ready')).toHaveLength(1)
  })

  it("are drawn by the host's own part and in its own words", async () => {
    const { end, user } = open(
      <ExportNotifications
        labels={{ notifications: { summary: () => 'Fertig' } }}
        components={{
          notification: ({ notice, onDismiss }) => (
            <button type="button" onClick={onDismiss}>
              Own {notice.id}
            </button>
          ),
        }}
      />,
    )
    await end(READY, FAILED)
    expect(notices().getByText('Fertig')).toBeVisible()
    await user.click(notices().getByRole('button', { name: 'Own 1' }))
    expect(items().map(({ textContent }) => textContent)).toEqual(['Own 3'])
  })

  it('are forgotten at sign-out', async () => {
    function SignOut() {
      const clearNotices = useClearExportNotices()
      return (
        <button type="button" onClick={clearNotices}>
          Sign out
        </button>
      )
    }
    const { end, user, center } = open(
      <>
        <SignOut />
        <ExportNotifications />
      </>,
    )
    await end(READY, ALSO_READY)
    expect(center.readCounts().notDownloaded).toBe(2)
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    expect(region()).toBeNull()
    expect(center.readCounts()).toEqual({ unfinished: 0, notDownloaded: 0, expiringSoon: 0 })
  })

  it('keep nobody out', async () => {
    const { end } = open(<ExportNotifications />, {
      getHistoryHref: () => '#exports',
      getJobHref: ({ id }) => `#${id}`,
    })
    await end(READY, ALSO_READY, FAILED, buildExportJob({ id: '4', status: 'canceled' }))
    vi.useRealTimers()
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})
