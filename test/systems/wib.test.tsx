import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JobSeed } from '../../mocks/index.js'
import { watchFrames } from '../support/watch-frames.js'
import { first } from './mathership-office.js'
import {
  ALL,
  columnTexts,
  findFilterRow,
  findGridRows,
  gridRows,
  openPicker,
  openProject,
  permissionFor,
  withExports,
} from './wib-project.js'

const [NAME, TYPE, STATUS] = [0, 1, 2]

let frames: ReturnType<typeof watchFrames>
beforeEach(() => {
  frames = watchFrames()
})
afterEach(() => {
  vi.useRealTimers()
  frames.restore()
})

const header = (name: string) => screen.getByRole('columnheader', { name })
const download = () => screen.findByRole('button', { name: /^Download/ })

describe('the grid', () => {
  it('W1: has the columns Name, Type, Status and Date Created', async () => {
    openProject(withExports({ name: 'Reconciliation 2026-11' }))
    await findGridRows(1)
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Type',
      'Status',
      'Date Created',
    ])
    expect(columnTexts(NAME)).toEqual(['Reconciliation 2026-11'])
    expect(columnTexts(TYPE)).toEqual(['Reconciliation Report'])
  })

  it('W1: links every name to the report’s own page, whatever its status', async () => {
    const { user } = openProject(
      withExports({ status: 'pending' }, { status: 'failed' }, { status: 'completed' }),
    )
    for (const row of await findGridRows(3)) {
      const cell = first(within(row).getAllByRole('cell'))
      expect(within(cell).getByRole('link')).toHaveAttribute(
        'href',
        expect.stringMatching(/^\/report-exports\/rex-\d+$/),
      )
    }
    await user.click(screen.getByRole('link', { name: 'Export 2' }))
    expect(await screen.findByRole('heading', { name: 'Export 2' })).toBeVisible()
  })

  it('W2: shows the newest first', async () => {
    const { lastList } = openProject(withExports({}, {}, {}))
    await findGridRows(3)
    expect(columnTexts(NAME)).toEqual(['Export 1', 'Export 2', 'Export 3'])
    expect(header('Date Created')).toHaveAttribute('aria-sort', 'descending')
    expect(lastList().get('sortBy')).toBe('DateCreated')
    expect(lastList().get('sortDirection')).toBe('desc')
  })

  it.each([
    ['Name', 'Name'],
    ['Type', 'Type'],
    ['Status', 'Status'],
    ['Date Created', 'DateCreated'],
  ])('W2: sorts by %s at a click, and reverses at the next', async (title, word) => {
    const { user, lists, lastList } = openProject(withExports({}, { status: 'failed' }))
    await findGridRows(2)
    await user.click(within(header(title)).getByRole('button'))
    await waitFor(() => expect(header(title)).toHaveAttribute('aria-sort', 'ascending'))
    await waitFor(() => expect(lastList().get('sortDirection')).toBe('asc'))
    expect(lastList().get('sortBy')).toBe(word)
    await user.click(within(header(title)).getByRole('button'))
    await waitFor(() => expect(header(title)).toHaveAttribute('aria-sort', 'descending'))
    await waitFor(() =>
      expect(
        lists().some(
          (query) => query.get('sortBy') === word && query.get('sortDirection') === 'desc',
        ),
      ).toBe(true),
    )
  })
})

