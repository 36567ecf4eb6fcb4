import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { createFirstSeen } from '../../src/queries/first-seen.js'

const NOW = Date.parse('2026-11-23T10:00:00Z')
const job = (id: string, ageMs: number, status: 'processing' | 'completed' = 'processing') =>
  buildExportJob({ id, status, createdAt: new Date(NOW - ageMs).toISOString() })

describe('first seen', () => {
  it('trusts the instants of jobs that were there before', () => {
    const seen = createFirstSeen()
    seen.note([job('1', 60_000), job('2', 3_600_000)], NOW)
    expect([...seen.at]).toEqual([])
  })

  it('notes a job that began under its eyes, once', () => {
    const seen = createFirstSeen()
    seen.note([job('1', 60_000)], NOW)
    seen.note([job('2', -1_000), job('1', 60_000)], NOW + 3_000)
    seen.note([job('2', -1_000), job('1', 60_000)], NOW + 9_000)
    expect([...seen.at]).toEqual([['2', NOW + 3_000]])
  })

  it('trusts an old job that moved onto the page when another was deleted', () => {
    const seen = createFirstSeen()
    seen.note([job('1', 60_000)], NOW)
    seen.note([job('9', 900_000)], NOW + 3_000)
    expect([...seen.at]).toEqual([])
  })

  it.each([
    ['an hour ahead', -3_600_000],
    ['40 days old', 40 * 86_400_000],
  ])('notes a job that seems %s', (_, ageMs) => {
    const seen = createFirstSeen()
    seen.note([job('1', ageMs)], NOW)
    expect(seen.at.get('1')).toBe(NOW)
  })

  it('forgets a job that is gone, and notes none that is finished', () => {
    const seen = createFirstSeen()
    seen.note([job('1', -3_600_000), job('2', -3_600_000, 'completed')], NOW)
    expect([...seen.at.keys()]).toEqual(['1'])
    seen.note([], NOW)
    expect([...seen.at.keys()]).toEqual([])
  })
})
