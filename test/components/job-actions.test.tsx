import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import { createActionsColumn } from '../../src/components/history-table/actions-column.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportColumn } from '../../src/components/history-table/export-column.js'
import {
  ExportJobActions,
  type JobActionsOptions,
} from '../../src/components/job-actions/ExportJobActions.js'
import { ACTION_REFUSALS } from '../../src/core/actions.js'
import { en } from '../../src/labels/en.js'
import { bodyRows, findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const THREE = buildExportJobs(3, (index) => ({ name: `Report ${index + 1}` }))

async function renderTable(
  options: JobActionsOptions = {},
  jobs = THREE,
  client: MemoryClient = createMemoryClient({ jobs }),
) {
  const actions = createActionsColumn(options)
  const columns = (defaults: readonly ExportColumn[]) => [...defaults, actions]
  const view = renderWithProvider(<ExportHistoryTable columns={columns} toastMs={null} />, {
    client,
    polling: { mode: 'off' },
    getSourceHref: ({ reportType }) => `/reports/${reportType}`,
  })
  await findRows()
  return { ...view, client }
}

const menuButton = (name: string) => screen.getByRole('button', { name: `Actions for ${name}` })
const callsOf = (client: MemoryClient, method: string) =>
  client.calls.filter((call) => call.method === method)
const dialog = () => within(screen.getByRole('alertdialog'))
const names = () => bodyRows().length

describe("the menu of a job's actions", () => {
  it('offers what the job, the backend and the host allow, and nothing else', async () => {
    const { user } = await renderTable()
    await user.click(menuButton('Report 1'))
    const menu = within(screen.getByRole('dialog', { name: 'Actions for Report 1' }))
    expect(menu.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Run again',
      'Delete',
    ])
  })

  it('is missing where nothing is allowed', async () => {
    const client = createMemoryClient({ jobs: THREE, methods: [] })
    await renderTable({}, THREE, client)
    expect(screen.queryByRole('button', { name: /^Actions/ })).toBeNull()
  })

  it('shows refused actions with their reason when told to', async () => {
    const { user } = await renderTable({ unavailableAction: { cancel: 'disable' } })
    await user.click(menuButton('Report 1'))
    const cancel = screen.getByRole('button', { name: 'Cancel export: Report 1' })
    expect(cancel).toHaveAttribute('aria-disabled', 'true')
    expect(cancel).toHaveAccessibleDescription(en.popUp.refusals.already_finished)
    await user.click(cancel)
    expect(screen.queryByRole('article')).toBeNull()
  })

  it('answers a press on a refused action with its reason when told to', async () => {
    const { user, client } = await renderTable({ unavailableAction: 'explain' })
    await user.click(menuButton('Report 1'))
    await user.click(screen.getByRole('button', { name: 'Cancel export: Report 1' }))
    const popUp = await screen.findByRole('article', { name: 'Failed to cancel' })
    expect(popUp).toHaveTextContent(en.popUp.refusals.already_finished)
    expect(callsOf(client, 'cancelJob')).toEqual([])
  })

  it('leads from a failed job to the page where it was asked for', async () => {
    const failed = buildExportJob({ id: '1', name: 'Broken', status: 'failed' })
    const { user } = await renderTable({}, [failed])
    await user.click(menuButton('Broken'))
    const menu = within(screen.getByRole('dialog', { name: 'Actions for Broken' }))
    expect(menu.getByRole('link', { name: 'Go to the report page' })).toHaveAttribute(
      'href',
      '/reports/delivery_location',
    )
  })

  it('tells that the job was already finished when it is cancelled too late', async () => {
    const running = buildExportJob({ id: '1', name: 'Late', status: 'processing' })
    const { user, client } = await renderTable({}, [running])
    client.update('1', { status: 'completed' })
    await user.click(menuButton('Late'))
    await user.click(screen.getByRole('button', { name: 'Cancel export: Late' }))
    const popUp = await screen.findByRole('article', { name: 'Failed to cancel' })
    expect(popUp).toHaveTextContent(en.actions.cancelConflict)
    expect(bodyRows()[0]).toHaveTextContent('Completed')
  })

  it('says that a new export was asked for', async () => {
    const { user, client } = await renderTable()
    await user.click(menuButton('Report 1'))
    await user.click(screen.getByRole('button', { name: 'Run again: Report 1' }))
    expect(await screen.findByRole('article', { name: 'Export requested anew' })).toBeVisible()
    expect(callsOf(client, 'createJob')).toHaveLength(1)
  })
})

