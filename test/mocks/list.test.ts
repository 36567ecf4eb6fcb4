import { describe, expect, it } from 'vitest'
import { createMathershipDialect, type ExportBackend } from '../../mocks/index.js'
import { JOBS, setUp } from './helpers.js'

const SEEDS = [
  { id: '9', status: 'completed', fileFormat: 'pdf', createdAt: '2026-11-20T00:00:00Z' },
  { id: '10', status: 'failed', fileFormat: 'csv', createdAt: '2026-11-20T23:59:59.999Z' },
  { id: '11', status: 'pending', fileFormat: 'csv', createdAt: '2026-11-21T00:00:00Z' },
  { id: '12', status: 'completed', fileFormat: 'csv', createdAt: '2026-11-19T23:59:59.999Z' },
  { id: '100', status: 'processing', fileFormat: 'xlsx', createdAt: '2026-11-22T10:00:00Z' },
] as const

function addSeeds(backend: ExportBackend) {
  SEEDS.forEach((seed, index) => {
    const from = ['2026-03-01', '2026-01-01', '2026-01-01', '2026-02-01', null][index] ?? null
    const reportType = index % 2 === 0 ? 'vendor' : 'inventory'
    backend.addJob({ ...seed, reportType, dateRange: { from, to: null } })
  })
}

async function idsFor(query: string) {
  const { backend, api } = setUp()
  addSeeds(backend)
  const { status, body } = await api(`${JOBS}${query}`)
  expect(status).toBe(200)
  return body.results.map(({ id }) => id)
}

describe('filters', () => {
  it.each([
    ['', [100, 11, 10, 9, 12]],
    ['&status=failed', [10]],
    ['&status=completed,pending', [11, 9, 12]],
    ['&status=completed&status=pending', [11, 9, 12]],
    ['&status[]=completed&status[]=pending', [11, 9, 12]],
    ['&status=', [100, 11, 10, 9, 12]],
    ['&status=canceled', []],
    ['&file_format=pdf', [9]],
    ['&file_format=PDF,xlsx', [100, 9]],
    ['&report_type=inventory', [10, 12]],
    ['&status=completed&file_format=csv', [12]],
    ['&created_at_from=2026-11-20&created_at_to=2026-11-20', [10, 9]],
    ['&created_at_from=2026-11-21', [100, 11]],
    ['&created_at_to=2026-11-19', [12]],
    ['&created_at_from=2026-11-22&created_at_to=2026-11-20', []],
  ])('%s', async (query, ids) => {
    expect(await idsFor(query)).toEqual(ids)
  })

  it('takes its calendar dates in the zone that it is set up with', async () => {
    const dialect = createMathershipDialect({ timeZone: 'America/New_York' })
    const { backend, api } = setUp({}, { dialect })
    addSeeds(backend)
    const { body } = await api(`${JOBS}&created_at_from=2026-11-20&created_at_to=2026-11-20`)
    expect(body.results.map(({ id }) => id)).toEqual([11, 10])
  })

  it.each([
    // 25 hours, from 22:00 UTC to 23:00 UTC.
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z'],
    // 23 hours, from 14:00 UTC to 13:00 UTC: the offset at 00:00 UTC is not that of the day's start.
    ['Australia/Sydney', '2026-10-04', '2026-10-03T14:00:00Z', '2026-10-04T12:59:59Z'],
  ])('takes the day of a clock change whole in %s', async (timeZone, day, first, last) => {
    const dialect = createMathershipDialect({ timeZone })
    const { backend, api } = setUp({}, { dialect })
    const second = (instant: string, by: number) =>
      new Date(Date.parse(instant) + by * 1_000).toISOString()
    for (const createdAt of [second(first, -1), first, last, second(last, 1)]) {
      backend.addJob({ createdAt, status: 'completed' })
    }
    const { body } = await api(`${JOBS}&created_at_from=${day}&created_at_to=${day}`)
    expect(body.results.map((job) => job.created_at)).toEqual([last, first])
  })
})

