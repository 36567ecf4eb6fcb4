import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  createListState,
  type ExportCellProps,
  type ExportColumn,
  ExportHistoryTable,
  type ExportHistoryTableProps,
  exportColumns,
} from 'react-export-jobs'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJobs, type ExportBackend, SCENARIOS } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectPopUp, expectShown, first } from './support/expectations.js'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { backendOf, minutesAgo, serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const meta = {
  component: ExportHistoryTable,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
} satisfies Meta<typeof ExportHistoryTable>

export default meta

type Story = StoryObj<typeof meta>

const FOR_EVER = Number.POSITIVE_INFINITY
const HOUR_MS = 3_600_000

/** The usual page: twenty of two hundred exports, the newest first. */
export const Ready: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
    await expect(canvas.getAllByRole('button', { name: /^Download / })).not.toHaveLength(0)
  },
}

/** Nothing has come yet: rows of the same height stand in for the real ones. */
export const Loading: Story = {
  beforeEach({ msw }) {
    const backend = serve(msw, SCENARIOS.manyJobs)
    backend.faults.add({ match: { operation: 'list' }, times: FOR_EVER, delayMs: HOUR_MS })
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Loading exports')).toBeInTheDocument()
    await expect(canvas.getByRole('table', { name: 'Exports' })).toHaveAttribute('aria-busy')
  },
}

/** The person has pressed Refresh and waits; the rows stay. */
export const Refreshing: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  play: async ({ canvas, msw, userEvent }) => {
    await canvas.findByText('1–20 of 200')
    backendOf(msw).faults.add({ match: { operation: 'list' }, delayMs: HOUR_MS })
    const refresh = canvas.getByRole('button', { name: 'Refresh' })
    await userEvent.click(refresh)
    await waitFor(() => expect(refresh).toHaveAttribute('aria-busy', 'true'))
    await expect(canvas.getByText('1–20 of 200')).toBeVisible()
  },
}

/** Nothing was ever exported. */
export const Empty: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No exports yet')).toBeVisible()
  },
}

/** There are exports, and none of them is pending. */
export const EmptyAfterFilters: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.truncated)
  },
  play: async ({ canvas, userEvent }) => {
    const filters = within(canvas.getByRole('search', { name: 'Filters' }))
    await userEvent.click(filters.getByRole('button', { name: 'Status' }))
    await userEvent.click(await filters.findByRole('checkbox', { name: 'Pending' }))
    await userEvent.keyboard('{Escape}')
    await expect(await canvas.findByText('No exports match these filters')).toBeVisible()
    await expect(canvas.getAllByRole('button', { name: 'Clear filters' })).not.toHaveLength(0)
  },
}

/** The backend fails, and there is nothing to show. */
export const ErrorState: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.serverError)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The server has a problem')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(canvas.getByText(/^req-/)).toBeVisible()
  },
}

/** The backend answers something else than a list. */
export const AnswerNotUnderstood: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.badPage)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The answer was not understood')).toBeVisible()
  },
}

/** No request gets through. */
export const Offline: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.offline)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The server could not be reached')).toBeVisible()
  },
}

/** The backend withholds this company's reports. */
export const Denied: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.denied)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You do not have access to these exports')).toBeVisible()
    await expect(canvas.getByText(/the right company is selected/)).toBeVisible()
    await expect(canvas.queryByRole('table')).toBeNull()
  },
}

/** The host does not know yet what the person may see, so nothing is asked. */
export const PermissionPending: Story = {
  parameters: { provider: { can: () => 'pending' } },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  play: async ({ canvas, msw }) => {
    await expect(await canvas.findByText('Loading exports')).toBeInTheDocument()
    await expect(backendOf(msw).log).toHaveLength(0)
  },
}

