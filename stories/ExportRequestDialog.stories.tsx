import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactNode, useState } from 'react'
import {
  type ExportJobsProviderProps,
  ExportRequestDialog,
  type ExportRequestDialogProps,
} from 'react-export-jobs'
import type { ExportBackend } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { expectIn, pressIn } from './support/in-window.js'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { serve } from './support/serve.js'
import { VENDOR_REPORT } from './support/vendor-report.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const HOUR_MS = 3_600_000

/** A host's page with the button that opens the dialog. */
function Page({ open, ...props }: ExportRequestDialogProps): ReactNode {
  const [isOpen, setOpen] = useState(open)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        New export
      </button>
      <ExportRequestDialog {...props} open={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

const meta = {
  component: ExportRequestDialog,
  decorators: [withProvider],
  render: (args) => <Page {...args} />,
  args: { open: true, onClose: () => {} },
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
} satisfies Meta<typeof ExportRequestDialog>

export default meta

type Story = StoryObj<typeof meta>

/** Closed: nothing of it is in the page but its frame. Escape closes it and gives the focus back. */
export const Closed: Story = {
  args: { open: false },
  play: async ({ canvas, userEvent }) => {
    const opener = canvas.getByRole('button', { name: 'New export' })
    await userEvent.click(opener)
    await expectShown(() => canvas.getByRole('dialog', { name: 'New export' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await expect(opener).toHaveFocus()
  },
}

/** As it is opened. */
export const Open: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Export' })).toBeEnabled()
    await expect(canvas.getByRole('dialog', { name: 'New export' })).toBeVisible()
  },
}

/** While the request is under way: a second press joins it. */
export const Sending: Story = {
  beforeEach({ msw }) {
    serve(msw, ({ faults }) => faults.add({ match: { operation: 'create' }, delayMs: HOUR_MS }))
  },
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Export' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
  },
}

/** The request was taken; the dialog stays, with the way to the history. */
export const Sent: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByText('The export has started.'))
    await expect(canvas.getByRole('link', { name: 'Open the export history' })).toBeVisible()
  },
}

/** The backend has something against a field: its words stand there, and it has the focus. */
export const ServerFieldErrors: Story = {
  beforeEach({ msw }) {
    serve(msw, ({ faults }) =>
      faults.add({
        match: { operation: 'create' },
        refuse: { code: 'invalid', fieldErrors: { note: ['Say what it is for.'] } },
      }),
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByText('Note: Say what it is for.'))
    const field = canvas.getByRole('textbox', { name: 'Note' })
    await expect(field).toHaveFocus()
    await expect(field).toHaveAccessibleDescription(/Say what it is for\./)
  },
}

/** The same was asked for within the last minute: open it, or make another. */
export const AlreadyRunning: Story = {
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Export' })
    await userEvent.click(button)
    await expectShown(() => canvas.getByText('The export has started.'))
    await userEvent.click(button)
    await expectShown(() => canvas.getByText('This export is already running'))
    await expect(canvas.getByRole('link', { name: 'Open it' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Make another' })).toBeVisible()
  },
}

/** The server fails; what was typed stays. */
export const Refused: Story = {
  beforeEach({ msw }) {
    serve(msw, ({ faults }) =>
      faults.add({ match: { operation: 'create' }, refuse: { code: 'unavailable' } }),
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Note' }), 'Still here')
    await userEvent.click(canvas.getByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByText('The server has a problem'))
    await expect(canvas.getByRole('textbox', { name: 'Note' })).toHaveValue('Still here')
  },
}

/** Filled in with what the page shows. */
export const Prefilled: Story = {
  args: {
    form: {
      initialValues: {
        dateRange: { from: '2026-10-05', to: '2026-10-25' },
        grouping: 'order',
        note: 'Month end',
      },
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('From')).toHaveValue('2026-10-05')
    await expect(canvas.getByRole('radio', { name: 'One for each order' })).toBeChecked()
  },
}

/** An earlier export is edited and run again; what no longer fits is told, and can be undone. */
export const RunAgain: Story = {
  args: {
    heading: 'Run again',
    form: {
      job: {
        reportType: 'vendor',
        fileFormat: 'xlsx',
        dateRange: { from: '2026-03-01', to: '2026-03-31' },
        entityTypes: [],
        name: null,
        parameters: { grouping: 'week', warehouse: 'north', note: 'March' },
      },
    },
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('Warehouse (north) is no longer asked for.'))
    await expect(canvas.getByText('Rows: week is no longer offered.')).toBeVisible()
    await expect(canvas.getByText('Format: xlsx is no longer offered.')).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: 'Note' })).toHaveValue('March')
  },
}

