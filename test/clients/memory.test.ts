import { describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs } from '../../mocks/index.js'
import { createMemoryClient, type MemoryClientOptions } from '../../src/clients/memory.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import type { JobFilters, JobSort } from '../../src/core/list-query.js'
import { listQuery, rejection, requestOptions } from './fake-backend.js'

const NOW = '2026-11-23T12:00:00.000Z'
const request = { reportType: 'orders', fileFormat: 'csv', dateRange: null, parameters: { a: 1 } }

function setUp(jobs: MemoryClientOptions['jobs'] = [], options: MemoryClientOptions = {}) {
  return createMemoryClient({ jobs, now: () => Date.parse(NOW), ...options })
}

async function listed(
  jobs: readonly ExportJob[],
  query: { filters?: Partial<JobFilters>; ordering?: readonly JobSort[]; timeZone?: string },
) {
  const page = await setUp(jobs).listJobs(listQuery(query), requestOptions())
  return page.jobs.map(({ id }) => id)
}

const job = (id: string, overrides: Partial<ExportJob> = {}) => buildExportJob({ id, ...overrides })

describe('the list of a memory client', () => {
  const late = job('late', { createdAt: '2026-11-23T23:30:00Z' })
  const early = job('early', { createdAt: '2026-11-23T00:30:00Z' })

  it.each([
    ['UTC', ['late', 'early']],
    // the late one is already the 24th there, the early one still the 22nd elsewhere
    ['Europe/Rome', ['early']],
    ['America/New_York', ['late']],
  ])('counts created days, both ends included, in %s', async (timeZone, ids) => {
    const filters = { createdFrom: '2026-11-23', createdTo: '2026-11-23' }
    expect(await listed([late, early], { filters, timeZone })).toEqual(ids)
  })

  it.each<[string, Partial<JobFilters>, string[]]>([
    ['statuses', { statuses: ['failed', 'pending'] }, ['b', 'c']],
    ['formats', { fileFormats: ['pdf'] }, ['b']],
    ['report types', { reportTypes: ['x'] }, ['c']],
    ['a text in any case', { search: ' OCTO ' }, ['a']],
    ['sources', { sources: ['schedule'] }, ['b']],
    ['warnings', { hasWarnings: true }, ['c']],
    ['no warnings', { hasWarnings: false }, ['a', 'b']],
  ])('is narrowed by %s', async (_, filters, ids) => {
    const jobs = [
      job('a', { name: 'October' }),
      job('b', { status: 'failed', fileFormat: 'pdf', source: 'schedule' }),
      job('c', { status: 'pending', reportType: 'x', warnings: ['short'] }),
    ]
    expect((await listed(jobs, { filters })).toSorted()).toEqual(ids)
  })

  it('puts what it does not know last, either way', async () => {
    const jobs = [job('none', { dateRange: null }), job('some')]
    const by = (direction: 'asc' | 'desc') =>
      listed(jobs, { ordering: [{ field: 'dateFrom', direction }] })
    expect(await by('asc')).toEqual(['some', 'none'])
    expect(await by('desc')).toEqual(['some', 'none'])
  })

  it('breaks ties by id, in the direction of the sorting, numbers as numbers', async () => {
    const jobs = ['9', '10', '8'].map((id) => job(id))
    const ordering = (direction: 'asc' | 'desc') => [{ field: 'dateFrom', direction }] as const
    expect(await listed(jobs, { ordering: ordering('asc') })).toEqual(['8', '9', '10'])
    expect(await listed(jobs, { ordering: ordering('desc') })).toEqual(['10', '9', '8'])
  })

  it('does not filter or sort by what its capabilities lack', async () => {
    const client = setUp([job('1', { status: 'failed' }), job('2')], {
      capabilities: { filters: [], orderings: [] },
    })
    const query = listQuery({
      filters: { statuses: ['failed'] },
      ordering: [{ field: 'status', direction: 'desc' }],
    })
    const page = await client.listJobs(query, requestOptions())
    expect(page.jobs.map(({ id }) => id)).toEqual(['2', '1'])
  })

  it('counts up to its cap', async () => {
    const client = setUp(buildExportJobs(10_001), { capabilities: { total: 'capped' } })
    const page = await client.listJobs(listQuery(), requestOptions())
    expect(page).toMatchObject({ total: 10_000, totalIsCapped: true, hasNextPage: true })
  })

  it('refuses a cursor that is none of its own', async () => {
    const client = setUp([], { capabilities: { pagination: 'cursor' } })
    const call = client.listJobs(listQuery({ cursor: 'x' }), requestOptions())
    expect(await rejection(call)).toMatchObject({ code: 'invalid' })
  })

  it('is one for all scopes when given as a list, and each scope’s own when made by a function', async () => {
    const read = async (client: ReturnType<typeof setUp>, companyId: string) =>
      (await client.listJobs(listQuery(), requestOptions({ companyId }))).jobs.map(({ id }) => id)
    const shared = setUp([job('1')])
    expect([await read(shared, '7'), await read(shared, '8')]).toEqual([['1'], ['1']])
    const apart = setUp(({ companyId }) => [job(`of-${companyId}`)])
    expect([await read(apart, '7'), await read(apart, '8')]).toEqual([['of-7'], ['of-8']])
  })

  it('is refused to a scope that may not see it', async () => {
    const client = setUp([job('1')], { isPermitted: ({ companyId }) => companyId !== '8' })
    const calls = [
      client.listJobs(listQuery(), requestOptions({ companyId: '8' })),
      client.getJob('1', requestOptions({ companyId: '8' })),
      client.createDownload('1', requestOptions({ companyId: '8' })),
    ]
    for (const call of calls) expect(await rejection(call)).toMatchObject({ code: 'forbidden' })
    expect(await client.getJob('1', requestOptions())).toMatchObject({ id: '1' })
  })
})

