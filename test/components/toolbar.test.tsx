import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { ClientCapabilities } from '../../src/core/client.js'
import { JOB_FILTER_NAMES, type JobListQuery } from '../../src/core/list-query.js'
import { findRows, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

afterEach(() => {
  vi.useRealTimers()
  window.history.replaceState(null, '', '/')
})

const REPORT_TYPES = [
  { id: 'vendor', label: 'Vendors' },
  { id: 'delivery_location', label: 'Deliveries' },
]

function open(capabilities: Partial<ClientCapabilities> = {}, search?: string) {
  if (search !== undefined) window.history.replaceState(null, '', `/exports${search}`)
  const client = createMemoryClient({ jobs: buildExportJobs(30), capabilities })
  const view = renderWithProvider(<ExportHistoryTable />, {
    client,
    reportTypes: REPORT_TYPES,
    urlState: search === undefined ? 'memory' : 'spa',
  })
  return { ...view, client }
}

const lists = (client: MemoryClient) =>
  client.calls.flatMap(({ method, args }) =>
    method === 'listJobs' ? [args[0] as JobListQuery] : [],
  )
const lastFilters = (client: MemoryClient) => lists(client).at(-1)?.filters

describe('the filters', () => {
  it('offer and name no report type that the person may not see', async () => {
    window.history.replaceState(null, '', '/exports?report_type=vendor,delivery_location')
    const { user } = renderWithProvider(<ExportHistoryTable />, {
      client: createMemoryClient({ jobs: buildExportJobs(30) }),
      reportTypes: REPORT_TYPES,
      can: (_, details) => details?.reportType !== 'vendor',
      urlState: 'spa',
    })
    await findRows()
    const chips = within(screen.getByRole('list', { name: 'Active filters' }))
    expect(chips.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Report type: Deliveries',
      'Clear filters',
    ])
    await user.click(toolbar().getByRole('button', { name: 'Report type 1 chosen' }))
    const choices = within(screen.getByRole('dialog', { name: 'Report type' }))
    expect(choices.getAllByRole('checkbox')).toHaveLength(1)
  })

  it('are those that the backend has, with its statuses and formats', async () => {
    const { user } = open({
      filters: ['statuses', 'fileFormats'],
      statuses: ['pending', 'failed', 'unknown'],
      fileFormats: ['csv', 'pdf'],
    })
    await findRows()
    expect(
      toolbar()
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Status', 'Format', 'Refresh'])
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    const choices = within(screen.getByRole('dialog', { name: 'Status' }))
    expect(
      choices.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent),
    ).toEqual(['Pending', 'Failed'])
  })

  it('take several values, return to the first page, and say how many are on', async () => {
    const { user, client } = open()
    await findRows()
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    await user.click(toolbar().getByRole('button', { name: 'Format' }))
    await user.click(screen.getByRole('checkbox', { name: 'CSV' }))
    await user.click(screen.getByRole('checkbox', { name: 'PDF' }))
    await waitFor(() => expect(lastFilters(client)?.fileFormats).toEqual(['csv', 'pdf']))
    expect(lists(client).at(-1)?.page).toBe(0)
    expect(toolbar().getByRole('button', { name: 'Format 2 chosen' })).toBeVisible()
  })

  it('offer the report types that the host knows', async () => {
    const { user, client } = open()
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Report type' }))
    await user.click(screen.getByRole('checkbox', { name: 'Vendors' }))
    await waitFor(() => expect(lastFilters(client)?.reportTypes).toEqual(['vendor']))
  })

  it('each have a chip that takes them away, and one button for all', async () => {
    const { user, client } = open({}, '?status=failed,completed&created_from=2026-11-01')
    const chips = () => within(screen.getByRole('list', { name: 'Active filters' }))
    await user.click(await screen.findByRole('button', { name: 'Status: Failed, remove filter' }))
    await waitFor(() => expect(lastFilters(client)?.statuses).toEqual(['completed']))
    expect(chips().getByText('Created: Since Nov 1, 2026')).toBeVisible()
    await user.click(chips().getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(lastFilters(client)?.createdFrom).toBeNull())
    expect(screen.queryByRole('list', { name: 'Active filters' })).toBeNull()
    expect(document.body).not.toHaveFocus()
    await waitFor(() => expect(window.location.search).toBe(''))
  })

  it('that have no field of their own have a chip too', async () => {
    const { user, client } = open(
      { filters: JOB_FILTER_NAMES },
      '?has_warnings=true&source=schedule',
    )
    expect(await screen.findByText('Source: By a schedule')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'With notes, remove filter' }))
    await waitFor(() => expect(lastFilters(client)?.hasWarnings).toBeNull())
  })

  it('stand in the URL', async () => {
    const { user } = open({}, '?tab=exports')
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    await user.click(screen.getByRole('checkbox', { name: 'Completed' }))
    await waitFor(() => expect(window.location.search).toBe('?tab=exports&status=completed'))
  })
})

