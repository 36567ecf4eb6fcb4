import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  type ColumnFilterProps,
  createListState,
  type ExportColumn,
  ExportHistoryTable,
  type ExportHistoryTableProps,
  type ExportJobsProviderProps,
  exportColumns,
} from 'react-export-jobs'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectIn, pressIn } from './support/in-window.js'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { backendOf, serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const REPORT_TYPES = [
  { id: 'delivery_location', label: 'By delivery location' },
  { id: 'vendor', label: 'By vendor' },
  { id: 'inventory', label: 'Inventory' },
]

const meta = {
  title: 'ExportHistoryTable/Filter row',
  component: ExportHistoryTable,
  decorators: [withProvider],
  parameters: { ...inOwnFrame, provider: { reportTypes: REPORT_TYPES } },
  args: { filterRow: true },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
} satisfies Meta<typeof ExportHistoryTable>

export default meta

type Story = StoryObj<typeof meta>

const FOR_EVER = Number.POSITIVE_INFINITY
const HOUR_MS = 3_600_000

/** Under the usual columns; the toolbar keeps what has no column. */
export const UsualColumns: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–20 of 200')
    await expect(canvas.getByRole('search').textContent).toBe('Refresh')
    await userEvent.click(await canvas.findByRole('button', { name: 'Status: All' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Filter by Status' }))
    await userEvent.click(panel.getByRole('checkbox', { name: 'Failed' }))
    await userEvent.click(panel.getByRole('button', { name: 'Apply' }))
    await waitFor(() => expect(canvas.queryByText('1–20 of 200')).toBeNull())
    await expect(canvas.getByRole('button', { name: 'Clear filter by Status' })).toBeVisible()
  },
}

/** The calendar of one day, in which a day can be typed too. */
export const OneDay: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–20 of 200')
    await userEvent.click(await canvas.findByRole('button', { name: 'Created: Any day' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Filter by Created' }))
    await userEvent.click(await panel.findByRole('button', { name: /November 18, 2026/ }))
    await expect(panel.getByLabelText('Day')).toHaveValue('2026-11-18')
  },
}

const rangeOfDays: readonly ExportColumn[] = [
  exportColumns.reportType,
  exportColumns.status,
  { ...exportColumns.created, filter: 'createdRange' },
  exportColumns.download,
]

/** A range of days instead of one. */
export const RangeOfDays: Story = {
  args: { columns: () => rangeOfDays },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–20 of 200')
    await userEvent.click(await canvas.findByRole('button', { name: 'Created: Any day' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Last 7 days' }))
    await expect(await canvas.findByRole('button', { name: /^Created: Nov 17 – 23/ })).toBeVisible()
    await canvas.findByText(/^1–\d+ of (?!200)/)
  },
}

function OnlyMine({ list, title }: ColumnFilterProps) {
  return (
    <label>
      <input
        type="checkbox"
        onChange={({ currentTarget: { checked } }) =>
          list.setFilters({ statuses: checked ? ['completed'] : [] })
        }
      />{' '}
      {title} ready
    </label>
  )
}

const own: readonly ExportColumn[] = [
  exportColumns.reportType,
  { ...exportColumns.status, filter: OnlyMine },
  exportColumns.created,
]

/** A filter of the host's own. */
export const OwnFilter: Story = {
  args: { columns: () => own },
  play: async ({ canvas, msw, userEvent }) => {
    await canvas.findByText('1–20 of 200')
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Status ready' }))
    await waitFor(() => expect(backendOf(msw).log.at(-1)?.path).toContain('completed'))
    // the rows of the former answer are dimmed until this one is here
    await waitFor(() => expect(canvas.queryByText('Processing')).toBeNull())
  },
}

/** The first answer is awaited; nothing moves when it comes. */
export const Loading: Story = {
  beforeEach({ msw }) {
    const backend = serve(msw, SCENARIOS.manyJobs)
    backend.faults.add({ match: { operation: 'list' }, times: FOR_EVER, delayMs: HOUR_MS })
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Status: All' })).toBeVisible()
  },
}

/** A filter that the backend refuses can still be changed. */
export const Refused: Story = {
  beforeEach({ msw }) {
    const backend = serve(msw, SCENARIOS.manyJobs)
    backend.faults.add({
      match: { operation: 'list' },
      times: FOR_EVER,
      refuse: { code: 'invalid' },
    })
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The request was refused')).toBeVisible()
    await expect(await canvas.findByRole('button', { name: 'Status: All' })).toBeVisible()
  },
}

/** Above the cards of a narrow container, each with its column's name. */
export const Narrow: Story = { globals: { width: '22rem' }, play: UsualColumns.play }

/** In a dark host that reads from right to left. */
export const DarkRightToLeft: Story = {
  globals: { theme: 'dark', direction: 'rtl' },
  play: OneDay.play,
}

const FILTERED = createListState({
  pageSize: 3,
  filters: { statuses: ['failed', 'processing'], createdFrom: '2026-11-01' },
})

/** Every state of the row; its panels stand in windows. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      props: Partial<ExportHistoryTableProps> = {},
      provider: Partial<ExportJobsProviderProps> = {},
      windowRem?: number,
    ) => ({
      name,
      windowRem,
      content: <ExportHistoryTable defaults={{ pageSize: 3 }} {...args} {...props} />,
      provider: { reportTypes: REPORT_TYPES, client: clientOf(SCENARIOS.manyJobs), ...provider },
    })
    const waiting = clientOf(({ faults }) => {
      faults.add({ match: { operation: 'list' }, times: FOR_EVER, delayMs: HOUR_MS })
    })
    const refusing = clientOf(({ faults }) => {
      faults.add({ match: { operation: 'list' }, times: FOR_EVER, refuse: { code: 'invalid' } })
    })
    return (
      <StateSheet
        locale={globals.locale}
        layout="wide"
        states={[
          state('Nothing is filtered'),
          state('Filtered', { listState: FILTERED }),
          state(
            'Nothing matches',
            { listState: FILTERED },
            { client: clientOf(SCENARIOS.truncated) },
          ),
          state('The first answer is awaited', {}, { client: waiting }),
          state('The filter is refused', {}, { client: refusing }),
          state("A filter of the host's own", { columns: () => own }),
          state('Several values', {}, {}, 28),
          state('A day', {}, {}, 36),
          state('A range of days', { columns: () => rangeOfDays }, {}, 40),
        ]}
      />
    )
  },
  play: async ({ canvas, canvasElement }) => {
    await expect((await canvas.findAllByText('1–3 of 200'))[0]).toBeVisible()
    await expect(await canvas.findByText('The request was refused')).toBeVisible()
    await expect(await canvas.findByText('No exports match these filters')).toBeVisible()
    await pressIn(canvasElement, 'Several values', 'Status: All')
    await expectIn(canvasElement, 'Several values', 'Failed')
    await pressIn(canvasElement, 'A day', 'Created: Any day')
    await expectIn(canvasElement, 'A day', 'November 2026')
    await pressIn(canvasElement, 'A range of days', 'Created: Any day')
    await expectIn(canvasElement, 'A range of days', 'Last 7 days')
  },
}