describe('deleting a row', () => {
  it('asks first, says what stays, and deletes nothing when told to keep it', async () => {
    const { user, client } = await renderTable()
    await user.click(menuButton('Report 2'))
    await user.click(screen.getByRole('button', { name: 'Delete: Report 2' }))
    expect(
      screen.getByRole('alertdialog', { name: 'Delete Report 2?' }),
    ).toHaveAccessibleDescription(/records themselves stay/)
    expect(dialog().getByRole('button', { name: 'Keep' })).toHaveFocus()
    await user.click(dialog().getByRole('button', { name: 'Keep' }))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(menuButton('Report 2')).toHaveFocus()
    expect(callsOf(client, 'deleteJob')).toEqual([])
  })

  it('is called off by Escape', async () => {
    const { user, client } = await renderTable()
    await user.click(menuButton('Report 2'))
    await user.click(screen.getByRole('button', { name: 'Delete: Report 2' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(callsOf(client, 'deleteJob')).toEqual([])
  })

  it.each([
    ['Report 2', 'Actions for Report 3'],
    ['Report 3', 'Actions for Report 2'],
  ])('takes %s away and moves the focus on', async (name, focused) => {
    const { user, client } = await renderTable()
    await user.click(menuButton(name))
    await user.click(screen.getByRole('button', { name: `Delete: ${name}` }))
    await user.click(dialog().getByRole('button', { name: 'Delete' }))
    await vi.waitFor(() => expect(callsOf(client, 'deleteJob')).toHaveLength(1))
    expect(screen.queryByText(name)).toBeNull()
    expect(names()).toBe(2)
    expect(screen.getByRole('button', { name: focused })).toHaveFocus()
  })

  it('brings the row back when it is refused', async () => {
    const { user, client } = await renderTable()
    client.failNext('deleteJob', 'forbidden')
    await user.click(menuButton('Report 2'))
    await user.click(screen.getByRole('button', { name: 'Delete: Report 2' }))
    await user.click(dialog().getByRole('button', { name: 'Delete' }))
    expect(await screen.findByRole('article', { name: 'Failed to delete' })).toBeVisible()
    expect(names()).toBe(3)
  })

  it('offers a way back instead of asking, when told to', async () => {
    const { user, client } = await renderTable({ deletePrompt: 'undo' })
    await user.click(menuButton('Report 2'))
    await user.click(screen.getByRole('button', { name: 'Delete: Report 2' }))
    expect(names()).toBe(2)
    expect(menuButton('Report 3')).toHaveFocus()
    const offer = within(screen.getByRole('article', { name: 'Export deleted' }))
    await user.click(offer.getByRole('button', { name: 'Undo' }))
    expect(names()).toBe(3)
    await vi.waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(callsOf(client, 'deleteJob')).toEqual([])
  })

  it('is sent when the offer is closed', async () => {
    const { user, client } = await renderTable({ deletePrompt: 'undo' })
    await user.click(menuButton('Report 2'))
    await user.click(screen.getByRole('button', { name: 'Delete: Report 2' }))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await vi.waitFor(() => expect(callsOf(client, 'deleteJob')).toHaveLength(1))
    expect(screen.queryByRole('article')).toBeNull()
    expect(names()).toBe(2)
  })
})

describe("a job's actions as buttons", () => {
  it.each(ACTION_REFUSALS)('have words for the refusal %s', (refusal) => {
    expect(en.actions.refusals[refusal] ?? en.popUp.refusals[refusal]).toMatch(/\.$/)
  })

  it('retry a failed job under its id', async () => {
    const job = buildExportJob({ id: '7', name: 'Broken', status: 'failed' })
    const client = createMemoryClient({ jobs: [job] })
    const { user } = renderWithProvider(<ExportJobActions job={job} variant="buttons" />, {
      client,
    })
    await user.click(screen.getByRole('button', { name: 'Retry: Broken' }))
    expect(callsOf(client, 'retryJob').map(({ args }) => args)).toEqual([['7']])
  })

  it('wait for a permission that is not known yet', () => {
    renderWithProvider(
      <ExportJobActions job={buildExportJob()} variant="buttons" unavailableAction="disable" />,
      { can: () => 'pending' },
    )
    expect(screen.queryByRole('button')).toBeNull()
  })
})