/** The file will be e-mailed, and the dialog says so before and after. */
export const EmailDelivery: Story = {
  parameters: {
    provider: {
      reportTypes: [{ ...VENDOR_REPORT, delivery: 'email', submitLabel: 'Send me the report' }],
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/You get an e-mail with a link/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Send me the report' })).toBeVisible()
  },
}

/** The form is bigger than the window: its buttons stay in sight. */
export const LongForm: Story = {
  parameters: {
    provider: {
      reportTypes: [
        {
          ...VENDOR_REPORT,
          fields: [
            ...(VENDOR_REPORT.fields ?? []),
            ...Array.from({ length: 24 }, (_, index) => ({
              id: `note${index}`,
              kind: 'text' as const,
              label: `Note ${index + 1}`,
            })),
          ],
        },
      ],
    },
  },
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Export' })
    const { bottom } = button.getBoundingClientRect()
    await expect(bottom).toBeLessThanOrEqual(window.innerHeight)
    await userEvent.click(button)
    await expectShown(() => canvas.getByText('The export has started.'))
    const told = canvas.getByText('The export has started.').getBoundingClientRect()
    await expect(told.bottom).toBeLessThanOrEqual(window.innerHeight)
  },
}

/** Who may export nothing is told so. */
export const Denied: Story = {
  parameters: { provider: { reportTypes: [VENDOR_REPORT], can: () => false } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You cannot export this')).toBeVisible()
  },
}

/** In a narrow, dark host. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
  play: Open.play,
}

/** In a host that writes from right to left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: Open.play,
}

/** The dialog in each of its states, each over a page of its own. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      props: Partial<ExportRequestDialogProps> = {},
      setup: (backend: ExportBackend) => void = () => {},
      provider: Partial<ExportJobsProviderProps> = {},
    ) => ({
      name,
      windowRem: 50,
      content: <Page {...args} {...props} />,
      provider: {
        reportTypes: [VENDOR_REPORT],
        getHistoryHref: () => '#exports',
        client: clientOf(setup),
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
          state('As it is opened'),
          state('Filled in with what the page shows', Prefilled.args),
          state('Sending', {}, ({ faults }) => {
            faults.add({ match: { operation: 'create' }, delayMs: HOUR_MS })
          }),
          state('Sent'),
          state('Already running'),
          state('A field is refused', {}, ({ faults }) => {
            const fieldErrors = { note: ['Say what it is for.'] }
            const refuse = { code: 'invalid', fieldErrors } as const
            faults.add({ match: { operation: 'create' }, refuse })
          }),
          state('The server fails', {}, ({ faults }) => {
            faults.add({ match: { operation: 'create' }, refuse: { code: 'unavailable' } })
          }),
          state('Run again', RunAgain.args),
          state('By e-mail', {}, undefined, EmailDelivery.parameters?.provider),
          state('A form longer than the window', {}, undefined, LongForm.parameters?.provider),
          state('Nothing may be exported', {}, undefined, { can: () => false }),
        ]}
      />
    )
  },
  play: async ({ canvasElement }) => {
    const show = async (title: string, words: string) => {
      await pressIn(canvasElement, title, 'Export')
      await expectIn(canvasElement, title, words)
    }
    await pressIn(canvasElement, 'Sending', 'Export')
    await show('Sent', 'The export has started.')
    await show('Already running', 'The export has started.')
    await show('Already running', 'This export is already running')
    await show('A field is refused', 'Say what it is for.')
    await show('The server fails', 'The server has a problem')
    await expectIn(canvasElement, 'Run again', 'Warehouse (north) is no longer asked for.')
    await expectIn(canvasElement, 'By e-mail', 'You get an e-mail with a link')
    await expectIn(canvasElement, 'Nothing may be exported', 'You cannot export this')
  },
}
