import { QueryClient } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { exportJobsQueries } from '../../src/queries/export-jobs-queries.js'
import { renderWithProvider } from '../support/render-with-provider.js'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.unstubAllEnvs())

const own = { id: 'own', header: () => 'Own', cell: () => 'own' }

describe('columns that a host without types chose wrongly', () => {
  it.each([
    ['a list of names', ['status'], 'is not a function'],
    ['nothing', () => undefined, 'did not return an array'],
    [
      'a ready column that there is not',
      () => [own, Reflect.get(exportColumns, 'nope')],
      'something that cannot be drawn at [1]',
    ],
    ['a column without a cell', () => [{ ...own, cell: undefined }], 'cannot be drawn at [0]'],
    ['a column twice', () => [own, own], 'returned an id twice at [1]'],
  ])('%s: are told as such', (_, columns, message) => {
    const draw = () => renderWithProvider(<ExportHistoryTable columns={columns as never} />)
    expect(draw).toThrow('[react-export-jobs] <ExportHistoryTable>: columns')
    expect(draw).toThrow(message)
  })
})

describe('facts that a host without types chose wrongly', () => {
  it('are told as such', () => {
    const client = createMemoryClient()
    const job = buildExportJob({ id: '1' })
    const queryClient = new QueryClient()
    const source = { client, scope: {}, userKey: null }
    queryClient.setQueryData(exportJobsQueries.job(source, '1').queryKey, job)
    expect(() =>
      renderWithProvider(<ExportDetail jobId="1" fields={(() => [null]) as never} />, {
        client,
        queryClient,
      }),
    ).toThrow('[react-export-jobs] <ExportDetail>: fields returned something that cannot be drawn')
  })
})

describe('a permission that is answered neither way', () => {
  it.each([
    ['a promise', async () => true],
    ['undefined', () => undefined],
  ])('%s: is told, for the page would wait for ever', (what, can) => {
    expect(() => renderWithProvider(<ExportHistoryTable />, { can: can as never })).toThrow(
      `[react-export-jobs] <ExportJobsProvider>: can("list") answered ${what}`,
    )
  })

  it('allows nothing in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    renderWithProvider(<ExportHistoryTable />, { client, can: (async () => true) as never })
    expect(screen.queryAllByRole('cell')).toEqual([])
    expect(client.calls).toEqual([])
  })
})

describe('a part that is no component', () => {
  it.each([
    ['an element', <b key="b">Own</b>],
    ['a text', 'button'],
    ['nothing but null', null],
  ])('%s: is told with its name, for React would not say where it came from', (_, own) => {
    expect(() =>
      renderWithProvider(<ExportHistoryTable components={{ toolbar: own as never }} />),
    ).toThrow('[react-export-jobs] components.toolbar is no component')
  })
})