describe('a popover', () => {
  it('opens with the focus inside, and Escape brings the focus back', async () => {
    const { user } = open()
    await findRows()
    const button = toolbar().getByRole('button', { name: 'Status' })
    await user.click(button)
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getByRole('checkbox', { name: 'Pending' })).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(button).toHaveFocus()
  })

  it('closes at a press elsewhere', async () => {
    const { user } = open()
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    await user.click(document.body)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('closes at a second press on its button', async () => {
    const { user } = open()
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('stays open, with its focus, when an answer comes', async () => {
    const { user, client } = open()
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    const box = screen.getByRole('checkbox', { name: 'Failed' })
    act(() => box.focus())
    await user.click(box)
    await waitFor(() => expect(lastFilters(client)?.statuses).toEqual(['failed']))
    expect(await screen.findByText('No exports match these filters')).toBeVisible()
    expect(screen.getByRole('checkbox', { name: 'Failed' })).toHaveFocus()
  })
})

describe('the search', () => {
  const field = () => screen.getByRole('searchbox', { name: 'Search by name' })
  const searches = (client: MemoryClient) => lists(client).map(({ filters }) => filters.search)

  it('waits until the typing rests', async () => {
    const { client } = open()
    await findRows()
    vi.useFakeTimers()
    for (const text of ['o', 'oc', 'oct']) fireEvent.change(field(), { target: { value: text } })
    await act(() => vi.advanceTimersByTimeAsync(299))
    expect(searches(client)).toEqual([''])
    await act(() => vi.advanceTimersByTimeAsync(200))
    expect(searches(client)).toEqual(['', 'oct'])
  })

  it('does not wait after Enter', async () => {
    const { user, client } = open()
    await findRows()
    await user.type(field(), 'oct{Enter}')
    await waitFor(() => expect(searches(client).at(-1)).toBe('oct'))
  })

  it('is emptied at a press, and keeps the focus', async () => {
    const { user } = open()
    await findRows()
    await user.type(field(), 'oct{Enter}')
    await screen.findByText('No exports match these filters')
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    expect(await findRows()).toHaveLength(20)
    expect(field()).toHaveFocus()
    expect(field()).toHaveValue('')
  })

  it('shows a text that came from elsewhere', async () => {
    const { user } = open()
    await findRows()
    await user.type(field(), 'nothing has this name{Enter}')
    const words = await screen.findByText('No exports match these filters')
    const panel = words.closest<HTMLElement>('[data-kind]') ?? document.body
    await user.click(within(panel).getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(field()).toHaveValue(''))
  })
})

describe('a link that asks for the impossible', () => {
  it('is answered by a note that can be dismissed', async () => {
    const { user } = open({}, '?created_from=2026-11-20&created_to=2026-11-01')
    const words = 'The created range ends before it begins, so it was left out.'
    expect(await screen.findByText(words)).toBeVisible()
    expect(await findRows()).toHaveLength(20)
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText(words)).toBeNull()
  })
})
