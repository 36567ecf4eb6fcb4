import { describe, expect, it } from 'vitest'
import type { UrlStateOptions } from '../../src/url-state/list-params.js'
import { createListState, DEFAULT_LIST_STATE } from '../../src/url-state/list-state.js'
import { createListStateCodec } from '../../src/url-state/list-state-codec.js'
import { EVERYTHING, MATHERSHIP, SPARSE } from './support.js'

const codec = createListStateCodec({ capabilities: EVERYTHING })
const mathership = createListStateCodec({ capabilities: MATHERSHIP })
const sparse = createListStateCodec({ capabilities: SPARSE })

describe('an empty URL', () => {
  it('is the default state, and the other way round', () => {
    expect(codec.parse('')).toEqual({ state: DEFAULT_LIST_STATE, corrections: [] })
    expect(codec.serialize(DEFAULT_LIST_STATE)).toBe('')
  })

  it('takes the defaults of the host, as far as the backend can do them', () => {
    const own = createListStateCodec({
      capabilities: MATHERSHIP,
      defaults: {
        pageSize: 500,
        ordering: [
          { field: 'name', direction: 'asc' },
          { field: 'id', direction: 'desc' },
        ],
        filters: { statuses: ['failed', 'canceled'], search: 'may' },
      },
    })
    expect(own.parse('').state).toEqual(
      createListState({
        pageSize: 200,
        ordering: [{ field: 'id', direction: 'desc' }],
        filters: { statuses: ['failed'] },
      }),
    )
    expect(own.defaults).toEqual(own.parse('').state)
  })

  it('says nothing of a sorting that the backend does not have', () => {
    expect(sparse.parse('').state.ordering).toEqual([])
  })
})

