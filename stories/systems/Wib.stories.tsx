import type { Meta, StoryObj } from '@storybook/react-vite'
import { createRestClient } from 'react-export-jobs/clients/rest'
import { type ExportBackend, WIB_REPORT_TYPES, wibDialect } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectPopUp, expectShown, first } from '../support/expectations.js'
import { backendOf, minutesAgo, serve } from '../support/serve.js'
import { inOwnFrame } from '../support/with-provider.js'
import { WIB_SERVICE, WibPage } from './WibPage.js'
import './wib.css'

const SERVICE = { companyId: '42', reportTypes: WIB_REPORT_TYPES, retention: { days: 365 } }
const ALL = ['Exported Reports', ...WIB_REPORT_TYPES.map(({ label }) => `Reports/${label} Report`)]

const meta = {
  title: 'Systems/WIB',
  component: WibPage,
  parameters: inOwnFrame,
  args: { client: createRestClient(WIB_SERVICE), grants: ALL, urlState: 'memory' },
  beforeEach({ msw }) {
    serve(msw, hasAProject, { dialect: wibDialect, backend: SERVICE })
  },
} satisfies Meta<typeof WibPage>

export default meta

type Story = StoryObj<typeof meta>

function hasAProject(backend: ExportBackend): void {
  const day = 24 * 60
  const add = (reportType: string, name: string, ageInMinutes: number, rest = {}) =>
    backend.addJob({
      reportType,
      name,
      fileFormat: 'xlsx',
      dateRange: null,
      status: 'completed',
      createdAt: minutesAgo(ageInMinutes),
      ...rest,
    })
  const error = { code: 'TIMEOUT', message: 'The batch index was being rebuilt.' }
  add('ImageQualityAnalysisReport', 'Image Quality Analysis 2026-11-23', 4, { status: 'pending' })
  add('DataExtractionReport', 'Data Extraction Box 118', 42)
  add('ReconciliationReport', 'Reconciliation November', 3 * 60, { status: 'failed', error })
  add('ScannerBarcodeDurationReport', 'Scanner Barcode Duration 2026-W47', day, {
    source: 'schedule',
  })
  add('ExportPackageHistoryReport', 'Export Package History Q3', 31 * day)
  add('ScannerBarcodeDurationReport', 'Scanner Barcode Duration 2026-W46', 8 * day, {
    source: 'schedule',
  })
  add('ImageQualityAnalysisReport', 'Image Quality Analysis 2025', 362 * day)
}

const grid = (canvas: ReturnType<typeof within>) => within(canvas.getByRole('table'))

/** The list as it is opened, the newest export first. */
export const ExportedReports: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 1, name: 'Exported Reports' })).toBeVisible()
    await canvas.findByText('1–7 of 7')
    const table = grid(canvas)
    for (const word of ['Queued', 'Failed']) await expect(table.getByText(word)).toBeVisible()
    await expect(table.getAllByText('Scheduled')).toHaveLength(2)
    await expect(table.getByText(/^Removed in 3 days/)).toBeVisible()
    await expect(await table.findByRole('textbox', { name: 'Filter by Name' })).toBeVisible()
    await expect(table.getByRole('button', { name: 'Date Created: Any day' })).toBeVisible()
  },
}

