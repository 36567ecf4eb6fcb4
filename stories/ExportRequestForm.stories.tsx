import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  type ExportJobsProviderProps,
  ExportRequestForm,
  type ExportRequestFormProps,
  type ReportField,
  type ReportType,
} from 'react-export-jobs'
import type { ExportBackend } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const options = (...labels: readonly string[]) =>
  labels.map((label) => ({ value: label.toLowerCase(), label }))

const reportOf = (...fields: readonly ReportField[]): ReportType => ({
  id: 'inventory',
  label: 'Inventory',
  formats: ['csv', 'pdf'],
  fields,
})

const PERIOD: ReportField = {
  id: 'dateRange',
  kind: 'date-range',
  label: 'Delivered in',
  required: true,
  defaultValue: { preset: 'lastMonth' },
}

const VENDOR_REPORT = reportOf(
  PERIOD,
  {
    id: 'grouping',
    kind: 'select',
    label: 'Rows',
    required: true,
    defaultValue: 'item',
    options: [
      { value: 'item', label: 'One for each item', description: 'Prices as they were charged.' },
      { value: 'order', label: 'One for each order', description: 'Totals alone.' },
    ],
  },
  {
    id: 'columns',
    kind: 'column-picker',
    label: 'Columns',
    options: options('Item', 'Quantity', 'Price', 'Vendor', 'Note'),
    defaultValue: ['item', 'price'],
    minItems: 1,
  },
  { id: 'headers', kind: 'switch', label: 'With a header row', defaultValue: true },
  { id: 'note', kind: 'text', label: 'Note', description: 'Is printed on the first page.' },
)

/** Shows one report type's form. */
const showing = (...reportTypes: readonly ReportType[]) => ({ provider: { reportTypes } })

const meta = {
  component: ExportRequestForm,
  decorators: [withProvider],
  parameters: { ...inOwnFrame, ...showing(VENDOR_REPORT) },
  tags: ['autodocs'],
  beforeEach({ msw }) {
    sessionStorage.clear()
    localStorage.clear()
    serve(msw, () => {})
  },
} satisfies Meta<typeof ExportRequestForm>

export default meta

type Story = StoryObj<typeof meta>

/** A whole form, as it is opened. */
export const Whole: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Export' })).toBeEnabled()
  },
}

/** From the blank form to the waiting job. */
export const Sent: Story = {
  parameters: {
    provider: { reportTypes: [VENDOR_REPORT], getHistoryHref: () => '#exports' },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByText('The export has started.'))
    await expect(canvas.getByRole('link', { name: 'Open the export history' })).toBeVisible()
  },
}

/** The same again within a minute: it is stopped, and both ways are offered. */
export const AlreadyRunning: Story = {
  parameters: Sent.parameters,
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Export' })
    await userEvent.click(button)
    await expectShown(() => canvas.getByText('The export has started.'))
    await userEvent.click(button)
    await expectShown(() => canvas.getByText('This export is already running'))
    await expect(canvas.getByRole('button', { name: 'Make another' })).toBeVisible()
  },
}

/** What has to be mended is summed up, and the first field has the focus. */
export const Mistakes: Story = {
  parameters: showing(
    reportOf(
      { ...PERIOD, defaultValue: undefined, maxDays: 31 },
      { id: 'note', kind: 'text', label: 'Note', required: true },
      { id: 'least', kind: 'number', label: 'Quantity from', min: 1, integer: true },
    ),
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Quantity from'), '0')
    await userEvent.click(canvas.getByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByRole('group', { name: '3 things have to be mended' }))
    await expect(canvas.getByLabelText('From')).toHaveFocus()
  },
}

/** The backend refuses the request as a whole; what was typed stays. */
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

/** One of several: in a list that opens, or all at once where they are explained. */
export const Select: Story = {
  parameters: showing(
    reportOf(
      { id: 'area', kind: 'select', label: 'Area', options: options('North', 'South') },
      {
        id: 'grouping',
        kind: 'select',
        label: 'Rows',
        options: [
          { value: 'item', label: 'One for each item', description: 'Prices as charged.' },
          {
            value: 'area',
            label: 'One for each area',
            description: 'Totals alone.',
            disabledWhen: { field: 'area', isEmpty: true },
            disabledReason: 'Choose an area first.',
          },
        ],
      },
    ),
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText(/Choose an area first/)).toBeVisible()
    await userEvent.selectOptions(canvas.getByLabelText('Area'), 'North')
    await userEvent.click(canvas.getByRole('radio', { name: 'One for each area' }))
    await expect(canvas.getByRole('radio', { name: 'One for each area' })).toBeChecked()
  },
}