describe('the download of a memory client', () => {
  it.each<[string, Partial<ExportJob>, string]>([
    ['an unfinished job', { status: 'processing' }, 'not_ready'],
    ['a failed job', { status: 'failed' }, 'not_ready'],
    ['an expired job', { status: 'expired' }, 'gone'],
    ['an expired file', { fileExpiresAt: NOW }, 'gone'],
    ['a job without a file', { isDownloadable: false }, 'no_file'],
  ])('is refused for %s', async (_, overrides, code) => {
    const call = setUp([job('1', overrides)]).createDownload('1', requestOptions())
    expect(await rejection(call)).toMatchObject({ code })
  })

  it('is a new link each time', async () => {
    const client = setUp([job('1', { name: 'October' })])
    const first = await client.createDownload('1', requestOptions())
    const second = await client.createDownload('1', requestOptions())
    expect(first).toMatchObject({ filename: 'October.csv', expiresInSeconds: 3600 })
    expect(first.url).not.toBe(second.url)
  })

  it('is the host’s own link where it makes one', async () => {
    const client = setUp([job('1')], {
      createGrant: ({ id }, fileId) => ({
        url: `blob:${id}/${fileId}`,
        filename: null,
        expiresAt: null,
      }),
    })
    expect(await client.createDownload('1', requestOptions())).toMatchObject({
      url: 'blob:1/undefined',
    })
    const other = client.createDownload('1', { ...requestOptions(), fileId: 'none' })
    expect(await rejection(other)).toMatchObject({ code: 'no_file' })
  })
})

describe('the changes of a memory client', () => {
  it('make a pending job of a request, once a key', async () => {
    const client = setUp()
    const options = { ...requestOptions(), idempotencyKey: 'k' }
    const result = await client.createJob?.(request, options)
    expect(result).toMatchObject({
      kind: 'job',
      job: {
        id: 'new-1',
        status: 'pending',
        createdAt: NOW,
        parameters: { a: 1 },
        reportType: 'orders',
      },
    })
    expect(await client.createJob?.(request, options)).toEqual(result)
    expect(await client.listJobs(listQuery(), requestOptions())).toMatchObject({ total: 1 })
  })

  it.each([
    ['pending', 'canceled'],
    ['processing', 'canceling'],
  ] as const)('cancel a %s job: it is %s', async (status, after) => {
    const client = setUp([job('1', { status })])
    expect(await client.cancelJob?.('1', requestOptions())).toMatchObject({ status: after })
  })

  it.each<[string, Partial<ExportJob>, (client: ReturnType<typeof setUp>) => Promise<unknown>]>([
    ['cancel a finished job', {}, async (client) => client.cancelJob?.('1', requestOptions())],
    ['retry a completed job', {}, async (client) => client.retryJob?.('1', requestOptions())],
    [
      'delete an unfinished job',
      { status: 'pending' },
      async (client) => client.deleteJob?.('1', requestOptions()),
    ],
  ])('do not %s', async (_, overrides, act) => {
    expect(await rejection(act(setUp([job('1', overrides)])))).toMatchObject({ code: 'conflict' })
  })

  it('are only those it is given methods for', () => {
    const client = setUp([], { methods: ['cancelJob'] })
    expect(client).toHaveProperty('cancelJob')
    expect(client).not.toHaveProperty('createJob')
    expect(setUp()).not.toHaveProperty('subscribe')
  })
})

