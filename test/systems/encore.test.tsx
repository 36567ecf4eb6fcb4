import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExportBackend, JobSeed } from '../../mocks/index.js'
import { bodyRows, cellTexts, findOnlyRow, findRows, sortButton } from '../support/elements.js'
import { openArea, openDialog, watchTabs } from './encore-area.js'

const VIEW = ['pf.export_requests.view']

/** A backend with these jobs, the first the newest. */
const withJobs =
  (...jobs: readonly JobSeed[]) =>
  (backend: ExportBackend) => {
    jobs.forEach((job, index) => {
      backend.addJob({
        createdAt: new Date(Date.UTC(2026, 10, 23, 8, 55 - index)).toISOString(),
        reportType: 'records',
        entityTypes: ['people'],
        dateRange: null,
        ...job,
      })
    })
  }

const column = (index: number) => bodyRows().map((row) => cellTexts(row)[index])
const STATUS = 3

const refreshButton = () => screen.queryByRole('button', { name: 'Refresh' })

let tabs: ReturnType<typeof watchTabs>
beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  tabs = watchTabs()
})
afterEach(() => {
  vi.useRealTimers()
  tabs.restore()
})

describe('permissions', () => {
  it('E1: without the view permission there is a lock, a message, and no request at all', async () => {
    const { backend } = openArea(withJobs({ status: 'pending' }), {
      permissions: ['pf.export_requests.create'],
    })
    expect(await screen.findByText('Access denied')).toBeVisible()
    expect(screen.getByText(/pf\.export_requests\.view/)).toBeVisible()
    expect(document.querySelector('[data-permission="denied"] svg')).not.toBeNull()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByRole('button', { name: 'New Export' })).toBeNull()
    await act(() => new Promise((settle) => setTimeout(settle)))
    expect(backend.log).toEqual([])
  })

  it('E1: with it the list is there', async () => {
    openArea(withJobs({ status: 'completed' }), { permissions: VIEW })
    expect(await findOnlyRow()).toBeVisible()
  })

  it('E4: New Export is there only with its own permission', async () => {
    openArea(withJobs({ status: 'completed' }), { permissions: VIEW })
    await findRows()
    expect(screen.queryByRole('button', { name: 'New Export' })).toBeNull()
  })
})

describe('the rows', () => {
  it('E2: show export type, format in upper case, entity types, status and requested time', async () => {
    openArea(
      withJobs({
        status: 'completed',
        fileFormat: 'xlsx',
        entityTypes: ['people', 'programs', 'case_notes'],
      }),
    )
    const row = await findOnlyRow()
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Export type',
      'Format',
      'Entity types',
      'Status',
      'Requested',
      'Actions',
    ])
    const texts = cellTexts(row).map((text) => text?.replaceAll(/\s/gu, ' '))
    expect(texts.slice(0, 5)).toEqual([
      'Records',
      'XLSX',
      'People, Programs, Case notes',
      'Completed',
      'Nov 23, 2026, 8:55 AM',
    ])
  })

  it('E2: name the four statuses, and what a failed one failed of', async () => {
    openArea(
      withJobs(
        { status: 'pending' },
        { status: 'processing' },
        { status: 'completed' },
        { status: 'failed', error: { code: null, message: 'A document could not be read.' } },
      ),
    )
    await findRows()
    const words = ['Pending', 'Processing', 'Completed', 'Failed']
    expect(column(STATUS)).toEqual(words.map((word) => expect.stringMatching(`^${word}`)))
    expect(screen.getByText('A document could not be read.')).toBeVisible()
  })

  // that they move is shown in a browser: stories/systems/Encore.stories.tsx
  it('E5: mark pending and processing, which the stylesheet animates, apart from what has ended', async () => {
    openArea(withJobs({ status: 'pending' }, { status: 'processing' }, { status: 'completed' }))
    await findRows()
    const table = within(screen.getByRole('table'))
    for (const status of ['Pending', 'Processing', 'Completed']) {
      expect(table.getByText(status)).toHaveAttribute('data-status', status.toLowerCase())
    }
  })
})

