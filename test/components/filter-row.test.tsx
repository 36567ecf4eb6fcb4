import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import type { ColumnFilterProps } from '../../src/components/filter-row/column-filter.js'
import {
  ExportHistoryTable,
  type ExportHistoryTableProps,
} from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportColumn } from '../../src/components/history-table/export-column.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import type { ClientCapabilities } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { JobListQuery } from '../../src/core/list-query.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

afterEach(() => window.history.replaceState(null, '', '/'))

const { name, reportType, status, created, format, source } = exportColumns
const COLUMNS: readonly ExportColumn[] = [name, reportType, status, created]
const REPORT_TYPES = [
  { id: 'vendor', label: 'Vendors' },
  { id: 'delivery_location', label: 'Deliveries' },
]

interface Opening {
  readonly columns?: readonly ExportColumn[]
  readonly capabilities?: Partial<ClientCapabilities>
  readonly search?: string
  readonly table?: ExportHistoryTableProps
}

function open({ columns = COLUMNS, capabilities, search, table }: Opening = {}) {
  if (search !== undefined) window.history.replaceState(null, '', `/exports${search}`)
  const client = createMemoryClient({ jobs: buildExportJobs(5), capabilities })
  const choose = () => columns
  const view = renderWithProvider(<ExportHistoryTable filterRow columns={choose} {...table} />, {
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

/** The row, once its controls are there. */
async function findFilters() {
  const row = within(await screen.findByRole('row', { name: 'Filters' }))
  await waitFor(() =>
    expect([...row.queryAllByRole('button'), ...row.queryAllByRole('textbox')]).not.toHaveLength(0),
  )
  return row
}

describe('the filter row', () => {
  it('has a control under each column that the backend can filter by', async () => {
    open({ columns: [...COLUMNS, format, source, exportColumns.size] })
    await findRows()
    const row = await findFilters()
    expect(row.getByRole('textbox', { name: 'Filter by Name' })).toBeVisible()
    for (const picker of ['Report type: All', 'Status: All', 'Format: All', 'Source: All']) {
      expect(row.getByRole('button', { name: picker })).toBeVisible()
    }
    expect(row.getByRole('button', { name: 'Created: Any day' })).toBeVisible()
    expect(row.getAllByRole('cell').at(-1)).toBeEmptyDOMElement()
  })

  it('leaves the place empty where the backend cannot', async () => {
    open({ capabilities: { filters: ['statuses', 'createdFrom'] } })
    await findRows()
    const cells = (await findFilters()).getAllByRole('cell')
    expect(cells.map((cell) => cell.childElementCount)).toEqual([0, 0, 1, 0])
  })

  it('takes its filters out of the toolbar, and leaves the others there', async () => {
    const { user } = open({ columns: [name, status] })
    await findRows()
    const toolbar = within(screen.getByRole('search', { name: 'Filters' }))
    expect(toolbar.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Format',
      'Report type',
      'Created',
      'Refresh',
    ])
    expect(toolbar.queryByRole('searchbox')).toBeNull()
    await user.click((await findFilters()).getByRole('button', { name: 'Status: All' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Failed' }))
    await user.click(screen.getByRole('button', { name: 'Apply' }))
    await (await findFilters()).findByRole('button', { name: 'Status: Failed' })
    expect(screen.queryByRole('list', { name: 'Active filters' })).toBeNull()
  })

  it('stays while nothing can be shown, so that a filter that failed can be changed', async () => {
    const client = createScriptedClient()
    const { user } = renderWithProvider(
      <ExportHistoryTable filterRow columns={() => COLUMNS} toolbar={false} />,
      { client },
    )
    client.next().refuse(new ExportJobsError('invalid', { message: 'x' }))
    expect(await screen.findByText('The request was refused')).toBeVisible()
    await user.click((await findFilters()).getByRole('button', { name: 'Status: All' }))
    expect(await screen.findByRole('dialog', { name: 'Filter by Status' })).toBeVisible()
  })

  it('can be the host’s own under a column of the host’s own', async () => {
    function Mine({ list, title }: ColumnFilterProps) {
      return (
        <button type="button" onClick={() => list.setFilters({ hasWarnings: true })}>
          Only {title}
        </button>
      )
    }
    const notes: ExportColumn = {
      id: 'notes',
      header: () => 'Notes',
      cell: () => null,
      filter: Mine,
    }
    const { user, client } = open({ columns: [name, notes] })
    await findRows()
    await user.click((await findFilters()).getByRole('button', { name: 'Only Notes' }))
    await waitFor(() => expect(lastFilters(client)?.hasWarnings).toBe(true))
  })

  it('carries the host’s class names', async () => {
    open({ table: { classNames: { filterRow: 'mine' } } })
    await findRows()
    expect(await screen.findByRole('row', { name: 'Filters' })).toHaveClass('mine')
  })
})

describe('the text', () => {
  it('is applied by Enter, which a form around the table does not hear', async () => {
    const { user, client } = open()
    await findRows()
    const field = (await findFilters()).getByRole('textbox', { name: 'Filter by Name' })
    await user.type(field, 'may{Enter}')
    await waitFor(() => expect(lastFilters(client)?.search).toBe('may'))
    expect(lists(client)).toHaveLength(2)
  })

  it('follows the Back button', async () => {
    const { user, client } = open({ search: '?search=old' })
    const field = (await findFilters()).getByRole('textbox', { name: 'Filter by Name' })
    await waitFor(() => expect(field).toHaveValue('old'))
    await user.clear(field)
    await user.type(field, 'new{Enter}')
    await waitFor(() => expect(lastFilters(client)?.search).toBe('new'))
    await waitFor(() => expect(window.location.search).toBe('?search=new'))
    act(() => window.history.back())
    await waitFor(() => expect(field).toHaveValue('old'))
  })
})

describe('a picker', () => {
  it('forgets what was ticked and not applied', async () => {
    const { user, client } = open()
    await findRows()
    const row = await findFilters()
    await user.click(row.getByRole('button', { name: 'Status: All' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Failed' }))
    await user.keyboard('{Escape}')
    expect(row.getByRole('button', { name: 'Status: All' })).toHaveFocus()
    await user.click(row.getByRole('button', { name: 'Status: All' }))
    expect(await screen.findByRole('checkbox', { name: 'Failed' })).not.toBeChecked()
    expect(lists(client)).toHaveLength(1)
  })

  it('is worked by the keyboard alone', async () => {
    const { user, client } = open()
    await findRows()
    const row = await findFilters()
    act(() => row.getByRole('button', { name: 'Report type: All' }).focus())
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: 'Filter by Report type' })
    await user.keyboard(' {Enter}')
    await waitFor(() => expect(lastFilters(client)?.reportTypes).toEqual(['vendor']))
    const button = await row.findByRole('button', { name: 'Report type: Vendors' })
    expect(button).toHaveFocus()
    await user.tab()
    await user.keyboard('{Enter}')
    await row.findByRole('button', { name: 'Report type: All' })
    expect(row.getByRole('button', { name: 'Report type: All' })).toHaveFocus()
  })
})

describe('the day of creation', () => {
  it('is a range where the host wishes one', async () => {
    const { user, client } = open({ columns: [{ ...created, filter: 'createdRange' }] })
    await findRows()
    await user.click((await findFilters()).getByRole('button', { name: 'Created: Any day' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Filter by Created' }))
    await user.type(panel.getByLabelText('From'), '2026-11-10')
    await user.type(panel.getByLabelText('To'), '2026-11-12')
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    await waitFor(() =>
      expect(lastFilters(client)).toMatchObject({
        createdFrom: '2026-11-10',
        createdTo: '2026-11-12',
      }),
    )
  })

  it('is a day wherever the backend filters by one, in the toolbar too', async () => {
    const { user } = open({
      columns: [{ ...created, filter: 'createdRange' }],
      capabilities: { createdFilter: 'day' },
    })
    await findRows()
    await user.click((await findFilters()).getByRole('button', { name: 'Created: Any day' }))
    expect(await screen.findByLabelText('Day')).toBeVisible()
  })

  it('can be pressed in the calendar', async () => {
    const { user, client } = open()
    await findRows()
    await user.click((await findFilters()).getByRole('button', { name: 'Created: Any day' }))
    await user.type(await screen.findByLabelText('Day'), '2026-11-10')
    const days = within(await screen.findByRole('grid'))
    await user.click(days.getByRole('button', { name: /November 10, 2026/ }))
    expect(screen.getByLabelText('Day')).toHaveValue('')
    await user.click(days.getByRole('button', { name: /November 12, 2026/ }))
    await user.click(screen.getByRole('button', { name: 'Apply' }))
    await waitFor(() =>
      expect(lastFilters(client)).toMatchObject({
        createdFrom: '2026-11-12',
        createdTo: '2026-11-12',
      }),
    )
  })
})

it('a row that a schedule made is marked beside its name', async () => {
  const jobs = buildExportJobs(2, (index) => ({ source: index === 0 ? 'schedule' : 'manual' }))
  renderWithProvider(<ExportHistoryTable columns={() => COLUMNS} />, {
    client: createMemoryClient({ jobs }),
  })
  await findRows()
  expect(screen.getAllByText('By a schedule')).toHaveLength(1)
})
