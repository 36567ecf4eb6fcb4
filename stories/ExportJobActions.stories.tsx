import type { Decorator, Meta, StoryObj } from '@storybook/react-vite'
import {
  createActionsColumn,
  ExportHistoryTable,
  ExportJobActions,
  ExportPopUps,
} from 'react-export-jobs'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect, within } from 'storybook/test'
import { expectShown, first } from './support/expectations.js'
import { serve } from './support/serve.js'
import { fullStoryClient, inOwnFrame, withProvider } from './support/with-provider.js'

const withPopUps: Decorator = (Story) => (
  <>
    <Story />
    <ExportPopUps toastMs={null} />
  </>
)

const meta = {
  component: ExportJobActions,
  decorators: [withPopUps, withProvider],
  parameters: { ...inOwnFrame, provider: { client: fullStoryClient } },
  tags: ['autodocs'],
  args: { job: buildExportJob({ id: '1001', name: 'October' }) },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.allStates)
  },
} satisfies Meta<typeof ExportJobActions>

export default meta

type Story = StoryObj<typeof meta>

/** One button opens what can be done. */
export const Menu: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for October' }))
    await expectShown(() => canvas.getByRole('button', { name: 'Delete: October' }))
  },
}

/** A button for each. */
export const Buttons: Story = {
  args: { variant: 'buttons', job: buildExportJob({ name: 'October', status: 'failed' }) },
}

/** What is not allowed is shown with its reason. */
export const WithReasons: Story = {
  args: { unavailableAction: 'disable' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for October' }))
    await expectShown(() => canvas.getByText('The export is already finished.'))
  },
}

/** A deletion asks first. */
export const AsksBeforeDeleting: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for October' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Delete: October' }))
    const dialog = canvas.getByRole('alertdialog', { name: 'Delete October?' })
    await expect(within(dialog).getByRole('button', { name: 'Keep' })).toHaveFocus()
  },
}

const columns: NonNullable<React.ComponentProps<typeof ExportHistoryTable>['columns']> = (
  defaults,
) => [...defaults, undoColumn]
const undoColumn = createActionsColumn({ deletePrompt: 'undo' })

/** In a table a deleted row can be taken back for six seconds. */
export const WithAWayBack: Story = {
  render: () => <ExportHistoryTable columns={columns} />,
  play: async ({ canvas, userEvent }) => {
    const menus = await canvas.findAllByRole('button', { name: /^Actions for/ })
    await userEvent.click(menus.at(-1) ?? first(menus))
    await userEvent.click(canvas.getByRole('button', { name: /^Delete:/ }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Undo' }))
    await expect(canvas.getAllByRole('button', { name: /^Actions for/ })).toHaveLength(menus.length)
  },
}

/** Several jobs at once, with a result for each. */
export const Selection: Story = {
  render: () => <ExportHistoryTable bulkActions={['download', 'cancel', 'delete']} />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findAllByRole('cell')
    await userEvent.click(canvas.getByRole('checkbox', { name: /^Select all/ }))
    const bar = within(canvas.getByRole('region', { name: 'Selected exports' }))
    await userEvent.click(bar.getByRole('button', { name: 'Cancel export' }))
    await expectShown(() => bar.getByText(/asked to stop/))
  },
}
