import { screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { ExportButton } from '../../src/components/export-button/ExportButton.js'
import { ExportRequestForm } from '../../src/components/request-form/ExportRequestForm.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ReportType } from '../../src/core/report-types.js'
import type { DirectRequest } from '../../src/downloads/direct-export.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

const report: ReportType = {
  id: 'orders',
  label: 'Orders',
  formats: ['csv', 'pdf'],
  fields: [{ id: 'vendor', kind: 'text', label: 'Vendor', required: true }],
}
const initialValues = { vendor: 'Kim' }

const createJob = vi.fn<NonNullable<ExportJobsClient['createJob']>>(async () => ({
  kind: 'job',
  job: buildExportJob({ id: '4', status: 'pending' }),
}))

/** The files that the page handed to the browser: their names and what they hold. */
const taken: { name: string; text: () => Promise<string> }[] = []

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  createJob.mockClear()
  taken.length = 0
  const blobs = new Map<string, Blob>()
  URL.createObjectURL = (blob) => {
    const url = `blob:http://localhost/${blobs.size}`
    blobs.set(url, new Blob([Object(blob)]))
    return url
  }
  URL.revokeObjectURL = (url) => void blobs.delete(url)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href)
    taken.push({ name: this.download, text: async () => (await blob?.text()) ?? '' })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const file = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, { headers: { 'content-type': 'text/csv', ...headers } })

/** An answer whose pieces come when the test sends them. */
function slowFile(headers: Record<string, string> = {}) {
  let send: (text: string) => void = () => {}
  let end = () => {}
  let fail = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (text) => controller.enqueue(new TextEncoder().encode(text))
      end = () => controller.close()
      fail = () => controller.error(new TypeError('network error'))
    },
  })
  return { answer: new Response(body, { headers }), send, end, fail }
}

function open(
  request: DirectRequest['request'],
  more: Partial<DirectRequest> = {},
  provider: Partial<ExportJobsProviderProps> = {},
) {
  return renderWithProvider(
    <ExportButton
      reportType="orders"
      initialValues={initialValues}
      direct={{ request, ...more }}
    />,
    {
      userKey: 'ann',
      reportTypes: [report],
      client: createScriptedClient({ createJob }),
      ...provider,
    },
  )
}

const press = ({ user }: ReturnType<typeof open>, name = 'Download CSV') =>
  user.click(screen.getByRole('button', { name }))

