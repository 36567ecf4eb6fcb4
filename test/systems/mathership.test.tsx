import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExportBackend, JobSeed } from '../../mocks/index.js'
import {
  bodyRows,
  cellTexts,
  findOnlyRow,
  findRows,
  pager,
  sortButton,
} from '../support/elements.js'
import { watchFrames } from '../support/watch-frames.js'
import {
  first,
  minutesAgo,
  openFilter,
  openOffice,
  pageQuery,
  pressDownload,
} from './mathership-office.js'

const FOR_EVER = Number.POSITIVE_INFINITY
const MONTH = { from: '2026-10-01', to: '2026-10-31' }

/** A backend with these jobs, the first the newest. */
const withJobs =
  (...jobs: readonly JobSeed[]) =>
  (backend: ExportBackend) => {
    jobs.forEach((job, index) => {
      backend.addJob({ createdAt: minutesAgo(5 + index), ...job })
    })
  }

/** A backend with so many completed jobs. */
const withMany = (count: number) =>
  withJobs(...Array.from({ length: count }, (): JobSeed => ({ status: 'completed' })))

const column = (index: number) => bodyRows().map((row) => cellTexts(row)[index])
const FORMAT = 0
const PERIOD = 1
const TYPE = 2
const STATUS = 3

let frames: ReturnType<typeof watchFrames>
beforeEach(() => {
  frames = watchFrames()
})
afterEach(() => {
  vi.useRealTimers()
  frames.restore()
})

describe('the rows', () => {
  it('M1: show format, date range, report type, status, created and download', async () => {
    openOffice(withJobs({ status: 'completed', dateRange: MONTH, totalRows: 1_284 }))
    const row = await findOnlyRow()
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Format',
      'Date range',
      'Report type',
      'Status',
      'Created',
      'Download',
    ])
    const texts = cellTexts(row).map((text) => text?.replaceAll(/\s/gu, ' '))
    expect(texts).toEqual([
      'CSV',
      'Oct 1 – 31, 2026',
      'By delivery location',
      expect.stringContaining('Completed'),
      'Nov 23, 2026, 8:55 AM',
      'Download',
    ])
  })

  it.each<[string, string, JobSeed]>([
    ['a download', 'completed with a file', { status: 'completed' }],
    ['nothing', 'completed without a file', { status: 'completed', files: [] }],
    ['nothing', 'completed and not downloadable', { status: 'completed', isDownloadable: false }],
    ['nothing', 'pending', { status: 'pending' }],
    ['nothing', 'processing', { status: 'processing' }],
    ['nothing', 'failed', { status: 'failed' }],
    ['nothing', 'failed but downloadable', { status: 'failed', isDownloadable: true }],
  ])('M1: offer %s where the job is %s', async (offer, _, job) => {
    openOffice(withJobs(job))
    const cell = within(await findOnlyRow())
      .getAllByRole('cell')
      .at(-1)
    if (offer === 'nothing') expect(cell).toBeEmptyDOMElement()
    else expect(cell).toHaveTextContent('Download')
  })

  // what the badges look like is shown in a browser: stories/ExportFormatBadge.stories.tsx
  it('M2: name the format in words, not by colour alone', async () => {
    openOffice(withJobs({ status: 'completed' }, { status: 'completed', fileFormat: 'pdf' }))
    await findRows()
    expect(column(FORMAT)).toEqual(['CSV', 'PDF'])
  })

  it('M3: name the four statuses, with the failure and the progress under the badge', async () => {
    const error = { code: 'NO_DATA', message: 'No deliveries in this period.' }
    openOffice(
      withJobs(
        { status: 'pending' },
        { status: 'processing', progress: 0.42, totalRows: 1_000 },
        { status: 'processing', progress: null },
        { status: 'completed' },
        { status: 'failed', error },
      ),
    )
    await findRows()
    const words = ['Pending', 'Processing', 'Processing', 'Completed', 'Failed']
    expect(column(STATUS)).toEqual(words.map((word) => expect.stringMatching(`^${word}`)))
    const [, told, untold, , failed] = bodyRows().map((row) => within(row))
    expect(told?.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('value', '0.42')
    expect(told?.getByText('42%')).toBeVisible()
    expect(untold?.queryByRole('progressbar')).toBeNull()
    expect(failed?.getByText('No deliveries in this period.')).toBeVisible()
  })
})

