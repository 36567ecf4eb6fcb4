import { describe, expect, it } from 'vitest'
import { createExportHandler, createFetch } from '../../mocks/index.js'
import { addCompleted, creation, JOBS, setUp } from './helpers.js'

describe('every answer', () => {
  it("carries the backend's time and a reference", async () => {
    const { backend, api } = setUp()
    backend.clock.set('2026-12-24T18:30:15.900Z')
    const { headers } = await api(JOBS)
    expect(headers.get('Date')).toBe('Thu, 24 Dec 2026 18:30:15 GMT')
    expect(headers.get('X-Request-Id')).toBe('req-000001')
  })

  it('names its reference in a problem document', async () => {
    const { api } = setUp()
    const { headers, body } = await api('/export-jobs/404?company_id=7')
    expect(headers.get('Content-Type')).toBe('application/problem+json')
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is no such export job.',
      code: 'not_found',
      request_id: 'req-000001',
    })
  })

  it.each([
    ['/nothing', 'GET'],
    ['/export-jobs/1/2/3', 'GET'],
    ['/export-jobs', 'PATCH'],
    ['/export-jobs/%E0%A4%A', 'GET'],
  ])('is a 404 for %s by %s', async (path, method) => {
    const { api } = setUp()
    expect((await api(`${path}?company_id=7`, { method })).status).toBe(404)
  })
})

describe('a job on the wire', () => {
  it('has every field of the contract', async () => {
    const { backend, api } = setUp()
    const { id } = addCompleted(backend, { name: 'Mine', entityTypes: ['orders'], progress: 1 })
    const { body } = await api(`/export-jobs/${id}?company_id=7`)
    expect(body).toEqual({
      id: 1001,
      company_id: 7,
      name: 'Mine',
      report_type: 'delivery_location',
      file_format: 'csv',
      status: 'completed',
      progress: 1,
      processed_rows: 25,
      total_rows: 25,
      phase: null,
      queue_position: null,
      error: null,
      warnings: [],
      date_from: '2026-10-01',
      date_to: '2026-10-31',
      entity_types: ['orders'],
      parameters: {},
      created_at: '2026-11-23T08:00:00Z',
      started_at: '2026-11-23T08:00:02.000Z',
      updated_at: '2026-11-23T08:00:32.000Z',
      completed_at: '2026-11-23T08:00:32.000Z',
      file_expires_at: null,
      removed_at: null,
      created_by: 'Dana Whitfield',
      source: 'manual',
      delivery: 'download',
      files: [{ id: 'file-1', name: 'Mine.csv', size: null, content_type: null, checksum: null }],
      is_downloadable: true,
      allowed_actions: null,
    })
  })

  it('keeps an id that is no number as a text', async () => {
    const { backend, api } = setUp()
    backend.addJob({ id: '0042' })
    backend.addJob({ id: 'a/b c' })
    const { body } = await api('/export-jobs/a%2Fb%20c?company_id=7')
    expect(body.id).toBe('a/b c')
    expect((await api('/export-jobs/0042?company_id=7')).body.id).toBe('0042')
  })

  it("says the backend's own word where the library has none", async () => {
    const { backend, api } = setUp()
    backend.addJob({ status: 'unknown', statusText: 'archived' })
    expect((await api(JOBS)).body.results[0]?.status).toBe('archived')
  })
})