describe('ordering', () => {
  it.each([
    ['created_at', [12, 9, 10, 11, 100]],
    ['-created_at', [100, 11, 10, 9, 12]],
    ['status', [9, 12, 10, 11, 100]],
    ['-status', [100, 11, 10, 12, 9]],
    ['file_format', [10, 11, 12, 9, 100]],
    ['-report_type', [100, 11, 9, 12, 10]],
    ['id', [9, 10, 11, 12, 100]],
    ['-id', [100, 12, 11, 10, 9]],
    ['date_from', [10, 11, 12, 9, 100]],
    ['date_from,-id', [11, 10, 12, 9, 100]],
    ['-date_from,id', [9, 12, 10, 11, 100]],
    ['status,-created_at', [9, 12, 10, 11, 100]],
  ])('%s', async (ordering, ids) => {
    expect(await idsFor(`&ordering=${ordering}`)).toEqual(ids)
  })
})

describe('pages', () => {
  it.each([
    ['&page_size=2', [100, 11], 0, 2, 3],
    ['&page_size=2&page=1', [10, 9], 1, 2, 3],
    ['&page_size=2&page=2', [12], 2, 2, 3],
    ['&page_size=2&page=9', [], 9, 2, 3],
    ['&page_size=200', [100, 11, 10, 9, 12], 0, 200, 1],
  ])('%s', async (query, ids, page, pageSize, totalPages) => {
    const { backend, api } = setUp()
    addSeeds(backend)
    const { body } = await api(`${JOBS}${query}`)
    expect(body.results.map(({ id }) => id)).toEqual(ids)
    expect(body).toMatchObject({ page, page_size: pageSize, total: 5, total_pages: totalPages })
  })

  it('shows every job once over all pages when all were created at the same instant', async () => {
    const { backend, api } = setUp()
    for (let index = 0; index < 50; index += 1) backend.addJob({ status: 'completed' })
    const pages = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((page) => api(`${JOBS}&page_size=7&page=${page}`)),
    )
    const ids = pages.flatMap(({ body }) => body.results.map(({ id }) => id))
    expect(new Set(ids).size).toBe(50)
    expect(ids).toHaveLength(50)
  })

  it('has no page when nothing matches', async () => {
    const { api } = setUp()
    expect((await api(JOBS)).body).toMatchObject({ results: [], total: 0, total_pages: 0 })
  })
})

describe('wrong values', () => {
  it.each([
    ['page=-1', 'page'],
    ['page=x', 'page'],
    ['page_size=0', 'page_size'],
    ['page_size=201', 'page_size'],
    ['status=done', 'status'],
    ['status=unknown', 'status'],
    ['ordering=size', 'ordering'],
    ['ordering=--id', 'ordering'],
    ['ordering=__proto__', 'ordering'],
    ['created_at_from=2026-02-30', 'created_at_from'],
    ['created_at_to=2026-11-20T00:00:00Z', 'created_at_to'],
  ])('%s is refused by its name', async (query, field) => {
    const { api } = setUp()
    const { status, body } = await api(`${JOBS}&${query}`)
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'invalid', errors: { [field]: [expect.any(String)] } })
  })
})

describe('the rest of the neutral list', () => {
  it('searches names, sources and warnings', () => {
    const { backend } = setUp()
    backend.addJob({ id: '1', name: 'Größe West', source: 'schedule' })
    backend.addJob({ id: '2', name: 'other', warnings: ['cut'] })
    const ids = (query: object) =>
      backend.list({ companyId: '7', ...query }).jobs.map((job) => job.id)
    expect(ids({ search: 'grösse' })).toEqual([])
    expect(ids({ search: 'GRÖSSE' })).toEqual([])
    expect(ids({ search: 'größe' })).toEqual(['1'])
    expect(ids({ sources: ['schedule'] })).toEqual(['1'])
    expect(ids({ hasWarnings: true })).toEqual(['2'])
    expect(ids({ hasWarnings: false })).toEqual(['1'])
  })
})
