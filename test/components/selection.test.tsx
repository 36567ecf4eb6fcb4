import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import {
  ExportHistoryTable,
  type ExportHistoryTableProps,
} from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportJob } from '../../src/core/job.js'
import type { BulkAction } from '../../src/hooks/useExportBulkAction.js'
import { en } from '../../src/labels/en.js'
import {
  ExportJobsProvider,
  type ExportJobsProviderProps,
} from '../../src/provider/ExportJobsProvider.js'
import { bodyRows, findRows, pager, toolbar } from '../support/elements.js'
import { newTab, openTabs } from '../support/open-tabs.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { watchFrames } from '../support/watch-frames.js'

const ALL: readonly BulkAction[] = ['download', 'cancel', 'delete']
const named = (overrides: Partial<ExportJob> = {}, count = 3) =>
  buildExportJobs(count, (index) => ({ name: `Report ${index + 1}`, ...overrides }))

async function renderTable(
  jobs: readonly ExportJob[] = named(),
  props: Partial<ExportHistoryTableProps> = {},
  provider: Partial<ExportJobsProviderProps> = {},
) {
  const client = createMemoryClient({ jobs })
  const view = renderWithProvider(
    <ExportHistoryTable bulkActions={ALL} toastMs={null} {...props} />,
    { client, polling: { mode: 'off' }, ...provider },
  )
  await findRows()
  return { ...view, client }
}

const box = (name: RegExp) => screen.getByRole('checkbox', { name })
const wholePage = () => box(/^Select all/)
const bar = () => within(screen.getByRole('region', { name: 'Selected exports' }))

// the bar is a part that is fetched; once here, it is there at once
beforeAll(async () => {
  await import('../../src/components/selection/BulkBar.js')
})
const button = (name: string) => bar().getByRole('button', { name })
const callsOf = (client: MemoryClient, method: string) =>
  client.calls.filter((call) => call.method === method)
const result = (text: RegExp | string) => bar().findByText(text)

