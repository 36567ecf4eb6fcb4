import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  ExportHistoryTable,
  type ExportHistoryTableProps,
  type ExportJobsProviderProps,
} from 'react-export-jobs'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJobs } from 'react-export-jobs/mocks'
import { expect, within } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { expectIn, pressIn } from './support/in-window.js'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
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

/** Every state of the bar below its table; what lies over the page stands in windows. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      provider: Partial<ExportJobsProviderProps> = {},
      props: Partial<ExportHistoryTableProps> = {},
      windowRem?: number,
    ) => ({
      name,
      windowRem,
      content: <ExportHistoryTable defaults={{ pageSize: 4 }} {...args} {...props} />,
      provider: { client: newClient(), polling: { mode: 'off' as const }, ...provider },
    })
    const slow = newClient()
    slow.hold('createDownload')
    const failing = newClient()
    failing.failNext('cancelJob', 'forbidden')
    return (
      <StateSheet
        locale={globals.locale}
        layout="wide"
        states={[
          state('No row is selected'),
          state('Some rows'),
          state('The whole page'),
          state('Under way', { client: slow }),
          state('Done'),
          state('One could not be', { client: failing }),
          state('A press for each file', { delivery: 'save', saveTarget: blockedTarget }),
          state('Asks first', {}, {}, 26),
          state('Can be taken back', {}, { deletePrompt: 'undo' }, 26),
        ]}
      />
    )
  },
  play: async ({ canvasElement, userEvent }) => {
    const stateOf = (name: string) => {
      const states = [...canvasElement.querySelectorAll<HTMLElement>('.sheet-state')]
      const found = states.find(({ firstElementChild }) => firstElementChild?.textContent === name)
      return within(found ?? canvasElement)
    }
    const select = async (name: string, row: RegExp) => {
      await userEvent.click(await stateOf(name).findByRole('checkbox', { name: row }))
    }
    const press = async (name: string, button: string) => {
      await userEvent.click(stateOf(name).getByRole('button', { name: button }))
    }
    await select('Some rows', /^Select Report 2,/)
    await select('The whole page', /^Select all/)
    await select('Under way', /^Select all/)
    await press('Under way', 'Download')
    await expectShown(() => stateOf('Under way').getByText('0 of 3'))
    await select('Done', /^Select Report 4,/)
    await press('Done', 'Cancel export')
    await expectShown(() => stateOf('Done').getByText('Export asked to stop'))
    await select('One could not be', /^Select Report 4,/)
    await press('One could not be', 'Cancel export')
    await expectShown(() => stateOf('One could not be').getByText(/1 could not be:/))
    await select('A press for each file', /^Select all/)
    await press('A press for each file', 'Download')
    await expectShown(() =>
      stateOf('A press for each file').getByRole('button', {
        name: /^Click to download: Report 2/,
      }),
    )
    for (const title of ['Asks first', 'Can be taken back']) {
      await pressIn(canvasElement, title, 'Select all')
      await pressIn(canvasElement, title, 'Delete')
    }
    await expectIn(canvasElement, 'Asks first', 'Delete 3 exports?')
    await expectIn(canvasElement, 'Can be taken back', '3 exports deleted')
  },
}