describe('reading', () => {
  it('understands every parameter', () => {
    const search =
      '?page=2&page_size=50&ordering=-created_at,id&status=failed,completed&file_format=pdf' +
      '&created_from=2026-01-31&created_to=2026-02-01&search=may%202026&report_type=b,a' +
      '&source=schedule&has_warnings=false&job=77'
    expect(codec.parse(search)).toEqual({
      corrections: [],
      state: {
        page: 2,
        cursor: null,
        pageSize: 50,
        ordering: [
          { field: 'createdAt', direction: 'desc' },
          { field: 'id', direction: 'asc' },
        ],
        filters: {
          statuses: ['completed', 'failed'],
          fileFormats: ['pdf'],
          reportTypes: ['a', 'b'],
          createdFrom: '2026-01-31',
          createdTo: '2026-02-01',
          search: 'may 2026',
          sources: ['schedule'],
          hasWarnings: false,
        },
        openJobId: '77',
      },
    })
  })

  it.each([
    ['page=-1', { page: 0 }, 'page', 'out_of_range'],
    ['page=99999999999999999999', { page: 10_000_000 }, 'page', 'out_of_range'],
    [`page=${'9'.repeat(400)}`, { page: 10_000_000 }, 'page', 'out_of_range'],
    ['page=1.5', { page: 0 }, 'page', 'not_a_number'],
    ['page=1e3', { page: 0 }, 'page', 'not_a_number'],
    ['page=0x10', { page: 0 }, 'page', 'not_a_number'],
    ['page=NaN', { page: 0 }, 'page', 'not_a_number'],
    ['page=Infinity', { page: 0 }, 'page', 'not_a_number'],
    ['page_size=0', { pageSize: 1 }, 'pageSize', 'out_of_range'],
    ['page_size=201', { pageSize: 200 }, 'pageSize', 'out_of_range'],
    ['page_size=many', { pageSize: 20 }, 'pageSize', 'not_a_number'],
    ['ordering=nonsense', {}, 'ordering', 'unknown_member'],
    ['ordering=createdAt', {}, 'ordering', 'unknown_member'],
    ['ordering=--id', {}, 'ordering', 'unknown_member'],
    ['ordering=constructor', {}, 'ordering', 'unknown_member'],
  ] as const)('mends %s and says so', (search, overrides, param, reason) => {
    expect(codec.parse(search)).toEqual({
      state: createListState(overrides),
      corrections: [{ param, reason }],
    })
  })

  it.each([
    ['status=failed,nonsense', { statuses: ['failed'] }, 'statuses', 'unknown_member'],
    ['status=unknown', {}, 'statuses', 'unknown_member'],
    ['file_format=doc,csv', { fileFormats: ['csv'] }, 'fileFormats', 'unknown_member'],
    ['source=robot', {}, 'sources', 'unknown_member'],
    ['has_warnings=perhaps', {}, 'hasWarnings', 'unknown_member'],
    ['created_from=2026-02-30', {}, 'createdFrom', 'invalid_date'],
    ['created_to=yesterday', {}, 'createdTo', 'invalid_date'],
    [
      'created_from=2026-13-01&created_to=2026-05-01',
      { createdTo: '2026-05-01' },
      'createdFrom',
      'invalid_date',
    ],
  ] as const)('ignores what means nothing in %s and says so', (search, filters, param, reason) => {
    expect(codec.parse(search)).toEqual({
      state: createListState({ filters }),
      corrections: [{ param, reason }],
    })
  })

  it('ignores both ends of a reversed range', () => {
    expect(codec.parse('created_from=2026-05-02&created_to=2026-05-01')).toEqual({
      state: DEFAULT_LIST_STATE,
      corrections: [
        { param: 'createdFrom', reason: 'reversed_range' },
        { param: 'createdTo', reason: 'reversed_range' },
      ],
    })
  })

  it('takes a range of one day', () => {
    const { state } = codec.parse('created_from=2026-05-02&created_to=2026-05-02')
    expect(state.filters).toMatchObject({ createdFrom: '2026-05-02', createdTo: '2026-05-02' })
  })

  it('ignores a range, but takes a day, where the backend filters by one day', () => {
    const capabilities = { ...EVERYTHING, createdFilter: 'day' } as const
    const byDay = createListStateCodec({ capabilities })
    expect(byDay.parse('created_from=2026-05-01&created_to=2026-05-02').corrections).toEqual([
      { param: 'createdFrom', reason: 'unsupported' },
      { param: 'createdTo', reason: 'unsupported' },
    ])
    expect(byDay.parse('created_from=2026-05-01').state).toEqual(DEFAULT_LIST_STATE)
    const { state } = byDay.parse('created_from=2026-05-02&created_to=2026-05-02')
    expect(state.filters).toMatchObject({ createdFrom: '2026-05-02', createdTo: '2026-05-02' })
  })

  it('drops statuses and sort fields that this backend does not have', () => {
    expect(mathership.parse('status=canceled,failed&ordering=name,-status')).toEqual({
      state: createListState({
        ordering: [{ field: 'status', direction: 'desc' }],
        filters: { statuses: ['failed'] },
      }),
      corrections: [
        { param: 'ordering', reason: 'unsupported' },
        { param: 'statuses', reason: 'unsupported' },
      ],
    })
  })

  it('takes the default where no sort field is left', () => {
    expect(mathership.parse('ordering=name').state.ordering).toEqual(DEFAULT_LIST_STATE.ordering)
  })

  it('takes each sort field once', () => {
    expect(codec.parse('ordering=id,-id,status').state.ordering).toEqual([
      { field: 'id', direction: 'asc' },
      { field: 'status', direction: 'asc' },
    ])
  })

  it('understands several values however they travel', () => {
    const filters = { statuses: ['completed', 'failed'] } as const
    for (const search of [
      'status=failed,completed',
      'status=failed%2Ccompleted',
      'status=failed&status=completed',
      'status=failed,completed&status=failed',
      'status=,failed,,Completed,',
    ]) {
      expect(codec.parse(search)).toEqual({ state: createListState({ filters }), corrections: [] })
    }
  })

  it('takes empty parameters as none, in silence', () => {
    const search = 'page=&page_size=&ordering=&status=&created_from=&has_warnings=&job=&search='
    expect(codec.parse(search)).toEqual({ state: DEFAULT_LIST_STATE, corrections: [] })
  })

  it('takes the first of a repeated single value', () => {
    expect(codec.parse('page=3&page=4').state.page).toBe(3)
  })

  it('says each thing once', () => {
    expect(codec.parse('status=a,b,c').corrections).toHaveLength(1)
  })

  it.each([
    ['a text with its question mark', '?page=2&status=failed&status=completed'],
    ['URLSearchParams', new URLSearchParams('page=2&status=failed&status=completed')],
    ['a plain object', { page: '2', status: ['failed', 'completed'], other: undefined }],
  ])('understands %s', (_, input) => {
    expect(codec.parse(input).state).toEqual(
      createListState({ page: 2, filters: { statuses: ['completed', 'failed'] } }),
    )
  })

  it('reads nothing from the prototype of an object', () => {
    const own = createListStateCodec({
      capabilities: EVERYTHING,
      url: { names: { search: 'constructor' } },
    })
    expect(own.parse({}).state.filters.search).toBe('')
  })

  it.each(['%', '%E0%A4%A', '%zz', '\ud800', '%00', '+', '&&&', '=', '?', '??', '__proto__=1'])(
    'survives %j, alone and as a value',
    (junk) => {
      expect(codec.parse(junk).state).toEqual(DEFAULT_LIST_STATE)
      expect(codec.parse(`page=${junk}&status=${junk}`).state).toEqual(DEFAULT_LIST_STATE)
    },
  )

  it('survives a megabyte', () => {
    const { state } = codec.parse(`search=${'x'.repeat(1_000_000)}&status=${'a,'.repeat(100_000)}`)
    expect(state.filters.search).toHaveLength(1_000_000)
    expect(state.filters.statuses).toEqual([])
  })
})