/** Refreshing has begun to fail: the last good rows stay, and a note says since when. */
export const StaleRows: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.truncated)
  },
  play: async ({ canvas, msw, userEvent }) => {
    await canvas.findByText('1–1 of 1')
    backendOf(msw).faults.add({ times: FOR_EVER, refuse: { code: 'unavailable' } })
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh' }))
    await expectShown(() => first(canvas.getAllByText(/^Could not check since 9:00/)))
    await expect(canvas.getByText('1–1 of 1')).toBeVisible()
  },
}

const PENDING_ONLY = createListState({ filters: { statuses: ['pending'] } })

const hanging = (backend: ExportBackend) => {
  backend.faults.add({ match: { operation: 'list' }, times: FOR_EVER, delayMs: HOUR_MS })
}

/** Every state of the table beside the others. */
export const AllStates: Story = {
  args: { toolbar: false },
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      setup: (backend: ExportBackend) => void,
      props: ExportHistoryTableProps = {},
    ) => ({
      name,
      content: <ExportHistoryTable {...args} {...props} />,
      provider: { client: clientOf(setup) },
    })
    return (
      <StateSheet
        locale={globals.locale}
        layout="wide"
        states={[
          state('Loading', hanging, { defaults: { pageSize: 3 } }),
          state('Ready', SCENARIOS.manyJobs, { defaults: { pageSize: 3 } }),
          state('Nothing was ever exported', SCENARIOS.empty),
          state('Nothing matches the filters', SCENARIOS.truncated, { listState: PENDING_ONLY }),
          state('The backend fails', SCENARIOS.serverError),
          state('No request gets through', SCENARIOS.offline),
          state('Access denied', SCENARIOS.denied),
          state('A row that could not be read', SCENARIOS.malformed),
          state('Jobs that take longer than usual', SCENARIOS.stuck),
        ]}
      />
    )
  },
  play: async ({ canvas }) => {
    await canvas.findByText('1–3 of 200')
    for (const words of [
      'No exports yet',
      'No exports match these filters',
      'The server has a problem',
      'The server could not be reached',
      'You do not have access to these exports',
      '1 row could not be read',
    ]) {
      await expect(await canvas.findByText(words)).toBeVisible()
    }
  },
}

/** One row of the answer makes no sense; the others show, and a note names the wrong value. */
export const UnreadableRow: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.malformed)
  },
  play: async ({ canvas, userEvent }) => {
    const note = await canvas.findByText('1 row could not be read')
    await expect(note).toBeVisible()
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText(/results\[?\.?2/)).toBeVisible()
  },
}

/** The page was opened with a created range that ends before it begins. */
export const ReversedRange: Story = {
  parameters: { search: '?created_from=2026-11-20&created_to=2026-11-01' },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
    await expect(canvas.getByText(/^The created range ends before it begins/)).toBeVisible()
  },
}

/** Every status, and every way in which a completed job has no download. */
export const AllStatuses: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.allStates)
  },
  play: async ({ canvas }) => {
    await canvas.findByText('1–15 of 15')
    const table = within(canvas.getByRole('table', { name: 'Exports' }))
    for (const word of ['Pending', 'Canceling', 'Canceled', 'Expired', 'archived']) {
      await expect(table.getByText(word)).toBeVisible()
    }
  },
}

/** Two jobs have been unfinished for much longer than is usual. */
export const StuckJob: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.stuck)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByText('Taking longer than usual')).toHaveLength(2)
  },
}

/** Three jobs wait for their turn. */
export const SlowQueue: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.slowQueue)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Number 3 in the queue')).toBeVisible()
  },
}

/** The backend tells how far it has come. */
export const ProcessingWithProgress: Story = {
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      const job = { status: 'processing', createdAt: minutesAgo(2) } as const
      backend.addJob({ ...job, progress: 0.42, totalRows: 2_310 })
      backend.addJob({ ...job, progress: 0.87, phase: 'Writing the file', fileFormat: 'pdf' })
      backend.addJob({ ...job, progress: null, reportType: 'inventory' })
    })
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('970 of 2,310 rows')).toBeVisible()
    await expect(canvas.getAllByRole('progressbar', { name: 'Progress' })).toHaveLength(2)
    await expect(canvas.getByText('42%')).toBeVisible()
  },
}

