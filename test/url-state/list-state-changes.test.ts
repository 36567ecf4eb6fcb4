import { describe, expect, it } from 'vitest'
import type { JobFilters } from '../../src/core/list-query.js'
import { createListState, DEFAULT_LIST_STATE, toListQuery } from '../../src/url-state/list-state.js'
import {
  clearFilters,
  hasActiveFilters,
  toggleOrdering,
  withCursor,
  withFilters,
  withOrdering,
  withPage,
  withPageSize,
} from '../../src/url-state/list-state-changes.js'

const onPageThree = createListState({ page: 3, filters: { statuses: ['failed'] } })
const behindCursor = createListState({ cursor: 'abc' })

describe('createListState', () => {
  it('is the first page of 20, newest first, without a filter', () => {
    expect(createListState()).toEqual({
      page: 0,
      cursor: null,
      pageSize: 20,
      ordering: [{ field: 'createdAt', direction: 'desc' }],
      filters: {
        statuses: [],
        fileFormats: [],
        reportTypes: [],
        createdFrom: null,
        createdTo: null,
        search: '',
        sources: [],
        hasWarnings: null,
      },
      openJobId: null,
    })
  })

  it('takes over what differs, filter by filter', () => {
    const state = createListState({ pageSize: 50, filters: { search: 'may' } })
    expect(state.pageSize).toBe(50)
    expect(state.filters).toEqual({ ...DEFAULT_LIST_STATE.filters, search: 'may' })
  })
})

describe('filters', () => {
  it('return to the first page and keep the filters that were not touched', () => {
    const next = withFilters(onPageThree, { fileFormats: ['csv'] })
    expect(next.page).toBe(0)
    expect(next.filters.statuses).toEqual(['failed'])
    expect(next.filters.fileFormats).toEqual(['csv'])
  })

  it('forget the cursor', () => {
    expect(withFilters(behindCursor, { search: 'may' }).cursor).toBeNull()
  })

  it('are all gone after clearing, on the first page', () => {
    const next = clearFilters(onPageThree)
    expect(hasActiveFilters(next)).toBe(false)
    expect(next.page).toBe(0)
  })

  it.each([
    { statuses: ['failed'] },
    { fileFormats: ['csv'] },
    { reportTypes: ['delivery_location'] },
    { createdFrom: '2026-01-01' },
    { createdTo: '2026-01-01' },
    { search: 'may' },
    { sources: ['schedule'] },
    { hasWarnings: false },
  ] as const)('count as active: %j', (filters) => {
    expect(hasActiveFilters(createListState({ filters }))).toBe(true)
  })

  it('do not count as active without any, or with blanks to search for', () => {
    expect(hasActiveFilters(DEFAULT_LIST_STATE)).toBe(false)
    expect(hasActiveFilters(createListState({ filters: { search: '  ' } }))).toBe(false)
  })
})

describe('sorting', () => {
  it('returns to the first page and forgets the cursor', () => {
    const ordering = [{ field: 'status', direction: 'asc' }] as const
    expect(withOrdering(onPageThree, ordering)).toMatchObject({ page: 0, ordering })
    expect(withOrdering(behindCursor, ordering).cursor).toBeNull()
  })

  it('is ascending at the first click on another column', () => {
    expect(toggleOrdering(onPageThree, 'status')).toMatchObject({
      page: 0,
      ordering: [{ field: 'status', direction: 'asc' }],
    })
  })

  it('reverses at each further click', () => {
    const once = toggleOrdering(DEFAULT_LIST_STATE, 'createdAt')
    expect(once.ordering).toEqual([{ field: 'createdAt', direction: 'asc' }])
    expect(toggleOrdering(once, 'createdAt').ordering).toEqual(DEFAULT_LIST_STATE.ordering)
  })
})

describe('paging', () => {
  it('goes to a page and leaves filters and sorting alone', () => {
    expect(withPage(onPageThree, 5)).toEqual({ ...onPageThree, page: 5 })
  })

  it('never goes before the first page', () => {
    expect(withPage(onPageThree, -1).page).toBe(0)
  })

  it('goes to a cursor and back to the first page', () => {
    expect(withCursor(DEFAULT_LIST_STATE, 'abc').cursor).toBe('abc')
    expect(withCursor(behindCursor, null)).toEqual(DEFAULT_LIST_STATE)
  })

  it.each([
    { page: 3, from: 20, to: 50, after: 1 },
    { page: 3, from: 20, to: 200, after: 0 },
    { page: 1, from: 50, to: 20, after: 2 },
    { page: 0, from: 20, to: 10, after: 0 },
  ])(
    'keeps the first visible row on screen: page $page of $from a page is page $after of $to',
    (row) => {
      const state = createListState({ page: row.page, pageSize: row.from })
      expect(withPageSize(state, row.to)).toMatchObject({ page: row.after, pageSize: row.to })
    },
  )

  it('brings a page size within its bounds', () => {
    expect(withPageSize(onPageThree, 0).pageSize).toBe(1)
    expect(withPageSize(onPageThree, 1000).pageSize).toBe(200)
  })

  it('keeps the cursor when the page size changes, for it marks the first visible row', () => {
    expect(withPageSize(behindCursor, 50).cursor).toBe('abc')
  })
})

describe('toListQuery', () => {
  it('asks for what is shown, without the open job', () => {
    const state = createListState({ page: 2, openJobId: '7' })
    expect(toListQuery(state, 'Europe/Berlin')).toEqual({
      page: 2,
      cursor: null,
      pageSize: 20,
      ordering: state.ordering,
      filters: state.filters,
      timeZone: 'UTC',
    })
  })

  it('names the zone where a created range is meant in one, and nowhere else', () => {
    const zoneOf = (filters: Partial<JobFilters>) =>
      toListQuery(createListState({ filters }), 'Europe/Berlin').timeZone
    expect(zoneOf({ createdFrom: '2026-11-01' })).toBe('Europe/Berlin')
    expect(zoneOf({ createdTo: '2026-11-01' })).toBe('Europe/Berlin')
    expect(zoneOf({ statuses: ['failed'] })).toBe('UTC')
  })

  it('ignores the page where a cursor is set', () => {
    expect(toListQuery({ ...behindCursor, page: 4 }, 'UTC')).toMatchObject({
      page: 0,
      cursor: 'abc',
    })
  })

  it('searches without the blanks around the text', () => {
    const state = createListState({ filters: { search: ' may 2026 ' } })
    expect(toListQuery(state, 'UTC').filters.search).toBe('may 2026')
  })
})
