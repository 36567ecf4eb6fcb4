import { describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs, buildJobPage } from '../../mocks/index.js'
import { EXPORT_STATUSES } from '../../src/core/status.js'

describe('buildExportJob', () => {
  it('builds the same job each time', () => {
    expect(buildExportJob()).toEqual(buildExportJob())
  })

  it.each(EXPORT_STATUSES)('fits its other values to %s', (status) => {
    const job = buildExportJob({ status })
    const isFinished = ['completed', 'failed', 'canceled', 'expired'].includes(status)
    expect(job.status).toBe(status)
    expect(job.isDownloadable).toBe(status === 'completed')
    expect(job.error !== null).toBe(status === 'failed')
    expect(job.completedAt !== null).toBe(isFinished)
    expect(job.statusText !== null).toBe(status === 'unknown')
  })

  it('lets every value be overridden', () => {
    const job = buildExportJob({ status: 'failed', error: null, name: 'Mine' })
    expect(job).toMatchObject({ status: 'failed', error: null, name: 'Mine' })
  })

  it('is plain JSON', () => {
    const job = buildExportJob({ status: 'processing' })
    expect(JSON.parse(JSON.stringify(job))).toEqual(job)
  })
})

describe('buildExportJobs', () => {
  it('numbers them and makes each older than the one before', () => {
    const jobs = buildExportJobs(3, (index) => ({ name: `No. ${index}` }))
    expect(jobs.map(({ id, name }) => [id, name])).toEqual([
      ['1001', 'No. 0'],
      ['1002', 'No. 1'],
      ['1003', 'No. 2'],
    ])
    const times = jobs.map(({ createdAt }) => createdAt ?? '')
    expect(times).toEqual([...times].sort().reverse())
  })
})

describe('buildJobPage', () => {
  it('counts the jobs that it is given', () => {
    expect(buildJobPage(buildExportJobs(3))).toMatchObject({
      page: 0,
      pageSize: 20,
      total: 3,
      totalPages: 1,
      hasNextPage: false,
    })
  })

  it.each([
    [{ total: 45 }, 3, true],
    [{ total: 45, page: 2 }, 3, false],
    [{ total: null }, null, false],
    [{ total: 0 }, 0, false],
    [{ total: null, hasNextPage: true }, null, true],
  ])('works out the rest from %j', (overrides, totalPages, hasNextPage) => {
    expect(buildJobPage([], overrides)).toMatchObject({ totalPages, hasNextPage })
  })
})