/** The job ends while it is looked at: no press is needed. */
export const FinishesByItself: Story = {
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      backend.addJob({ createdAt: minutesAgo(0), plan: { queueMs: 0, runMs: 20_000, rows: 640 } })
    })
  },
  play: async ({ canvas, msw }) => {
    const table = within(await canvas.findByRole('table', { name: 'Exports' }))
    await table.findByText('Processing')
    backendOf(msw).clock.advance(30_000)
    await waitFor(() => expect(table.getByText('Completed')).toBeVisible(), { timeout: 15_000 })
    await expect(table.getByRole('button', { name: /^Download / })).toBeVisible()
    await expect(canvas.getByText('1 export completed')).toBeInTheDocument()
  },
}

/** The backend says why it failed. */
export const FailedWithMessage: Story = {
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      const error = {
        code: 'TOO_MANY_ROWS',
        message: 'The report has more than 1,000,000 rows. Choose a shorter period.',
      }
      backend.addJob({ status: 'failed', createdAt: minutesAgo(12), error })
      backend.addJob({
        status: 'failed',
        createdAt: minutesAgo(40),
        error: null,
        fileFormat: 'pdf',
      })
    })
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^The report has more than 1,000,000 rows/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: /^Download / })).toBeNull()
  },
}

/** The file was cut at the backend's limit, and the row says so. */
export const CompletedWithNote: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.truncated)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('10,000 of 48,112 rows: limit reached')).toBeVisible()
  },
}

const withName = (defaults: readonly ExportColumn[]) => [exportColumns.name, ...defaults]

/** Names in many scripts, very long ones, and ones that look like markup. */
export const Unicode: Story = {
  args: { columns: withName },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.unicode)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('東京の納品レポート')).toBeVisible()
    await expect(canvas.getByText('<img src=x onerror=alert(1)> & "quotes"')).toBeVisible()
  },
}

/** Every text is as long as a backend may make it. */
export const LongTexts: Story = {
  args: { columns: withName },
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      const name = 'Quarterly purchase orders of all delivery locations, with taxes and deposits'
      const reportType = 'purchase_orders_by_delivery_location_vendor_and_storage_area'
      const message = 'The connection to the warehouse was lost while the rows were read. '.repeat(
        8,
      )
      backend.addJob({
        name,
        reportType,
        status: 'failed',
        createdAt: minutesAgo(3),
        error: { code: null, message },
      })
      backend.addJob({
        name: `${name}${'_'.repeat(80)}`,
        reportType,
        status: 'completed',
        createdAt: minutesAgo(4),
        warnings: [message, 'A second note.', 'A third note.'],
      })
    })
  },
  play: async ({ canvas }) => {
    await canvas.findByText('1–2 of 2')
    await expect(canvas.getByText(/and 2 more notes$/)).toBeVisible()
  },
}

/** As many rows as a page can have. */
export const TwoHundredRows: Story = {
  args: { defaults: { pageSize: 200 } },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–200 of 200')).toBeInTheDocument()
  },
}

/** A backend that marks its pages instead of counting them: there are Previous and Next only. */
export const CursorPaging: Story = {
  parameters: {
    provider: {
      client: createMemoryClient({
        key: 'cursor-paging',
        capabilities: { pagination: 'cursor', total: 'none' },
        jobs: buildExportJobs(45, (index) => ({ fileFormat: index % 3 === 0 ? 'pdf' : 'csv' })),
        now: () => Date.now(),
      }),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('20 rows')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Page 1' })).toBeNull()
    const next = canvas.getByRole('button', { name: 'Next page' })
    await userEvent.click(next)
    const previous = canvas.getByRole('button', { name: 'Previous page' })
    await waitFor(() => expect(previous).not.toHaveAttribute('aria-disabled'))
    await waitFor(() => expect(canvas.getByText('20 rows')).toBeVisible())
    await userEvent.click(next)
    await expect(await canvas.findByText('5 rows')).toBeVisible()
    await expect(next).toHaveAttribute('aria-disabled', 'true')
  },
}

/** Rows take less room. */
export const Compact: Story = {
  args: { density: 'compact' },
  beforeEach: Ready.beforeEach,
  play: Ready.play,
}

/** Without our toolbar, for a host that has filters of its own, or none. */
export const WithoutToolbar: Story = {
  args: { toolbar: false },
  beforeEach: Ready.beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
    await expect(canvas.queryByRole('search')).toBeNull()
  },
}

