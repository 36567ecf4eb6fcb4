import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import type { ExportJob } from '../../src/core/job.js'
import {
  bodyRows,
  cellTexts,
  findOnlyRow,
  findRows,
  findTable,
  header,
  pager,
  sortButton,
} from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const REPORT_TYPES = [{ id: 'delivery_location', label: 'Deliveries' }]

function show(job: Partial<ExportJob> = {}, now?: string) {
  const client = createMemoryClient({
    jobs: [buildExportJob(job)],
    ...(now === undefined ? {} : { now: () => Date.parse(now) }),
  })
  return renderWithProvider(<ExportHistoryTable />, { client, reportTypes: REPORT_TYPES })
}

describe('a row', () => {
  it('tells format, date range, report type, status, creation and download', async () => {
    show()
    expect(cellTexts(await findOnlyRow())).toEqual([
      'CSV',
      'Oct 1 – 31, 2026',
      'Deliveries',
      'Completed1,284 rows',
      'Nov 23, 2026, 8:00 AM',
      'Download',
    ])
  })

  it('has a Download button named after the report and its days', async () => {
    show()
    const row = await findOnlyRow()
    expect(
      within(row).getByRole('button', { name: 'Download Deliveries, Oct 1 – 31, 2026' }),
    ).toBeVisible()
  })

  it.each([
    ['it is not completed', { status: 'processing' }],
    ['it failed', { status: 'failed' }],
    ['its file is gone', { isDownloadable: false }],
  ] as const)('has an empty Download cell when %s', async (_, job) => {
    show(job)
    expect(cellTexts(await findOnlyRow()).at(-1)).toBe('')
  })

  it('shows the error text under the failed badge', async () => {
    show({ status: 'failed', error: { code: null, message: 'No <b>rows</b> found.' } })
    const row = await findOnlyRow()
    expect(within(row).getByText('Failed')).toBeVisible()
    expect(within(row).getByText('No <b>rows</b> found.')).toBeVisible()
  })

  it('shows progress when the backend gives it', async () => {
    show({ status: 'processing', progress: 0.429 })
    const bar = within(await findOnlyRow()).getByRole('progressbar', { name: 'Progress' })
    expect(bar).toHaveAttribute('value', '0.429')
    expect(screen.getByText('42%')).toBeVisible()
  })

  it('shows no progress when the backend gives none', async () => {
    show({ status: 'processing', progress: null })
    await findOnlyRow()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('says when a job takes longer than usual', async () => {
    show({ status: 'pending', createdAt: '2026-11-23T08:00:00.000Z' })
    expect(await screen.findByText('Taking longer than usual')).toBeVisible()
  })

  it('says nothing of a job that has only begun', async () => {
    show({ status: 'pending', createdAt: new Date().toISOString() })
    await findOnlyRow()
    expect(screen.queryByText('Taking longer than usual')).toBeNull()
    expect(screen.getByText('Number 1 in the queue')).toBeVisible()
  })

  it('shows the first note of a job and counts the others', async () => {
    show({ warnings: ['Cut at 1,000 rows.', 'Two columns are empty.'] })
    expect(cellTexts(await findOnlyRow())[3]).toContain('Cut at 1,000 rows. and 1 more note')
  })

  it('cuts long names and report types, and has them whole in the tooltip', async () => {
    const name = 'Quarterly purchase orders '.repeat(12).trim()
    const reportType = 'purchase_orders_by_delivery_location_vendor_and_storage_area'
    const client = createMemoryClient({ jobs: [buildExportJob({ name, reportType })] })
    renderWithProvider(
      <ExportHistoryTable columns={(defaults) => [exportColumns.name, ...defaults]} />,
      { client },
    )
    const row = await findOnlyRow()
    expect(within(row).getByText(name)).toHaveAttribute('title', name)
    const words = 'Purchase orders by delivery location vendor and storage area'
    expect(within(row).getByText(words)).toHaveAttribute('title', words)
  })

  it('keeps the days of the period whatever the zone', async () => {
    const client = createMemoryClient({ jobs: [buildExportJob()] })
    renderWithProvider(<ExportHistoryTable />, { client, timeZone: 'America/Los_Angeles' })
    expect(cellTexts(await findOnlyRow())).toContain('Oct 1 – 31, 2026')
    expect(cellTexts(await findOnlyRow())).toContain('Nov 23, 2026, 12:00 AM')
  })

  it("shows the host's words for the backend's own, else ours where they are mapped", async () => {
    const client = createMemoryClient({
      jobs: [
        buildExportJob({ id: '1', status: 'pending', statusText: 'Queued' }),
        buildExportJob({ id: '2', status: 'pending', statusText: 'WAITING' }),
        buildExportJob({ id: '3', status: 'unknown', statusText: 'Archived' }),
      ],
    })
    renderWithProvider(<ExportHistoryTable labels={{ statusWords: { Queued: 'In line' } }} />, {
      client,
    })
    await findRows()
    for (const word of ['In line', 'Pending', 'Archived']) {
      expect(screen.getByText(word)).toBeVisible()
    }
  })
})

describe('the headers', () => {
  const jobs = buildExportJobs(3, (index) => ({
    fileFormat: ['pdf', 'csv', 'xlsx'][index] ?? null,
  }))

  it('show by which column the list is sorted', async () => {
    renderWithProvider(<ExportHistoryTable />, { client: createMemoryClient({ jobs }) })
    await findRows()
    expect(header('Created')).toHaveAttribute('aria-sort', 'descending')
    expect(header('Format')).not.toHaveAttribute('aria-sort')
  })

  it('sort at a press and reverse at the next', async () => {
    const { user } = renderWithProvider(<ExportHistoryTable />, {
      client: createMemoryClient({ jobs }),
    })
    await findRows()
    await user.click(sortButton('Format'))
    await screen.findByRole('columnheader', { name: 'Format' })
    expect(header('Format')).toHaveAttribute('aria-sort', 'ascending')
    const formats = () => bodyRows().map((row) => cellTexts(row)[0])
    await expect.poll(formats).toEqual(['CSV', 'PDF', 'XLSX'])
    await user.click(sortButton('Format'))
    await expect.poll(formats).toEqual(['XLSX', 'PDF', 'CSV'])
  })

  it('are no buttons where the backend cannot sort', async () => {
    const client = createMemoryClient({ jobs, capabilities: { orderings: ['createdAt'] } })
    renderWithProvider(<ExportHistoryTable />, { client })
    await findTable()
    expect(within(header('Format')).queryByRole('button')).toBeNull()
    expect(sortButton('Created')).toBeVisible()
    expect(within(header('Download')).queryByRole('button')).toBeNull()
  })
})

describe('the columns', () => {
  const client = () => createMemoryClient({ jobs: [buildExportJob({ name: 'October' })] })
  const wib = () => [
    exportColumns.name,
    exportColumns.reportType,
    exportColumns.status,
    { id: 'mine', header: () => 'Mine', cell: ({ job }: { job: ExportJob }) => `no. ${job.id}` },
  ]

  it("are the host's choice, its own among them", async () => {
    renderWithProvider(<ExportHistoryTable columns={wib} />, { client: client() })
    expect(cellTexts(await findOnlyRow())[0]).toBe('October')
    expect(cellTexts(await findOnlyRow())[3]).toBe('no. 1001')
    expect(screen.getAllByRole('columnheader').map((th) => th.textContent)).toEqual([
      'Name',
      'Report type',
      'Status',
      'Mine',
    ])
  })

  it("lead to the job's own page where the host has one", async () => {
    renderWithProvider(<ExportHistoryTable columns={wib} />, {
      client: client(),
      getJobHref: ({ id }) => `/exports/${id}`,
    })
    const link = within(await findOnlyRow()).getByRole('link', { name: 'October' })
    expect(link).toHaveAttribute('href', '/exports/1001')
  })
})

describe('the pager', () => {
  const client = (total: 'exact' | 'none' = 'exact') =>
    createMemoryClient({ jobs: buildExportJobs(57), capabilities: { total } })

  it('tells which rows of how many are shown', async () => {
    renderWithProvider(<ExportHistoryTable />, { client: client() })
    await findRows()
    expect(pager().getByText('1–20 of 57')).toBeVisible()
  })

  it('goes to the next, the last and a numbered page', async () => {
    const { user } = renderWithProvider(<ExportHistoryTable />, { client: client() })
    await findRows()
    await user.click(pager().getByRole('button', { name: 'Next page' }))
    expect(await screen.findByText('21–40 of 57')).toBeVisible()
    await user.click(pager().getByRole('button', { name: 'Last page' }))
    expect(await screen.findByText('41–57 of 57')).toBeVisible()
    expect(pager().getByRole('button', { name: 'Page 3' })).toHaveAttribute('aria-current', 'page')
    await user.click(pager().getByRole('button', { name: 'Page 1' }))
    expect(await screen.findByText('1–20 of 57')).toBeVisible()
  })

  it('keeps the focus on a button that has nowhere to go any more', async () => {
    const { user } = renderWithProvider(<ExportHistoryTable />, { client: client() })
    await findRows()
    await user.click(pager().getByRole('button', { name: 'Last page' }))
    await screen.findByText('41–57 of 57')
    const last = pager().getByRole('button', { name: 'Last page' })
    expect(last).toHaveFocus()
    expect(last).toHaveAttribute('aria-disabled', 'true')
  })

  it('changes the rows on a page', async () => {
    const { user } = renderWithProvider(<ExportHistoryTable />, { client: client() })
    await findRows()
    await user.selectOptions(pager().getByRole('combobox', { name: 'Rows per page' }), '100')
    expect(await screen.findByText('1–57 of 57')).toBeVisible()
    expect(bodyRows()).toHaveLength(57)
  })

  it('tells no total where the backend does not count', async () => {
    renderWithProvider(<ExportHistoryTable />, { client: client('none') })
    await findRows()
    expect(pager().getByText('1–20')).toBeVisible()
    expect(pager().queryByRole('button', { name: 'Last page' })).toBeNull()
  })

  it('offers the next and the previous page only where pages are marked by a cursor', async () => {
    const byCursor = createMemoryClient({
      jobs: buildExportJobs(30),
      capabilities: { pagination: 'cursor', total: 'none' },
    })
    const { user } = renderWithProvider(<ExportHistoryTable />, { client: byCursor })
    await findRows()
    expect(
      pager()
        .getAllByRole('button')
        .map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Previous page', 'Next page'])
    await user.click(pager().getByRole('button', { name: 'Next page' }))
    await expect.poll(() => bodyRows().length).toBe(10)
    await user.click(pager().getByRole('button', { name: 'Previous page' }))
    await expect.poll(() => bodyRows().length).toBe(20)
  })
})

describe('news', () => {
  it('of jobs on screen are told once, in one sentence each status', async () => {
    const client = createMemoryClient({
      jobs: buildExportJobs(3, () => ({
        status: 'processing',
        createdAt: new Date().toISOString(),
      })),
    })
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    await findRows()
    act(() => {
      client.update('1001', { status: 'completed' })
      client.update('1002', { status: 'completed' })
      client.update('1003', { status: 'failed' })
    })
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    const status = await screen.findByText(/2 exports completed/)
    expect(status).toHaveTextContent('1 export failed')
    expect(status.closest('[role=status]')).not.toBeNull()
  })

  it('of a refresh that brought nothing are told too', async () => {
    const { user } = show()
    await findRows()
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    expect(await screen.findByText('The list is up to date')).toBeInTheDocument()
  })
})
