import { describe, expect, it } from 'vitest'
import { judgeEstimate } from '../../src/core/judge-estimate.js'
import type { ReportLimits } from '../../src/core/report-types.js'
import type { ExportEstimate } from '../../src/core/request.js'

const unknown: ExportEstimate = { rows: null, sizeBytes: null, durationMs: null, quotaLeft: null }

describe('an estimate', () => {
  it.each<[figures: Partial<ExportEstimate>, limits: ReportLimits, exceeded: string[]]>([
    [{ rows: 10 }, { maxRows: 10 }, []],
    [{ rows: 11 }, { maxRows: 10 }, ['rows']],
    [{ sizeBytes: 11 }, { maxSizeBytes: 10 }, ['size']],
    [{ quotaLeft: 0 }, {}, ['quota']],
    [{ quotaLeft: 1 }, {}, []],
    [{}, { maxRows: 1, maxSizeBytes: 1 }, []],
  ])('of %j within %j oversteps %j', (figures, limits, exceeded) => {
    expect(judgeEstimate({ ...unknown, ...figures }, limits).exceeded).toEqual(exceeded)
  })

  it.each<[figures: Partial<ExportEstimate>, limits: ReportLimits, suggested: string | null]>([
    [{ rows: 10 }, { maxDirectRows: 10 }, 'direct'],
    [{ rows: 11 }, { maxDirectRows: 10 }, 'download'],
    [{ sizeBytes: 11 }, { maxDirectRows: 10, maxDirectSizeBytes: 10 }, 'download'],
    [{ rows: 1 }, { maxDirectRows: 10, maxDirectSizeBytes: 10 }, null],
    [{ rows: 1 }, {}, null],
    [{}, { maxDirectRows: 10 }, null],
  ])('of %j with %j proposes %j', (figures, limits, suggested) => {
    expect(judgeEstimate({ ...unknown, ...figures }, limits).suggested).toBe(suggested)
  })
})
