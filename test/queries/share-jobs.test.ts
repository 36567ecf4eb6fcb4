import { describe, expect, it } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import { shareJob, shareJobsById } from '../../src/queries/share-jobs.js'

const a = buildExportJob({ id: 'a', status: 'processing' })
const b = buildExportJob({ id: 'b', status: 'completed' })
const copy = <T>(value: T): T => structuredClone(value)

describe('shareJobsById', () => {
  it('keeps the whole page when the answer brings nothing new', () => {
    const before = buildJobPage([a, b])
    expect(shareJobsById(before, copy(before))).toBe(before)
  })

  it('keeps the whole page when only the backend clock moved on', () => {
    const before = buildJobPage([a, b], { serverTime: '2026-11-23T10:00:00.000Z' })
    const after = { ...copy(before), serverTime: '2026-11-23T10:00:05.000Z' }
    expect(shareJobsById(before, after)).toBe(before)
  })

  it('keeps every other job when one changed', () => {
    const before = buildJobPage([a, b])
    const after = buildJobPage([{ ...copy(a), progress: 0.9 }, copy(b)])
    const shared = shareJobsById(before, after)
    expect(shared.jobs[0]).not.toBe(a)
    expect(shared.jobs[0]?.progress).toBe(0.9)
    expect(shared.jobs[1]).toBe(b)
  })

  it('keeps every known job when a new one came on top', () => {
    const fresh = buildExportJob({ id: 'c', status: 'pending' })
    const shared = shareJobsById(buildJobPage([a, b]), buildJobPage([fresh, copy(a), copy(b)]))
    expect(shared.jobs).toEqual([fresh, a, b])
    expect(shared.jobs[1]).toBe(a)
    expect(shared.jobs[2]).toBe(b)
  })

  it('takes a new order although every job is the same', () => {
    const shared = shareJobsById(buildJobPage([a, b]), buildJobPage([copy(b), copy(a)]))
    expect(shared.jobs.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('takes a new total although every job is the same', () => {
    const before = buildJobPage([a, b], { total: 2 })
    const shared = shareJobsById(before, buildJobPage([copy(a), copy(b)], { total: 3 }))
    expect(shared.total).toBe(3)
    expect(shared.jobs).toBe(before.jobs)
  })

  it('takes the first answer as it is', () => {
    const first = buildJobPage([a])
    expect(shareJobsById(undefined, first)).toBe(first)
  })

  it('tells a changed nested value', () => {
    const changed = { ...copy(a), error: { code: 'E1', message: 'Out of memory' } }
    expect(shareJob(a, changed)).not.toBe(a)
    expect(shareJob(a, copy(a))).toBe(a)
  })
})