describe('the filter row', () => {
  const project = withExports(
    { name: 'Boxes 118', reportType: 'DataExtractionReport' },
    { name: 'Boxes 119', status: 'failed' },
    { name: 'Scanner', reportType: 'ScannerBarcodeDurationReport', status: 'pending' },
    { name: 'Old boxes', createdAt: '2026-11-12T23:59:59Z' },
    { name: 'Older', createdAt: '2026-11-11T23:59:59Z' },
  )

  it('W3: looks for a text in the name when it is applied, and not before', async () => {
    const { user, lists, lastList } = openProject(project)
    await findGridRows(5)
    const row = await findFilterRow()
    await user.type(row.getByRole('textbox', { name: 'Filter by Name' }), 'box')
    expect(lists()).toHaveLength(1)
    await user.click(row.getByRole('button', { name: 'Apply filter by Name' }))
    await findGridRows(3)
    expect(lastList().get('nameContains')).toBe('box')
    await user.click(row.getByRole('button', { name: 'Clear filter by Name' }))
    await findGridRows(5)
    expect(row.getByRole('textbox', { name: 'Filter by Name' })).toHaveFocus()
  })

  it('W3: picks types, and clears them again', async () => {
    const { user, lastList } = openProject(project)
    await findGridRows(5)
    const panel = await openPicker(user, 'Type')
    await user.click(panel.getByRole('checkbox', { name: 'Data Extraction Report' }))
    await user.click(panel.getByRole('checkbox', { name: 'Scanner Barcode Duration Report' }))
    expect(gridRows()).toHaveLength(5)
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    await findGridRows(2)
    expect(lastList().getAll('type')).toEqual([
      'DataExtractionReport',
      'ScannerBarcodeDurationReport',
    ])
    const row = await findFilterRow()
    expect(row.getByRole('button', { name: 'Type: 2 chosen' })).toHaveFocus()
    await user.click(row.getByRole('button', { name: 'Clear filter by Type' }))
    await findGridRows(5)
  })

  it('W3: picks statuses, and clears them again', async () => {
    const { user, lastList } = openProject(project)
    await findGridRows(5)
    const panel = await openPicker(user, 'Status')
    expect(panel.getAllByRole('checkbox')).toHaveLength(3)
    await user.click(panel.getByRole('checkbox', { name: 'Queued' }))
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    await findGridRows(1)
    expect(lastList().getAll('status')).toEqual(['Queued'])
    const again = await openPicker(user, 'Status')
    await user.click(again.getByRole('button', { name: 'Clear' }))
    await findGridRows(5)
  })

  it('W3: takes a single day of creation', async () => {
    const { user, lastList } = openProject(project)
    await findGridRows(5)
    const panel = await openPicker(user, 'Date Created')
    await user.type(panel.getByLabelText('Day'), '2026-11-12')
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    await findGridRows(1)
    expect(columnTexts(NAME)).toEqual(['Old boxes'])
    expect(lastList().get('dateCreated')).toBe('2026-11-12')
    await waitFor(() =>
      expect(window.location.search).toBe('?created_from=2026-11-12&created_to=2026-11-12'),
    )
    const row = await findFilterRow()
    await user.click(row.getByRole('button', { name: 'Clear filter by Date Created' }))
    await findGridRows(5)
  })

  it('W3: shows what the link narrows the list to, and refuses a range of days', async () => {
    const search = '?search=box&status=failed&created_from=2026-11-01&created_to=2026-11-30'
    const { lastList } = openProject(project, { search })
    await findGridRows(1)
    const row = await findFilterRow()
    expect(row.getByRole('textbox', { name: 'Filter by Name' })).toHaveValue('box')
    expect(row.getByRole('button', { name: 'Status: Failed' })).toBeVisible()
    expect(row.getByRole('button', { name: 'Date Created: Any day' })).toBeVisible()
    expect(lastList().has('dateCreated')).toBe(false)
    expect(screen.getByRole('note')).toHaveTextContent('not understood')
  })
})

