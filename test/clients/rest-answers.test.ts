import { describe, expect, it } from 'vitest'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import type { JobListQuery } from '../../src/core/list-query.js'
import {
  createFakeBackend,
  json,
  listQuery,
  rejection,
  requestOptions,
  wireJob,
  wirePage,
} from './fake-backend.js'

type Options = Partial<RestClientOptions>

function clientOf(body: unknown, options: Options = {}, init: ResponseInit = {}) {
  const { fetch } = createFakeBackend(() => json(body, init))
  return createRestClient({ baseUrl: '/api', fetch, ...options })
}

function list(body: unknown, options?: Options, query: Partial<JobListQuery> = {}) {
  return clientOf(body, options).listJobs(listQuery(query), requestOptions())
}

function read(body: unknown, options?: Options) {
  return clientOf(body, options).getJob('1', requestOptions())
}

describe('a job of the default contract', () => {
  it('needs only id, status and creation', async () => {
    expect(await read(wireJob())).toEqual({
      id: '1',
      name: null,
      reportType: null,
      fileFormat: null,
      status: 'pending',
      statusText: null,
      progress: null,
      processedRows: null,
      totalRows: null,
      phase: null,
      queuePosition: null,
      error: null,
      warnings: [],
      dateRange: null,
      entityTypes: [],
      parameters: null,
      createdAt: '2026-11-23T14:04:08.000Z',
      startedAt: null,
      updatedAt: null,
      completedAt: null,
      fileExpiresAt: null,
      removedAt: null,
      createdBy: null,
      source: 'manual',
      delivery: 'download',
      files: [],
      isDownloadable: false,
      allowedActions: null,
      extra: null,
    })
  })

  it('brings everything it says', async () => {
    const wire = {
      id: 'a',
      name: 'Orders',
      report_type: 'purchase_orders',
      file_format: 'CSV',
      status: 'completed',
      progress: 1,
      processed_rows: 10,
      total_rows: 10,
      phase: 'zipping',
      queue_position: 3,
      error: { code: 'E1', message: 'broken' },
      warnings: ['truncated'],
      date_from: '2026-10-01',
      date_to: '2026-10-31',
      entity_types: ['orders'],
      parameters: { depth: 2 },
      created_at: '2026-11-23T10:00:00Z',
      started_at: '2026-11-23T10:00:01Z',
      updated_at: '2026-11-23T10:00:02Z',
      completed_at: '2026-11-23T10:00:03Z',
      file_expires_at: '2026-11-24T10:00:00Z',
      removed_at: '2027-11-23T10:00:00Z',
      created_by: 'Dana',
      source: 'schedule',
      delivery: 'email',
      files: [{ id: 4, name: 'a.zip', size: 12, content_type: 'application/zip', checksum: 'x' }],
      is_downloadable: true,
      allowed_actions: { cancel: { reason: 'no' }, retry: true, delete: false, dance: true },
    }
    expect(await read(wire)).toMatchObject({
      fileFormat: 'csv',
      error: { code: 'E1', message: 'broken' },
      dateRange: { from: '2026-10-01', to: '2026-10-31' },
      source: 'schedule',
      delivery: 'email',
      files: [{ id: '4', name: 'a.zip', size: 12, contentType: 'application/zip', checksum: 'x' }],
      isDownloadable: true,
      allowedActions: { cancel: { reason: 'no' }, retry: true, delete: { reason: '' } },
      removedAt: '2027-11-23T10:00:00.000Z',
      parameters: { depth: 2 },
    })
  })

  it.each<[string, Record<string, unknown>, Options, Record<string, unknown>]>([
    ['a number as id', { id: 42 }, {}, { id: '42' }],
    [
      'a flat error message',
      { error_message: 'broken' },
      {},
      { error: { code: null, message: 'broken' } },
    ],
    ['a text as error', { error: 'broken' }, {}, { error: { code: null, message: 'broken' } }],
    ['an empty error', { error: '', error_message: '' }, {}, { error: null }],
    ['progress beyond the end', { progress: 1.2 }, {}, { progress: 1 }],
    ['progress before the start', { progress: -1 }, {}, { progress: 0 }],
    ['progress in percent', { progress: 40 }, { progressScale: 100 }, { progress: 0.4 }],
    [
      'a period open at its end',
      { date_from: '2026-10-01' },
      {},
      { dateRange: { from: '2026-10-01', to: null } },
    ],
    [
      'a completed job that says nothing of its file',
      { status: 'completed' },
      {},
      { isDownloadable: true },
    ],
    [
      'a completed job without a file',
      { status: 'completed', is_downloadable: false },
      {},
      { isDownloadable: false },
    ],
    ['a status in capitals', { status: 'FAILED' }, {}, { status: 'failed', statusText: 'FAILED' }],
    [
      'a status of the host’s map',
      { status: 'Queued' },
      { statusMap: { Queued: 'pending' } },
      { status: 'pending', statusText: 'Queued' },
    ],
    [
      'a status nobody knows',
      { status: 'paused' },
      {},
      { status: 'unknown', statusText: 'paused' },
    ],
    [
      'a status named like a method',
      { status: 'constructor' },
      { statusMap: {} },
      { status: 'unknown', statusText: 'constructor' },
    ],
    [
      'a mapped format',
      { file_format: 'text/csv' },
      { formatMap: { 'text/csv': 'csv' } },
      { fileFormat: 'csv' },
    ],
    [
      'retention',
      {},
      { retention: { days: 365, from: 'createdAt' } },
      { removedAt: '2027-11-23T14:04:08.000Z' },
    ],
    [
      'the backend’s own removal',
      { removed_at: '2026-12-01T00:00:00Z' },
      { retention: { days: 365, from: 'createdAt' } },
      { removedAt: '2026-12-01T00:00:00.000Z' },
    ],
    [
      'a renamed, nested field',
      { meta: { kind: 'x' } },
      { fields: { reportType: 'meta.kind' } },
      { reportType: 'x' },
    ],
    ['an entry of a list', { docs: ['a', 'b'] }, { fields: { name: 'docs.1' } }, { name: 'b' }],
    [
      'the first place with a value',
      { title: null, label: 'b' },
      { fields: { name: ['title', 'label'] } },
      { name: 'b' },
    ],
    ['a computed field', { n: 2 }, { fields: { name: () => 'computed' } }, { name: 'computed' }],
    ['a field that is not sent', { name: 'x' }, { fields: { name: null } }, { name: null }],
    [
      'what the host adds',
      { team: 'blue' },
      { extra: (wire) => ({ wire }) },
      { extra: { wire: wireJob({ team: 'blue' }) } },
    ],
  ])('reads %s', async (_, wire, options, expected) => {
    expect(await read(wireJob(wire), options)).toMatchObject(expected)
  })

  it('has nothing at a path that names what every object inherits', async () => {
    const fields = { name: 'toString', phase: 'constructor' }
    expect(await read(wireJob(), { fields })).toMatchObject({ name: null, phase: null })
  })

  it('may lack its creation where the backend never tells it', async () => {
    const options = { fields: { createdAt: null } }
    expect(await read({ id: 1, status: 'pending' }, options)).toMatchObject({ createdAt: null })
  })

  it('may stand inside an envelope', async () => {
    expect(await read({ data: wireJob() }, { envelope: 'data' })).toMatchObject({ id: '1' })
  })

  it.each<[string, unknown, Options, string]>([
    ['a list', [], {}, 'getJob: the answer must be an object, got array'],
    ['nothing', null, {}, 'getJob: the answer must be an object, got null'],
    [
      'no id',
      wireJob({ id: undefined }),
      {},
      'getJob: id must be a string or a whole number, got nothing',
    ],
    [
      'an id that JSON cannot carry',
      wireJob({ id: 2 ** 53 }),
      {},
      'getJob: id must be a string or a whole number, got number',
    ],
    ['a wrong status', wireJob({ status: 42 }), {}, 'getJob: status must be a string, got number'],
    [
      'a wrong instant',
      wireJob({ created_at: 'yesterday' }),
      {},
      'getJob: created_at must be an instant, got string',
    ],
    [
      'a wrong optional instant',
      wireJob({ updated_at: 7 }),
      {},
      'getJob: updated_at must be an instant, got number',
    ],
    [
      'a wrong date',
      wireJob({ date_from: '2026-02-30' }),
      {},
      'getJob: date_from must be a calendar date, got string',
    ],
    [
      'a wrong file',
      wireJob({ files: [{ id: 1 }, {}] }),
      {},
      'getJob: files[1].id must be a string or a whole number, got nothing',
    ],
    [
      'wrong warnings',
      wireJob({ warnings: ['a', 1] }),
      {},
      'getJob: warnings[1] must be a string, got number',
    ],
    [
      'a wrong error',
      wireJob({ error: 5 }),
      {},
      'getJob: error must be a string, or an object of code and message, got number',
    ],
    [
      'a wrong flat error',
      wireJob({ error_message: 5 }),
      {},
      'getJob: error_message must be a string, or an object of code and message, got number',
    ],
    [
      'wrong parameters',
      wireJob({ parameters: [] }),
      {},
      'getJob: parameters must be an object, got array',
    ],
    [
      'a wrong mapped value',
      wireJob({ a: { b: [1] } }),
      { fields: { name: 'a.b.0' } },
      'getJob: a.b[0] must be a string, got number',
    ],
    [
      'a wrong value in an envelope',
      { data: wireJob({ status: null }) },
      { envelope: 'data' },
      'getJob: data.status must be a string, got null',
    ],
  ])('that is %s is a bad response naming the place', async (_, body, options, message) => {
    const error = await rejection(read(body, options))
    expect(error).toMatchObject({ name: 'ExportJobsError', code: 'bad_response' })
    expect(String(error)).toContain(message)
  })

  it('that is no JSON is a bad response', async () => {
    const { fetch } = createFakeBackend(() => new Response('<html>login</html>'))
    const client = createRestClient({ baseUrl: '/api', fetch })
    const error = await rejection(client.getJob('1', requestOptions()))
    expect(String(error)).toContain('getJob: the answer must be an object, got no JSON')
  })

  it('is told by the name of our field where a host’s function throws', async () => {
    const fields = {
      phase: () => {
        throw new Error('host')
      },
    }
    expect(await rejection(read(wireJob(), { fields }))).toMatchObject({ code: 'bad_response' })
  })
})

