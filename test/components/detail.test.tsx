import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import { ExportDetail, type ExportDetailProps } from '../../src/components/detail/ExportDetail.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import { en } from '../../src/labels/en.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const NOW = '2026-11-23T09:00:00.000Z'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  vi.setSystemTime(NOW)
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const heading = (name = 'October') => screen.findByRole('heading', { name })
const download = () => screen.getByRole('button', { name: /^Download October/ })
const october = (overrides: Partial<ExportJob> = {}) =>
  buildExportJob({ id: '7', name: 'October', ...overrides })

const working = { status: 'processing', createdAt: '2026-11-23T08:59:50.000Z' } as const

function renderDetail(
  job: ExportJob | null,
  props: Partial<ExportDetailProps> = {},
  provider: Partial<ExportJobsProviderProps> = {},
  client: MemoryClient = createMemoryClient({ jobs: job === null ? [] : [job] }),
) {
  const view = renderWithProvider(<ExportDetail jobId="7" toastMs={null} {...props} />, {
    client,
    getHistoryHref: () => '/exports',
    ...provider,
  })
  return { ...view, client }
}

/** The facts on screen, by name. */
function facts(): Readonly<Record<string, string | null>> {
  const terms = screen.getAllByRole('term')
  return Object.fromEntries(
    terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? null]),
  )
}

