import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode, useLayoutEffect } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { createActionsColumn } from '../../src/components/history-table/actions-column.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportColumn } from '../../src/components/history-table/export-column.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { findRows } from '../support/elements.js'

const OWN = { companyId: '7' }
const OTHER = { companyId: '8' }
const SECRET = 'Alpha'

const name: ExportColumn = { id: 'name', header: () => 'Name', cell: ({ job }) => job.name }
const columns = () => [name, exportColumns.status, createActionsColumn({ variant: 'buttons' })]
const undoColumns = () => [name, createActionsColumn({ variant: 'buttons', deletePrompt: 'undo' })]

function createClient() {
  return createMemoryClient({
    jobs: ({ companyId }) => {
      const company = companyId === OWN.companyId ? SECRET : 'Beta'
      return ['1', '2', '3'].map((id) =>
        buildExportJob({
          id: `${company}-${id}`,
          name: `${company} ${id}`,
          status: 'completed',
          isDownloadable: true,
        }),
      )
    },
  })
}

/** Notes what stands on the page at each commit that draws it, before anything can follow. */
function Spy({ seen }: { seen: (string | null)[] }) {
  useLayoutEffect(() => {
    seen.push(document.body.textContent)
  })
  return null
}

/** A page of two tenants, on which a person does something before the tenant changes. */
function open(page: ReactNode) {
  const client = createClient()
  const seen: (string | null)[] = []
  const tree = (scope: Readonly<Record<string, string>>, userKey = 'ann') => (
    <ExportJobsProvider
      client={client}
      scope={scope}
      userKey={userKey}
      urlState="memory"
      timeZone="UTC"
    >
      {page}
      <Spy seen={seen} />
    </ExportJobsProvider>
  )
  const view = render(tree(OWN))
  const watcher = new MutationObserver(() => seen.push(document.body.textContent))
  return {
    client,
    user: userEvent.setup(),
    /** Another tenant, whose answer is still on its way; then it comes. */
    async change(scope: Readonly<Record<string, string>> = OTHER, userKey = 'ann') {
      seen.length = 0
      const release = client.hold('listJobs')
      watcher.observe(document.body, { childList: true, characterData: true, subtree: true })
      view.rerender(tree(scope, userKey))
      await Promise.resolve()
      release()
      await findRows()
      watcher.disconnect()
      return seen
    },
  }
}

const table = <ExportHistoryTable columns={columns} bulkActions={['delete']} toastMs={null} />
const row = () => within(screen.getByRole('row', { name: /Alpha 1/ }))

beforeEach(() => localStorage.clear())

describe('another tenant sees nothing of the former one', () => {
  it('in the rows', async () => {
    const { change } = open(table)
    await screen.findByText('Alpha 1')
    for (const text of await change()) expect(text).not.toContain(SECRET)
  })

  it('in the number of selected rows', async () => {
    const { change, user } = open(table)
    await screen.findByText('Alpha 1')
    await user.click(screen.getByRole('checkbox', { name: 'Select all on this page' }))
    expect(document.body.textContent).toContain('3 selected')
    for (const text of await change()) expect(text).not.toContain('3 selected')
  })

  it('in a pop-up that told of a refusal', async () => {
    const { change, user, client } = open(table)
    await screen.findByText('Alpha 1')
    client.failNext('deleteJob', 'conflict')
    await user.click(row().getByRole('button', { name: /^Delete/ }))
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }),
    )
    await screen.findByRole('article')
    for (const text of await change()) expect(text).not.toContain(SECRET)
    expect(screen.queryByRole('article')).toBeNull()
  })

  it('in the question before a deletion', async () => {
    const { change, user } = open(table)
    await screen.findByText('Alpha 1')
    await user.click(row().getByRole('button', { name: /^Delete/ }))
    expect(screen.getByRole('alertdialog')).toHaveTextContent(SECRET)
    for (const text of await change()) expect(text).not.toContain(SECRET)
  })

  it('in the question before several deletions', async () => {
    const { change, user } = open(table)
    await screen.findByText('Alpha 1')
    await user.click(screen.getByRole('checkbox', { name: 'Select all on this page' }))
    await user.click(
      within(screen.getByRole('region', { name: 'Selected exports' })).getByRole('button', {
        name: /^Delete/,
      }),
    )
    expect(screen.getByRole('alertdialog')).toHaveTextContent('Delete 3 exports?')
    for (const text of await change()) expect(text).not.toContain('3 exports')
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('in the offer to take a deletion back', async () => {
    const { change, user } = open(<ExportHistoryTable columns={undoColumns} toastMs={null} />)
    await screen.findByText('Alpha 1')
    await user.click(row().getByRole('button', { name: /^Delete/ }))
    await screen.findByRole('button', { name: 'Undo' })
    for (const text of await change()) {
      expect(text).not.toContain(SECRET)
      expect(text).not.toContain('Undo')
    }
  })

  it('on a job’s own page', async () => {
    const { change } = open(
      <>
        <ExportDetail jobId="Alpha-1" />
        {table}
      </>,
    )
    await screen.findByRole('heading', { name: 'Alpha 1' })
    for (const text of await change()) expect(text).not.toContain(SECRET)
  })

  it('when the person changes instead', async () => {
    const { change, user } = open(table)
    await screen.findByText('Alpha 1')
    await user.click(screen.getByRole('checkbox', { name: 'Select all on this page' }))
    for (const text of await change(OWN, 'bob')) expect(text).not.toContain('3 selected')
  })
})
