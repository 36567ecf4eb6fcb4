import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportHistoryTable } from 'react-export-jobs'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJobs } from 'react-export-jobs/mocks'
import { expect, within } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

/** Three finished exports and one that still runs, of a backend that each story has for itself. */
const newClient = () =>
  createMemoryClient({
    key: 'selection',
    jobs: buildExportJobs(4, (index) => ({
      name: `Report ${index + 1}`,
      ...(index === 3 ? { status: 'processing', isDownloadable: false } : {}),
    })),
  })

const meta = {
  title: 'Selection',
  component: ExportHistoryTable,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
  args: { bulkActions: ['download', 'cancel', 'delete'], toastMs: null },
} satisfies Meta<typeof ExportHistoryTable>

export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const withClient = () => ({ provider: { client: newClient(), polling: { mode: 'off' } } }) as const
const bar = (canvas: Canvas) => within(canvas.getByRole('region', { name: 'Selected exports' }))
const all = (canvas: Canvas) => canvas.findByRole('checkbox', { name: /^Select all/ })

/** No row is selected, so there is no bar. */
export const None: Story = {
  parameters: withClient(),
  play: async ({ canvas }) => {
    await expect(await all(canvas)).not.toBeChecked()
    await expect(canvas.queryByRole('region', { name: 'Selected exports' })).toBeNull()
  },
}

/** Some rows of the page. */
export const Some: Story = {
  parameters: withClient(),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: /^Select Report 2,/ }))
    await expectShown(() => bar(canvas).getByText('1 selected'))
    await expect(await all(canvas)).toBePartiallyChecked()
  },
}

/** The whole page; what is allowed on none of them would have no effect. */
export const WholePage: Story = {
  parameters: withClient(),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await all(canvas))
    await expectShown(() => bar(canvas).getByText('4 selected'))
  },
}

const slowClient = newClient()

/** Files are handed over one after another. */
export const Running: Story = {
  parameters: { provider: { client: slowClient, polling: { mode: 'off' } } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await all(canvas))
    slowClient.hold('createDownload')
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Download' }))
    await expectShown(() => bar(canvas).getByText('0 of 3'))
  },
}

const failingClient = newClient()

/** One could not be: it is told by name and reason, and stays selected. */
export const PartialFailure: Story = {
  parameters: { provider: { client: failingClient, polling: { mode: 'off' } } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await all(canvas))
    await userEvent.click(canvas.getByRole('checkbox', { name: /^Select Report 4,/ }))
    failingClient.failNext('deleteJob', 'forbidden')
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Delete' }))
    const dialog = within(canvas.getByRole('alertdialog', { name: 'Delete 3 exports?' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    await expectShown(() => bar(canvas).getByText(/2 exports deleted.*1 could not be:/))
    await expect(bar(canvas).getByRole('listitem')).toHaveTextContent(/^Report 1: You are not/)
  },
}

/** Asks once for all of them. */
export const AsksFirst: Story = {
  parameters: withClient(),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await all(canvas))
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Delete' }))
    await expectShown(() => canvas.getByRole('alertdialog', { name: 'Delete 3 exports?' }))
  },
}

/** The rows go at once, and one press brings all of them back. */
export const WithAWayBack: Story = {
  args: { deletePrompt: 'undo' },
  parameters: withClient(),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await all(canvas))
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Delete' }))
    const offer = await canvas.findByRole('article', { name: '3 exports deleted' })
    await userEvent.click(within(offer).getByRole('button', { name: 'Undo' }))
    await expectShown(() => canvas.getByRole('checkbox', { name: /^Select Report 1,/ }))
  },
}

/** All of them stop, and the bar says how many. */
export const Done: Story = {
  parameters: withClient(),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: /^Select Report 4,/ }))
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Cancel export' }))
    await expectShown(() => bar(canvas).getByText('Export asked to stop'))
  },
}

const blockedTarget = () => Promise.reject(new DOMException('No press.', 'SecurityError'))

/** Files that the browser holds back have a press each. */
export const PressForEach: Story = {
  parameters: {
    provider: { ...withClient().provider, delivery: 'save', saveTarget: blockedTarget },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await all(canvas))
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Download' }))
    await expectShown(() =>
      bar(canvas).getByRole('button', { name: 'Click to download: Report 2' }),
    )
  },
}