describe('writing', () => {
  it('keeps to the words and names of the contract', () => {
    const state = createListState({
      page: 1,
      pageSize: 100,
      ordering: [
        { field: 'dateFrom', direction: 'desc' },
        { field: 'id', direction: 'asc' },
      ],
      filters: {
        statuses: ['completed', 'failed'],
        fileFormats: ['csv', 'pdf'],
        createdFrom: '2026-01-31',
        createdTo: '2026-02-01',
      },
    })
    expect(mathership.serialize(state)).toBe(
      '?page=1&page_size=100&ordering=-date_from,id&status=completed,failed&file_format=csv,pdf' +
        '&created_from=2026-01-31&created_to=2026-02-01',
    )
  })

  it.each([['a,b'], ['%2C'], ['100%'], ['%25'], ['%,%'], ['ä&=+#?'], [' '], ['a,b', 'a', 'b']])(
    'brings a report type of %j there and back',
    (...reportTypes) => {
      const state = createListState({ filters: { reportTypes: reportTypes.sort() } })
      expect(codec.parse(codec.serialize(state))).toEqual({ state, corrections: [] })
    },
  )

  it('mends an invalid state first', () => {
    const state = createListState({ page: -3, filters: { createdFrom: '2026-02-30' } })
    expect(codec.serialize(state)).toBe('')
  })

  it('says so when a filter that is on by default was taken away', () => {
    const own = createListStateCodec({
      capabilities: EVERYTHING,
      defaults: { filters: { statuses: ['failed'] } },
    })
    expect(own.serialize(own.defaults)).toBe('')
    expect(own.serialize(DEFAULT_LIST_STATE)).toBe('?status=')
    expect(own.parse('?status=').state).toEqual(DEFAULT_LIST_STATE)
  })

  it('puts the cursor in place of the page where pages have cursors', () => {
    expect(sparse.serialize(createListState({ page: 4, cursor: 'a/b=' }))).toBe('?cursor=a%2Fb%3D')
    expect(sparse.parse('?page=4&cursor=xyz').state).toMatchObject({ page: 0, cursor: 'xyz' })
    expect(codec.parse('?page=4&cursor=xyz').state).toMatchObject({ page: 4, cursor: null })
  })
})

