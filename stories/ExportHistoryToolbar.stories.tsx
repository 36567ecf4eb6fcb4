import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  createListState,
  ExportHistoryToolbar,
  type ExportHistoryToolbarProps,
  useExportListState,
} from 'react-export-jobs'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { DEFAULT_REPORT_TYPES } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

function ToolbarOfAList(props: Omit<ExportHistoryToolbarProps, 'list'>) {
  return <ExportHistoryToolbar {...props} list={useExportListState()} />
}

const meta = {
  component: ExportHistoryToolbar,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
  render: ({ list: _, ...args }) => <ToolbarOfAList {...args} />,
} satisfies Meta<typeof ExportHistoryToolbar>

export default meta

type Story = StoryObj<typeof ExportHistoryToolbar>

/** Nothing narrows the list. */
export const NoFilters: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Created' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Clear filters' })).toBeNull()
  },
}

/** The page was opened with filters: each is a chip that takes it away. */
export const WithFilters: Story = {
  parameters: {
    search: '?status=failed,processing&created_from=2026-11-01&created_to=2026-11-23',
  },
  play: async ({ canvas, userEvent }) => {
    const chip = await canvas.findByRole('button', { name: /Failed.*remove filter$/ })
    await userEvent.click(chip)
    await waitFor(() =>
      expect(canvas.queryByRole('button', { name: /Failed.*remove filter$/ })).toBeNull(),
    )
    await expect(canvas.getByRole('button', { name: /Processing.*remove filter$/ })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Clear filters' })).toBeVisible()
  },
}

/** Several statuses can be chosen; the panel stays open. */
export const StatusesOpen: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Status' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Status' }))
    await userEvent.click(panel.getByRole('checkbox', { name: 'Failed' }))
    await userEvent.click(panel.getByRole('checkbox', { name: 'Pending' }))
    await expectShown(() => panel.getByRole('button', { name: 'Clear' }))
    await expect(panel.getAllByRole('checkbox', { checked: true })).toHaveLength(2)
  },
}

/** The days of creation: ready ranges, two fields and a calendar. */
export const CreatedOpen: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Created' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Created' }))
    await expect(await panel.findByRole('grid', { name: 'November 2026' })).toBeVisible()
    await userEvent.click(panel.getByRole('button', { name: /^5, .*November 5, 2026/ }))
    await userEvent.click(panel.getByRole('button', { name: /^19, .*November 19, 2026/ }))
    await waitFor(() => expect(panel.getByLabelText('To')).toHaveValue('2026-11-19'))
    await expect(panel.getByText(/^Days in /)).toBeVisible()
  },
}

/** A last day before the first is told at once and cannot be applied. */
export const CreatedReversed: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Created' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Created' }))
    await panel.findByRole('grid')
    await userEvent.type(panel.getByLabelText('From'), '2026-11-20')
    await userEvent.type(panel.getByLabelText('To'), '2026-11-01')
    await expectShown(() => panel.getByText('The last day lies before the first.'))
    await expect(panel.getByRole('button', { name: 'Apply' })).toHaveAttribute('aria-disabled')
  },
}

/** A look that the person asked for is under way; the host's own button stands before Refresh. */
export const Refreshing: Story = {
  args: {
    onRefresh: () => {},
    isRefreshing: true,
    actions: <button type="button">New export</button>,
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Refresh' })).toHaveAttribute('aria-busy')
  },
}

/** A backend that can search, and filter by report type. */
export const EveryFilter: Story = {
  args: { onRefresh: () => {} },
  parameters: {
    provider: { client: createMemoryClient(), reportTypes: DEFAULT_REPORT_TYPES },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search by name' }), 'October')
    await expectShown(() => canvas.getByRole('button', { name: 'Clear filters' }))
    await expect(canvas.getByRole('button', { name: 'Clear search' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Report type' })).toBeVisible()
  },
}

/** In a narrow container. */
export const Narrow: Story = {
  globals: { width: '22rem' },
  args: EveryFilter.args,
  parameters: EveryFilter.parameters,
  play: EveryFilter.play,
}

const FILTERED = createListState({
  filters: {
    statuses: ['failed', 'processing'],
    createdFrom: '2026-11-01',
    createdTo: '2026-11-23',
  },
})

function FilteredToolbar(props: Omit<ExportHistoryToolbarProps, 'list'>) {
  return <ExportHistoryToolbar {...props} list={useExportListState({ listState: FILTERED })} />
}

const NEW_EXPORT = <button type="button">New export</button>

/** Every state beside the others; press a filter to see its panel. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: ({ list: _, ...args }, { globals }) => (
    <StateSheet
      locale={globals.locale}
      layout="wide"
      states={[
        { name: 'No filters', content: <ToolbarOfAList {...args} onRefresh={() => {}} /> },
        { name: 'With filters', content: <FilteredToolbar {...args} onRefresh={() => {}} /> },
        {
          name: 'Refreshing',
          content: <ToolbarOfAList {...args} onRefresh={() => {}} isRefreshing />,
        },
        {
          name: "With the host's button",
          content: <ToolbarOfAList {...args} onRefresh={() => {}} actions={NEW_EXPORT} />,
        },
        {
          name: 'A backend that can search and filter by everything',
          content: <ToolbarOfAList {...args} onRefresh={() => {}} />,
          provider: { client: createMemoryClient(), reportTypes: DEFAULT_REPORT_TYPES },
        },
      ]}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /Failed.*remove filter$/ })).toBeVisible()
    await expect(canvas.getByRole('searchbox', { name: 'Search by name' })).toBeVisible()
  },
}