describe('the tag of a list', () => {
  it('answers 304 without a body while nothing has changed', async () => {
    const { backend, request } = setUp()
    addCompleted(backend)
    const first = await request(`/api${JOBS}`)
    const etag = first.headers.get('ETag') ?? ''
    backend.clock.advance(60_000)
    const second = await request(`/api${JOBS}`, { headers: { 'If-None-Match': etag } })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
    expect(second.headers.get('ETag')).toBe(etag)
    expect(second.headers.get('Date')).toBe('Mon, 23 Nov 2026 09:01:00 GMT')
  })

  it.each([
    ['W/', ''],
    ['"other", ', ''],
  ])('is known as %s too', async (before) => {
    const { request } = setUp()
    const etag = (await request(`/api${JOBS}`)).headers.get('ETag')
    const again = await request(`/api${JOBS}`, {
      headers: { 'If-None-Match': `${before}${etag}` },
    })
    expect(again.status).toBe(304)
  })

  it('is another one after a change', async () => {
    const { backend, request } = setUp()
    const job = backend.addJob({ plan: { queueMs: 1_000 } })
    const etag = (await request(`/api${JOBS}`)).headers.get('ETag') ?? ''
    backend.clock.advance(1_000)
    const second = await request(`/api${JOBS}`, { headers: { 'If-None-Match': etag } })
    expect(second.status).toBe(200)
    expect(await second.json()).toMatchObject({
      results: [{ id: Number(job.id), status: 'processing' }],
    })
  })
})

describe('the log', () => {
  it('counts polls and tells when each came', async () => {
    const { backend, api } = setUp()
    await api(JOBS)
    backend.clock.advance(5_000)
    await api(JOBS)
    await api('/export-jobs/9?company_id=7')
    const polls = backend.log.filter(({ operation }) => operation === 'list')
    expect(polls.map(({ at }) => at)).toEqual([
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T09:00:05.000Z',
    ])
    expect(backend.log.at(-1)).toEqual({
      operation: 'get',
      method: 'GET',
      path: '/api/export-jobs/9?company_id=7',
      jobId: '9',
      at: '2026-11-23T09:00:05.000Z',
      status: 404,
    })
  })

  it('knows a request that was given up', async () => {
    const { backend, request } = setUp({}, { latencyMs: 60_000 })
    const stop = new AbortController()
    const asked = request(`/api${JOBS}`, { signal: stop.signal })
    stop.abort()
    await expect(asked).rejects.toThrow()
    expect(backend.log).toMatchObject([{ operation: 'list', status: null }])
  })
})

describe('where it lives', () => {
  const { backend } = setUp()

  it.each([
    ['/api/export-jobs', true],
    ['/api', true],
    ['/apiary', false],
    ['/files/7/1/a?expires=1', true],
    ['/', false],
    ['https://anywhere.example/api/x', true],
  ])('by default answers for %s: %s', (url, expected) => {
    expect(createExportHandler({ backend }).matches(url)).toBe(expected)
  })

  it('can be one origin and path, with the files on another', async () => {
    const handler = createExportHandler({
      backend,
      apiBase: 'https://api.example.com/v2/',
      filesBase: 'https://files.example.com/pf',
    })
    expect(handler.matches('https://api.example.com/v2/export-jobs')).toBe(true)
    expect(handler.matches('https://other.example.com/v2/export-jobs')).toBe(false)
    const { id } = addCompleted(backend)
    const request = createFetch(handler)
    const grant = await request(
      `https://api.example.com/v2/export-jobs/${id}/download?company_id=7`,
    )
    const { download_url }: { download_url: string } = JSON.parse(await grant.text())
    expect(download_url).toMatch(/^https:\/\/files\.example\.com\/pf\/7\//)
    expect((await request(download_url)).status).toBe(200)
  })
})

describe('pages of other origins', () => {
  it('may ask when that is switched on', async () => {
    const { request } = setUp({}, { cors: true })
    const preflight = await request('/api/export-jobs', {
      method: 'OPTIONS',
      headers: {
        Origin: 'http://app.test',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'idempotency-key',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('idempotency-key')
    const made = await request('/api/export-jobs', {
      ...creation(),
      headers: { Origin: 'http://app.test' },
    })
    expect(made.status).toBe(201)
    expect(made.headers.get('Access-Control-Allow-Origin')).toBe('http://app.test')
    expect(made.headers.get('Access-Control-Expose-Headers')).toContain('Date')
  })

  it('may not otherwise', async () => {
    const { request } = setUp()
    const answer = await request(`/api${JOBS}`, { headers: { Origin: 'http://app.test' } })
    expect(answer.headers.has('Access-Control-Allow-Origin')).toBe(false)
  })
})