describe('an empty grid', () => {
  it('W4: says No Records Available when nothing was ever exported', async () => {
    openProject(() => {})
    expect(await screen.findByText('No Records Available')).toBeVisible()
  })

  it('W4: says otherwise when nothing matches the filters', async () => {
    const { user } = openProject(withExports({}), { search: '?search=nothing' })
    expect(await screen.findByText('No exports match these filters')).toBeVisible()
    expect(screen.queryByText('No Records Available')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await findGridRows(1)
    expect((await findFilterRow()).getByRole('textbox')).toHaveValue('')
  })
})

describe('a report’s own page', () => {
  const open = (seed: JobSeed, options = {}) =>
    openProject(withExports({ id: '1', ...seed }), { path: '/report-exports/rex-1', ...options })

  it('W5: shows the four values, with Download at the top right', async () => {
    open({ name: 'Reconciliation 2026-11' })
    const page = await screen.findByRole('article')
    const facts = await within(page).findAllByRole('term')
    expect(facts.map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Type',
      'Status',
      'Date Created',
    ])
    const values = within(page)
      .getAllByRole('definition')
      .map(({ textContent }) => textContent)
    expect(values.slice(0, 3)).toEqual([
      'Reconciliation 2026-11',
      'Reconciliation Report',
      'Completed',
    ])
    expect(values[3]).toMatch(/^Nov 23, 2026, 8:59/)
    // where it stands is seen in a browser: stories/systems/Wib.stories.tsx
    expect(within(page).getByRole('button', { name: /^Download/ })).toBeVisible()
  })

  it.each([
    ['Queued', 'pending'],
    ['Failed', 'failed'],
  ] as const)('W6: answers Download with a pop-up while it is %s', async (word, status) => {
    const { user, backend } = open({ status })
    const page = within(await screen.findByRole('article'))
    expect((await page.findAllByText(word)).length).toBeGreaterThan(0)
    await user.click(await download())
    const popUp = await screen.findByText('Failed to download')
    expect(popUp).toBeVisible()
    expect(backend.log.some(({ operation }) => operation === 'grant')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(popUp).not.toBeInTheDocument())
  })

  it('W6: takes the pop-up away after 5 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    open({ status: 'pending' })
    const button = await download()
    await act(async () => button.click())
    expect(await screen.findByText('Failed to download')).toBeVisible()
    await act(() => vi.advanceTimersByTimeAsync(4_000))
    expect(screen.getByText('Failed to download')).toBeVisible()
    await act(() => vi.advanceTimersByTimeAsync(1_500))
    expect(screen.queryByText('Failed to download')).toBeNull()
  })

  it('W12: fetches a spreadsheet by a fresh link at each press', async () => {
    const { user, backend, answers } = open({ name: 'Reconciliation 2026-11' })
    await user.click(await download())
    await waitFor(() => expect(frames.sent).toHaveLength(1))
    expect(answers.at(-1)).toMatchObject({
      data: { file: { saveAs: 'Reconciliation 2026-11.xlsx' } },
    })
    await waitFor(async () => expect(await download()).not.toHaveAttribute('aria-busy'))
    await user.click(await download())
    await waitFor(() => expect(frames.sent).toHaveLength(2))
    expect(backend.log.filter(({ operation }) => operation === 'grant')).toHaveLength(2)
    const file = await backend.readFile('1')
    expect(file.contentType).toContain('spreadsheetml')
  })

  it('W8: says when a report has gone', async () => {
    const { backend, user } = openProject(withExports({ id: '1' }))
    await findGridRows(1)
    backend.clock.advance(366 * 86_400_000)
    await user.click(screen.getByRole('link', { name: 'Export 1' }))
    const page = await screen.findByRole('article')
    await waitFor(() => expect(page).toHaveAttribute('data-status', 'vanished'))
    expect(page).toHaveTextContent('removed')
    await user.click(screen.getByRole('link', { name: /Back|exports/i }))
    expect(await screen.findByText('No Records Available')).toBeVisible()
  })

  it('W8: says when the file alone has gone', async () => {
    const { user, backend } = open({})
    backend.faults.add({ match: { operation: 'grant' }, refuse: { code: 'gone' } })
    await user.click(await download())
    expect(await screen.findByText('The file has been removed. Export it again.')).toBeVisible()
  })
})

