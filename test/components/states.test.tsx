import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { ExportPermissionGate } from '../../src/components/permission-gate/ExportPermissionGate.js'
import { EXPORT_JOBS_ERROR_CODES, ExportJobsError } from '../../src/core/errors.js'
import { en } from '../../src/labels/en.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { bodyRows, findRows, findTable, pager, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

const NO_ROWS = () => expect(screen.queryAllByRole('cell')).toEqual([])

describe('while the first answer is awaited', () => {
  it('shows a busy table that says so, with grey rows that nobody reads out', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(3) })
    const release = client.hold('listJobs')
    const { container } = renderWithProvider(<ExportHistoryTable />, { client })
    expect(await findTable()).toHaveAttribute('aria-busy', 'true')
    expect(screen.getByText('Loading exports')).toBeInTheDocument()
    expect(container.querySelectorAll('tbody[aria-hidden] tr')).toHaveLength(20)
    NO_ROWS()
    release()
    expect(await findRows()).toHaveLength(3)
    expect(await findTable()).not.toHaveAttribute('aria-busy')
  })
})

describe('an empty list', () => {
  it('says that there are no exports yet', async () => {
    renderWithProvider(<ExportHistoryTable />)
    expect(await screen.findByText('No exports yet')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull()
  })

  it('says that nothing matches, and clears the filters at a press', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    const { user } = renderWithProvider(
      <ExportHistoryTable defaults={{ filters: { statuses: [] } }} />,
      { client },
    )
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    await user.click(screen.getByRole('checkbox', { name: 'Failed' }))
    const words = await screen.findByText('No exports match these filters')
    const panel = words.closest<HTMLElement>('[data-kind="no-match"]') ?? document.body
    await user.click(within(panel).getByRole('button', { name: 'Clear filters' }))
    expect(await findRows()).toHaveLength(2)
  })

  it("can be the host's own", async () => {
    const components = { empty: () => <p>No Records Available</p> }
    renderWithProvider(<ExportHistoryTable components={components} />)
    expect(await screen.findByText('No Records Available')).toBeVisible()
    expect(screen.queryByText('No exports yet')).toBeNull()
  })
})

describe('a list that could not be read', () => {
  it.each(
    EXPORT_JOBS_ERROR_CODES.filter(
      (code) => !['forbidden', 'unauthenticated', 'aborted'].includes(code),
    ),
  )('tells what %s means and tries again at a press', async (code) => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    client.failNext('listJobs', code)
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    const alert = await screen.findByText(en.errors[code].title)
    expect(alert).toBeVisible()
    expect(screen.getByText(en.errors[code].text)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await findRows()).toHaveLength(2)
  })

  it('gives the reference for support, and never the message for developers', async () => {
    const client = createMemoryClient()
    client.failNext(
      'listJobs',
      new ExportJobsError('unavailable', { message: 'pg: too many clients', reference: 'req-42' }),
    )
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    expect(await screen.findByText('req-42')).toBeVisible()
    expect(document.body).not.toHaveTextContent('pg: too many clients')
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await screen.findByText('Copied')).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe('req-42')
  })
})

describe('a list that may not be seen', () => {
  it('shows a lock and the hint to check the company, and asks for nothing', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    renderWithProvider(<ExportHistoryTable />, { client, can: (what) => what !== 'list' })
    expect(await screen.findByText('You do not have access to these exports')).toBeVisible()
    expect(screen.getByText(/right company is selected/)).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
    expect(client.calls).toEqual([])
  })

  it('is told the same when the backend refuses it', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2), isPermitted: () => false })
    renderWithProvider(<ExportHistoryTable />, { client })
    expect(await screen.findByText('You do not have access to these exports')).toBeVisible()
    NO_ROWS()
  })

  it('is grey while the permission is not known', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    renderWithProvider(<ExportHistoryTable />, { client, can: () => 'pending' })
    expect(await findTable()).toHaveAttribute('aria-busy', 'true')
    expect(client.calls).toEqual([])
  })
})