function CostCentreCell({ job }: ExportCellProps) {
  return <code>{String(job.parameters?.costCentre ?? '—')}</code>
}

const withHostColumns = (defaults: readonly ExportColumn[]): readonly ExportColumn[] => [
  exportColumns.name,
  { id: 'cost-centre', header: () => 'Cost centre', cell: CostCentreCell },
  exportColumns.createdBy,
  ...defaults.filter(({ id }) => id === 'status' || id === 'download'),
]

/** The host's choice of columns, with one of its own; names lead to its pages. */
export const WithHostColumns: Story = {
  args: { columns: withHostColumns, caption: 'Cost exports' },
  parameters: { provider: { getJobHref: ({ id }: { id: string }) => `#/exports/${id}` } },
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      const parameters = { costCentre: 'K-4410' }
      backend.addJob({ name: 'October deliveries', status: 'completed', parameters })
      backend.addJob({ name: 'September deliveries', status: 'failed', parameters: {} })
    })
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('K-4410')).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'October deliveries' })).toHaveAttribute(
      'href',
      expect.stringContaining('#/exports/'),
    )
    await expect(canvas.getAllByRole('columnheader')).toHaveLength(5)
  },
}

/** Buttons that cannot be used stay, and say why when they are pressed. */
export const UnavailableExplained: Story = {
  args: { unavailableAction: 'explain', toastMs: null },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.stuck)
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(first(await canvas.findAllByRole('button', { name: /^Download / })))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
  },
}

/** The backend has no file after all, and the pop-up tells so. */
export const RefusedDownload: Story = {
  args: { toastMs: null },
  beforeEach({ msw }) {
    const { faults } = serve(msw, SCENARIOS.truncated)
    faults.add({ match: { operation: 'grant' }, times: FOR_EVER, refuse: { code: 'no_file' } })
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Download / }))
    await expectPopUp(canvasElement, 'The export is completed, but has no file.')
  },
}

/** Two links in a row are dead when they arrive; after the second one the person is told. */
export const ExpiredAtClick: Story = {
  args: { toastMs: null },
  beforeEach({ msw }) {
    serve(msw, (backend) => SCENARIOS.expiredAtClick(backend, { times: 2 }))
  },
  play: async ({ canvas, canvasElement, msw, userEvent }) => {
    await userEvent.click(first(await canvas.findAllByRole('button', { name: /^Download / })))
    await expectPopUp(canvasElement, /^The download link could not be made/)
    const asked = backendOf(msw).log.filter(({ operation }) => operation === 'grant')
    await expect(asked).toHaveLength(2)
  },
}

/** In a dark host. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  beforeEach: AllStatuses.beforeEach,
  play: AllStatuses.play,
}

/** In a narrow container rows become cards, with the columns' names beside the values. */
export const Narrow: Story = {
  globals: { width: '22rem' },
  beforeEach: AllStatuses.beforeEach,
  play: AllStatuses.play,
}

/** In a host whose lines run from right to left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  beforeEach: AllStatuses.beforeEach,
  play: AllStatuses.play,
}

/** Dates and numbers in another language; the words are the host's to give. */
export const GermanDates: Story = {
  globals: { locale: 'de' },
  beforeEach: Ready.beforeEach,
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByText(/^23\.11\.2026/)).length).toBeGreaterThan(0)
  },
}