/** Several: check boxes, with a search above 50 of them. */
export const MultiSelect: Story = {
  parameters: showing(
    reportOf(
      { id: 'kinds', kind: 'multi-select', label: 'Kinds', options: options('Food', 'Drink') },
      {
        id: 'vendors',
        kind: 'multi-select',
        label: 'Vendors',
        options: options(...Array.from({ length: 240 }, (_, index) => `Vendor ${index + 1}`)),
      },
    ),
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox'), '239')
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Vendor 239' }))
    await expect(canvas.getByText('1 chosen')).toBeVisible()
  },
}

/** Days and periods, with the zone in which they are meant. */
export const Days: Story = {
  parameters: showing(reportOf(PERIOD, { id: 'day', kind: 'date', label: 'Stock of' })),
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('From')).toHaveValue('2026-10-01')
    await expect(canvas.getByText(/^Days in /)).toBeVisible()
  },
}

/** Texts, a number and a switch. */
export const Plain: Story = {
  parameters: showing(
    reportOf(
      { id: 'note', kind: 'text', label: 'Note', multiline: true },
      { id: 'least', kind: 'number', label: 'Quantity from' },
      { id: 'headers', kind: 'switch', label: 'With a header row' },
    ),
  ),
  globals: { locale: 'de' },
  play: async ({ canvas, userEvent }) => {
    const field = await canvas.findByLabelText('Quantity from')
    await userEvent.type(field, '2,5')
    await expect(field).toHaveValue('2,5')
  },
}

/** Columns in an order of one's own, by buttons. */
export const Columns: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Move Price up' }))
    await expect(canvas.getByText('Price is now number 1 of 2')).toBeInTheDocument()
    await expect(canvas.getByRole('button', { name: 'Move Price up' })).toHaveFocus()
  },
}

/** A control of the host's own. */
export const OwnControl: Story = {
  parameters: showing(
    reportOf({ id: 'colour', kind: 'custom', control: 'colour', label: 'Colour of the headers' }),
  ),
  args: {
    controls: {
      colour: ({ state, describedBy }) => (
        <input
          id={state.controlId}
          type="color"
          value={String(state.value ?? '#2557d6')}
          onChange={(event) => state.setValue(event.currentTarget.value)}
          aria-describedby={describedBy}
        />
      ),
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Colour of the headers')).toHaveValue('#2557d6')
  },
}

/** The file itself beside the background job. */
export const DirectToo: Story = {
  args: { direct: { href: ({ fileFormat }) => `#report.${fileFormat}` } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Download now' })).toBeVisible()
  },
}

/** An earlier export is filled in, and what no longer fits is told. */
export const RunAgain: Story = {
  args: {
    job: {
      reportType: 'inventory',
      fileFormat: 'pdf',
      dateRange: { from: '2026-03-01', to: '2026-03-31' },
      entityTypes: [],
      name: null,
      parameters: { grouping: 'order', warehouse: 'north' },
    },
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('Warehouse (north) is no longer asked for.'))
    await expect(canvas.getByRole('radio', { name: 'One for each order' })).toBeChecked()
  },
}

/** Settings under names, kept for this person. */
export const SavedSettings: Story = {
  args: { hasSettings: true },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Saved settings' }))
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'Month end{Enter}')
    await expectShown(() => canvas.getByRole('button', { name: 'Month end' }))
  },
}

/** Nothing can be exported by this person. */
export const Denied: Story = {
  parameters: { provider: { reportTypes: [VENDOR_REPORT], can: () => false } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You cannot export this')).toBeVisible()
  },
}