describe('keeping fresh', () => {
  it('E3: nothing is looked at by itself, however long an export takes', async () => {
    vi.useFakeTimers({
      now: Date.parse('2026-11-23T09:00:00Z'),
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    const { backend, count } = openArea(
      withJobs({ createdAt: '2026-11-23T09:00:00Z', plan: { queueMs: 0, runMs: 60_000 } }),
    )
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(column(STATUS)).toEqual([expect.stringMatching(/^Processing/)])
    for (let minute = 0; minute < 30; minute += 1) {
      backend.clock.advance(60_000)
      await act(() => vi.advanceTimersByTimeAsync(60_000))
    }
    expect(count('list')).toBe(1)
    expect(column(STATUS)).toEqual([expect.stringMatching(/^Processing/)])
  })

  it('E3: Refresh is there while something is unfinished, looks, and goes with the last of them', async () => {
    const { backend, user, count } = openArea(
      withJobs({ status: 'pending' }, { status: 'processing' }, { status: 'completed' }),
    )
    await findRows()
    expect(refreshButton()).toBeVisible()
    backend.finish('1001', 'completed')
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    await waitFor(() => expect(column(STATUS)[0]).toMatch(/^Completed/))
    expect(refreshButton()).toBeVisible()
    backend.finish('1002', { code: null, message: 'No.' })
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    await waitFor(() => expect(refreshButton()).toBeNull())
    expect(column(STATUS)[1]).toMatch(/^Failed/)
    expect(count('list')).toBe(3)
  })

  it('E3: there is no Refresh where everything has ended', async () => {
    openArea(withJobs({ status: 'completed' }, { status: 'failed' }))
    await findRows()
    expect(refreshButton()).toBeNull()
  })
})

describe('a new export', () => {
  const formats = (dialog: ReturnType<typeof within>) =>
    within(dialog.getByLabelText(/^Format/))
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
      .filter((text) => /^[A-Z]+$/.test(text ?? ''))

  it('E4: is asked for in a dialog, whose formats depend on the export type and the entity types', async () => {
    const { user } = openArea(withJobs({ status: 'completed' }))
    await findRows()
    const dialog = await openDialog(user)
    await user.click(await dialog.findByRole('radio', { name: /^Records/ }))
    expect(formats(dialog)).toEqual(['CSV', 'XLSX'])
    await user.click(dialog.getByRole('checkbox', { name: 'Documents' }))
    await waitFor(() => expect(dialog.queryByLabelText(/^Format/)).toBeNull())
    await user.click(dialog.getByRole('radio', { name: /^Audit log/ }))
    await waitFor(() => expect(formats(dialog)).toEqual(['CSV', 'JSON']))
    expect(dialog.getByRole('checkbox', { name: 'Sign-ins' })).toBeVisible()
    expect(dialog.queryByRole('checkbox', { name: 'Documents' })).toBeNull()
  })

  it('E4: becomes a row of the table, pending and on top, and the dialog closes', async () => {
    const { user, exchanges } = openArea(withJobs({ status: 'completed' }))
    await findRows()
    const dialog = await openDialog(user)
    await user.click(await dialog.findByRole('radio', { name: /^Audit log/ }))
    await user.selectOptions(await dialog.findByLabelText(/^Format/), 'json')
    await user.click(dialog.getByRole('checkbox', { name: 'Sign-ins' }))
    await user.click(dialog.getByRole('checkbox', { name: 'Changes' }))
    await user.click(dialog.getByRole('button', { name: 'Export' }))
    await waitFor(() => expect(bodyRows()).toHaveLength(2))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(column(STATUS)[0]).toMatch(/^Pending/)
    const created = exchanges.find(({ what }) => what.startsWith('POST'))
    expect(created?.sent).toEqual({
      organization_id: 'org1',
      export_type: 'audit_log',
      export_format: 'json',
      entity_types: ['sign_ins', 'changes'],
      idempotency_key: expect.any(String),
    })
    expect(refreshButton()).toBeVisible()
  })

  it('E4: is refused in the dialog, which stays, where row-level security says no', async () => {
    const { backend, user } = openArea(withJobs({ status: 'completed' }))
    await findRows()
    backend.permissions.deny('org1')
    const dialog = await openDialog(user)
    await user.click(await dialog.findByRole('radio', { name: /^Records/ }))
    await user.click(dialog.getByRole('checkbox', { name: 'Documents' }))
    await user.click(dialog.getByRole('button', { name: 'Export' }))
    expect(await dialog.findByRole('alert')).toBeVisible()
    expect(dialog.getByRole('checkbox', { name: 'Documents' })).toBeChecked()
  })
})

describe('a download', () => {
  const press = async ({ user }: ReturnType<typeof openArea>) => {
    const button = screen.getByRole('button', { name: /^Download / })
    await user.click(button)
    await waitFor(() => expect(button).not.toHaveAttribute('aria-busy'))
  }

  it('E6: is offered for completed exports alone', async () => {
    openArea(
      withJobs(
        { status: 'pending' },
        { status: 'processing' },
        { status: 'completed' },
        { status: 'failed' },
      ),
    )
    await findRows()
    const buttons = bodyRows().map((row) =>
      within(row).queryAllByRole('button', { name: /^Download / }),
    )
    expect(buttons.map(({ length }) => length)).toEqual([0, 0, 1, 0])
  })

  it('E6: opens a new tab with a link of 3600 seconds out of the bucket pf-exports', async () => {
    const area = openArea(withJobs({ status: 'completed', fileFormat: 'xlsx' }))
    await findRows()
    await press(area)
    const [tab] = tabs.tabs
    expect(tab).toMatchObject({ opener: null, links: [expect.stringContaining('token=')] })
    const signed = area.exchanges.at(-1)
    expect(signed?.what).toMatch(/^POST \/storage\/v1\/object\/sign\/pf-exports\/org1\//)
    expect(signed?.sent).toEqual({ expiresIn: 3600 })
    const link = tab?.links[0] ?? ''
    expect((await area.fetch(link)).headers.get('Content-Disposition')).toMatch(/^attachment/)
    area.backend.clock.advance(3_599_000)
    expect((await area.fetch(link)).status).toBe(200)
    area.backend.clock.advance(1_000)
    const late = await area.fetch(link)
    expect({ status: late.status, body: await late.json() }).toMatchObject({
      status: 400,
      body: { error: 'InvalidJWT' },
    })
  })

  it('E6: uses no link twice', async () => {
    const area = openArea(withJobs({ status: 'completed' }))
    await findRows()
    await press(area)
    area.backend.clock.advance(4_000_000)
    await press(area)
    const [first, second] = tabs.tabs.map(({ links }) => links[0] ?? '')
    expect(second).not.toBe(first)
    expect((await area.fetch(second ?? '')).status).toBe(200)
    expect(area.count('grant')).toBe(2)
  })
})

describe('a deletion', () => {
  it('E7: asks first, and says that the entry goes and imported records stay', async () => {
    const { user, count } = openArea(withJobs({ status: 'completed' }))
    await findRows()
    await user.click(screen.getByRole('button', { name: /^Delete/ }))
    const dialog = within(await screen.findByRole('alertdialog', { name: /^Delete the export/ }))
    expect(dialog.getByText(/entry goes from this history/)).toBeVisible()
    expect(dialog.getByText(/Records that were imported stay/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Keep' }))
    expect(count('remove')).toBe(0)
    expect(bodyRows()).toHaveLength(1)
  })

  it('E7: removes the row when it is confirmed', async () => {
    const { user, count, exchanges } = openArea(
      withJobs({ status: 'completed' }, { status: 'failed' }),
    )
    await findRows()
    await user.click(
      within(bodyRows()[1] ?? document.body).getByRole('button', { name: /^Delete/ }),
    )
    const dialog = within(await screen.findByRole('alertdialog'))
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(bodyRows()).toHaveLength(1))
    expect(count('remove')).toBe(1)
    const removal = exchanges.find(({ what }) => what.startsWith('DELETE'))
    expect(removal?.query.get('id')).toBe('eq.1002')
    // without the removed row in the answer, one that a policy hides would look removed
    expect(removal?.headers.get('prefer')).toBe('return=representation')
  })
})

describe('the data', () => {
  it('E8: is the table pf_export_requests, read through supabase-js for the organization', async () => {
    const { exchanges } = openArea(withJobs({ status: 'completed' }))
    await findRows()
    const [list] = exchanges
    expect(list?.what).toBe('GET /rest/v1/pf_export_requests')
    expect(Object.fromEntries(list?.query ?? [])).toEqual({
      select: '*',
      organization_id: 'eq.org1',
      order: 'requested_at.desc,id.asc',
      offset: '0',
      limit: '20',
    })
    expect(list?.headers.get('x-client-info')).toMatch(/^supabase-js\//)
    expect(list?.headers.get('prefer')).toBe('count=exact')
  })

  it('E8: is filtered, sorted and cut by the database', async () => {
    const { user, exchanges } = openArea(
      withJobs(
        ...Array.from(
          { length: 45 },
          (_, index): JobSeed => ({ status: index % 2 === 0 ? 'completed' : 'failed' }),
        ),
      ),
      { search: '?status=failed&created_from=2026-11-01&created_to=2026-11-23' },
    )
    await screen.findByText('1–20 of 22')
    await user.click(sortButton('Export type'))
    await waitFor(() => expect(exchanges.at(-1)?.query.get('order')).toBe('export_type.asc,id.asc'))
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    await screen.findByText('21–22 of 22')
    const { query, status } = exchanges.at(-1) ?? {}
    expect(status).toBe(206)
    expect(query?.getAll('requested_at')).toEqual([
      'gte.2026-11-01T00:00:00Z',
      'lt.2026-11-24T00:00:00Z',
    ])
    expect(query?.get('status')).toBe('eq.failed')
    expect([query?.get('offset'), query?.get('limit')]).toEqual(['20', '20'])
  })

  it('E8: has numbers for ids, which are texts everywhere here', async () => {
    const { user, exchanges } = openArea(withJobs({ id: '42', status: 'completed' }))
    await findRows()
    expect(exchanges[0]?.got).toEqual([expect.objectContaining({ id: 42 })])
    await user.click(screen.getByRole('button', { name: /^Download / }))
    await waitFor(() => expect(tabs.tabs[0]?.links).toHaveLength(1))
    expect(exchanges.at(-2)?.query.get('id')).toBe('eq.42')
  })

  it('E8: hides what row-level security hides', async () => {
    openArea((backend) => {
      withJobs({ status: 'completed' })(backend)
      backend.addJob({ companyId: 'org2', status: 'completed' })
    })
    await findRows()
    expect(screen.getByText('1–1 of 1')).toBeVisible()
  })

  it('E8: shows the other rows beside one that cannot be read', async () => {
    openArea((backend) => {
      withJobs({ status: 'completed' }, { status: 'completed' })(backend)
      backend.faults.add({ match: { operation: 'list' }, spoilRows: [0] })
    })
    expect(await findOnlyRow()).toBeVisible()
  })
})
