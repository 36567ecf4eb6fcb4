import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  type ExportColumn,
  ExportDetail,
  ExportHistory,
  ExportRequestForm,
  exportColumns,
} from 'react-export-jobs'
import { type ExportBackend, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { minutesAgo, serve } from '../support/serve.js'
import { VENDOR_REPORT } from '../support/vendor-report.js'
import { fullStoryClient, inOwnFrame, withProvider } from '../support/with-provider.js'

const withName = (defaults: readonly ExportColumn[]) => [exportColumns.name, ...defaults]

const meta = {
  title: 'Long texts and longer words',
  component: ExportHistory,
  decorators: [withProvider],
  parameters: {
    ...inOwnFrame,
    provider: { client: fullStoryClient, getHistoryHref: () => '#exports' },
  },
  tags: ['!autodocs'],
} satisfies Meta<typeof ExportHistory>

export default meta

type Story = StoryObj<typeof meta>

const LONG_NAME = 'Quarterly purchase orders of all delivery locations, with taxes and deposits'
const LONG_REASON = 'The connection to the warehouse was lost while the rows were read. '.repeat(6)

function hasLongTexts(backend: ExportBackend): void {
  backend.addJob({
    id: '1001',
    name: LONG_NAME,
    reportType: 'purchase_orders_by_delivery_location_vendor_and_storage_area',
    status: 'failed',
    createdAt: minutesAgo(3),
    createdBy: 'Bartholomew Featherstonehaugh-Cholmondeley',
    error: { code: 'WAREHOUSE_CONNECTION_LOST', message: LONG_REASON },
  })
  backend.addJob({
    name: `${LONG_NAME.replaceAll(' ', '_')}_${'0123456789'.repeat(4)}`,
    status: 'completed',
    createdAt: minutesAgo(4),
    warnings: [LONG_REASON, 'A second note.', 'A third note.'],
  })
}

/** The history, where the backend's texts are as long as they may be. */
export const HistoryOfLongTexts: Story = {
  args: { table: { columns: withName } },
  beforeEach({ msw }) {
    serve(msw, hasLongTexts)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–2 of 2')).toBeVisible()
  },
}

/** One job's page with such texts. */
export const DetailOfLongTexts: Story = {
  beforeEach: HistoryOfLongTexts.beforeEach,
  render: () => <ExportDetail jobId="1001" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^The connection to the warehouse was lost/)).toBeVisible()
  },
}

/** The history in a language whose words are two fifths longer than English. */
export const HistoryInLongerWords: Story = {
  globals: { locale: 'en-XA' },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.allStates)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–15 oof 15')).toBeVisible()
  },
}

/** The same where there is little room. */
export const CardsInLongerWords: Story = {
  globals: { locale: 'en-XA', width: '20rem' },
  beforeEach: HistoryInLongerWords.beforeEach,
  play: HistoryInLongerWords.play,
}

/** One job's page in longer words. */
export const DetailInLongerWords: Story = {
  globals: { locale: 'en-XA' },
  beforeEach: HistoryOfLongTexts.beforeEach,
  render: () => <ExportDetail jobId="1001" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByText('Faaiileed')).not.toHaveLength(0)
  },
}

/** A request form in longer words. */
export const FormInLongerWords: Story = {
  globals: { locale: 'en-XA' },
  parameters: { provider: { userKey: null, reportTypes: [VENDOR_REPORT] } },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <ExportRequestForm />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Eexpoortt' })).toBeVisible()
  },
}