describe('keeping fresh', () => {
  /** Lets time pass on both sides, in steps of a second. */
  const pass = async (backend: ExportBackend, seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      backend.clock.advance(1_000)
      await act(() => vi.advanceTimersByTimeAsync(1_000))
    }
  }
  const openInFakeTime = async (setup: (backend: ExportBackend) => void) => {
    vi.useFakeTimers({
      now: Date.parse('2026-11-23T09:00:00Z'),
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    const office = openOffice(setup)
    await pass(office.backend, 1)
    return office
  }

  it('M4: looks by itself until no job is unfinished, and then rests', async () => {
    const { backend, count } = await openInFakeTime((backend) => {
      backend.addJob({ plan: { queueMs: 4_000, runMs: 20_000 } })
      backend.addJob({
        plan: { queueMs: 0, runMs: 8_000, outcome: { code: null, message: 'No.' } },
      })
    })
    expect(column(STATUS)[1]).toMatch(/^Pending/)
    await pass(backend, 60)
    expect(column(STATUS)).toEqual([
      expect.stringMatching(/^Failed/),
      expect.stringMatching(/^Completed/),
    ])
    const looks = count('list')
    expect(looks).toBeGreaterThan(2)
    await pass(backend, 600)
    expect(count('list')).toBe(looks)
  })

  it('M4: has a Refresh button at all times, which brings what is new', async () => {
    const { backend, count } = await openInFakeTime(withJobs({ status: 'completed' }))
    expect(count('list')).toBe(1)
    backend.addJob({ status: 'completed', fileFormat: 'pdf', createdAt: minutesAgo(0) })
    await act(async () => screen.getByRole('button', { name: 'Refresh' }).click())
    await pass(backend, 1)
    expect(column(FORMAT)).toEqual(['PDF', 'CSV'])
    expect(count('list')).toBe(2)
  })
})

describe('the toolbar', () => {
  const everything = withJobs(
    { status: 'pending', fileFormat: 'csv' },
    { status: 'failed', fileFormat: 'pdf' },
    { status: 'completed', fileFormat: 'pdf' },
    { status: 'completed', fileFormat: 'csv', createdAt: '2026-11-12T23:59:00Z' },
    { status: 'completed', fileFormat: 'csv', createdAt: '2026-11-10T00:00:00Z' },
    { status: 'failed', fileFormat: 'csv', createdAt: '2026-11-09T23:59:00Z' },
  )

  it('M5: filters by several statuses', async () => {
    const { user, lastList } = openOffice(everything)
    await findRows()
    const panel = await openFilter(user, 'Status')
    expect(panel.getAllByRole('checkbox')).toHaveLength(4)
    await user.click(panel.getByRole('checkbox', { name: 'Failed' }))
    await user.click(panel.getByRole('checkbox', { name: 'Pending' }))
    await waitFor(() => expect(bodyRows()).toHaveLength(3))
    expect(column(STATUS).every((text) => /^(Failed|Pending)/.test(text ?? ''))).toBe(true)
    expect(lastList().status?.split(',').toSorted()).toEqual(['failed', 'pending'])
  })

  it('M5: filters by format', async () => {
    const { user, lastList } = openOffice(everything)
    await findRows()
    const panel = await openFilter(user, 'Format')
    expect(panel.getAllByRole('checkbox')).toHaveLength(2)
    await user.click(panel.getByRole('checkbox', { name: 'PDF' }))
    await waitFor(() => expect(column(FORMAT)).toEqual(['PDF', 'PDF']))
    expect(lastList().file_format).toBe('pdf')
  })

  it('M5: filters by a range of days of creation, both inclusive', async () => {
    const { user, lastList } = openOffice(everything)
    await findRows()
    const panel = await openFilter(user, 'Created')
    await user.type(panel.getByLabelText('From'), '2026-11-10')
    await user.type(panel.getByLabelText('To'), '2026-11-12')
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    await waitFor(() => expect(bodyRows()).toHaveLength(2))
    expect(lastList()).toMatchObject({
      created_at_from: '2026-11-10',
      created_at_to: '2026-11-12',
    })
  })
})

describe('the URL', () => {
  it('M6: says nothing while everything is at its default', async () => {
    const { lastList } = openOffice(withMany(3))
    await findRows()
    expect(pageQuery()).toEqual({})
    expect(lastList()).toMatchObject({ page: '0', page_size: '20', ordering: '-created_at' })
  })

  it('M6: restores page, page size, ordering and filters', async () => {
    const search =
      '?page=1&page_size=2&ordering=report_type&status=completed,failed&file_format=csv,pdf' +
      '&created_from=2026-11-01&created_to=2026-11-23'
    const { lastList } = openOffice(withMany(5), search)
    await findRows()
    expect(lastList()).toEqual({
      company_id: '7',
      page: '1',
      page_size: '2',
      ordering: 'report_type',
      status: 'completed,failed',
      file_format: 'csv,pdf',
      created_at_from: '2026-11-01',
      created_at_to: '2026-11-23',
    })
    expect(screen.getByText('3–4 of 5')).toBeVisible()
    expect(pager().getByLabelText('Rows per page')).toHaveValue('2')
    expect(screen.getByRole('columnheader', { name: 'Report type' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
  })

  it('M6: holds what a person chooses', async () => {
    const { user } = openOffice(withMany(45), '?host=kept')
    await findRows()
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    await waitFor(() => expect(pageQuery()).toEqual({ host: 'kept', page: '1' }))
    await user.selectOptions(pager().getByLabelText('Rows per page'), '50')
    await waitFor(() => expect(pageQuery()).toEqual({ host: 'kept', page_size: '50' }))
    const panel = await openFilter(user, 'Status')
    await user.click(panel.getByRole('checkbox', { name: 'Completed' }))
    await waitFor(() => expect(pageQuery().status).toBe('completed'))
  })

  it.each([
    ['0', '1'],
    ['201', '200'],
    ['many', '20'],
  ])('M6: takes a page size of %s for %s', async (given, taken) => {
    const { lastList } = openOffice(withMany(3), `?page_size=${given}`)
    await findRows()
    expect(lastList().page_size).toBe(taken)
  })
})

describe('sorting', () => {
  it.each([
    ['Format', 'file_format', '-file_format'],
    ['Date range', 'date_from,id', '-date_from,-id'],
    ['Report type', 'report_type', '-report_type'],
    ['Status', 'status', '-status'],
    ['Created', 'created_at', '-created_at'],
  ])('M7: by %s, up and down, from the first page', async (name, up, down) => {
    const { user, lastList } = openOffice(withMany(45), '?page=2')
    await screen.findByText('41–45 of 45')
    await user.click(sortButton(name))
    await waitFor(() => expect(lastList()).toMatchObject({ ordering: up, page: '0' }))
    await screen.findByText('1–20 of 45')
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    await screen.findByText('21–40 of 45')
    await user.click(sortButton(name))
    await waitFor(() => expect(lastList()).toMatchObject({ ordering: down, page: '0' }))
    expect(await screen.findByText('1–20 of 45')).toBeVisible()
  })

  it('M7: by date range counts the first day, and the id where it is the same', async () => {
    const period = (from: string, id: string): JobSeed => ({
      id,
      status: 'failed',
      dateRange: { from, to: '2026-10-31' },
      error: { code: null, message: `Number ${id}.` },
    })
    const { user } = openOffice(
      withJobs(period('2026-10-01', '12'), period('2026-09-01', '11'), period('2026-10-01', '3')),
    )
    await findRows()
    await user.click(sortButton('Date range'))
    await waitFor(() =>
      expect(column(STATUS)).toEqual(['FailedNumber 11.', 'FailedNumber 3.', 'FailedNumber 12.']),
    )
  })

  it('M7: goes with a filter to the first page too', async () => {
    const { user, lastList } = openOffice(withMany(45), '?page=1')
    await screen.findByText('21–40 of 45')
    const panel = await openFilter(user, 'Format')
    await user.click(panel.getByRole('checkbox', { name: 'CSV' }))
    expect(await screen.findByText('1–20 of 45')).toBeVisible()
    expect(lastList()).toMatchObject({ page: '0', file_format: 'csv' })
  })
})

describe('the wire', () => {
  it('M8: gives a page with its rows, position and totals, which the pager shows', async () => {
    const { exchanges } = openOffice(withMany(45), '?page=1')
    await findRows()
    const { got } = first(exchanges)
    expect(Object.keys(Object(got)).toSorted()).toEqual([
      'page',
      'page_size',
      'results',
      'total',
      'total_pages',
    ])
    expect(got).toMatchObject({ page: 1, page_size: 20, total: 45, total_pages: 3 })
    expect(bodyRows()).toHaveLength(20)
    expect(screen.getByText('21–40 of 45')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
    expect(screen.queryByRole('button', { name: 'Page 4' })).toBeNull()
  })

  it('M9: carries company, filters, order and page in its own words', async () => {
    const search =
      '?status=pending,failed&report_type=inventory,vendor&file_format=pdf' +
      '&created_from=2026-11-20&created_to=2026-11-23'
    const { lists } = openOffice(withJobs({ status: 'failed' }), search)
    await screen.findByText('No exports match these filters')
    expect(lists().map((query) => Object.fromEntries(query))).toEqual([
      {
        company_id: '7',
        status: 'pending,failed',
        report_type: 'inventory,vendor',
        file_format: 'pdf',
        created_at_from: '2026-11-20',
        created_at_to: '2026-11-23',
        ordering: '-created_at',
        page: '0',
        page_size: '20',
      },
    ])
  })

  it('M9: narrows the list to the chosen report types', async () => {
    const { user } = openOffice(
      withJobs(
        { status: 'completed', reportType: 'vendor' },
        { status: 'completed', reportType: 'inventory' },
      ),
    )
    await findRows()
    const panel = await openFilter(user, 'Report type')
    await user.click(panel.getByRole('checkbox', { name: 'Inventory' }))
    await waitFor(() => expect(column(TYPE)).toEqual(['Inventory']))
  })
})

describe('asking for an export', () => {
  const goToReport = async (user: ReturnType<typeof openOffice>['user']) => {
    await user.click(screen.getByRole('button', { name: 'Purchase Orders' }))
    return screen.findByRole('button', { name: 'Export in the background' })
  }

  it('M11: sends company, period and format, and shows the new job as pending', async () => {
    const { user, exchanges } = openOffice(withJobs({ status: 'completed' }))
    await findRows()
    const submit = await goToReport(user)
    await user.selectOptions(screen.getByLabelText('Format'), 'pdf')
    await user.click(submit)
    await waitFor(() => expect(bodyRows()).toHaveLength(2))
    const [newest] = bodyRows()
    expect(newest).toHaveTextContent('PDF')
    expect(newest).toHaveTextContent('Pending')
    const created = exchanges.filter(({ what }) => what === 'POST /api/export-jobs')
    expect(created).toEqual([
      {
        what: 'POST /api/export-jobs',
        sent: {
          company_id: '7',
          date_from: '2026-10-01',
          date_to: '2026-10-31',
          file_format: 'pdf',
        },
        got: expect.objectContaining({ status: 'pending', report_type: 'delivery_location' }),
      },
    ])
  })

  it('M11: leaves the report type to the backend where none is named', async () => {
    const { user } = openOffice(() => {})
    await user.click(await goToReport(user))
    expect(cellTexts(await findOnlyRow())[TYPE]).toBe('By delivery location')
  })

  it('M12: gives the file at once without a job, or makes a job, as the person wants', async () => {
    const { user, fetch, backend, count } = openOffice(() => {})
    const submit = await goToReport(user)
    const link = screen.getByRole('link', { name: 'Download now' })
    const answer = await fetch(String(link.getAttribute('href')))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; .*\.csv/)
    expect((await answer.text()).split('\n').length).toBeGreaterThan(2)
    expect(backend.list({ companyId: '7' }).total).toBe(0)

    await user.click(submit)
    await findOnlyRow()
    expect(count('create')).toBe(1)
  })
})

describe('a download', () => {
  it('M13: asks for a link of an hour to a ZIP, at each press anew', async () => {
    const { user, fetch, backend, exchanges } = openOffice(withJobs({ status: 'completed' }))
    const row = await findOnlyRow()
    await pressDownload(user, row)
    backend.clock.advance(2 * 3_600_000)
    await pressDownload(user, row)

    const grants = exchanges.filter(({ what }) => what.endsWith('/download'))
    expect(grants).toHaveLength(2)
    for (const { got } of grants) {
      expect(got).toEqual({
        download_url: expect.any(String),
        expires_in_seconds: 3_600,
        filename: expect.stringMatching(/\.zip$/),
      })
    }
    const [old = '', fresh = ''] = frames.sent
    expect(frames.sent).toHaveLength(2)
    expect(fresh).not.toBe(old)
    expect((await fetch(old)).status).toBe(403)
    const file = await fetch(fresh)
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; .*\.zip/)
    expect(new TextDecoder('latin1').decode(await file.arrayBuffer())).toMatch(/^PK.*\.csv/s)
    expect(screen.queryByText('Failed to download')).toBeNull()
  })

  it.each<[string, (backend: ExportBackend, id: string) => void, string]>([
    [
      'is not completed any more',
      (backend, id) => backend.updateJob(id, { status: 'processing' }),
      'The export is not ready yet. Try again when it is completed.',
    ],
    [
      'has no file',
      (backend, id) => backend.updateJob(id, { files: [] }),
      'The export is completed, but has no file.',
    ],
    [
      'has a file whose link cannot be made',
      (backend) =>
        backend.faults.add({
          match: { operation: 'grant' },
          refuse: { code: 'unavailable', status: 500 },
        }),
      'The download link could not be made. Try again in a moment.',
    ],
    [
      'is withheld',
      (backend) => backend.permissions.deny('7'),
      'You do not have access to this file. Check that the right company is selected.',
    ],
  ])('M14: of a job that %s is refused in its own words', async (_, change, words) => {
    const { user, backend } = openOffice(withJobs({ id: '41', status: 'completed' }))
    const row = await findOnlyRow()
    change(backend, '41')
    await pressDownload(user, row)
    const popUp = within(await screen.findByRole('article', { name: 'Failed to download' }))
    expect(popUp.getByText(words)).toBeVisible()
    expect(popUp.getByRole('button', { name: 'Close' })).toBeVisible()
    expect(frames.sent).toEqual([])
  })
})

describe('access', () => {
  const twoCompanies = (backend: ExportBackend) => {
    backend.addJob({ status: 'completed', reportType: 'vendor', companyId: '7' })
    backend.addJob({ status: 'completed', reportType: 'inventory', companyId: '8' })
    backend.permissions.deny('9')
  }
  const chooseCompany = (user: ReturnType<typeof openOffice>['user'], id: string) =>
    user.selectOptions(screen.getByLabelText('Company'), id)

  it('M15: refused shows the hint to check the company, and no row', async () => {
    const { user } = openOffice(twoCompanies)
    await findRows()
    await chooseCompany(user, '9')
    expect(await screen.findByText('No access to the exports of this company')).toBeVisible()
    expect(screen.getByText(/^Check that you selected the correct company/)).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('M15: covers the request for an export as well', async () => {
    const { user, backend } = openOffice(twoCompanies)
    await findRows()
    await chooseCompany(user, '9')
    await user.click(screen.getByRole('button', { name: 'Purchase Orders' }))
    await user.click(screen.getByRole('button', { name: 'Export in the background' }))
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toMatch(/permission to view financial reports/),
    )
    expect(backend.list({ companyId: '9' }).total).toBe(0)
  })

  it("M15: never shows one company's rows under another, not for one frame", async () => {
    const { user } = openOffice(twoCompanies)
    await screen.findByText('By vendor')
    const seen: string[] = []
    const observer = new MutationObserver(() => {
      const types = bodyTypes()
      const company = screen.getByLabelText<HTMLSelectElement>('Company').value
      seen.push(...types.map((type) => `${company}: ${type}`))
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    await chooseCompany(user, '8')
    expect(bodyTypes()).not.toContain('By vendor')
    await screen.findByText('Inventory')
    await chooseCompany(user, '7')
    await screen.findByText('By vendor')
    observer.disconnect()
    expect(new Set(seen)).toEqual(new Set(['8: Inventory', '7: By vendor']))
  })

  /** The report types on screen; skeleton rows have none. */
  const bodyTypes = () =>
    screen
      .queryAllByRole('row')
      .map((row) => within(row).queryAllByRole('cell')[TYPE]?.textContent ?? '')
      .filter((text) => text !== '')
})

describe('the states', () => {
  it('M16: say that the list is on its way', async () => {
    openOffice((backend) => {
      backend.faults.add({ match: { operation: 'list' }, times: FOR_EVER, delayMs: 60_000 })
    })
    expect(await screen.findByText('Loading exports')).toBeInTheDocument()
    expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true')
  })

  it('M16: say that nothing was exported yet', async () => {
    openOffice(() => {})
    expect(await screen.findByText('No exports yet')).toBeVisible()
  })

  it('M16: say that nothing matches the filters, and take them away on a press', async () => {
    const { user } = openOffice(withJobs({ status: 'completed' }), '?status=failed')
    const message = await screen.findByText('No exports match these filters')
    expect(message).toBeVisible()
    await user.click(first(screen.getAllByRole('button', { name: 'Clear filters' })))
    expect(cellTexts(await findOnlyRow())[STATUS]).toMatch(/^Completed/)
  })

  it('M16: say that the list could not be had, with a way to try again', async () => {
    const { user } = openOffice((backend) => {
      withJobs({ status: 'completed' })(backend)
      backend.faults.add({ refuse: { code: 'unavailable' } })
    })
    expect(await screen.findByText('The server has a problem')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await findOnlyRow()).toBeVisible()
  })

  it('M16: tell a failed job and one at work', async () => {
    openOffice(withJobs({ status: 'failed' }, { status: 'processing', progress: 0.5 }))
    await findRows()
    expect(screen.getByText(/^The report took longer than 15 minutes/)).toBeVisible()
    expect(screen.getByRole('progressbar')).toBeVisible()
  })

  it.each<[string, JobSeed]>([
    ['pending', { status: 'pending', createdAt: minutesAgo(45) }],
    ['processing', { status: 'processing', createdAt: minutesAgo(45) }],
    ['slow for its report', { status: 'pending', reportType: 'inventory' }],
  ])('M16: hint at a job that stays long: %s', async (_, job) => {
    openOffice(withJobs(job))
    expect(await screen.findByText('Taking longer than usual')).toBeVisible()
  })

  it('M16: hint at nothing while a job takes its usual time', async () => {
    openOffice(withJobs({ status: 'pending', reportType: 'vendor' }))
    expect(cellTexts(await findOnlyRow())[PERIOD]).not.toBe('')
    expect(screen.queryByText('Taking longer than usual')).toBeNull()
  })
})