describe('a page', () => {
  it('brings rows, position, totals and the clock', async () => {
    const client = clientOf(
      wirePage([wireJob()], { page: 1, page_size: 1, total: 3, total_pages: 3 }),
      {},
      { headers: { date: 'Mon, 23 Nov 2026 14:04:08 GMT' } },
    )
    expect(await client.listJobs(listQuery(), requestOptions())).toMatchObject({
      jobs: [{ id: '1' }],
      unreadable: [],
      page: 1,
      pageSize: 1,
      total: 3,
      totalIsCapped: false,
      totalPages: 3,
      hasNextPage: true,
      nextCursor: null,
      previousCursor: null,
      serverTime: '2026-11-23T14:04:08.000Z',
    })
  })

  it.each<[string, Record<string, unknown>, Options, Record<string, unknown>]>([
    [
      'the last page',
      { page: 2, page_size: 1, total: 3, total_pages: 3 },
      {},
      { hasNextPage: false },
    ],
    [
      'totals without a number of pages',
      { total: 41, total_pages: undefined },
      {},
      { totalPages: 3, hasNextPage: true },
    ],
    ['pages from 1', { page: 3 }, { pageBase: 1 }, { page: 2 }],
    [
      'a position in rows',
      { offset: 40 },
      { pageStyle: 'offset', page: { page: 'offset' } },
      { page: 2 },
    ],
    [
      'no totals and a page that is not full',
      { total: null, total_pages: null },
      {},
      { total: null, totalPages: null, hasNextPage: false },
    ],
    [
      'no totals and a full page',
      { total: null, total_pages: null, page_size: 1 },
      {},
      { hasNextPage: true },
    ],
    [
      'a link to the next page',
      { total: null, next: 'https://x/?page=2' },
      { page: { hasNextPage: 'next' } },
      { hasNextPage: true },
    ],
    [
      'a total that is a bound',
      { capped: true },
      { page: { totalIsCapped: 'capped' } },
      { totalIsCapped: true },
    ],
    [
      'its own clock',
      { now: '2026-11-23T14:00:00+00:00' },
      { page: { serverTime: 'now' } },
      { serverTime: '2026-11-23T14:00:00.000Z' },
    ],
  ])('is read with %s', async (_, overrides, options, expected) => {
    expect(await list(wirePage([wireJob()], overrides), options)).toMatchObject(expected)
  })

  it.each<[string, Record<string, string>, number | null]>([
    ['x-total-count', { 'x-total-count': '48' }, 48],
    ['content-range', { 'content-range': '0-19/48' }, 48],
    ['missing', {}, null],
  ])('takes the total from a header (%s)', async (name, headers, total) => {
    const options = { page: { results: '', total: `header:${name}` } }
    const client = clientOf([wireJob()], options, { headers })
    expect(await client.listJobs(listQuery(), requestOptions())).toMatchObject({ total })
  })

  it.each<[string, unknown, string]>([
    [
      'results that are no list',
      { results: 'none' },
      'listJobs: results must be an array, got string',
    ],
    ['no results', {}, 'listJobs: results must be an array, got nothing'],
    ['nothing', null, 'listJobs: results must be an array, got nothing'],
    ['a wrong total', { results: [], total: '12' }, 'listJobs: total must be a number, got string'],
    [
      'a negative page',
      { results: [], page: -1 },
      'listJobs: page must be a number from 0, got number',
    ],
  ])('with %s is a bad response naming the place', async (_, body, message) => {
    const error = await rejection(list(body))
    expect(error).toMatchObject({ code: 'bad_response', status: 200 })
    expect(String(error)).toContain(message)
  })

  it('shows the good rows beside a bad one, which it names', async () => {
    const results = [wireJob({ id: 1 }), wireJob({ id: 2, status: null }), null, wireJob({ id: 4 })]
    const page = await list(wirePage(results))
    expect(page.jobs.map(({ id }) => id)).toEqual(['1', '4'])
    expect(page.unreadable).toEqual([
      { index: 1, id: '2', path: 'results[1].status' },
      { index: 2, id: null, path: 'results[2]' },
    ])
  })

  it('keeps the first of two rows with one id', async () => {
    const page = await list(wirePage([wireJob({ name: 'a' }), wireJob({ id: '1', name: 'b' })]))
    expect(page.jobs.map(({ name }) => name)).toEqual(['a'])
    expect(page.unreadable).toEqual([{ index: 1, id: '1', path: 'results[1].id' }])
  })

  it.each([404, 416])('past the end is empty where the backend answers %i', async (status) => {
    const client = clientOf({ detail: 'Invalid page.' }, {}, { status })
    const page = await client.listJobs(listQuery({ page: 4 }), requestOptions())
    expect(page).toMatchObject({ jobs: [], page: 4, total: null, hasNextPage: false })
  })

  it('is not taken for empty where the first one is missing', async () => {
    const client = clientOf({}, {}, { status: 404 })
    expect(await rejection(client.listJobs(listQuery(), requestOptions()))).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a page of a backend with cursors', () => {
  const cursors: Options = { capabilities: { pagination: 'cursor' } }

  it.each<[string, unknown, unknown]>([
    ['a mark', 'abc=', 'abc='],
    ['a number', 17, '17'],
    ['a link', 'https://api.test/jobs?cursor=abc%3D&x=1', 'abc='],
    ['a relative link', '?cursor=abc', 'abc'],
    ['nothing', null, null],
  ])('takes %s to the next one', async (_, wire, nextCursor) => {
    expect(await list(wirePage([], { next_cursor: wire }), cursors)).toMatchObject({
      nextCursor,
      hasNextPage: nextCursor !== null,
    })
  })

  it('asks by cursor and not by page', async () => {
    const backend = createFakeBackend(() => json(wirePage([])))
    const client = createRestClient({ baseUrl: '/api', fetch: backend.fetch, ...cursors })
    await client.listJobs(listQuery({ cursor: 'abc', page: 3 }), requestOptions())
    expect(backend.last.url.searchParams.get('cursor')).toBe('abc')
    expect(backend.last.url.searchParams.has('page')).toBe(false)
  })
})

describe('a download grant', () => {
  const grant = {
    download_url: 'https://files.test/a?sig=s%2Fx',
    expires_in_seconds: 3600,
    filename: 'a.zip',
  }

  function download(body: unknown, options?: Options) {
    return clientOf(body, options).createDownload('1', requestOptions())
  }

  it('keeps the link as it was signed, and its lifetime', async () => {
    expect(await download(grant)).toEqual({
      url: grant.download_url,
      filename: 'a.zip',
      expiresInSeconds: 3600,
      expiresAt: null,
      size: null,
      checksum: null,
    })
  })

  it.each([
    ['/files/a?sig=1', 'https://api.test/v1', 'https://api.test/files/a?sig=1'],
    ['a?sig=1', 'https://api.test/v1', 'https://api.test/v1/export-jobs/1/a?sig=1'],
    ['/files/a?sig=1', '/api', '/files/a?sig=1'],
  ])('resolves the link %s of %s', async (link, baseUrl, url) => {
    expect(await download({ download_url: link }, { baseUrl })).toMatchObject({ url })
  })

  it('is mapped by plain options', async () => {
    const body = { data: { href: 'https://f.test/a', until: '2026-11-23T15:00:00Z' } }
    const fields = { url: 'data.href', expiresAt: 'data.until' }
    expect(await download(body, { grant: fields })).toMatchObject({
      url: 'https://f.test/a',
      expiresAt: '2026-11-23T15:00:00.000Z',
      expiresInSeconds: null,
    })
  })

  it.each<[string, unknown, Options, string]>([
    ['no link said', { download_url: null }, {}, 'no_file'],
    ['an empty link', { download_url: '' }, {}, 'no_file'],
    [
      'the unfinished job itself',
      wireJob({ status: 'processing' }),
      { grant: { url: 'file_url' } },
      'not_ready',
    ],
    [
      'the failed job itself',
      wireJob({ status: 'failed', file_url: null }),
      { grant: { url: 'file_url' } },
      'no_file',
    ],
    ['something else', { ok: true }, {}, 'bad_response'],
    ['no JSON', 'https', {}, 'bad_response'],
  ])('is refused where the answer is %s', async (_, body, options, code) => {
    expect(await rejection(download(body, options))).toMatchObject({ code })
  })

  it.each<[string, () => Response]>([
    ['a wrong lifetime', () => json({ ...grant, expires_in_seconds: 'soon' })],
    ['a broken link', () => json({ download_url: 'https://files.test:x/SECRET?sig=s%2Fx' })],
    ['broken JSON', () => new Response(`{"download_url":"${grant.download_url}",`)],
    [
      'a refusal that quotes it',
      () => json({ detail: `Signing ${grant.download_url} failed` }, { status: 500 }),
    ],
  ])('never shows in the error of %s', async (_, respond) => {
    const { fetch } = createFakeBackend(respond)
    const client = createRestClient({ baseUrl: '/api', fetch })
    const error = await rejection(client.createDownload('1', requestOptions()))
    expect(error).toBeInstanceOf(Error)
    const told = [error, error instanceof Error ? error.cause : null].map(
      (part) =>
        `${String(part)} ${JSON.stringify(part)} ${part instanceof Error ? part.stack : ''}`,
    )
    expect(told.join()).not.toMatch(/sig=|files\.test/)
  })
})

describe('report types', () => {
  it('are read, a missing label told by the id', async () => {
    const types = [
      {
        id: 'a',
        label: 'A',
        description: 'd',
        formats: ['CSV'],
        expected_duration_ms: 9,
        delivery: 'email',
      },
      { id: 'b' },
    ]
    const client = clientOf(types, { actions: { reportTypes: true } })
    expect(await client.listReportTypes?.(requestOptions())).toEqual([
      {
        id: 'a',
        label: 'A',
        description: 'd',
        formats: ['csv'],
        expectedDurationMs: 9,
        delivery: 'email',
      },
      { id: 'b', label: 'b' },
    ])
  })

  it('hand on what request forms are drawn from as the backend sent it', async () => {
    const drawn = {
      fields: [{ id: 'note', kind: 'text', label: 'Note' }],
      limits: { maxRows: 9 },
    }
    const when = { field: 'note', isEmpty: false }
    const wire = {
      id: 'a',
      label: 'A',
      ...drawn,
      formats_when: [{ when, value: ['zip'] }],
      delivery_when: [{ when, value: 'email' }],
      submit_label: 'Go',
      submit_label_when: [],
    }
    const client = clientOf([wire], { actions: { reportTypes: true } })
    expect(await client.listReportTypes?.(requestOptions())).toEqual([
      {
        id: 'a',
        label: 'A',
        ...drawn,
        formatsWhen: wire.formats_when,
        deliveryWhen: wire.delivery_when,
        submitLabel: 'Go',
        submitLabelWhen: [],
      },
    ])
  })

  it('are told where they are wrong', async () => {
    const client = clientOf(
      { items: [{ id: 'a', label: 5 }] },
      {
        actions: { reportTypes: true },
        reportTypeFields: { results: 'items' },
      },
    )
    const error = await rejection(Promise.resolve(client.listReportTypes?.(requestOptions())))
    expect(String(error)).toContain('listReportTypes: items[0].label must be a string, got number')
  })
})
