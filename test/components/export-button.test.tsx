import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import {
  ExportButton,
  type ExportButtonProps,
} from '../../src/components/export-button/ExportButton.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import type { ReportType } from '../../src/core/report-types.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

const report: ReportType = {
  id: 'orders',
  label: 'Orders',
  formats: ['csv', 'pdf'],
  fields: [
    { id: 'dateRange', kind: 'date-range', label: 'Period', required: true },
    { id: 'vendor', kind: 'text', label: 'Vendor' },
  ],
}
const initialValues = { dateRange: { from: '2026-10-01', to: '2026-10-31' }, vendor: 'Kim' }
const direct: ExportButtonProps['direct'] = {
  href: ({ fileFormat, dateRange }) => `/file.${fileFormat}?from=${dateRange?.from}`,
}

const createJob = vi.fn<NonNullable<ExportJobsClient['createJob']>>(async () => ({
  kind: 'job',
  job: buildExportJob({ id: '4', status: 'pending' }),
}))

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  createJob.mockClear()
})

function open(
  props: Partial<ExportButtonProps> = {},
  provider: Partial<ExportJobsProviderProps> = {},
) {
  return renderWithProvider(
    <ExportButton reportType="orders" initialValues={initialValues} direct={direct} {...props} />,
    {
      userKey: 'ann',
      reportTypes: [report],
      getHistoryHref: () => '/exports',
      client: createScriptedClient({ createJob }),
      ...provider,
    },
  )
}

async function openPanel(view: ReturnType<typeof open>) {
  await view.user.click(screen.getByRole('button', { name: 'More ways to export' }))
  await screen.findByRole('button', { name: 'All options' })
  return within(screen.getByRole('dialog', { name: 'More ways to export' }))
}

describe('the export button', () => {
  it('hands over the file of what the page shows, in the first format', () => {
    open()
    expect(screen.getByRole('link', { name: 'Download CSV' })).toHaveAttribute(
      'href',
      '/file.csv?from=2026-10-01',
    )
  })

  it('has the other formats in its panel', async () => {
    const panel = await openPanel(open())
    expect(panel.getByRole('link', { name: 'Download PDF' })).toHaveAttribute(
      'href',
      '/file.pdf?from=2026-10-01',
    )
  })

  it('starts a background job with the page’s values, and leads to the history', async () => {
    const view = open()
    const panel = await openPanel(view)
    await view.user.click(panel.getByRole('button', { name: 'Export PDF in the background' }))
    expect(await panel.findByText('The export has started.')).toBeVisible()
    expect(panel.getByRole('link', { name: 'Open the export history' })).toHaveAttribute(
      'href',
      '/exports',
    )
    expect(createJob.mock.calls[0]?.[0]).toEqual({
      reportType: 'orders',
      fileFormat: 'pdf',
      dateRange: { from: '2026-10-01', to: '2026-10-31' },
      parameters: { vendor: 'Kim' },
    })
  })

  it('says when the page’s values alone will not do', async () => {
    const view = open({ initialValues: {} })
    const panel = await openPanel(view)
    await view.user.click(panel.getByRole('button', { name: 'Export CSV in the background' }))
    expect(await panel.findByText('Something more has to be chosen.')).toBeVisible()
    expect(createJob).not.toHaveBeenCalled()
  })

  it('opens the whole form, filled in with what the page shows', async () => {
    const view = open()
    const panel = await openPanel(view)
    await view.user.click(panel.getByRole('button', { name: 'All options' }))
    expect(await screen.findByRole('textbox', { name: 'Vendor' })).toHaveValue('Kim')
    expect(screen.getByLabelText('From')).toHaveValue('2026-10-01')
  })

  it('opens the form at once where no file can be had directly', async () => {
    const { user } = open({ direct: undefined })
    await user.click(screen.getByRole('button', { name: 'Export' }))
    expect(await screen.findByRole('textbox', { name: 'Vendor' })).toHaveValue('Kim')
  })

  it('is not there for who may not export', () => {
    const { container } = open({}, { can: () => false })
    expect(container).toBeEmptyDOMElement()
  })

  it('keeps nobody out', async () => {
    const view = open()
    const panel = await openPanel(view)
    await view.user.click(panel.getByRole('button', { name: 'Export PDF in the background' }))
    await panel.findByText('The export has started.')
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  })
})
