import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportColumn } from '../../src/components/history-table/export-column.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const MEMORY_METHODS = ['getJobs'] as const

/** Counts how often each row is drawn, by a column that leaves no mark. */
function createCounter() {
  const drawn: string[] = []
  const column: ExportColumn = {
    id: 'counter',
    header: () => 'Counter',
    cell: ({ job }) => {
      drawn.push(job.id)
      return null
    },
  }
  const columns = (defaults: readonly ExportColumn[]) => [...defaults, column]
  return { drawn, columns }
}

async function watch(table: HTMLElement, act: () => Promise<void>): Promise<number> {
  let mutations = 0
  const observer = new MutationObserver((records) => {
    mutations += records.length
  })
  observer.observe(table, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  await act()
  mutations += observer.takeRecords().length
  observer.disconnect()
  return mutations
}

async function open() {
  const client = createMemoryClient({
    jobs: buildExportJobs(200, (index) => ({
      status: index % 2 === 0 ? 'processing' : 'completed',
      createdAt: new Date(Date.now() - index * 1_000).toISOString(),
    })),
    methods: MEMORY_METHODS,
  })
  const { drawn, columns } = createCounter()
  const { container } = renderWithProvider(
    <ExportHistoryTable columns={columns} defaults={{ pageSize: 200 }} />,
    {
      client,
      polling: { minDelayMs: 30, ageShare: 0.000_001, etaShare: 0, jitter: 0 },
    },
  )
  // by element: roles of 200 rows take jsdom seconds
  const table = container.querySelector('table') ?? container
  await waitFor(() => expect(table.querySelectorAll('tbody tr td time')).toHaveLength(200))
  const polls = () => client.calls.filter(({ method }) => method === 'listJobs').length
  const nextPolls = async (count: number) => {
    const before = polls()
    await waitFor(() => expect(polls()).toBeGreaterThanOrEqual(before + count))
  }
  return { client, drawn, nextPolls, table }
}

describe('a page of 200 rows', () => {
  it('draws no row and changes nothing in the page when a poll brings nothing', async () => {
    const { drawn, nextPolls, table } = await open()
    await nextPolls(1)
    drawn.length = 0
    const mutations = await watch(table, () => nextPolls(3))
    expect(drawn).toEqual([])
    expect(mutations).toBe(0)
  })

  it('draws one row when one job has changed', async () => {
    const { client, drawn, nextPolls, table } = await open()
    await nextPolls(1)
    drawn.length = 0
    const mutations = await watch(table, async () => {
      client.update('1003', { progress: 0.77, processedRows: 989 })
      await nextPolls(2)
      await screen.findByText('77%')
    })
    expect(screen.getByText('77%')).toBeInTheDocument()
    expect(drawn).toEqual(['1003'])
    expect(mutations).toBeGreaterThan(0)
    expect(mutations).toBeLessThanOrEqual(4)
  })

  it('changes little in the page when a job comes to its end', async () => {
    const { client, drawn, nextPolls, table } = await open()
    await nextPolls(1)
    drawn.length = 0
    const mutations = await watch(table, async () => {
      const all = { processedRows: 1_284, totalRows: 1_284, progress: 1 }
      client.update('1003', { status: 'completed', isDownloadable: true, ...all })
      await nextPolls(2)
      await waitFor(() => expect(drawn).not.toEqual([]))
    })
    expect(drawn).toEqual(['1003'])
    expect(mutations).toBeLessThanOrEqual(5)
  })

  it('has few elements', async () => {
    const { table } = await open()
    expect(table.querySelectorAll('*').length / 200).toBeLessThan(15)
  })
})
