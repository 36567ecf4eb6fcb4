import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addCompleted, apiOf, creation, JOBS, setUp } from './helpers.js'

describe('a fault', () => {
  it('strikes so many times and is then over', async () => {
    const { backend, api } = setUp()
    backend.faults.add({
      match: { operation: 'list' },
      times: 2,
      refuse: { code: 'rate_limited', retryAfterSeconds: 7 },
    })
    const answers = [await api(JOBS), await api(JOBS), await api(JOBS)]
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200])
    expect(answers[0]?.headers.get('Retry-After')).toBe('7')
  })

  it('strikes once unless told otherwise', async () => {
    const { backend, api } = setUp()
    backend.faults.add({ refuse: { code: 'unavailable' } })
    expect([(await api(JOBS)).status, (await api(JOBS)).status]).toEqual([503, 200])
  })

  it.each([
    [{ operation: 'get' as const }, [200, 503, 201]],
    [{ operation: ['list', 'create'] as const }, [503, 200, 503]],
    [{ method: 'POST' }, [200, 200, 503]],
    [{ jobId: '1001' }, [200, 503, 201]],
    [{ path: '/api/export-jobs' }, [503, 200, 503]],
    [{ path: /jobs\/\d+$/ }, [200, 503, 201]],
    [({ method }: { method: string }) => method === 'GET', [503, 503, 201]],
  ])('strikes only what it matches: %s', async (match, statuses) => {
    const { backend, api } = setUp()
    const { id } = addCompleted(backend)
    backend.faults.add({ match, times: 9, refuse: { code: 'unavailable' } })
    const answers = [
      await api(JOBS),
      await api(`/export-jobs/${id}?company_id=7`),
      await api('/export-jobs', creation()),
    ]
    expect(answers.map(({ status }) => status)).toEqual(statuses)
  })

  it('leaves signed links alone unless it names them', async () => {
    const { backend, request, api } = setUp()
    const { id } = addCompleted(backend)
    const { body } = await api(`/export-jobs/${id}/download?company_id=7`)
    backend.faults.add({ times: 9, refuse: { code: 'unavailable' } })
    expect((await request(body.download_url)).status).toBe(200)
    backend.faults.clear()
    backend.faults.add({
      match: { operation: 'file' },
      respond: { status: 502, body: 'Bad gateway' },
    })
    expect((await request(body.download_url)).status).toBe(502)
  })

  it('answers what it is told to, as text or JSON', async () => {
    const { backend, request } = setUp()
    const headers = { 'Content-Type': 'text/html' }
    backend.faults.add({ respond: { status: 502, headers, body: '<h1>Proxy</h1>' } })
    backend.faults.add({ respond: { body: [1, 2] } })
    const [first, second] = [await request(`/api${JOBS}`), await request(`/api${JOBS}`)]
    expect([first.status, await first.text()]).toEqual([502, '<h1>Proxy</h1>'])
    expect(first.headers.get('Content-Type')).toBe('text/html')
    expect(await second.json()).toEqual([1, 2])
  })

  it('breaks the connection before anything happened', async () => {
    const { backend, api } = setUp()
    backend.faults.add({ networkError: 'before' })
    await expect(api('/export-jobs', creation())).rejects.toThrow(new TypeError('Failed to fetch'))
    expect(backend.changes).toBe(0)
    expect(backend.log).toMatchObject([{ status: 0 }])
  })

  it('breaks the connection after it happened', async () => {
    const { backend, api } = setUp()
    backend.faults.add({ networkError: 'after' })
    await expect(api('/export-jobs', creation())).rejects.toThrow(TypeError)
    expect(backend.changes).toBe(1)
  })

  it('spoils rows and leaves their ids', async () => {
    const { backend, api } = setUp()
    for (let index = 0; index < 3; index += 1) addCompleted(backend)
    backend.faults.add({ spoilRows: [1] })
    const { results } = (await api(JOBS)).body
    expect(results.map(({ id }) => id)).toEqual([1003, 1002, 1001])
    expect(results.map(({ status }) => status)).toEqual([
      'completed',
      { word: 'completed' },
      'completed',
    ])
  })

  it('can be taken away again', async () => {
    const { backend, api } = setUp()
    const remove = backend.faults.add({ refuse: { code: 'unavailable' } })
    remove()
    expect((await api(JOBS)).status).toBe(200)
  })
})

describe('waiting', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('takes the latency of the handler and that of the fault', async () => {
    const { backend, request } = setUp({}, { latencyMs: 100 })
    backend.faults.add({ delayMs: 400 })
    const answered = vi.fn()
    const asked = request(`/api${JOBS}`).then(answered)
    await vi.advanceTimersByTimeAsync(499)
    expect(answered).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await asked
    expect(answered).toHaveBeenCalledOnce()
  })

  it('ends at once when the request is given up, with nothing done', async () => {
    const { backend, request } = setUp({}, { latencyMs: 10_000 })
    const stop = new AbortController()
    const asked = request('/api/export-jobs', { ...creation(), signal: stop.signal })
    const failure = expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(5_000)
    stop.abort()
    await failure
    expect(vi.getTimerCount()).toBe(0)
    expect(backend.changes).toBe(0)
  })

  it('rejects with the reason that the caller gave', async () => {
    const { request } = setUp({}, { latencyMs: 10_000 })
    const stop = new AbortController()
    const reason = new Error('scope changed')
    const failure = expect(request(`/api${JOBS}`, { signal: stop.signal })).rejects.toBe(reason)
    stop.abort(reason)
    await failure
  })
})

describe('the direct fetch', () => {
  it('rejects a request that is aborted before it begins, and sends nothing', async () => {
    const { backend, request } = setUp()
    const asked = request(`/api${JOBS}`, { signal: AbortSignal.abort() })
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    expect(backend.log).toEqual([])
  })

  it('breaks off a body that is being read', async () => {
    const { backend, request } = setUp({}, { filePace: { chunkBytes: 100, chunkDelayMs: 1 } })
    const { id } = addCompleted(backend, { totalRows: 2_000 })
    const { body } = await apiOf(request)(`/export-jobs/${id}/download?company_id=7`)
    const stop = new AbortController()
    const file = await request(body.download_url, { signal: stop.signal })
    const reader = file.body?.getReader()
    expect((await reader?.read())?.value).toHaveLength(100)
    stop.abort()
    await expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('takes a Request, a URL or a text', async () => {
    const { request } = setUp()
    const address = `http://localhost/api${JOBS}`
    const answers = await Promise.all([
      request(new Request(address)),
      request(new URL(address)),
      request(address),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('reaches nothing else', async () => {
    const { request } = setUp()
    await expect(request('/elsewhere')).rejects.toThrow(new TypeError('Failed to fetch'))
  })
})
