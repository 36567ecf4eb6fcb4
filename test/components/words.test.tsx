import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { en } from '../../src/labels/en.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

describe('words', () => {
  it("of the component beat the provider's, which beat English", async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(1) })
    renderWithProvider(<ExportHistoryTable labels={{ columns: { format: 'Art' } }} />, {
      client,
      labels: { columns: { format: 'Format!', status: 'Zustand' } },
    })
    await findRows()
    const headers = screen.getAllByRole('columnheader').map((th) => th.textContent)
    expect(headers).toEqual(['Art', 'Date range', 'Report type', 'Zustand', 'Created', 'Download'])
  })

  it("of one error change that error's only", async () => {
    const client = createMemoryClient()
    client.failNext('listJobs', 'offline')
    renderWithProvider(<ExportHistoryTable />, {
      client,
      labels: { errors: { offline: { title: 'Kein Netz' } } },
    })
    expect(await screen.findByText('Kein Netz')).toBeVisible()
    expect(screen.getByText(en.errors.offline.text)).toBeVisible()
  })

  it('may be written inline: a host that renders anew draws no row anew', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(1) })
    let drawn = 0
    const columns = () => [{ id: 'x', header: () => 'X', cell: () => `drawn ${++drawn} times` }]
    const page = () => (
      <ExportJobsProvider urlState="memory" client={client}>
        <ExportHistoryTable columns={columns} labels={{ columns: { format: 'Art' } }} />
      </ExportJobsProvider>
    )
    const { rerender } = render(page())
    await findRows()
    const before = drawn
    rerender(page())
    rerender(page())
    expect(drawn).toBe(before)
  })

  it('and formats may be the host’s', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(1) })
    renderWithProvider(<ExportHistoryTable formatters={{ formatDateTime: () => 'just now' }} />, {
      client,
      formatters: { formatDateTime: () => 'never seen', formatNumber: (n) => `#${n}` },
    })
    const [row] = await findRows()
    expect(row).toHaveTextContent('just now')
    expect(row).toHaveTextContent('#1284 rows')
  })
})
