import { describe, expect, it } from 'vitest'
import {
  DEFAULT_ORDERING,
  DEFAULT_PAGE_SIZE,
  JOB_FILTER_NAMES,
  JOB_SORT_FIELDS,
  MAX_PAGE_SIZE,
  MIN_PAGE_SIZE,
  NO_FILTERS,
} from '../../src/core/list-query.js'

describe('the defaults of a list', () => {
  it('shows 20 rows, from 1 to 200', () => {
    expect([MIN_PAGE_SIZE, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE]).toEqual([1, 20, 200])
  })

  it('starts with the newest', () => {
    expect(DEFAULT_ORDERING).toEqual([{ field: 'createdAt', direction: 'desc' }])
  })

  it('filters by nothing', () => {
    const isOff = (value: unknown) => value === null || value === '' || String(value) === ''
    expect(Object.values(NO_FILTERS).filter((value) => !isOff(value))).toEqual([])
  })

  it('has an off value for every filter name', () => {
    expect(Object.keys(NO_FILTERS).sort()).toEqual([...JOB_FILTER_NAMES].sort())
  })

  it('sorts by the eight fields of the default contract, and by name', () => {
    expect([...JOB_SORT_FIELDS].sort()).toEqual([
      'createdAt',
      'dateFrom',
      'dateTo',
      'fileFormat',
      'id',
      'name',
      'reportType',
      'status',
      'updatedAt',
    ])
  })
})
