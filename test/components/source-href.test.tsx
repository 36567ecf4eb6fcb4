import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { createActionsColumn } from '../../src/components/history-table/actions-column.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

async function drawSource(href: string) {
  const client = createMemoryClient({ jobs: [buildExportJob({ id: '1', status: 'failed' })] })
  renderWithProvider(
    <ExportHistoryTable
      columns={() => [exportColumns.status, createActionsColumn({ variant: 'buttons' })]}
    />,
    { client, getSourceHref: () => href },
  )
  await findRows()
  return screen.queryAllByRole('link')
}

describe('the link to where a failed job was asked for', () => {
  it.each(['/reports/javascript:1', 'https://example.com/a', 'data', '?report=1'])(
    'leads to %j',
    async (href) => {
      const links = await drawSource(href)
      expect(links.length).toBeGreaterThan(0)
      for (const link of links) expect(link).toHaveAttribute('href', href)
    },
  )

  it.each([
    'javascript:alert(1)',
    ' \u0001JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ])('is left out where it would run code: %j', async (href) => {
    expect(await drawSource(href)).toEqual([])
  })
})
