import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { bodyRows, findRows, findTable, sortButton, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const FAST = { minDelayMs: 25, maxDelayMs: 25, stuckDelayMs: 25, jitter: 0 }
const columns = () => [exportColumns.name, exportColumns.status, exportColumns.download]

/** Three finished exports, and one at work, so that the list is looked at again. */
async function open() {
  const client = createMemoryClient({
    jobs: buildExportJobs(4, (index) => ({
      id: String(index),
      name: `Job ${index}`,
      ...(index === 3 ? { status: 'processing', createdAt: '2026-11-01T08:00:00Z' } : {}),
    })),
    methods: [],
  })
  const view = renderWithProvider(
    <ExportHistoryTable columns={columns} bulkActions={['cancel']} />,
    {
      client,
      polling: FAST,
    },
  )
  await findRows()
  const looks = () => client.calls.filter(({ method }) => method === 'listJobs').length
  return {
    ...view,
    client,
    /** Waits until what the backend holds has been seen. */
    async nextLook() {
      const before = looks()
      await waitFor(() => expect(looks()).toBeGreaterThanOrEqual(before + 2))
      await act(async () => {})
    },
    arrive: (...ids: string[]) =>
      client.add(
        ids.map((id) =>
          buildExportJob({ id, name: `Job ${id}`, createdAt: '2026-11-23T09:00:00Z' }),
        ),
      ),
  }
}

const names = () =>
  bodyRows().map((row) => within(row).getByText(/^Job /).textContent?.replace('Job ', ''))
const row = (name: string) => {
  const found = bodyRows().find((each) => within(each).queryByText(name) !== null)
  if (found === undefined) throw new Error(`There is no row ${name}.`)
  return found
}
const downloadOf = (name: string) => within(row(name)).getByRole('button', { name: /^Download / })
const chip = () => screen.queryByRole('button', { name: /^Show \d+ new/ })
/** What was last told to screen readers about the rows. */
const told = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('')

function selectText(name: string): void {
  const range = document.createRange()
  range.selectNodeContents(screen.getByText(name))
  document.getSelection()?.removeAllRanges()
  document.getSelection()?.addRange(range)
}

afterEach(() => document.getSelection()?.removeAllRanges())

describe('an answer with a new job', () => {
  it('is shown as it is while nobody is at work', async () => {
    const { arrive, nextLook } = await open()
    arrive('new')
    await nextLook()
    expect(names()).toEqual(['new', '0', '1', '2', '3'])
    expect(chip()).toBeNull()
  })

  it.each<[string, () => void]>([
    ['the focus is in the rows', () => downloadOf('Job 1').focus()],
    ['text in the rows is selected', () => selectText('Job 1')],
    ['the pointer has just moved over the table', () => fireEvent.pointerMove(row('Job 1'))],
    ['the wheel has just turned over the table', () => fireEvent.wheel(row('Job 1'))],
  ])('waits behind a button while %s', async (_, begin) => {
    const { arrive, nextLook } = await open()
    begin()
    arrive('new')
    await nextLook()
    expect(names()).toEqual(['0', '1', '2', '3'])
    expect(chip()).toHaveAccessibleName('Show 1 new row')
    arrive('newer')
    expect(await screen.findByRole('button', { name: 'Show 2 new rows' })).toBeVisible()
  })

  it('waits while a row is selected, and no longer', async () => {
    const { arrive, nextLook, user } = await open()
    const box = within(row('Job 1')).getByRole('checkbox')
    fireEvent.click(box)
    arrive('new')
    await nextLook()
    expect(names()).toEqual(['0', '1', '2', '3'])
    await user.click(await screen.findByRole('button', { name: 'Show 1 new row' }))
    expect(box).toBeChecked()
    fireEvent.click(box)
    arrive('newer')
    await nextLook()
    expect(names()).toHaveLength(6)
  })

  it('is shown at once while the focus is elsewhere on the page', async () => {
    const { arrive, nextLook } = await open()
    toolbar().getByRole('button', { name: 'Status' }).focus()
    arrive('new')
    await nextLook()
    expect(names()).toEqual(['new', '0', '1', '2', '3'])
  })
})

describe('the button of what waits', () => {
  it('shows it, goes, and leaves the focus at the table', async () => {
    const { arrive, user } = await open()
    downloadOf('Job 1').focus()
    arrive('new')
    await user.click(await screen.findByRole('button', { name: 'Show 1 new row' }))
    expect(names()).toEqual(['new', '0', '1', '2', '3'])
    expect(chip()).toBeNull()
    expect(await findTable()).toHaveFocus()
  })

  it('is told once', async () => {
    const { arrive, nextLook } = await open()
    downloadOf('Job 1').focus()
    arrive('new')
    await waitFor(() => expect(told()).toBe('Show 1 new row'))
    arrive('newer')
    await nextLook()
    expect(told()).toBe('Show 1 new row')
  })
})

describe("the person's next action", () => {
  it.each<[string, (user: { click: (on: Element) => Promise<void> }) => Promise<void>]>([
    ['a sort', (user) => user.click(sortButton('Status'))],
    ['a refresh', (user) => user.click(toolbar().getByRole('button', { name: 'Refresh' }))],
  ])('shows what waits: %s', async (_, press) => {
    const { arrive, user } = await open()
    downloadOf('Job 1').focus()
    arrive('new')
    await screen.findByRole('button', { name: 'Show 1 new row' })
    await press(user)
    await waitFor(() => expect(names()).toContain('new'))
    expect(chip()).toBeNull()
  })
})

describe('a job at work in a list that is held back', () => {
  it('goes on in its row', async () => {
    const { arrive, client, nextLook } = await open()
    downloadOf('Job 1').focus()
    arrive('new')
    client.update('3', { progress: 0.77 })
    await nextLook()
    expect(within(row('Job 3')).getByText('77%')).toBeVisible()
    expect(names()).toEqual(['0', '1', '2', '3'])
  })
})

describe('a job that has left the list', () => {
  async function lose() {
    const view = await open()
    const download = downloadOf('Job 1')
    download.focus()
    view.client.remove('1')
    await waitFor(() => expect(row('Job 1')).toHaveAttribute('data-vanished'))
    return { ...view, download }
  }

  it('goes at once while nobody is at work', async () => {
    const { client, nextLook } = await open()
    client.remove('1')
    await nextLook()
    expect(names()).toEqual(['0', '2', '3'])
  })

  it('stays readable, says why it is grey, and keeps the focus', async () => {
    const { download } = await lose()
    expect(names()).toEqual(['0', '1', '2', '3'])
    expect(row('Job 1')).toHaveAttribute('title', 'No longer listed here')
    expect(row('Job 1')).toHaveAttribute('aria-disabled', 'true')
    expect(row('Job 2')).not.toHaveAttribute('data-vanished')
    expect(download).toHaveFocus()
  })

  it('can no longer be downloaded, by pointer or keyboard', async () => {
    const { client, download, user } = await lose()
    await user.click(download)
    download.focus()
    await user.keyboard('{Enter}')
    expect(client.calls.some(({ method }) => method === 'createDownload')).toBe(false)
    await user.click(downloadOf('Job 2'))
    expect(client.calls.some(({ method }) => method === 'createDownload')).toBe(true)
  })

  it('is told once', async () => {
    const { nextLook } = await lose()
    await waitFor(() => expect(told()).toBe('1 export is no longer listed here'))
    const [region] = screen.getAllByText('1 export is no longer listed here')
    await nextLook()
    expect(screen.getByText('1 export is no longer listed here')).toBe(region)
  })

  it('comes back to life with the answer', async () => {
    const { client } = await lose()
    client.add([buildExportJob({ id: '1', name: 'Job 1', createdAt: '2026-11-23T07:59:00.000Z' })])
    await waitFor(() => expect(row('Job 1')).not.toHaveAttribute('data-vanished'))
    expect(row('Job 1')).not.toHaveAttribute('aria-disabled')
  })

  it('stands where the list is empty, instead of the words for it', async () => {
    const { client, nextLook } = await lose()
    for (const id of ['0', '2']) client.remove(id)
    await nextLook()
    client.remove('3')
    await waitFor(() => expect(row('Job 3')).toHaveAttribute('data-vanished'))
    expect(names()).toEqual(['0', '1', '2', '3'])
    expect(screen.queryByText('No exports yet')).toBeNull()
  })

  it('keeps nobody out, nor does what waits', async () => {
    const { arrive } = await lose()
    arrive('new')
    await screen.findByRole('button', { name: 'Show 1 new row' })
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})
