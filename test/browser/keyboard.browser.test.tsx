import '../../src/styles/index.css'
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { bodyRows, findRows, header, pager, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

configure({ asyncUtilTimeout: 15_000 })
beforeEach(() => page.viewport(1_280, 900))
afterEach(cleanup)

/** Opens 45 exports, to be reached by the keyboard alone. */
async function open() {
  const client = createMemoryClient({
    jobs: buildExportJobs(45, (index) => ({ name: `Job ${index}` })),
  })
  renderWithProvider(
    <ExportHistory
      table={{ columns: (defaults) => [exportColumns.name, ...defaults, exportColumns.actions] }}
    />,
    { client, polling: { mode: 'off' } },
  )
  await findRows()
  return client
}

const focused = () => {
  const element = document.activeElement
  if (!(element instanceof HTMLElement)) throw new Error('Nothing has the focus.')
  return element
}
const press = (keys: string) => userEvent.keyboard(keys)

/** Presses Tab until this has the focus, and sees that each stop shows where it is. */
async function tabTo(target: () => HTMLElement): Promise<void> {
  for (let stop = 0; stop < 120; stop += 1) {
    if (focused() === target()) return
    await press('{Tab}')
    if (focused() === document.body) continue
    const { outlineStyle, outlineWidth } = getComputedStyle(focused())
    expect(`${outlineStyle} ${outlineWidth}`, focused().outerHTML.slice(0, 120)).not.toMatch(
      /^none|^\w+ 0px/,
    )
  }
  throw new Error(`The keyboard does not reach ${target().outerHTML.slice(0, 120)}`)
}

describe('by keyboard alone', { timeout: 60_000 }, () => {
  it('a filter is opened, chosen and closed, and the focus returns to its button', async () => {
    await open()
    const status = () => toolbar().getByRole('button', { expanded: false, name: /^Status/ })
    await tabTo(status)
    await press('{Enter}')
    await waitFor(() => expect(focused()).toHaveAttribute('type', 'checkbox'))
    await press(' ')
    await press('{Escape}')
    expect(focused()).toBe(status())
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('list', { name: 'Active filters' })).toBeVisible()
  })

  it('days are chosen in the calendar with the arrows', async () => {
    await open()
    await tabTo(() => toolbar().getByRole('button', { name: /^Created/ }))
    await press('{Enter}')
    const grid = await screen.findByRole('grid')
    const day = () => {
      const found = within(grid)
        .getAllByRole('button')
        .find((button) => button.tabIndex === 0)
      if (found === undefined) throw new Error('No day can be reached.')
      return found
    }
    await tabTo(day)
    const first = focused()
    await press('{ArrowLeft}')
    expect(focused()).not.toBe(first)
    expect(grid.contains(focused())).toBe(true)
    expect(focused().getAttribute('aria-label')).toContain(focused().textContent ?? '?')
    await press('{Enter}')
    await tabTo(() => screen.getByRole('button', { name: 'Apply' }))
    await press('{Enter}')
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
    expect(focused()).toBe(toolbar().getByRole('button', { name: /^Created: /, expanded: false }))
  })

  it('the list is sorted, and its head says so', async () => {
    await open()
    await tabTo(() => within(header('Created')).getByRole('button'))
    await press('{Enter}')
    await waitFor(() => expect(header('Created')).toHaveAttribute('aria-sort', 'ascending'))
    expect(focused()).toBe(within(header('Created')).getByRole('button'))
  })

  it('a job is deleted, and the focus goes to the next one', async () => {
    await open()
    const menuOf = (row: HTMLElement | undefined) =>
      within(row ?? document.body).getByRole('button', { name: /^Actions/ })
    await tabTo(() => menuOf(bodyRows()[1]))
    await press('{Enter}')
    await tabTo(() => screen.getByRole('button', { name: /^Delete/ }))
    await press('{Enter}')
    const dialog = await screen.findByRole('alertdialog').catch(() => screen.findByRole('dialog'))
    expect(dialog.contains(focused())).toBe(true)
    await tabTo(() => within(dialog).getByRole('button', { name: 'Delete' }))
    await press('{Enter}')
    await waitFor(() => expect(screen.queryByText('Job 1')).toBeNull())
    await waitFor(() => expect(bodyRows()[1]?.contains(focused())).toBe(true))
  })

  it('a dialog that is left with Escape gives the focus back', async () => {
    await open()
    const menu = () => within(bodyRows()[0] ?? document.body).getByRole('button', { name: /^Act/ })
    await tabTo(menu)
    await press('{Enter}')
    await tabTo(() => screen.getByRole('button', { name: /^Delete/ }))
    await press('{Enter}')
    await screen.findByRole('button', { name: 'Keep' })
    await press('{Escape}')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull())
    expect(bodyRows()[0]?.contains(focused())).toBe(true)
  })

  it('the next page is turned to, and the focus stays on the way there', async () => {
    await open()
    await tabTo(() => pager().getByRole('button', { name: 'Next page' }))
    await press('{Enter}')
    expect(await screen.findByText('21–40 of 45')).toBeVisible()
    expect(focused()).not.toBe(document.body)
    await press('{Enter}')
    expect(await screen.findByText('41–45 of 45')).toBeVisible()
    expect(focused()).not.toBe(document.body)
  })
})