describe('statuses', () => {
  it('W7: keeps the service’s own words on screen, and maps them', async () => {
    const { answers } = openProject(
      withExports(
        { status: 'pending' },
        { status: 'processing' },
        { status: 'completed' },
        { status: 'failed' },
      ),
    )
    await findGridRows(4)
    expect(answers[0]).toMatchObject({
      data: ['Queued', 'Queued', 'Completed', 'Failed'].map((status) => ({ status })),
    })
    expect(columnTexts(STATUS).map((text) => text.match(/^[A-Z][a-z]+/)?.[0])).toEqual([
      'Queued',
      'Queued',
      'Completed',
      'Failed',
    ])
  })

  it('W7: looks again by itself until a queued report has ended', async () => {
    vi.useFakeTimers({
      now: Date.parse('2026-11-23T09:00:00Z'),
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    const { backend } = openProject((own) => {
      own.addJob({
        reportType: 'ReconciliationReport',
        fileFormat: 'xlsx',
        plan: { queueMs: 6_000, runMs: 5_000 },
      })
    })
    const pass = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        backend.clock.advance(1_000)
        await act(() => vi.advanceTimersByTimeAsync(1_000))
      }
    }
    await pass(4)
    expect(columnTexts(STATUS)).toEqual([expect.stringMatching(/^Queued/)])
    await pass(30)
    expect(columnTexts(STATUS)).toEqual([expect.stringMatching(/^Completed/)])
  })
})

describe('retention', () => {
  const daysAgo = (days: number) =>
    new Date(Date.parse('2026-11-23T09:00:00Z') - days * 86_400_000).toISOString()

  it.each(['completed', 'failed'] as const)(
    'W8: tells of a %s report that it goes soon, 365 days after its creation',
    async (status) => {
      openProject(
        withExports({ status, createdAt: daysAgo(362) }, { status, createdAt: daysAgo(300) }),
      )
      await findGridRows(2)
      // the newest first
      await waitFor(() => expect(columnTexts(STATUS)[1]).toContain('Removed in 3 days'))
      expect(columnTexts(STATUS)[0]).not.toContain('Removed')
    },
  )
})

describe('permissions', () => {
  const types = ['ReconciliationReport', 'DataExtractionReport'] as const
  const project = withExports(
    ...types.flatMap((reportType) => [
      { reportType, createdBy: 'Morgan' },
      { reportType, createdBy: 'Somebody else' },
    ]),
  )
  const one = ['Exported Reports', permissionFor('ReconciliationReport')]

  it('W9: asks for the five types where all are granted', async () => {
    const { lists } = openProject(project)
    await findGridRows(4)
    expect(lists().map((query) => query.getAll('type'))).toEqual([
      [
        'ScannerBarcodeDurationReport',
        'ExportPackageHistoryReport',
        'ReconciliationReport',
        'ImageQualityAnalysisReport',
        'DataExtractionReport',
      ],
    ])
  })

  it('W9: asks for the granted type alone, so that totals are right, and shows all members’', async () => {
    const { lists } = openProject(project, { grants: one })
    await findGridRows(2)
    expect(lists().map((query) => query.getAll('type'))).toEqual([['ReconciliationReport']])
    expect(screen.getByText('1–2 of 2')).toBeVisible()
  })

  it('W9: offers no choice of a hidden type', async () => {
    const { user } = openProject(project, { grants: one })
    await findGridRows(2)
    const panel = await openPicker(user, 'Type')
    expect(panel.getByRole('checkbox', { name: 'Reconciliation Report' })).toBeVisible()
    expect(panel.getAllByRole('checkbox')).toHaveLength(1)
  })

  it('W9: leaves out a stray row, and tells the host', async () => {
    const onEvent = vi.fn()
    const onError = vi.fn()
    openProject(project, {
      grants: one,
      onEvent,
      onError,
      rewrite: (body) => {
        const stray = { ...Object(body.data[0]), exportId: 'x', reportTypeName: types[1] }
        return { ...body, data: [...body.data, stray] }
      },
    })
    await findGridRows(2)
    expect(onEvent).toHaveBeenCalledWith({ type: 'rows_withheld', reportTypes: [types[1]] })
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining(types[1]) }),
    )
  })

  it.each([
    ['no report type', ['Exported Reports']],
    ['not the page', ALL.slice(1)],
    ['nothing', []],
  ])('W9: asks for nothing where the policy grants %s', (_, grants) => {
    const { backend } = openProject(project, { grants })
    expect(screen.getByText('No access to Exported Reports')).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
    expect(backend.log).toHaveLength(0)
  })

  it('W9: shows nothing of a hidden type that the link names', async () => {
    const { backend } = openProject(project, {
      grants: one,
      search: '?report_type=DataExtractionReport',
    })
    expect(await screen.findByText('No exports match these filters')).toBeVisible()
    expect((await findFilterRow()).getByRole('button', { name: 'Type: All' })).toBeVisible()
    expect(document.body).not.toHaveTextContent('Data Extraction')
    expect(backend.log).toHaveLength(0)
  })

  it('W9: shows nothing of a hidden report by its own address', async () => {
    openProject(withExports({ id: '1', name: 'Secret', reportType: types[1] }), {
      grants: one,
      path: '/report-exports/rex-1',
    })
    expect(await screen.findByText('You do not have access to this export')).toBeVisible()
    expect(document.body).not.toHaveTextContent('Secret')
    expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull()
  })

  it('W9: takes rows off the screen at once when a grant is taken back', async () => {
    const { change } = openProject(project)
    await findGridRows(4)
    change({ grants: one })
    expect(gridRows()).toHaveLength(2)
    await waitFor(() => expect(screen.getByText('1–2 of 2')).toBeVisible())
  })
})