describe('parameters of the host', () => {
  const foreign = 'tab=ex%70orts&q=a+b%20c&flag&=x&%E0%A4%A=%zz&q=2'

  it('stay as they stand', () => {
    expect(codec.serialize(DEFAULT_LIST_STATE, `?${foreign}`)).toBe(`?${foreign}`)
    expect(codec.serialize(createListState({ page: 2 }), foreign)).toBe(`?${foreign}&page=2`)
  })

  it('stay where they are when ours change or go', () => {
    const base = '?a=1&page=3&b=2&status=failed&status=completed&c=3'
    expect(codec.serialize(createListState({ page: 4 }), base)).toBe('?a=1&page=4&b=2&c=3')
  })

  it('do not move when ours stood twice, and ours stands once afterwards', () => {
    const state = createListState({ filters: { statuses: ['canceled'] } })
    const base = '?status=failed&a=1&status=completed'
    expect(codec.serialize(state, base)).toBe('?status=canceled&a=1')
  })

  it('may have the names of parameters that this backend does not use', () => {
    const base = '?search=host&cursor=host&source=host'
    expect(mathership.parse(base)).toEqual({ state: DEFAULT_LIST_STATE, corrections: [] })
    expect(mathership.serialize(createListState({ page: 1 }), base)).toBe(`${base}&page=1`)
  })

  it('may begin with a question mark of their own', () => {
    expect(codec.serialize(createListState({ page: 4 }), '?a=1&?page=5')).toBe(
      '?a=1&?page=5&page=4',
    )
  })

  it('are found under names that are spelled with escapes', () => {
    expect(codec.serialize(createListState({ page: 1 }), '?p%61ge=7&a=1')).toBe('?page=1&a=1')
  })

  it('may come as URLSearchParams', () => {
    const base = new URLSearchParams({ a: '1', page: '5' })
    expect(codec.serialize(DEFAULT_LIST_STATE, base)).toBe('?a=1')
  })
})

describe('names', () => {
  it('can be prefixed and changed', () => {
    const own = createListStateCodec({
      capabilities: EVERYTHING,
      url: { prefix: 'x_', names: { openJobId: 'export', statuses: 'filter[status]' } },
    })
    const state = createListState({ page: 1, openJobId: '7', filters: { statuses: ['failed'] } })
    const search = own.serialize(state)
    expect(search).toBe('?x_page=1&x_filter%5Bstatus%5D=failed&x_export=7')
    expect(own.parse(search).state).toEqual(state)
    expect(own.urlKeys.openJobId).toBe('x_export')
  })

  it('let two tables share a page', () => {
    const left = createListStateCodec({ capabilities: EVERYTHING, url: { prefix: 'l_' } })
    const right = createListStateCodec({ capabilities: EVERYTHING, url: { prefix: 'r_' } })
    const leftState = createListState({ page: 1 })
    const rightState = createListState({ page: 2, filters: { search: 'l_page=9' } })
    const search = right.serialize(rightState, left.serialize(leftState))
    expect(left.parse(search).state).toEqual(leftState)
    expect(right.parse(search).state).toEqual(rightState)
    expect(left.serialize(DEFAULT_LIST_STATE, search)).toBe(right.serialize(rightState))
  })

  it.each<[UrlStateOptions, RegExp]>([
    [{ names: { page: 'p', pageSize: 'p' } }, /`page` and `pageSize` are both called `p`/],
    [{ names: { search: 'status' } }, /`statuses` and `search` are both called `status`/],
    [{ names: { page: '' } }, /cannot be the name of `page`/],
    [{ prefix: 'x_', names: { page: '' } }, /cannot be the name of `page`/],
    [{ prefix: 'a b' }, /`a bpage` cannot be the name of `page`/],
    [{ names: Object.fromEntries([['job', 'x']]) }, /`names\.job` renames nothing/],
    [{ names: { openJobId: 'a&b' } }, /cannot be the name of `openJobId`/],
  ])('are refused when they cannot work: %j', (url, message) => {
    expect(() => createListStateCodec({ capabilities: EVERYTHING, url })).toThrow(message)
    expect(() => createListStateCodec({ capabilities: EVERYTHING, url })).toThrow(
      '[react-export-jobs]',
    )
  })
})
