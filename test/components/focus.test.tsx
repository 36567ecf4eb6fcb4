import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { findRows, findTable, pager, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

const press = (name: string | RegExp) => screen.findByRole('button', { name })

describe('the focus is at the table', () => {
  it('once a list that failed is there after all', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    client.failNext('listJobs', 'unavailable')
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    await user.click(await press('Try again'))
    await findRows()
    await waitFor(async () => expect(await findTable()).toHaveFocus())
  })

  it('once rows that could not be refreshed are up to date', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    await findRows()
    client.failNext('listJobs', 'offline')
    await user.click(toolbar().getByRole('button', { name: 'Refresh' }))
    await user.click(await press('Try again'))
    await waitFor(() => expect(screen.queryByText(/^Could not check since/)).toBeNull())
    await waitFor(async () => expect(await findTable()).toHaveFocus())
  })

  it('once filters that nothing matched are cleared', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    const { user } = renderWithProvider(
      <ExportHistoryTable defaults={{ filters: { statuses: ['failed'] } }} />,
      { client },
    )
    const state = await screen.findByText('No exports match these filters')
    const panel = state.parentElement ?? document.body
    await user.click(within(panel).getByRole('button', { name: 'Clear filters' }))
    await findRows()
    await waitFor(async () => expect(await findTable()).toHaveFocus())
  })

  it('once a selection is cleared from its bar', async () => {
    const { user } = renderWithProvider(<ExportHistoryTable bulkActions={['delete']} />, {
      client: createMemoryClient({ jobs: buildExportJobs(2) }),
    })
    await findRows()
    await user.click(screen.getByRole('checkbox', { name: /^Select all/ }))
    await user.click(await press('Clear selection'))
    await waitFor(async () => expect(await findTable()).toHaveFocus())
  })

  it('once all that were selected are deleted', async () => {
    const { user } = renderWithProvider(<ExportHistoryTable bulkActions={['delete']} />, {
      client: createMemoryClient({ jobs: buildExportJobs(3) }),
    })
    await findRows()
    await user.click(screen.getByRole('checkbox', { name: /^Select all/ }))
    await user.click(await press(/^Delete/))
    const dialog = await screen.findByRole('alertdialog')
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await screen.findByText('No exports yet')
    await waitFor(() => expect(document.body).not.toHaveFocus())
  })
})

describe('the focus is left alone', () => {
  it('when the person has left before what had it goes', async () => {
    const client = createScriptedClient()
    const { user } = renderWithProvider(
      <>
        <ExportHistoryTable />
        <p>Elsewhere</p>
      </>,
      { client },
    )
    client.next().answer(buildJobPage(buildExportJobs(20), { total: 21 }))
    await findRows()
    await user.click(pager().getByRole('button', { name: 'Next page' }))
    await user.click(screen.getByText('Elsewhere'))
    client.next().answer(buildJobPage([buildExportJob({ id: '9' })], { page: 1, total: 21 }))
    await screen.findByText('21–21 of 21')
    expect(document.body).toHaveFocus()
  })
})

describe('in one export', () => {
  it('the focus is on what can be pressed once a look that failed succeeds', async () => {
    const client = createMemoryClient({ jobs: [buildExportJob({ id: '1', name: 'October' })] })
    client.failNext('getJob', 'unavailable')
    const { user } = renderWithProvider(<ExportDetail jobId="1" />, { client })
    await user.click(await press('Try again'))
    await screen.findByRole('heading', { name: 'October' })
    await waitFor(() => expect(document.body).not.toHaveFocus())
  })

  it('the focus is not lost when it is deleted', async () => {
    const client = createMemoryClient({ jobs: [buildExportJob({ id: '1', name: 'October' })] })
    const { user } = renderWithProvider(<ExportDetail jobId="1" />, {
      client,
      getHistoryHref: () => '/exports',
    })
    await user.click(await press(/^Delete/))
    const dialog = await screen.findByRole('alertdialog')
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull())
    await waitFor(() => expect(document.body).not.toHaveFocus())
  })
})