describe('a file that the page fetches by itself', () => {
  it('is asked for with what the page shows, and comes under its own name', async () => {
    const request = vi.fn<DirectRequest['request']>(async () =>
      file('a,b', { 'content-disposition': 'attachment; filename="Orders 2026.csv"' }),
    )
    await press(open(request))
    expect(await screen.findByText(/^Downloaded \(3/)).toBeVisible()
    expect(request.mock.calls[0]?.[0]).toEqual({
      reportType: 'orders',
      fileFormat: 'csv',
      dateRange: null,
      parameters: { vendor: 'Kim' },
    })
    expect(taken.map(({ name }) => name)).toEqual(['Orders 2026.csv'])
    expect(await taken[0]?.text()).toBe('a,b')
  })

  it.each([
    [`attachment; filename*=UTF-8''B%C3%BCro.csv; filename="x.csv"`, 'Büro.csv'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename=plain.csv', 'plain.csv'],
    ['attachment', 'Orders.csv'],
  ])('is called after %s', async (disposition, name) => {
    await press(open(async () => file('x', { 'content-disposition': disposition })))
    await screen.findByText(/^Downloaded/)
    expect(taken[0]?.name).toBe(name)
  })

  it('comes in the other formats from the panel', async () => {
    const request = vi.fn<DirectRequest['request']>(async () => file('x'))
    const view = open(request)
    await press(view, 'More ways to export')
    await view.user.click(await screen.findByRole('button', { name: 'Download PDF' }))
    await screen.findByText(/^Downloaded/)
    expect(request.mock.calls[0]?.[0].fileFormat).toBe('pdf')
    expect(screen.queryByRole('dialog', { name: 'More ways to export' })).toBeNull()
  })

  it('tells how much has come, joins a second press, and can be ended', async () => {
    const slow = slowFile({ 'content-length': '6' })
    const request = vi.fn<DirectRequest['request']>(async () => slow.answer)
    const view = open(request)
    await press(view)
    slow.send('abc')
    expect(await screen.findByText(/3.* of 6/)).toBeVisible()
    expect(screen.getByRole('progressbar', { name: 'Downloading CSV' })).toHaveValue(3)
    await press(view)
    expect(request).toHaveBeenCalledTimes(1)
    const signal = request.mock.calls[0]?.[1].signal
    // what fetch does with an aborted body
    signal?.addEventListener('abort', slow.fail)
    await press(view, 'Cancel the download')
    expect(signal?.aborted).toBe(true)
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expect(screen.queryByRole('alert')?.textContent ?? '').toBe('')
    expect(taken).toEqual([])
  })

  it.each<[string, Response | (() => never), RegExp | string]>([
    ['403', new Response('', { status: 403 }), /You do not have access/],
    [
      'words of the backend’s own',
      new Response('{"detail":"Month not closed."}', {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
      }),
      /Month not closed\./,
    ],
    ['500', new Response('', { status: 500 }), /The server has a problem/],
    [
      'no network',
      () => {
        throw new TypeError('Failed to fetch')
      },
      'The server could not be reached',
    ],
    [
      'a sign-in page',
      new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      'The answer was not understood',
    ],
  ])('says why there is none: %s', async (_why, answer, words) => {
    const onError = vi.fn()
    let times = 0
    const view = open(
      async () => {
        times += 1
        if (times > 1) return file('x')
        return typeof answer === 'function' ? answer() : answer
      },
      {},
      { onError },
    )
    await press(view)
    const alert = await screen.findByText(words)
    expect(alert.closest('[role=alert]')).toBeVisible()
    expect(onError).toHaveBeenCalledTimes(1)
    await press(view, 'Try again')
    expect(await screen.findByText(/^Downloaded/)).toBeVisible()
  })

  it('says that the connection was lost half-way, and keeps nothing', async () => {
    const slow = slowFile({ 'content-length': '6' })
    await press(open(async () => slow.answer))
    slow.send('abc')
    await screen.findByRole('progressbar')
    slow.fail()
    await screen.findByRole('button', { name: 'Try again' })
    expect(taken).toEqual([])
  })

  it.each<[string, () => Response]>([
    ['says so at once', () => slowFile({ 'content-length': '2001' }).answer],
    ['turns out to be', () => file('x'.repeat(2_001))],
    ['is refused as such', () => new Response('', { status: 413 })],
  ])('proposes the background job when it is too large and %s', async (_how, answer) => {
    const view = open(async () => answer(), { maxBlobBytes: 2_000 })
    await press(view)
    expect(await screen.findByText('This file is too large to download at once')).toBeVisible()
    expect(taken).toEqual([])
    await press(view, 'Export CSV in the background')
    expect(await screen.findByRole('textbox', { name: 'Vendor' })).toHaveValue('Kim')
  })

  it('is streamed to the place that the person chose, however large', async () => {
    const written: string[] = []
    const saveTarget = vi.fn(async () => {
      const decoder = new TextDecoder()
      return new WritableStream<Uint8Array>({
        write: (piece) => void written.push(decoder.decode(piece)),
      })
    })
    const direct = { maxBlobBytes: 2 }
    await press(open(async () => file('abcdef'), direct, { delivery: 'save', saveTarget }))
    expect(await screen.findByText(/^Saved \(6/)).toBeVisible()
    expect(written.join('')).toBe('abcdef')
    expect(saveTarget).toHaveBeenCalledWith('Orders.csv')
    expect(taken).toEqual([])
  })

  it('is not asked for when the person chooses no place', async () => {
    const request = vi.fn<DirectRequest['request']>(async () => file('x'))
    const saveTarget = async () => {
      throw new DOMException('', 'AbortError')
    }
    await press(open(request, {}, { delivery: 'save', saveTarget }))
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expect(request).not.toHaveBeenCalled()
  })

  it('waits for another press where the browser wants one', async () => {
    let times = 0
    const saveTarget = async () => {
      times += 1
      if (times === 1) throw new DOMException('', 'SecurityError')
      return new WritableStream<Uint8Array>()
    }
    const view = open(async () => file('x'), {}, { delivery: 'save', saveTarget })
    await press(view)
    await view.user.click(await screen.findByRole('button', { name: 'Click to download' }))
    expect(await screen.findByText(/^Saved/)).toBeVisible()
  })

  it('keeps nobody out', async () => {
    await press(open(async () => new Response('', { status: 403 })))
    await screen.findByRole('button', { name: 'Try again' })
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  })
})

describe('the same in a form', () => {
  const openForm = (direct: DirectRequest) =>
    renderWithProvider(<ExportRequestForm reportType="orders" direct={direct} />, {
      userKey: 'ann',
      reportTypes: [report],
      client: createScriptedClient({ createJob }),
    })

  it('is of what was typed, and a mistake is told instead', async () => {
    const request = vi.fn<DirectRequest['request']>(async () => file('x'))
    const { user } = openForm({ request })
    await user.click(await screen.findByRole('button', { name: 'Download now' }))
    expect(await screen.findByRole('group', { name: /mended/ })).toBeVisible()
    expect(request).not.toHaveBeenCalled()
    await user.type(screen.getByRole('textbox', { name: 'Vendor' }), 'Ann')
    await user.click(screen.getByRole('button', { name: 'Download now' }))
    expect(await screen.findByText(/^Downloaded/)).toBeVisible()
    expect(request.mock.calls[0]?.[0].parameters).toEqual({ vendor: 'Ann' })
  })

  it('becomes the background job with one press when it is too large', async () => {
    const { user } = openForm({
      request: async () => file('xyz'),
      maxBlobBytes: 2,
    })
    await user.type(await screen.findByRole('textbox', { name: 'Vendor' }), 'Ann')
    await user.click(screen.getByRole('button', { name: 'Download now' }))
    await user.click(await screen.findByRole('button', { name: 'Export CSV in the background' }))
    expect(await screen.findByText('The export has started.')).toBeVisible()
    expect(createJob.mock.calls[0]?.[0].parameters).toEqual({ vendor: 'Ann' })
  })

  it('passes on an error of the host’s own', async () => {
    const { user } = openForm({
      request: async () => {
        throw new ExportJobsError('forbidden', { message: 'x', detail: 'Ask Kim.' })
      },
    })
    await user.type(await screen.findByRole('textbox', { name: 'Vendor' }), 'Ann')
    await user.click(screen.getByRole('button', { name: 'Download now' }))
    expect(await screen.findByText(/Ask Kim\./)).toBeVisible()
  })
})
