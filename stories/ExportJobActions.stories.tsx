import type { Decorator, Meta, StoryObj } from '@storybook/react-vite'
import {
  createActionsColumn,
  ExportHistoryTable,
  ExportJobActions,
  type ExportJobActionsProps,
  type ExportJobsProviderProps,
  ExportPopUps,
} from 'react-export-jobs'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectShown, first } from './support/expectations.js'
import { expectIn, pressIn } from './support/in-window.js'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { backendOf, serve } from './support/serve.js'
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

/** An action that may not be done can be pressed, and answers with the reason. */
export const Explained: Story = {
  args: { variant: 'buttons', actions: ['cancel'], unavailableAction: 'explain' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel export: October' }))
    const popUp = await canvas.findByRole('article', { name: 'Failed to cancel' })
    await expectShown(() => within(popUp).getByText('The export is already finished.'))
  },
}

/** Each action has a word of its own: one hidden, one with its reason, one that explains itself. */
export const MixedUnavailable: Story = {
  args: {
    variant: 'buttons',
    unavailableAction: { cancel: 'hide', retry: 'disable', delete: 'explain' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: /^Cancel/ })).toBeNull()
    await expect(canvas.getByRole('button', { name: 'Retry: October' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await expect(canvas.getByText('The export has not failed.')).toBeVisible()
  },
}

/** Nothing is allowed, so nothing is drawn. */
export const NothingAllowed: Story = {
  parameters: { provider: { can: () => false } },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

const served = (status: 'processing' | 'failed' | 'completed') =>
  ({
    args: { variant: 'buttons', job: buildExportJob({ id: '1001', name: 'October', status }) },
    beforeEach({ msw }) {
      serve(msw, (backend) => {
        backend.addJob({ id: '1001', name: 'October', status, totalRows: 12 })
      })
    },
  }) satisfies Story

/** A running job is asked to stop. */
export const Cancel: Story = {
  ...served('processing'),
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel export: October' }))
    await waitFor(() => expect(operations(msw)).toContain('cancel'))
    await expect(canvas.queryByRole('article')).toBeNull()
  },
}

/** It had finished just before. */
export const CancelTooLate: Story = {
  ...served('completed'),
  args: {
    variant: 'buttons',
    job: buildExportJob({ id: '1001', name: 'October', status: 'processing' }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel export: October' }))
    const popUp = await canvas.findByRole('article', { name: 'Failed to cancel' })
    await expectShown(() => within(popUp).getByText('The export is already finished.'))
  },
}

/** A failed job starts again under its id. */
export const Retry: Story = {
  ...served('failed'),
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Retry: October' }))
    await waitFor(() => expect(operations(msw)).toContain('retry'))
  },
}

/** A new job from the parameters of an old one. */
export const RunAgain: Story = {
  ...served('completed'),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Run again: October' }))
    await expectShown(() => canvas.getByRole('article', { name: 'Export requested anew' }))
  },
}

/** The backend keeps the row, so it comes back with the reason. */
export const DeleteRefused: Story = {
  ...served('completed'),
  play: async ({ canvas, msw, userEvent }) => {
    backendOf(msw).faults.add({ match: { operation: 'remove' }, refuse: { code: 'forbidden' } })
    await userEvent.click(canvas.getByRole('button', { name: 'Delete: October' }))
    const dialog = within(canvas.getByRole('alertdialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    await expectShown(() => canvas.getByRole('article', { name: 'Failed to delete' }))
  },
}

/** There is no retry: a failed job leads to the page where it was asked for. */
export const LeadsToItsSource: Story = {
  ...served('failed'),
  parameters: { provider: { getSourceHref: () => '#report' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Go to the report page' })).toBeVisible()
  },
}

const operations = (msw: Parameters<typeof backendOf>[0]) =>
  backendOf(msw).log.map(({ operation }) => operation)

const EVERY_ACTION = { cancel: true, retry: true, delete: true }

/** Every state beside the others; what lies over the page stands in windows. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      { status = 'completed', ...props }: StateProps,
      provider: Partial<ExportJobsProviderProps> = {},
      windowRem?: number,
    ) => ({
      name,
      windowRem,
      provider: { client: fullStoryClient, ...provider },
      content: (
        <ExportJobActions
          {...args}
          job={buildExportJob({ id: '1001', name: 'October', status })}
          {...props}
        />
      ),
    })
    const slow = clientOf((backend) => {
      backend.addJob({ id: '1001', status: 'processing' })
      backend.faults.add({ match: { operation: 'cancel' }, delayMs: 3_600_000 })
    }, EVERY_ACTION)
    return (
      <StateSheet
        locale={globals.locale}
        states={[
          state('A menu', {}),
          state('Buttons, of a job in work', { variant: 'buttons', status: 'processing' }),
          state('Buttons, of a finished job', { variant: 'buttons' }),
          state('Buttons, of a failed job', { variant: 'buttons', status: 'failed' }),
          state('Under way', { variant: 'buttons', status: 'processing' }, { client: slow }),
          state('Without effect, with its reason', {
            variant: 'buttons',
            actions: ['cancel', 'retry'],
            unavailableAction: 'disable',
          }),
          state(
            'Leads to the page where it was asked for',
            { variant: 'buttons', status: 'failed', actions: [] },
            { getSourceHref: () => '#report' },
          ),
          state('Nothing is allowed: nothing is drawn', {}, { can: () => false }),
          state('The menu, open', {}, {}, 16),
          state('The menu with reasons', { unavailableAction: 'disable' }, {}, 16),
          state('Asks before deleting', {}, {}, 16),
        ]}
      />
    )
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const slow = first(canvas.getAllByRole('button', { name: 'Cancel export: October' }).slice(1))
    await userEvent.click(slow)
    await waitFor(() => expect(slow).toHaveAttribute('aria-busy', 'true'))
    for (const title of ['The menu, open', 'The menu with reasons', 'Asks before deleting']) {
      await pressIn(canvasElement, title, 'Actions for October')
      await expectIn(canvasElement, title, 'Run again')
    }
    await pressIn(canvasElement, 'Asks before deleting', 'Delete: October')
    await expectIn(canvasElement, 'Asks before deleting', 'Delete October?')
  },
}

interface StateProps extends Partial<ExportJobActionsProps> {
  readonly status?: 'processing' | 'failed' | 'completed'
}