it('W10: marks what a schedule made, in the same list', async () => {
  openProject(withExports({ source: 'manual' }, { source: 'schedule' }))
  const [oneOff, scheduled] = await findGridRows(2)
  expect(scheduled).toHaveTextContent('Scheduled')
  expect(oneOff).not.toHaveTextContent('Scheduled')
})

describe('a report page', () => {
  it('W11: has the Export button, which starts an export that the list shows', async () => {
    const { user, sent, backend } = openProject(withExports({}), {
      path: '/report/DataExtractionReport',
    })
    backend.planNext({ queueMs: 600_000 })
    await user.click(screen.getByRole('button', { name: 'Export' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(await dialog.findByRole('button', { name: 'Export' }))
    await findGridRows(2)
    expect(sent).toEqual([{ type: 'DataExtractionReport' }])
    expect(columnTexts(TYPE)[0]).toBe('Data Extraction Report')
    expect(columnTexts(STATUS)[0]).toMatch(/^Queued/)
  })

  it('W11: has no Export button where its report type is withheld', () => {
    openProject(() => {}, {
      path: '/report/DataExtractionReport',
      grants: ['Exported Reports', permissionFor('ReconciliationReport')],
    })
    expect(screen.getByRole('heading', { name: 'Data Extraction Report' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull()
  })
})

it('W12: has no column of formats, and no filter by format', async () => {
  openProject(withExports({}), { search: '?file_format=csv' })
  await findGridRows(1)
  expect(screen.queryByText(/xlsx/i)).toBeNull()
  expect(screen.queryByRole('columnheader', { name: 'Format' })).toBeNull()
})

describe('a failed export', () => {
  const error = { code: 'TIMEOUT', message: 'The batch index was being rebuilt.' }

  it('W13: links to its source page, where it is asked for again', async () => {
    const { user } = openProject(withExports({ status: 'failed', error }, {}))
    const [failed, done] = await findGridRows(2)
    expect(within(first([done ?? document.body])).queryByRole('link', { name: /again/ })).toBeNull()
    expect(failed).toHaveTextContent('The batch index was being rebuilt.')
    await user.click(
      within(first([failed ?? document.body])).getByRole('link', { name: 'Export again' }),
    )
    expect(await screen.findByRole('heading', { name: 'Reconciliation Report' })).toBeVisible()
  })

  it('W13: has no retry, on its page either', async () => {
    openProject(withExports({ id: '1', status: 'failed', error }), {
      path: '/report-exports/rex-1',
    })
    expect(await screen.findByRole('link', { name: 'Export again' })).toHaveAttribute(
      'href',
      '/report/ReconciliationReport',
    )
    expect(screen.queryByRole('button', { name: /retry|again/i })).toBeNull()
  })
})
