import { describe, expect, it } from 'vitest'
import {
  EXPORT_STATUSES,
  type ExportStatus,
  FILTERABLE_STATUSES,
  isFinishedStatus,
  isUnfinishedStatus,
} from '../../src/core/status.js'

const CASES: readonly [status: ExportStatus, unfinished: boolean, finished: boolean][] = [
  ['pending', true, false],
  ['processing', true, false],
  ['canceling', true, false],
  ['completed', false, true],
  ['failed', false, true],
  ['canceled', false, true],
  ['expired', false, true],
  ['unknown', false, false],
]

describe('statuses', () => {
  it.each(CASES)('%s is unfinished: %s, finished: %s', (status, unfinished, finished) => {
    expect([isUnfinishedStatus(status), isFinishedStatus(status)]).toEqual([unfinished, finished])
  })

  it('has a case above for every status', () => {
    expect(CASES.map(([status]) => status)).toEqual(EXPORT_STATUSES)
  })

  it('lets people filter by every status but unknown', () => {
    expect(FILTERABLE_STATUSES).toEqual(EXPORT_STATUSES.filter((status) => status !== 'unknown'))
  })
})
