import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  ExportButton,
  type ExportButtonProps,
  type ExportJobsProviderProps,
} from 'react-export-jobs'
import { expect, waitFor } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { expectIn, pressIn } from './support/in-window.js'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { serve } from './support/serve.js'
import { VENDOR_REPORT } from './support/vendor-report.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

/** A file of so many bytes, of which all or only the first arrive. */
function fileOf(sizeBytes: number, arrivingBytes = sizeBytes): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(arrivingBytes))
      if (arrivingBytes === sizeBytes) controller.close()
    },
  })
  const headers = {
    'content-length': String(sizeBytes),
    'content-disposition': 'attachment; filename="orders.csv"',
  }
  return new Response(body, { headers })
}

const meta = {
  component: ExportButton,
  decorators: [withProvider],
  args: {
    reportType: 'vendor',
    initialValues: { dateRange: { from: '2026-10-05', to: '2026-10-25' }, note: 'Month end' },
    direct: { request: async () => fileOf(281_700) },
  },
  parameters: {
    ...inOwnFrame,
    provider: { reportTypes: [VENDOR_REPORT], getHistoryHref: () => '#exports' },
  },
  tags: ['autodocs'],
  beforeEach({ msw }) {
    sessionStorage.clear()
    localStorage.clear()
    serve(msw, () => {})
  },
} satisfies Meta<typeof ExportButton>

export default meta

type Story = StoryObj<typeof meta>

/** One press for the file itself. */
export const AtRest: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Download CSV' })).toBeVisible()
  },
}

/** The other formats, the background job and the whole form. */
export const PanelOpen: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'More ways to export' }))
    await expectShown(() => canvas.getByRole('button', { name: 'Export PDF in the background' }))
    await expect(canvas.getByRole('button', { name: 'Download PDF' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'All options' })).toBeVisible()
  },
}

/** A background job has started; the history is one press away. */
export const BackgroundStarted: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'More ways to export' }))
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Export PDF in the background' }),
    )
    await expectShown(() => canvas.getByText('The export has started.'))
    await expect(canvas.getByRole('link', { name: 'Open the export history' })).toBeVisible()
  },
}

/** The same job was asked for a moment ago. */
export const AlreadyRunning: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'More ways to export' }))
    const way = await canvas.findByRole('button', { name: 'Export PDF in the background' })
    await userEvent.click(way)
    await expectShown(() => canvas.getByText('The export has started.'))
    await userEvent.click(way)
    await expectShown(() => canvas.getByText('This export is already running'))
  },
}

/** The file is on its way: how much has come, and a way to end it. */
export const Downloading: Story = {
  args: { direct: { request: async () => fileOf(8_400_000, 3_100_000) } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Download CSV' }))
    await expectShown(() => canvas.getByText('3.1 MB of 8.4 MB'))
    await expect(canvas.getByRole('progressbar', { name: 'Downloading CSV' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Cancel the download' })).toBeVisible()
  },
}

/** The browser has taken it. */
export const Downloaded: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Download CSV' }))
    await expectShown(() => canvas.getByText('Downloaded (281.7 kB).'))
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() => expect(canvas.queryByText(/^Downloaded/)).toBeNull())
    await userEvent.click(canvas.getByRole('button', { name: 'Download CSV' }))
    await expectShown(() => canvas.getByText('Downloaded (281.7 kB).'))
  },
}

/** Too large for a download: the background job is proposed, filled in. */
export const TooLarge: Story = {
  args: { direct: { request: async () => fileOf(74_000_000, 1) } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Download CSV' }))
    await expectShown(() => canvas.getByText('This file is too large to download at once'))
    await expect(canvas.getByRole('button', { name: 'Export CSV in the background' })).toBeVisible()
  },
}