/** In a narrow, dark host. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
  play: Whole.play,
}

/** In a host that writes from right to left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: Whole.play,
}

/** A field of each kind. */
const EVERY_KIND = reportOf(
  PERIOD,
  { id: 'day', kind: 'date', label: 'Stock of' },
  { id: 'area', kind: 'select', label: 'Area', options: options('North', 'South') },
  { id: 'kinds', kind: 'multi-select', label: 'Kinds', options: options('Food', 'Drink') },
  { id: 'least', kind: 'number', label: 'Quantity from' },
  { id: 'note', kind: 'text', label: 'Note', multiline: true },
  { id: 'headers', kind: 'switch', label: 'With a header row', defaultValue: true },
  {
    id: 'columns',
    kind: 'column-picker',
    label: 'Columns',
    options: options('Item', 'Quantity', 'Price'),
    defaultValue: ['item', 'price'],
  },
  { id: 'folders', kind: 'path-template', label: 'Folders' },
)

const SHORT = reportOf(PERIOD, { id: 'note', kind: 'text', label: 'Note' })

/** Every state of the form beside the others. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      {
        report = SHORT,
        setup = () => {},
        props = {},
        provider = {},
      }: {
        readonly report?: ReportType
        readonly setup?: (backend: ExportBackend) => void
        readonly props?: Partial<ExportRequestFormProps>
        readonly provider?: Partial<ExportJobsProviderProps>
      } = {},
    ) => ({
      name,
      content: <ExportRequestForm {...args} {...props} />,
      provider: {
        reportTypes: [report],
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
          state('A field of each kind', { report: EVERY_KIND }),
          state('Choices that are explained', { report: VENDOR_REPORT }),
          state('Several reports to choose from', {
            provider: { reportTypes: [SHORT, { ...VENDOR_REPORT, id: 'v', label: 'Vendors' }] },
          }),
          state('Mistakes', {
            report: reportOf(
              { ...PERIOD, defaultValue: undefined },
              { id: 'note', kind: 'text', label: 'Note', required: true },
            ),
          }),
          state('Sending', {
            setup: ({ faults }) => {
              faults.add({ match: { operation: 'create' }, delayMs: 3_600_000 })
            },
          }),
          state('Sent'),
          state('Already running'),
          state('A field is refused', {
            setup: ({ faults }) => {
              const fieldErrors = { note: ['Say what it is for.'] }
              const refuse = { code: 'invalid', fieldErrors } as const
              faults.add({ match: { operation: 'create' }, refuse })
            },
          }),
          state('The server fails', {
            setup: ({ faults }) => {
              faults.add({ match: { operation: 'create' }, refuse: { code: 'unavailable' } })
            },
          }),
          state('Run again', { report: VENDOR_REPORT, props: RunAgain.args }),
          state('The file itself, too', { props: DirectToo.args }),
          state('By e-mail', {
            report: { ...SHORT, delivery: 'email', submitLabel: 'Send me the report' },
          }),
          state('With saved settings', { props: SavedSettings.args }),
          state('Nothing may be exported', { provider: { can: () => false } }),
        ]}
      />
    )
  },
  play: async ({ canvasElement, userEvent }) => {
    const sheet = [...canvasElement.querySelectorAll<HTMLElement>('.sheet-state')]
    const stateOf = (name: string) => {
      const found = sheet.find(({ firstElementChild }) => firstElementChild?.textContent === name)
      return within(found ?? canvasElement)
    }
    const send = async (name: string) => {
      await userEvent.click(await stateOf(name).findByRole('button', { name: 'Export' }))
    }
    await send('Mistakes')
    await expectShown(() => stateOf('Mistakes').getByText('2 things have to be mended'))
    await send('Sending')
    for (const name of ['Sent', 'Already running']) {
      await send(name)
      await expectShown(() => stateOf(name).getByText('The export has started.'))
    }
    await send('Already running')
    await expectShown(() => stateOf('Already running').getByText('This export is already running'))
    await send('A field is refused')
    await expectShown(() => stateOf('A field is refused').getByText('Note: Say what it is for.'))
    await send('The server fails')
    await expectShown(() => stateOf('The server fails').getByText('The server has a problem'))
    const sending = stateOf('Sending').getByRole('button', { name: 'Export' })
    await waitFor(() => expect(sending).toHaveAttribute('aria-busy', 'true'))
  },
}
