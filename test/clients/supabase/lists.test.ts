import { describe, expect, it } from 'vitest'
import { listQuery, requestOptions } from '../fake-backend.js'
import { buildRow, buildRows, createOverAnswer, createOverFake } from './support.js'

const anywhere = requestOptions({})

describe('a list', () => {
  it('is counted, and its pages follow each other without gap or repetition', async () => {
    const { exports } = createOverFake({ rows: buildRows(7) })
    const pages = await Promise.all(
      [0, 1, 2].map((page) => exports.listJobs(listQuery({ page, pageSize: 3 }), anywhere)),
    )
    expect(pages.map(({ jobs }) => jobs.map(({ id }) => id))).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7'],
    ])
    expect(
      pages.map(({ total, totalPages, hasNextPage }) => [total, totalPages, hasNextPage]),
    ).toEqual([
      [7, 3, true],
      [7, 3, true],
      [7, 3, false],
    ])
  })

  it('is empty past its end, with the total that the refusal tells', async () => {
    const { exports } = createOverFake({ rows: buildRows(3) })
    const page = await exports.listJobs(listQuery({ page: 4, pageSize: 2 }), anywhere)
    expect(page).toMatchObject({ jobs: [], page: 4, total: 3, totalPages: 2, hasNextPage: false })
  })

  it('is counted anew past its end when the refusal does not tell the total', async () => {
    const { exports, calls } = createOverAnswer(() => {
      const isCount = calls.at(-1)?.init.method === 'HEAD'
      const refusal = { code: 'PGRST103', message: 'Bereich', details: null, hint: null }
      return isCount
        ? new Response(null, { headers: { 'content-range': '*/3' } })
        : Response.json(refusal, { status: 416 })
    })
    const page = await exports.listJobs(listQuery({ page: 4 }), anywhere)
    expect(page).toMatchObject({ jobs: [], total: 3, hasNextPage: false })
  })

  it('has no total where the count cannot be read, and asks for one row more to see the end', async () => {
    const { exports, fake } = createOverFake({ rows: buildRows(5), exposesCount: false })
    const pages = [
      await exports.listJobs(listQuery({ page: 0, pageSize: 2 }), anywhere),
      await exports.listJobs(listQuery({ page: 1, pageSize: 2 }), anywhere),
      await exports.listJobs(listQuery({ page: 2, pageSize: 2 }), anywhere),
    ]
    expect(pages.map(({ jobs }) => jobs.length)).toEqual([2, 2, 1])
    expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false])
    expect(pages.map(({ total, totalPages }) => total ?? totalPages)).toEqual([null, null, null])
    const limits = fake.requests.map(({ path }) => /limit=(\d+)/.exec(path)?.[1])
    expect(limits).toEqual(['2', '3', '3', '3'])
  })

  it('asks only once where the count cannot be read but the page is not full', async () => {
    const { exports, fake } = createOverFake({ rows: buildRows(2), exposesCount: false })
    const page = await exports.listJobs(listQuery(), anywhere)
    expect(page).toMatchObject({ total: null, hasNextPage: false })
    expect(fake.requests).toHaveLength(1)
  })

  it('ends where a hidden count meets a full last page', async () => {
    const { exports } = createOverFake({ rows: buildRows(4), exposesCount: false })
    const page = await exports.listJobs(listQuery({ page: 1, pageSize: 2 }), anywhere)
    expect(page.jobs).toHaveLength(2)
    expect(page.hasNextPage).toBe(false)
  })

  it('is not counted where the host wants none', async () => {
    const { exports, fake } = createOverFake(
      { rows: buildRows(3) },
      { capabilities: { total: 'none' } },
    )
    const page = await exports.listJobs(listQuery({ pageSize: 2 }), anywhere)
    expect(page).toMatchObject({ total: null, hasNextPage: true })
    expect(page.jobs).toHaveLength(2)
    expect(fake.requests.map(({ headers }) => headers.get('prefer'))).toEqual([null])
    expect(exports.countJobs).toBeUndefined()
  })

  it('shows nothing that row-level security hides, and counts none of it', async () => {
    const { exports } = createOverFake({ rows: buildRows(4), maySee: ({ id }) => Number(id) > 1 })
    const page = await exports.listJobs(listQuery(), anywhere)
    expect(page.jobs.map(({ id }) => id)).toEqual(['2', '3', '4'])
    expect(page.total).toBe(3)
  })

  it('shows only rows of its scope and of the host’s conditions', async () => {
    const rows = buildRows(4, (index) => ({
      organization_id: index < 2 ? 'org1' : 'org2',
      entity_types: index % 2 === 0 ? ['contacts'] : ['orders', 'contacts'],
    }))
    const { exports } = createOverFake(
      { rows },
      { where: [{ column: 'entity_types', operator: 'cs', value: '{orders}' }] },
    )
    const page = await exports.listJobs(listQuery(), requestOptions({ organizationId: 'org1' }))
    expect(page.jobs.map(({ id }) => id)).toEqual(['2'])
  })

  it('shows the other rows beside one that cannot be read', async () => {
    const rows = [
      buildRow({ id: 1 }),
      buildRow({ id: 2, requested_at: 'soon' }),
      buildRow({ id: 3 }),
    ]
    const { exports } = createOverAnswer(() => Response.json(rows))
    const page = await exports.listJobs(listQuery(), anywhere)
    expect(page.jobs.map(({ id }) => id)).toEqual(['1', '3'])
    expect(page.unreadable).toEqual([{ index: 1, id: '2', path: '[1].requested_at' }])
  })

  it('shows the first of two rows with one id', async () => {
    const { exports } = createOverAnswer(() => Response.json([buildRow(), buildRow()]))
    const page = await exports.listJobs(listQuery(), anywhere)
    expect(page.jobs).toHaveLength(1)
    expect(page.unreadable).toEqual([{ index: 1, id: '1', path: '[1].id' }])
  })

  it.each([
    ['an object', {}],
    ['a text', 'rows'],
    ['nothing', null],
  ])('is refused when the answer is %s', async (_, body) => {
    const { exports } = createOverAnswer(() => Response.json(body))
    await expect(exports.listJobs(listQuery(), anywhere)).rejects.toMatchObject({
      code: 'bad_response',
      message: expect.stringContaining('listJobs: the answer must be a list of rows'),
    })
  })

  it('finds names by any part of them, in any case, and by signs that patterns use', async () => {
    const names = ['100% Orders', '100 Orders', 'a_b', 'axb', 'back\\slash', 'Über, "all" (x)']
    const rows = buildRows(names.length, (index) => ({ name: names[index] }))
    const { exports } = createOverFake({ rows })
    const found = async (search: string) => {
      const page = await exports.listJobs(listQuery({ filters: { search } }), anywhere)
      return page.jobs.map(({ name }) => name)
    }
    expect(await found('orders')).toEqual(['100% Orders', '100 Orders'])
    expect(await found('0% o')).toEqual(['100% Orders'])
    expect(await found('a_b')).toEqual(['a_b'])
    expect(await found('\\')).toEqual(['back\\slash'])
    expect(await found('über, "all" (x)')).toEqual(['Über, "all" (x)'])
    expect(await found('  ')).toHaveLength(6)
  })
})

