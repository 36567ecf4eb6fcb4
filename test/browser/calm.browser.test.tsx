import '../../src/styles/index.css'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { buildExportJob, buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { findRows, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const FAST = { minDelayMs: 25, maxDelayMs: 25, stuckDelayMs: 25, jitter: 0 }
const { name, status, created, download, actions } = exportColumns
const columns = () => [name, status, created, download, actions]

/** Sixty exports; every fifth is at work, so that the list is looked at again. */
async function open({ pageSize = 100, canSelect = false } = {}) {
  const client = createMemoryClient({
    jobs: buildExportJobs(60, (index) => ({
      id: String(index),
      name: `Job ${index}`,
      ...(index % 5 === 4 ? { status: 'processing', progress: 0.1 } : {}),
    })),
  })
  renderWithProvider(
    <ExportHistoryTable
      columns={columns}
      defaults={{ pageSize }}
      bulkActions={canSelect ? ['cancel'] : []}
    />,
    {
      client,
      polling: FAST,
    },
  )
  await findRows()
  const looks = () => client.calls.filter(({ method }) => method === 'listJobs').length
  return {
    client,
    /** Two new jobs, one lost, one further, one at its end; until all of it has been seen. */
    async refresh() {
      client.add(
        ['x', 'y'].map((id) =>
          buildExportJob({ id, name: `Job ${id}`, createdAt: '2026-11-23T09:00:00Z' }),
        ),
      )
      client.remove('1')
      client.update('4', { progress: 0.77 })
      client.update('9', { status: 'completed', progress: 1, isDownloadable: true })
      const before = looks()
      await waitFor(() => expect(looks()).toBeGreaterThanOrEqual(before + 3))
      expect(await screen.findByText('77%')).toBeInTheDocument()
    },
  }
}

const rowOf = (words: string) => {
  const row = screen.getByText(words).closest('tr')
  if (row === null) throw new Error(`${words} stands in no row.`)
  return row
}
const downloadIn = (row: HTMLElement) => within(row).getByRole('button', { name: /^Download / })
const topOf = (element: Element) => element.getBoundingClientRect().top
const chip = () => screen.getByRole('button', { name: 'Show 2 new rows' })

beforeEach(() => page.viewport(1_280, 800))
afterEach(() => {
  cleanup()
  document.getSelection()?.removeAllRanges()
  window.scrollTo(0, 0)
})

describe('a refresh', () => {
  it('leaves the focus where it is, and the row under it', async () => {
    const { refresh } = await open()
    const row = rowOf('Job 20')
    const button = downloadIn(row)
    button.focus()
    const [top, scroll] = [topOf(row), window.scrollY]
    await refresh()
    expect(document.activeElement).toBe(button)
    expect(topOf(row)).toBe(top)
    expect(window.scrollY).toBe(scroll)
    expect(chip()).toBeVisible()
  })

  it('leaves the focus in a row that has left the list', async () => {
    const { refresh } = await open()
    const button = downloadIn(rowOf('Job 1'))
    button.focus()
    await refresh()
    expect(rowOf('Job 1')).toHaveAttribute('data-vanished')
    expect(document.activeElement).toBe(button)
  })

  it('leaves a text selection as it is', async () => {
    const { refresh } = await open()
    const range = document.createRange()
    range.setStartBefore(screen.getByText('Job 2'))
    range.setEndAfter(screen.getByText('Job 3'))
    document.getSelection()?.addRange(range)
    const selected = document.getSelection()?.toString()
    await refresh()
    expect(selected).toContain('Job 2')
    expect(document.getSelection()?.toString()).toBe(selected)
    expect(chip()).toBeVisible()
  })

  it("leaves a row's open menu open, in its place, with the focus in it", async () => {
    const { refresh } = await open()
    const trigger = within(rowOf('Job 3')).getByRole('button', { expanded: false })
    await userEvent.click(trigger)
    const menu = screen.getByRole('dialog')
    const [top, focused] = [topOf(menu), document.activeElement]
    expect(menu.contains(focused)).toBe(true)
    await refresh()
    expect(screen.getByRole('dialog')).toBe(menu)
    expect(menu.matches(':popover-open')).toBe(true)
    expect(document.activeElement).toBe(focused)
    expect(topOf(menu)).toBe(top)
  })

  it("leaves the toolbar's open filter open, while the rows follow", async () => {
    const { refresh } = await open()
    await userEvent.click(toolbar().getByRole('button', { name: 'Status' }))
    const panel = await screen.findByRole('dialog')
    const focused = document.activeElement
    await refresh()
    expect(screen.getByText('Job x')).toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBe(panel)
    expect(document.activeElement).toBe(focused)
  })

  it('leaves the page scrolled, with the row under the pointer still there', async () => {
    const { refresh } = await open()
    rowOf('Job 30').scrollIntoView({ block: 'center' })
    await userEvent.hover(screen.getByText('Job 30'))
    const [top, scroll] = [topOf(rowOf('Job 30')), window.scrollY]
    await refresh()
    expect(scroll).toBeGreaterThan(0)
    expect(window.scrollY).toBe(scroll)
    expect(topOf(rowOf('Job 30'))).toBe(top)
    expect(rowOf('Job 30').matches(':hover')).toBe(true)
  })
})

describe('what a refresh leaves, too', () => {
  it('is the selection of rows, also of one that has left the list', async () => {
    const { refresh } = await open({ canSelect: true })
    const boxes = ['Job 1', 'Job 3'].map((words) => within(rowOf(words)).getByRole('checkbox'))
    for (const box of boxes) await userEvent.click(box)
    await refresh()
    for (const box of boxes) expect(box).toBeChecked()
    expect(rowOf('Job 1')).toHaveAttribute('data-vanished')
    expect(chip()).toBeVisible()
  })

  it('is the page that the person has turned to', async () => {
    const { client } = await open({ pageSize: 20 })
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
    expect(await screen.findByText('Job 24')).toBeInTheDocument()
    client.update('24', { progress: 0.77 })
    client.update('29', { status: 'completed', progress: 1, isDownloadable: true })
    expect(await screen.findByText('77%')).toBeInTheDocument()
    expect(screen.queryByText('Job 4')).toBeNull()
    expect(screen.getByRole('button', { name: 'Page 2', current: 'page' })).toBeVisible()
  })

  it('is an open pop-up that tells why a file could not be had', async () => {
    const { client, refresh } = await open()
    client.failNext('createDownload', 'gone')
    await userEvent.click(downloadIn(rowOf('Job 20')))
    const popUp = await screen.findByRole('article', { name: 'Failed to download' })
    await userEvent.hover(popUp)
    await refresh()
    expect(screen.getByRole('article', { name: 'Failed to download' })).toBe(popUp)
    expect(popUp).toBeVisible()
  })
})

describe('the button of what waits', () => {
  it('stays in sight on a scrolled page, and leads to the new rows', async () => {
    const { refresh } = await open()
    downloadIn(rowOf('Job 40')).focus()
    await refresh()
    expect(window.scrollY).toBeGreaterThan(0)
    const { top, bottom } = chip().getBoundingClientRect()
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(window.innerHeight)
    await userEvent.click(chip())
    const table = screen.getByRole('table')
    expect(document.activeElement).toBe(table)
    expect(screen.queryByText('Job 1')).toBeNull()
    await waitFor(() => expect(topOf(table)).toBeGreaterThanOrEqual(0))
    expect(topOf(rowOf('Job x'))).toBeLessThan(window.innerHeight)
  })

  it('covers no word of the head', async () => {
    const { refresh } = await open()
    downloadIn(rowOf('Job 0')).focus()
    await refresh()
    const range = document.createRange()
    for (const header of screen.getAllByRole('columnheader')) {
      range.selectNodeContents((header.querySelector('button') ?? header).firstChild ?? header)
      const { top } = range.getBoundingClientRect()
      expect(chip().getBoundingClientRect().bottom).toBeLessThanOrEqual(top)
    }
  })

  it('takes no room', async () => {
    const { refresh } = await open()
    const table = screen.getByRole('table')
    downloadIn(rowOf('Job 0')).focus()
    const top = topOf(table)
    await refresh()
    expect(chip()).toBeVisible()
    expect(topOf(table)).toBe(top)
  })
})

describe('a row that has left the list', () => {
  it('is struck through, and a press in it does nothing', async () => {
    const { client, refresh } = await open()
    const row = rowOf('Job 1')
    downloadIn(row).focus()
    await refresh()
    expect(getComputedStyle(row).textDecorationLine).toBe('line-through')
    // the driver sees that the row is disabled, and would wait
    await userEvent.click(downloadIn(row), { force: true })
    expect(client.calls.some(({ method }) => method === 'createDownload')).toBe(false)
  })
})