describe('the strings of a memory client', () => {
  it('update a job, which the next answer shows as a new value', async () => {
    const client = setUp([job('1', { status: 'pending' })])
    const before = await client.getJob('1', requestOptions())
    client.update('1', { status: 'completed' })
    expect(before.status).toBe('pending')
    expect(await client.getJob('1', requestOptions())).toMatchObject({ status: 'completed' })
    expect(() => client.update('none', {})).toThrow(ExportJobsError)
  })

  it('add and remove jobs', async () => {
    const client = setUp(() => [])
    client.add([job('1')], { companyId: '7' })
    expect(await client.getJob('1', requestOptions())).toMatchObject({ id: '1' })
    client.remove('1')
    expect(await rejection(client.getJob('1', requestOptions()))).toMatchObject({
      code: 'not_found',
    })
  })

  it('fail the next calls of a method, and only those', async () => {
    const client = setUp([job('1')])
    client.failNext('getJob', 'unavailable')
    client.failNext(
      'getJob',
      new ExportJobsError('rate_limited', { message: 'x', retryAfterMs: 9 }),
    )
    expect(await client.listJobs(listQuery(), requestOptions())).toMatchObject({ total: 1 })
    expect(await rejection(client.getJob('1', requestOptions()))).toMatchObject({
      code: 'unavailable',
    })
    expect(await rejection(client.getJob('1', requestOptions()))).toMatchObject({ retryAfterMs: 9 })
    expect(await client.getJob('1', requestOptions())).toMatchObject({ id: '1' })
  })

  it('hold answers back, drawn up at the call, so that a test can mix their order', async () => {
    const client = setUp([job('1', { status: 'pending' })])
    const order: string[] = []
    const release = client.hold('getJob')
    const slow = client.getJob('1', requestOptions()).then(({ status }) => order.push(status))
    client.update('1', { status: 'completed' })
    await client.listJobs(listQuery(), requestOptions()).then(() => order.push('list'))
    release()
    await slow
    await client.getJob('1', requestOptions()).then(({ status }) => order.push(status))
    expect(order).toEqual(['list', 'pending', 'completed'])
  })

  it('let a held call be aborted', async () => {
    const client = setUp([job('1')])
    client.hold('getJob')
    const controller = new AbortController()
    const call = client.getJob('1', { ...requestOptions(), signal: controller.signal })
    controller.abort()
    expect(await rejection(call)).toMatchObject({ code: 'aborted' })
  })

  it('log what was asked, aborted calls too', async () => {
    const client = setUp([job('1')])
    await client.getJob('1', requestOptions())
    await rejection(client.getJob('2', { ...requestOptions(), signal: AbortSignal.abort() }))
    expect(client.calls).toEqual([
      { method: 'getJob', args: ['1'], scope: { companyId: '7' } },
      { method: 'getJob', args: ['2'], scope: { companyId: '7' } },
    ])
  })

  it('tell the news to those who listen to that scope', async () => {
    const client = setUp(() => [job('1')], { methods: ['subscribe', 'deleteJob'] })
    const heard: string[] = []
    const stop = client.subscribe?.({ companyId: '7' }, ({ type }) => heard.push(`7 ${type}`))
    client.subscribe?.({ companyId: '8' }, ({ type }) => heard.push(`8 ${type}`))
    await Promise.resolve()
    client.update('1', { progress: 0.5 })
    await client.deleteJob?.('1', requestOptions())
    client.emit({ type: 'disconnected' })
    stop?.()
    client.emit({ type: 'stale' })
    expect(heard).toEqual([
      '7 connected',
      '8 connected',
      '7 changed',
      '7 removed',
      '7 disconnected',
      '8 disconnected',
      '8 stale',
    ])
  })
})