describe('the permission gate', () => {
  const gate = (
    <ExportPermissionGate>
      <p>Inside</p>
    </ExportPermissionGate>
  )

  it.each([
    ['shows its children to whom it may', true, 'Inside'],
    ['shows a lock to others', false, 'You do not have access to these exports'],
    ['waits while nobody knows', 'pending', 'Loading exports'],
  ] as const)('%s', (_, answer, words) => {
    renderWithProvider(gate, { can: () => answer })
    expect(screen.getByText(words)).toBeInTheDocument()
    expect(screen.queryAllByText('Inside')).toHaveLength(answer === true ? 1 : 0)
  })
})

describe('a refresh that fails', () => {
  it('keeps the rows, says since when, and tries again at a press', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(2) })
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    await findRows()
    client.failNext('listJobs', 'offline')
    await user.click(toolbar().getByRole('button', { name: 'Refresh' }))
    const words = /^Could not check since \d+:\d\d [AP]M: the server could not be reached/
    expect(await screen.findByText(words)).toBeVisible()
    expect(bodyRows()).toHaveLength(2)
    expect(screen.getByText('The list could not be refreshed')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await expect.poll(() => screen.queryByText(words)).toBeNull()
  })
})

describe('while the next page is awaited', () => {
  it('keeps the former rows, marked as busy', async () => {
    const client = createScriptedClient()
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    client.next().answer(buildJobPage(buildExportJobs(20), { total: 40 }))
    await findRows()
    await user.click(pager().getByRole('button', { name: 'Next page' }))
    await expect.poll(async () => (await findTable()).getAttribute('aria-busy')).toBe('true')
    expect(bodyRows()).toHaveLength(20)
    client.next().answer(buildJobPage([buildExportJob({ id: '9' })], { page: 1, total: 40 }))
    await expect.poll(() => bodyRows().length).toBe(1)
    expect(await findTable()).not.toHaveAttribute('aria-busy')
  })
})

describe('rows that could not be read', () => {
  it('are counted and named, and the others still show', async () => {
    const client = createScriptedClient()
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    client.next().answer(
      buildJobPage(buildExportJobs(2), {
        unreadable: [{ index: 2, id: null, path: 'results[2].status' }],
      }),
    )
    expect(await findRows()).toHaveLength(2)
    expect(screen.getByText('1 row could not be read')).toBeVisible()
    await user.click(screen.getByText('Details'))
    expect(screen.getByText('results[2].status')).toBeVisible()
  })
})

describe('another company', () => {
  it("never shows the former one's rows", async () => {
    const client = createScriptedClient()
    const { rerender } = renderWithProvider(<ExportHistoryTable />, { client })
    client.next().answer(buildJobPage([buildExportJob({ reportType: 'seven' })]))
    await screen.findByText('Seven')
    rerender(
      <ExportJobsProvider urlState="memory" client={client} scope={{ companyId: '8' }}>
        <ExportHistoryTable />
      </ExportJobsProvider>,
    )
    expect(screen.queryByText('Seven')).toBeNull()
    expect(await findTable()).toHaveAttribute('aria-busy', 'true')
  })
})

describe('Refresh', () => {
  const renderWith = (
    refreshButton: 'always' | 'whileUnfinished' | 'never',
    status: 'pending' | 'completed',
  ) =>
    renderWithProvider(<ExportHistoryTable refreshButton={refreshButton} />, {
      client: createMemoryClient({ jobs: [buildExportJob({ status })] }),
      polling: { mode: 'manual' },
    })

  it.each([
    ['is always there', 'always', 'completed', 1],
    ['is there while something is pending', 'whileUnfinished', 'pending', 1],
    ['is gone when nothing is', 'whileUnfinished', 'completed', 0],
    ['is never there', 'never', 'pending', 0],
  ] as const)('%s', async (_, wish, status, count) => {
    renderWith(wish, status)
    await findRows()
    expect(screen.queryAllByRole('button', { name: 'Refresh' })).toHaveLength(count)
  })
})