/** The backend refuses the file, and says why. */
export const Refused: Story = {
  args: {
    direct: {
      request: async () => Response.json({ detail: 'October is not closed yet.' }, { status: 409 }),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Download CSV' }))
    await expectShown(() => canvas.getByText(/October is not closed yet\./))
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** The network is gone. */
export const Offline: Story = {
  args: {
    direct: {
      request: async () => {
        throw new TypeError('Failed to fetch')
      },
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Download CSV' }))
    await expectShown(() => canvas.getByText('The server could not be reached'))
  },
}

/** The file comes from a link: the browser downloads it by itself. */
export const ByLink: Story = {
  args: { direct: { href: ({ fileFormat }) => `#report.${fileFormat}` } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Download CSV' })).toBeVisible()
  },
}

/** There is no file to be had at once: the form opens. */
export const BackgroundOnly: Story = {
  args: { direct: undefined },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByRole('dialog', { name: 'New export' }))
    await expect(await canvas.findByLabelText('From')).toHaveValue('2026-10-05')
    await expect(canvas.getByRole('textbox', { name: 'Note' })).toHaveValue('Month end')
  },
}

/** What the page shows alone will not do: something more has to be chosen. */
export const Incomplete: Story = {
  args: { initialValues: { dateRange: { from: '2026-10-25', to: '2026-10-05' } } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'More ways to export' }))
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Export CSV in the background' }),
    )
    await expectShown(() => canvas.getByText('Something more has to be chosen.'))
  },
}

/** Nothing is drawn for who may not export. */
export const NotPermitted: Story = {
  parameters: { provider: { reportTypes: [VENDOR_REPORT], can: () => false } },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** In a narrow, dark host. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
  args: TooLarge.args,
  play: TooLarge.play,
}

/** In a host that writes from right to left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: Downloading.args,
  play: Downloading.play,
}

const HOST = { reportTypes: [VENDOR_REPORT], getHistoryHref: () => '/exports' }

/** Every state in a window of its own, where panels and dialogs have a page to lie over. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      props: Partial<ExportButtonProps> = {},
      { windowRem = 14, provider = {} }: SheetExtras = {},
    ) => ({
      name,
      windowRem,
      content: <ExportButton {...args} {...props} />,
      provider: {
        ...HOST,
        client: clientOf(() => {}),
        userKey: 'dana',
        scope: { companyId: '7', state: name },
        ...provider,
      },
    })
    return (
      <StateSheet
        locale={globals.locale}
        layout="pairs"
        states={[
          state('At rest', {}, { windowRem: 5 }),
          state('By a link', ByLink.args, { windowRem: 5 }),
          state('Background jobs only', { direct: undefined }, { windowRem: 5 }),
          state(
            'Not permitted: nothing is drawn',
            {},
            { windowRem: 5, provider: { can: () => false } },
          ),
          state('The panel', {}, { windowRem: 22 }),
          state('A background job has started', {}, { windowRem: 28 }),
          state('Already running', {}, { windowRem: 28 }),
          state('Something is missing', Incomplete.args, { windowRem: 28 }),
          state('Downloading', Downloading.args, { windowRem: 12 }),
          state('Downloaded', {}, { windowRem: 12 }),
          state('Too large', TooLarge.args),
          state('Refused', Refused.args),
          state('Offline', Offline.args),
          state('All options', {}, { windowRem: 44 }),
        ]}
      />
    )
  },
  play: async ({ canvasElement }) => {
    const show = async (title: string, button: string, words: string) => {
      await pressIn(canvasElement, title, button)
      await expectIn(canvasElement, title, words)
    }
    const opened = [
      'The panel',
      'A background job has started',
      'Already running',
      'Something is missing',
      'All options',
    ]
    for (const title of opened) await show(title, 'More ways to export', 'All options')
    const inBackground = 'Export CSV in the background'
    await show('A background job has started', inBackground, 'The export has started.')
    await show('Already running', inBackground, 'The export has started.')
    await show('Already running', inBackground, 'This export is already running')
    await show('Something is missing', inBackground, 'Something more has to be chosen.')
    await show('All options', 'All options', 'Delivered in')
    await show('Downloading', 'Download CSV', '3.1 MB of 8.4 MB')
    await show('Downloaded', 'Download CSV', 'Downloaded (281.7 kB).')
    await show('Too large', 'Download CSV', 'This file is too large to download at once')
    await show('Refused', 'Download CSV', 'October is not closed yet.')
    await show('Offline', 'Download CSV', 'The server could not be reached')
  },
}

interface SheetExtras {
  readonly windowRem?: number
  readonly provider?: Partial<ExportJobsProviderProps>
}
