import type { Meta, StoryObj } from '@storybook/react-vite'
import { createRestClient } from 'react-export-jobs/clients/rest'
import type { ExportBackend } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectShown, first } from '../support/expectations.js'
import { backendOf, minutesAgo, serve } from '../support/serve.js'
import { inOwnFrame } from '../support/with-provider.js'
import { MathershipPage } from './MathershipPage.js'
import './mathership.css'

const meta = {
  title: 'Systems/Mathership',
  component: MathershipPage,
  parameters: inOwnFrame,
  args: { client: createRestClient({ baseUrl: '/api' }), urlState: 'memory' },
  beforeEach({ msw }) {
    serve(msw, hasTwoCompanies)
  },
} satisfies Meta<typeof MathershipPage>

export default meta

type Story = StoryObj<typeof meta>

function hasTwoCompanies(backend: ExportBackend): void {
  const day = 24 * 60
  const vendor = { reportType: 'vendor', dateRange: { from: '2026-09-01', to: '2026-09-30' } }
  backend.addJob({ createdAt: minutesAgo(1), status: 'processing', progress: 0.64, totalRows: 900 })
  backend.addJob({ createdAt: minutesAgo(2), status: 'pending', fileFormat: 'pdf', ...vendor })
  backend.addJob({ createdAt: minutesAgo(26), status: 'completed', totalRows: 1_284 })
  backend.addJob({ createdAt: minutesAgo(90), status: 'failed', ...vendor })
  backend.addJob({ createdAt: minutesAgo(day), status: 'completed', fileFormat: 'pdf' })
  backend.addJob({ createdAt: minutesAgo(2 * day), status: 'completed', files: [], ...vendor })
  backend.addJob({ companyId: '8', status: 'completed', reportType: 'inventory' })
  backend.permissions.deny('9')
}

/** The history as it is opened: pending, processing, completed and failed exports. */
export const History: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 1, name: 'Export History' })).toBeVisible()
    await canvas.findByText('1–6 of 6')
    const table = within(canvas.getByRole('table'))
    for (const word of ['Pending', 'Processing', 'Failed']) {
      await expect(table.getByText(word)).toBeVisible()
    }
    await expect(table.getByText(/took longer than 15 minutes/)).toBeVisible()
    await expect(table.getAllByRole('button', { name: /^Download / })).toHaveLength(2)
  },
}

/** From the report page to the finished export, without a press on Refresh. */
export const RequestAndWait: Story = {
  play: async ({ canvas, msw, userEvent }) => {
    const backend = backendOf(msw)
    backend.planNext({ queueMs: 1_000, runMs: 10_000, rows: 52 })
    await userEvent.click(canvas.getByRole('button', { name: 'Purchase Orders' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Export in the background' }))
    await expectShown(() => canvas.getByText('1–7 of 7'))
    const row = () => within(first(canvas.getAllByRole('row').slice(1)))
    await expect(row().getByText('Pending')).toBeVisible()
    backend.clock.advance(20_000)
    await waitFor(() => expect(row().getByText('Completed')).toBeVisible(), { timeout: 15_000 })
    await userEvent.click(row().getByRole('button', { name: /^Download / }))
    await waitFor(() =>
      expect(backend.log.map(({ operation }) => operation).slice(-2)).toEqual(['grant', 'file']),
    )
  },
}

/** A company whose financial reports are withheld. */
export const OtherCompany: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–6 of 6')
    await userEvent.selectOptions(canvas.getByLabelText('Company'), '9')
    await expectShown(() => canvas.getByText('No access to the exports of this company'))
    await expect(canvas.queryByRole('table')).toBeNull()
    await userEvent.selectOptions(canvas.getByLabelText('Company'), '8')
    await expectShown(() => canvas.getByText('1–1 of 1'))
  },
}

/** The report page, which offers the file at once as well. */
export const ReportPage: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Purchase Orders' }))
    await expect(await canvas.findByRole('link', { name: 'Download now' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Export in the background' })).toBeEnabled()
  },
}

/** In a narrow, dark host. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
  play: History.play,
}