describe('a row', () => {
  const read = async (row: Record<string, unknown>, options = {}) => {
    const { exports } = createOverAnswer(() => Response.json([row]), options)
    return exports.getJob('1', anywhere)
  }

  it('becomes a job whose number of an id is a text', async () => {
    expect(await read(buildRow({ id: 42, error_message: 'disk full', status: 'failed' }))).toEqual({
      id: '42',
      name: null,
      reportType: 'contacts',
      fileFormat: 'csv',
      status: 'failed',
      statusText: null,
      progress: null,
      processedRows: null,
      totalRows: null,
      phase: null,
      queuePosition: null,
      error: { code: null, message: 'disk full' },
      warnings: [],
      dateRange: null,
      entityTypes: ['contacts'],
      parameters: null,
      createdAt: '2026-11-23T14:04:08.123Z',
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

  it('can be downloaded once it is completed and has a path', async () => {
    const completed = buildRow({ status: 'completed' })
    expect((await read({ ...completed, file_path: 'org1/1.csv' })).isDownloadable).toBe(true)
    expect((await read({ ...completed, file_path: null })).isDownloadable).toBe(false)
    expect((await read({ ...completed, file_path: '' })).isDownloadable).toBe(false)
    expect((await read(buildRow({ file_path: 'org1/1.csv' }))).isDownloadable).toBe(false)
  })

  it('may have a file when its path is not among the columns', async () => {
    const { file_path: _, ...row } = buildRow({ status: 'completed' })
    expect((await read(row)).isDownloadable).toBe(true)
  })

  it('is believed when it says whether it can be downloaded', async () => {
    const row = buildRow({ status: 'completed', file_path: 'a.csv', is_downloadable: false })
    expect((await read(row)).isDownloadable).toBe(false)
  })

  it('keeps its own words beside ours', async () => {
    const options = { statusMap: { Queued: 'pending' as const } }
    const job = await read(buildRow({ status: 'Queued', export_format: 'CSV' }), options)
    expect(job).toMatchObject({ status: 'pending', statusText: 'Queued', fileFormat: 'csv' })
    const strange = await read(buildRow({ status: 'parked' }), options)
    expect(strange).toMatchObject({ status: 'unknown', statusText: 'parked' })
  })

  it('is refused alone when it cannot be read, naming the place', async () => {
    await expect(read(buildRow({ status: 7 }))).rejects.toMatchObject({
      code: 'bad_response',
      message: expect.stringContaining('getJob: status must be a string, got number'),
    })
  })
})

describe('jobs by id', () => {
  it('come in one request, without those that are gone', async () => {
    const { exports, fake } = createOverFake({ rows: buildRows(3) })
    const jobs = await exports.getJobs?.(['3', '1', '9', '1'], anywhere)
    expect(jobs?.map(({ id }) => id).toSorted()).toEqual(['1', '3'])
    expect(fake.requests).toHaveLength(1)
  })

  it('come although one id is none that the column could hold', async () => {
    const { exports } = createOverFake({ rows: buildRows(3) })
    const jobs = await exports.getJobs?.(['3', 'abc', '1'], anywhere)
    expect(jobs?.map(({ id }) => id).toSorted()).toEqual(['1', '3'])
  })

  it('come in several requests when they are many', async () => {
    const { exports, fake } = createOverFake({ rows: buildRows(230) })
    const ids = Array.from({ length: 230 }, (_, index) => String(index + 1))
    expect(await exports.getJobs?.(ids, anywhere)).toHaveLength(230)
    expect(fake.requests).toHaveLength(3)
  })
})