describe("a job's page", () => {
  it('tells what the backend gives, and leaves out the rest', async () => {
    renderDetail(october({ createdBy: null, entityTypes: ['orders', 'invoice_lines'] }))
    await heading()
    expect(facts()).toMatchObject({
      'Report type': 'Delivery location',
      Format: 'CSV',
      'Date range': 'Oct 1 – 31, 2026',
      'Entity types': 'Orders, Invoice lines',
      Rows: '1,284',
      'Queued for': '2 sec',
      'Ran for': '30 sec',
      'Export number': '7',
    })
    expect(facts()).not.toHaveProperty('Requested by')
  })

  it('tells just the four facts of a host that wants no more', async () => {
    renderDetail(october({ parameters: { depot: 'Leeds' } }), { fields: 'brief' })
    await heading()
    expect(Object.keys(facts())).toEqual(['Name', 'Report type', 'Status', 'Created'])
    expect(screen.queryByText('Files')).toBeNull()
  })

  it('takes facts of the host among its own', async () => {
    const own = { id: 'depot', term: () => 'Depot', value: () => 'Leeds' }
    renderDetail(october(), { fields: (defaults) => [...defaults.slice(0, 1), own] })
    await heading()
    expect(facts()).toMatchObject({ Name: 'October', Depot: 'Leeds' })
  })

  it('shows the request as text, named as in the registered report type', async () => {
    const parameters = {
      depot: 'leeds',
      with_prices: true,
      day: '2026-10-03',
      note: '<b>bold</b>',
      nothing: null,
      nested: { a: 1 },
    }
    renderDetail(
      october({ parameters }),
      {},
      {
        reportTypes: [
          {
            id: 'delivery_location',
            label: 'Deliveries',
            fields: [
              {
                kind: 'select',
                id: 'depot',
                label: 'Warehouse',
                options: [{ value: 'leeds', label: 'Leeds' }],
              },
            ],
          },
        ],
      },
    )
    await heading()
    expect(facts()).toMatchObject({
      Warehouse: 'Leeds',
      'With prices': 'Yes',
      Day: 'Oct 3, 2026',
      Note: '<b>bold</b>',
      Nested: '{"a":1}',
    })
    expect(facts()).not.toHaveProperty('Nothing')
  })

  it('lists files with size and checksum, each of several with a button of its own', async () => {
    const file = { contentType: null, size: 1_200_000, checksum: 'sha256:abc' }
    renderDetail(
      october({
        files: [
          { ...file, id: 'a', name: 'part-1.csv' },
          { ...file, id: 'b', name: 'invoice\u202efdp.exe' },
        ],
      }),
    )
    await heading()
    expect(screen.getByText('part-1.csv').parentElement).toHaveTextContent('1.2 MB')
    expect(screen.getAllByText('sha256:abc')).toHaveLength(2)
    expect(screen.getByRole('button', { name: 'Download part-1.csv' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Download invoicefdp.exe' })).toBeVisible()
  })

  it('hands all files over one after another, and says what became of each', async () => {
    const part = { contentType: null, size: null, checksum: null }
    const files = [
      { ...part, id: 'a', name: 'part-1.csv' },
      { ...part, id: 'b', name: 'part-2.csv' },
      { ...part, id: 'c', name: 'manifest.json' },
    ]
    const { user, client } = renderDetail(october({ files }))
    await heading()
    client.failNext('createDownload', 'gone')
    await user.click(screen.getByRole('button', { name: 'Download all' }))
    await pass(2_000)
    const asked = () => client.calls.filter(({ method }) => method === 'createDownload')
    expect(asked().map(({ args }) => args[1])).toEqual(['a', 'b', 'c'])
    await pass(2_000)
    const told = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(told[0]).toContain(en.popUp.errors.gone)
    expect(told[1]).toContain('Handed to the browser')
    expect(told[2]).toContain('Handed to the browser')
    await pass(61_000)
  })

  it('says why a job failed, with its code and a reference to copy', async () => {
    const { user } = renderDetail(october({ status: 'failed' }))
    const failure = within(await screen.findByRole('region', { name: 'Why it failed' }))
    expect(failure.getByText(/took longer than 15 minutes/)).toBeVisible()
    const writeText = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(failure.getByRole('button', { name: 'Copy' }))
    expect(writeText).toHaveBeenCalledWith('7 QUERY_TIMEOUT')
    expect(await failure.findByText('Copied')).toBeVisible()
  })

  it('says that a file is not complete', async () => {
    renderDetail(
      october({
        processedRows: 10_000,
        totalRows: 48_112,
        warnings: ['10,000 of 48,112 rows: limit reached'],
      }),
    )
    const note = await screen.findByRole('region', { name: 'This file is not complete' })
    expect(note).toHaveTextContent('limit reached')
  })

  it('raises no alarm at a file with exactly as many rows as there are', async () => {
    renderDetail(october({ processedRows: 10_000, totalRows: 10_000 }))
    await heading()
    expect(screen.queryByText('This file is not complete')).toBeNull()
  })

  it('says when the row goes, and how long that is', async () => {
    renderDetail(october({ removedAt: '2026-12-05T09:00:00.000Z' }))
    await heading()
    expect(facts()['Removed on']).toBe('Dec 5, 2026, 9:00 AM, in 12 days')
  })

  it.each([
    ['2026-11-23T12:00:00.000Z', 'Available until Nov 23, 2026, 12:00 PM, in 3 hours'],
    ['2026-11-23T08:00:00.000Z', 'No longer available since Nov 23, 2026, 8:00 AM'],
  ])('tells how it is with a file that expires at %s', async (fileExpiresAt, words) => {
    renderDetail(october({ fileExpiresAt }))
    await heading()
    expect(facts().File).toBe(words)
  })

  it('leads back to the history', async () => {
    renderDetail(october())
    expect(screen.getByRole('link', { name: 'Back to the export history' })).toHaveAttribute(
      'href',
      '/exports',
    )
    await heading()
  })

  it('draws only what is allowed, in the order that the host wants', async () => {
    renderDetail(october({ status: 'failed' }), { actions: ['delete', 'retry'] })
    await heading()
    const names = screen.getAllByRole('button').map((button) => button.textContent)
    expect(names.slice(0, 3)).toEqual(['Delete', 'Retry', 'Download'])
  })
})

describe('a page with nothing to show', () => {
  const title = (text: string) => screen.findByText(text)

  it('says that there is no such job', async () => {
    renderDetail(null)
    expect(await title(en.detail.notFound.title)).toBeVisible()
    expect(screen.getByText(en.detail.notFound.text)).toBeVisible()
  })

  it('hints at another company where there are several', async () => {
    renderDetail(null, {}, { scope: { companyId: '8' } })
    expect(await screen.findByText(en.detail.otherScope.text)).toBeVisible()
  })

  it('says that it was removed', async () => {
    const client = createMemoryClient()
    client.failNext('getJob', 'gone')
    renderDetail(null, {}, {}, client)
    expect(await title(en.detail.removed.title)).toBeVisible()
  })

  it('says that its time was over when it goes while it is looked at', async () => {
    const job = october({ ...working, removedAt: '2026-11-23T09:00:20.000Z' })
    const { client } = renderDetail(job)
    await heading()
    client.remove('7')
    await pass(90_000)
    expect(await title(en.detail.pastRetention.title)).toBeVisible()
  })

  it.each([
    ['forbidden', en.detail.denied.title],
    ['unauthenticated', en.errors.unauthenticated.title],
  ] as const)('says so when refused with %s', async (code, words) => {
    const client = createMemoryClient({ jobs: [october()] })
    client.failNext('getJob', code)
    renderDetail(null, {}, {}, client)
    expect(await title(words)).toBeVisible()
    expect(screen.queryByText('October')).toBeNull()
  })

  it('asks nothing when the person may not see exports', async () => {
    const { client } = renderDetail(october(), {}, { can: () => false })
    expect(await title(en.detail.denied.title)).toBeVisible()
    expect(client.calls).toEqual([])
  })

  it('says so when the person may not open this very job', async () => {
    renderDetail(october(), {}, { can: (action) => action !== 'open' })
    expect(await title(en.detail.denied.title)).toBeVisible()
    expect(screen.queryByText('October')).toBeNull()
  })

  it('says that this person has deleted it', async () => {
    const { user } = renderDetail(october())
    await heading()
    await user.click(screen.getByRole('button', { name: 'Delete: October' }))
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }),
    )
    expect(await title(en.detail.deleted.title)).toBeVisible()
  })

  it('offers to try again after a failure', async () => {
    const client = createMemoryClient({ jobs: [october()] })
    client.failNext(
      'getJob',
      new ExportJobsError('unavailable', { message: 'x', reference: 'r-1' }),
    )
    const { user } = renderDetail(null, { polling: { mode: 'off' } }, {}, client)
    expect(await screen.findByText('r-1')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await heading()).toBeVisible()
  })
})

describe('a job that is not ready yet', () => {
  it('says so, and shows the file when it is there', async () => {
    const { client } = renderDetail(october(working))
    expect(await screen.findByText(en.detail.notReady)).toBeVisible()
    expect(screen.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('value', '0.42')
    client.update('7', { status: 'completed', isDownloadable: true })
    await pass(90_000)
    expect(screen.queryByText(en.detail.notReady)).toBeNull()
    expect(download()).toBeVisible()
  })

  it('keeps what it knows while looking fails, and says so', async () => {
    const { client } = renderDetail(october(working))
    await heading()
    for (let times = 0; times < 20; times += 1) client.failNext('getJob', 'offline')
    await pass(60_000)
    expect(screen.getByText(/^Could not check: The server could not be reached/)).toBeVisible()
    expect(await heading()).toBeVisible()
    expect(screen.getByText(en.detail.notReady)).toBeVisible()
  })
})