describe('selecting rows', () => {
  it('is not there unless the host has something to do with them', async () => {
    await renderTable(named(), { bulkActions: [] })
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('counts them, and shows the bar only while there are any', async () => {
    const { user } = await renderTable()
    expect(screen.queryByRole('region', { name: 'Selected exports' })).toBeNull()
    await user.click(box(/^Select Report 2,/))
    expect(bar().getByText('1 selected')).toBeVisible()
    await user.click(button('Clear selection'))
    expect(screen.queryByRole('region', { name: 'Selected exports' })).toBeNull()
    expect(box(/^Select Report 2,/)).not.toBeChecked()
  })

  it('takes the whole page at once, half ticked in between', async () => {
    const { user } = await renderTable()
    await user.click(box(/^Select Report 2,/))
    expect(wholePage()).toBePartiallyChecked()
    await user.click(wholePage())
    expect(bar().getByText('3 selected')).toBeVisible()
    await user.click(wholePage())
    expect(wholePage()).not.toBeChecked()
  })

  it('is kept over pages and refreshes, by id', async () => {
    const { user, client } = await renderTable(named({}, 25))
    await user.click(box(/^Select Report 2,/))
    await user.click(pager().getByRole('button', { name: 'Next page' }))
    await vi.waitFor(() => expect(bodyRows()).toHaveLength(5))
    expect(bar().getByText('1 selected')).toBeVisible()
    await user.click(pager().getByRole('button', { name: 'Previous page' }))
    await vi.waitFor(() => expect(bodyRows()).toHaveLength(20))
    await user.click(toolbar().getByRole('button', { name: 'Refresh' }))
    await vi.waitFor(() => expect(callsOf(client, 'listJobs').length).toBeGreaterThan(2))
    expect(box(/^Select Report 2,/)).toBeChecked()
  })

  it('is cleared by a filter', async () => {
    const { user } = await renderTable()
    await user.click(wholePage())
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    await user.click(screen.getByRole('checkbox', { name: 'Completed' }))
    await vi.waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Selected exports' })).toBeNull(),
    )
  })

  it('is cleared by another tenant', async () => {
    const client = createMemoryClient({ jobs: named() })
    const tree = (companyId: string) => (
      <ExportJobsProvider client={client} scope={{ companyId }} urlState="memory">
        <ExportHistoryTable bulkActions={ALL} />
      </ExportJobsProvider>
    )
    const view = render(tree('7'))
    await findRows()
    await userEvent.click(wholePage())
    expect(bar().getByText('3 selected')).toBeVisible()
    view.rerender(tree('8'))
    await findRows()
    expect(wholePage()).not.toBeChecked()
    expect(screen.queryByRole('region', { name: 'Selected exports' })).toBeNull()
  })
})

describe('doing something with the selection', () => {
  it('names the one job that it asks about', async () => {
    const { user } = await renderTable()
    await user.click(box(/^Select Report 2/))
    await user.click(button('Delete'))
    expect(screen.getByRole('alertdialog', { name: 'Delete Report 2?' })).toBeVisible()
  })

  it('deletes each after asking once, and says how many', async () => {
    const { user, client } = await renderTable()
    await user.click(wholePage())
    await user.click(button('Delete'))
    expect(screen.getByRole('alertdialog', { name: 'Delete 3 exports?' })).toBeVisible()
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }),
    )
    expect(await result('3 exports deleted')).toBeVisible()
    expect(callsOf(client, 'deleteJob')).toHaveLength(3)
    expect(screen.queryByText('3 selected')).toBeNull()
  })

  it('says plainly which could not be, and keeps it selected', async () => {
    const { user, client } = await renderTable()
    client.failNext('deleteJob', 'forbidden')
    await user.click(wholePage())
    await user.click(button('Delete'))
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }),
    )
    expect(await result(/2 exports deleted.*1 could not be:/)).toBeVisible()
    expect(bar().getByRole('listitem')).toHaveTextContent(
      `Report 1: ${en.actions.errors.forbidden}`,
    )
    expect(bar().getByText('1 selected')).toBeVisible()
    expect(box(/^Select Report 1,/)).toBeChecked()
  })

  it('offers one way back for all of them, when told to', async () => {
    const { user, client } = await renderTable(named(), { deletePrompt: 'undo' })
    await user.click(wholePage())
    await user.click(button('Delete'))
    expect(screen.queryAllByRole('cell')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(bodyRows()).toHaveLength(3)
    expect(callsOf(client, 'deleteJob')).toEqual([])
  })

  it('refuses what is not allowed on a job without asking, and says why', async () => {
    const jobs = named().map(
      (job, index): ExportJob =>
        index === 0 ? { ...job, status: 'processing', isDownloadable: false } : job,
    )
    const { user, client } = await renderTable(jobs)
    await user.click(wholePage())
    await user.click(button('Cancel export'))
    expect(await result(/Export asked to stop.*2 could not be:/)).toBeVisible()
    expect(callsOf(client, 'cancelJob')).toHaveLength(1)
    expect(bar().getAllByRole('listitem')[0]).toHaveTextContent(
      `Report 2: ${en.popUp.refusals.already_finished}`,
    )
  })

  it('has no effect where it is allowed on none of them', async () => {
    const { user, client } = await renderTable()
    await user.click(wholePage())
    expect(button('Cancel export')).toHaveAttribute('aria-disabled', 'true')
    await user.click(button('Cancel export'))
    expect(callsOf(client, 'cancelJob')).toEqual([])
  })

  it('counts, and takes away, only those that can go', async () => {
    const jobs = named().map(
      (job, index): ExportJob => (index === 0 ? { ...job, status: 'processing' } : job),
    )
    const { user, client } = await renderTable(jobs, { deletePrompt: 'undo' })
    await user.click(wholePage())
    await user.click(button('Delete'))
    expect(screen.getByRole('article', { name: '2 exports deleted' })).toBeVisible()
    expect(bodyRows()).toHaveLength(1)
    expect(bar().getByText('1 selected')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(await result(/2 exports deleted.*1 could not be:/)).toBeVisible()
    expect(bar().getByRole('listitem')).toHaveTextContent(
      `Report 1: ${en.popUp.refusals.unfinished}`,
    )
    expect(callsOf(client, 'deleteJob')).toHaveLength(2)
  })

  it('leaves a press for each file that the browser holds back', async () => {
    const [first, second] = [newTab(), newTab()]
    openTabs(first, null, second)
    const { user } = await renderTable(named({}, 2), {}, { delivery: 'newTab' })
    await user.click(wholePage())
    await user.click(button('Download'))
    const press = await bar().findByRole('button', { name: 'Click to download: Report 2' })
    expect(bar().getByText('Export handed to the browser')).toBeVisible()
    expect(bar().getByText('1 selected')).toBeVisible()
    await user.click(press)
    expect(await result('2 exports handed to the browser')).toBeVisible()
    expect(second.location.replace).toHaveBeenCalledTimes(1)
    expect(bar().queryByRole('listitem')).toBeNull()
    vi.restoreAllMocks()
  })

  it('says so when storage refuses a file seconds after its start', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { refuse } = watchFrames()
    const { user } = await renderTable(named({}, 1))
    await user.click(wholePage())
    await user.click(button('Download'))
    await act(() => vi.advanceTimersByTimeAsync(6_000))
    expect(bar().getByText('Export handed to the browser')).toBeVisible()
    await refuse()
    await refuse()
    expect(await bar().findByRole('listitem')).toHaveTextContent(
      `Report 1: ${en.popUp.errors.unavailable}`,
    )
    expect(bar().queryByText('Export handed to the browser')).toBeNull()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('downloads one file after another', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { user, client } = await renderTable()
    await user.click(wholePage())
    await user.click(button('Download'))
    expect(callsOf(client, 'createDownload')).toHaveLength(1)
    expect(bar().getByText('0 of 3')).toBeVisible()
    await act(() => vi.advanceTimersByTimeAsync(1_600))
    expect(callsOf(client, 'createDownload')).toHaveLength(2)
    await act(() => vi.advanceTimersByTimeAsync(4_000))
    expect(await result('3 exports handed to the browser')).toBeVisible()
    await act(() => vi.advanceTimersByTimeAsync(61_000))
    vi.useRealTimers()
  })
})