/** Each filter is applied, and taken away, by itself. */
export const FilterRow: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–7 of 7')
    const table = grid(canvas)
    const name = await table.findByRole('textbox', { name: 'Filter by Name' })
    await userEvent.type(name, 'barcode')
    await userEvent.click(table.getByRole('button', { name: 'Apply filter by Name' }))
    await canvas.findByText('1–2 of 2')
    await userEvent.click(table.getByRole('button', { name: 'Date Created: Any day' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Filter by Date Created' }))
    const days = within(await panel.findByRole('grid'))
    await userEvent.click(days.getByRole('button', { name: /November 22, 2026/ }))
    await userEvent.click(panel.getByRole('button', { name: 'Apply' }))
    await canvas.findByText('1–1 of 1')
    await userEvent.click(table.getByRole('button', { name: 'Clear filter by Name' }))
    await expect(name).toHaveValue('')
    await userEvent.click(table.getByRole('button', { name: 'Status: All' }))
    const statuses = within(await canvas.findByRole('dialog', { name: 'Filter by Status' }))
    await userEvent.click(statuses.getByRole('checkbox', { name: 'Queued' }))
    await userEvent.click(statuses.getByRole('button', { name: 'Apply' }))
    await canvas.findByText('No exports match these filters')
    await expect(table.getByRole('button', { name: 'Status: Queued' })).toBeVisible()
  },
}

/** The picker of types, open. */
export const TypePicker: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–7 of 7')
    await userEvent.click(await canvas.findByRole('button', { name: 'Type: All' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Filter by Type' }))
    await expect(panel.getAllByRole('checkbox')).toHaveLength(5)
    await userEvent.click(panel.getByRole('checkbox', { name: 'Reconciliation Report' }))
  },
}

/** A report's own page: four values, and Download at the top right, which explains itself. */
export const QueuedReport: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('link', { name: 'Image Quality Analysis 2026-11-23' }),
    )
    const page = within(await canvas.findByRole('article'))
    await expectShown(() => page.getByRole('heading', { level: 1 }))
    await expect(page.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Type',
      'Status',
      'Date Created',
    ])
    const button = page.getByRole('button', { name: /^Download/ })
    const [at, title] = [button, page.getByRole('heading', { level: 1 })].map((element) =>
      element.getBoundingClientRect(),
    )
    await expect(at?.left).toBeGreaterThan(title?.right ?? Number.POSITIVE_INFINITY)
    await expect(at?.top).toBeLessThan(title?.bottom ?? 0)
    await userEvent.click(button)
    await expectPopUp(canvasElement, /not ready yet/)
  },
}

/** The page of a finished report, whose file is a spreadsheet. */
export const CompletedReport: Story = {
  args: { path: '/report-exports/rex-1002' },
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Download/ }))
    await waitFor(() =>
      expect(
        backendOf(msw)
          .log.slice(-2)
          .map(({ operation }) => operation),
      ).toEqual(['grant', 'file']),
    )
  },
}

/** From a failed row to its report page, and from there to a new export at the top of the list. */
export const ExportAgain: Story = {
  play: async ({ canvas, msw, userEvent }) => {
    backendOf(msw).planNext({ queueMs: 60_000 })
    await userEvent.click(await canvas.findByRole('link', { name: 'Export again' }))
    await canvas.findByRole('heading', { level: 1, name: 'Reconciliation Report' })
    await userEvent.click(canvas.getByRole('button', { name: 'Export' }))
    const dialog = within(await canvas.findByRole('dialog'))
    await userEvent.click(await dialog.findByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByText('1–8 of 8'))
    await expect(first(grid(canvas).getAllByText('Queued'))).toBeVisible()
  },
}

/** Who may see one type of report sees nothing of the others, in rows, totals and choices. */
export const OneTypeAlone: Story = {
  args: { grants: ['Exported Reports', 'Reports/Reconciliation Report'] },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–1 of 1')
    await userEvent.click(await canvas.findByRole('button', { name: 'Type: All' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Filter by Type' }))
    await expect(panel.getAllByRole('checkbox')).toHaveLength(1)
  },
}

/** The page of a report whose type is withheld. */
export const WithheldReport: Story = {
  args: { path: '/report-exports/rex-1001', grants: OneTypeAlone.args?.grants },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText(/access to this export/))
    await expect(canvas.queryByText(/Image Quality/)).toBeNull()
  },
}

/** Nobody is asked where no report type is granted. */
export const NoType: Story = {
  args: { grants: ['Exported Reports'] },
  play: async ({ canvas, msw }) => {
    await expectShown(() => canvas.getByText('No access to Exported Reports'))
    await expect(backendOf(msw).log).toHaveLength(0)
  },
}

/** A project without exports. */
export const NoRecords: Story = {
  beforeEach({ msw }) {
    serve(msw, () => {}, { dialect: wibDialect, backend: SERVICE })
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('No Records Available'))
    await expect(await canvas.findByRole('textbox', { name: 'Filter by Name' })).toBeVisible()
  },
}

/** In a narrow, dark host, where rows are cards and the filters stand above them. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
  play: ExportedReports.play,
}
