import '../../src/styles/index.css'
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { buildExportJob, buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { PathTemplateField } from '../../src/components/path-template-field/PathTemplateField.js'
import { bodyRows, findRows, header, pager, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

configure({ asyncUtilTimeout: 15_000 })
beforeEach(() => {
  document.documentElement.dir = 'rtl'
  return page.viewport(1_280, 900)
})
afterEach(() => {
  cleanup()
  document.documentElement.dir = ''
})

const box = (element: Element) => element.getBoundingClientRect()

/** Where each of these words is painted inside an element, in pixels from the left. */
function leftOf(element: Element, word: string): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(word) ?? -1
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + word.length)
    return range.getBoundingClientRect().left
  }
  throw new Error(`${word} is not painted in ${element.outerHTML}`)
}

async function openHistory() {
  const jobs = buildExportJobs(45, (index) => ({
    name: `Job ${index}`,
    status: index === 0 ? 'processing' : 'completed',
    progress: index === 0 ? 0.25 : null,
  }))
  renderWithProvider(
    <ExportHistory
      table={{ columns: (defaults) => [exportColumns.name, ...defaults, exportColumns.actions] }}
    />,
    { client: createMemoryClient({ jobs }), polling: { mode: 'off' } },
  )
  await findRows()
}

describe('from right to left', () => {
  it('the first column is on the right, and so is the first page', async () => {
    await openHistory()
    expect(box(header('Name')).left).toBeGreaterThan(box(header('Status')).left)
    expect(box(header('Status')).left).toBeGreaterThan(box(header('Actions')).left)
    const [previous, next] = ['Previous page', 'Next page'].map((name) =>
      pager().getByRole('button', { name }),
    )
    if (previous === undefined || next === undefined) throw new Error('There are no pages.')
    expect(box(previous).left).toBeGreaterThan(box(next).left)
    for (const button of [previous, next]) {
      expect(getComputedStyle(button.querySelector('svg') ?? button).scale).toBe('-1 1')
    }
    expect(getComputedStyle(screen.getByRole('progressbar')).direction).toBe('rtl')
  })

  it('a panel opens below its button, from the same right side', async () => {
    await openHistory()
    const button = toolbar().getByRole('button', { name: 'Status' })
    await userEvent.click(button)
    const panel = await screen.findByRole('dialog', { name: 'Status' })
    expect(box(panel).right).toBeCloseTo(box(button).right, 0)
    expect(box(panel).top).toBeGreaterThanOrEqual(box(button).bottom)
  })

  it('the arrow that points left goes to the next day', async () => {
    await openHistory()
    await userEvent.click(toolbar().getByRole('button', { name: /^Created/ }))
    const grid = await screen.findByRole('grid')
    const days = within(grid).getAllByRole('button')
    const middle = days[17]
    if (middle === undefined) throw new Error('The month has no days.')
    middle.focus()
    await userEvent.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(days[18])
    expect(box(days[18] ?? middle).left).toBeLessThan(box(middle).left)
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(document.activeElement).toBe(days[16])
    const step = (name: string) => box(screen.getByRole('button', { name })).left
    expect(step('Previous month')).toBeGreaterThan(step('Next month'))
  })

  it('a refusal is told in the corner at the left', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(1) })
    client.failNext('createDownload', 'gone')
    renderWithProvider(<ExportHistory />, { client, polling: { mode: 'off' } })
    await findRows()
    await userEvent.click(screen.getByRole('button', { name: /^Download / }))
    const card = await screen.findByRole('article')
    expect(box(card).left).toBeLessThan(40)
  })

  it('cards have their labels on the right', async () => {
    await page.viewport(400, 900)
    await openHistory()
    const [row] = bodyRows()
    const [cell] = within(row ?? document.body).getAllByRole('cell')
    const value = cell?.firstElementChild
    if (!cell || !value) throw new Error('The card is empty.')
    // the label, which is no element, has what is left
    expect(box(cell).right - box(value).right).toBeGreaterThan(60)
  })

  it('numbers, units and names of the other script keep their own order', async () => {
    const job = buildExportJob({
      id: '1',
      name: 'تقرير (2026) final.csv',
      startedAt: '2026-11-23T08:00:00Z',
      completedAt: '2026-11-23T08:00:30Z',
    })
    renderWithProvider(<ExportDetail jobId="1" />, {
      client: createMemoryClient({ jobs: [job] }),
      polling: { mode: 'off' },
    })
    await screen.findByRole('heading', { name: /final/ })
    const duration = screen.getByText('Ran for').nextElementSibling
    if (duration === null) throw new Error('There is no duration.')
    await waitFor(() => expect(duration).toHaveTextContent('30 sec'))
    expect(leftOf(duration, '30')).toBeLessThan(leftOf(duration, 'sec'))
    expect(box(duration).right - leftOf(duration, '30')).toBeLessThan(120)
  })

  it('a path is written from left to right', async () => {
    renderWithProvider(<PathTemplateField defaultValue="{year}/{name}.csv" label="Path" />)
    const input = await screen.findByRole('textbox')
    expect(getComputedStyle(input).direction).toBe('ltr')
  })
})
