import { describe, expect, it } from 'vitest'
import { createExportBackend, createManualClock, systemClock } from '../../mocks/index.js'

const PLAN = { queueMs: 2_000, runMs: 10_000, rows: 500 }

describe('a job with a plan', () => {
  it.each([
    [0, 'pending', null, null],
    [1_999, 'pending', null, null],
    [2_000, 'processing', 0, 0],
    [7_000, 'processing', 0.5, 250],
    [11_999, 'processing', 0.99, 495],
    [12_000, 'completed', 1, 500],
    [86_400_000, 'completed', 1, 500],
  ])('is after %i ms %s at %s', (ms, status, progress, processedRows) => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: PLAN })
    backend.clock.advance(ms)
    expect(backend.get(id)).toMatchObject({ status, progress, processedRows })
  })

  it('tells when each step happened', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: PLAN })
    backend.clock.advance(60_000)
    expect(backend.get(id)).toMatchObject({
      createdAt: '2026-11-23T09:00:00.000Z',
      startedAt: '2026-11-23T09:00:02.000Z',
      completedAt: '2026-11-23T09:00:12.000Z',
      updatedAt: '2026-11-23T09:00:12.000Z',
    })
  })

  it('shows the same at the same instant, however often and in whatever order it is asked', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: PLAN })
    backend.clock.advance(7_000)
    const middle = backend.get(id)
    backend.clock.advance(60_000)
    backend.get(id)
    backend.clock.advance(-60_000)
    expect(backend.get(id)).toEqual(middle)
  })

  it('is downloadable only once it has completed', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: PLAN })
    const before = backend.get(id)
    backend.clock.advance(12_000)
    expect([before.isDownloadable, backend.get(id).isDownloadable]).toEqual([false, true])
  })

  it('fails with the reason of its plan', () => {
    const backend = createExportBackend()
    const outcome = { code: 'NO_DISK', message: 'The disk is full.' }
    const { id } = backend.addJob({ plan: { ...PLAN, outcome } })
    backend.clock.advance(11_999)
    expect(backend.get(id).error).toBeNull()
    backend.clock.advance(1)
    expect(backend.get(id)).toMatchObject({ status: 'failed', error: outcome, files: [] })
  })

  it('keeps its progress to itself when the plan says so', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: { ...PLAN, reportsProgress: false } })
    backend.clock.advance(7_000)
    expect(backend.get(id)).toMatchObject({ progress: null, processedRows: null, totalRows: null })
    backend.clock.advance(7_000)
    expect(backend.get(id)).toMatchObject({ status: 'completed', totalRows: 500 })
  })

  it('tells the phase that it is in', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: { ...PLAN, phases: ['Reading', 'Writing'] } })
    const phases = [3_000, 6_000].map((ms) => {
      backend.clock.advance(ms)
      return backend.get(id).phase
    })
    expect(phases).toEqual(['Reading', 'Writing'])
  })

  it('stands still at a share of the work when it never ends', () => {
    const backend = createExportBackend()
    const plan = { ...PLAN, runMs: Number.POSITIVE_INFINITY, stalledAt: 0.6 }
    const { id } = backend.addJob({ plan })
    backend.clock.advance(1_000_000_000)
    expect(backend.get(id)).toMatchObject({ status: 'processing', progress: 0.6 })
  })

  it('tells its place in the queue of its company', () => {
    const backend = createExportBackend()
    const first = backend.addJob({ plan: PLAN })
    const second = backend.addJob({ plan: { ...PLAN, queueMs: 5_000 } })
    backend.addJob({ plan: PLAN, companyId: '8' })
    expect(backend.get(first.id).queuePosition).toBe(1)
    expect(second.queuePosition).toBe(2)
    backend.clock.advance(2_000)
    expect(backend.get(first.id).queuePosition).toBeNull()
    expect(backend.get(second.id).queuePosition).toBe(1)
  })
})

describe('a job added with a status', () => {
  it.each([
    'pending',
    'processing',
    'canceling',
    'completed',
    'failed',
    'canceled',
    'expired',
  ] as const)('stays %s however the clock goes', (status) => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ status, createdAt: '2026-11-23T08:00:00Z' })
    const before = backend.get(id)
    backend.clock.advance(90 * 86_400_000)
    expect(before.status).toBe(status)
    expect(backend.get(id)).toEqual(before)
  })

  it('lies in the past with every instant', () => {
    const backend = createExportBackend()
    const job = backend.addJob({ status: 'completed', createdAt: '2026-11-23T08:59:58Z' })
    expect(Date.parse(job.completedAt ?? '')).toBeLessThanOrEqual(backend.clock.now())
  })

  it('keeps the values that it was given', () => {
    const backend = createExportBackend()
    const given = {
      status: 'processing',
      progress: 0.25,
      phase: 'Waiting',
      createdBy: null,
    } as const
    expect(backend.addJob(given)).toMatchObject(given)
  })
})

describe('what can be done to a job', () => {
  it('is stopped at once while it waits', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: PLAN })
    expect(backend.cancel(id).status).toBe('canceled')
  })

  it('is canceling for a while when it had begun', () => {
    const backend = createExportBackend({ cancelMs: 3_000 })
    const { id } = backend.addJob({ plan: PLAN })
    backend.clock.advance(5_000)
    expect(backend.cancel(id)).toMatchObject({ status: 'canceling', progress: 0.3 })
    backend.clock.advance(3_000)
    expect(backend.get(id)).toMatchObject({
      status: 'canceled',
      completedAt: '2026-11-23T09:00:08.000Z',
    })
    backend.clock.advance(60_000)
    expect(backend.get(id).status).toBe('canceled')
  })

  it.each(['completed', 'failed', 'canceled', 'canceling'] as const)(
    'cannot be stopped when %s',
    (status) => {
      const backend = createExportBackend()
      const { id } = backend.addJob({ status })
      expect(() => backend.cancel(id)).toThrow(expect.objectContaining({ code: 'conflict' }))
    },
  )

  it('starts again under the same id, and can then complete', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ status: 'failed', createdAt: '2026-11-23T08:00:00Z' })
    const again = backend.retry(id)
    expect(again).toMatchObject({
      id,
      status: 'pending',
      error: null,
      createdAt: '2026-11-23T08:00:00Z',
    })
    backend.clock.advance(3_600_000)
    expect(backend.get(id)).toMatchObject({ status: 'completed', error: null })
  })

  it('cannot start again unless it failed or was stopped', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ status: 'completed' })
    expect(() => backend.retry(id)).toThrow(expect.objectContaining({ code: 'conflict' }))
  })

  it('is gone once removed, but not while it runs', () => {
    const backend = createExportBackend()
    const running = backend.addJob({ status: 'processing' })
    const done = backend.addJob({ status: 'completed' })
    expect(() => backend.remove(running.id)).toThrow(expect.objectContaining({ code: 'conflict' }))
    backend.remove(done.id)
    expect(() => backend.get(done.id)).toThrow(expect.objectContaining({ code: 'not_found' }))
  })

  it('ends now when told to', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: PLAN })
    backend.clock.advance(5_000)
    expect(backend.finish(id)).toMatchObject({
      status: 'completed',
      completedAt: '2026-11-23T09:00:05.000Z',
    })
  })

  it('changes where a test changes it', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ status: 'processing', progress: 0.1 })
    expect(backend.updateJob(id, { progress: 0.2 }).progress).toBe(0.2)
    expect(backend.get(id).progress).toBe(0.2)
  })
})

describe('lifetimes', () => {
  it('takes rows away when their retention is over', () => {
    const backend = createExportBackend({ retention: { days: 365 } })
    const { id, removedAt } = backend.addJob({ status: 'completed' })
    expect(removedAt).toBe('2027-11-23T09:00:00.000Z')
    backend.clock.set('2027-11-23T08:59:59.999Z')
    expect(backend.list({ companyId: '7' }).total).toBe(1)
    backend.clock.advance(1)
    expect(backend.list({ companyId: '7' }).total).toBe(0)
    expect(() => backend.get(id)).toThrow(expect.objectContaining({ code: 'not_found' }))
  })

  it('takes files away when their lifetime is over, and keeps the row', () => {
    const backend = createExportBackend({ fileLifetimeMs: 60_000 })
    const { id } = backend.addJob({ plan: PLAN })
    backend.clock.advance(12_000)
    expect(backend.get(id)).toMatchObject({
      fileExpiresAt: '2026-11-23T09:01:12.000Z',
      isDownloadable: true,
    })
    backend.clock.advance(60_000)
    expect(backend.get(id)).toMatchObject({ status: 'completed', isDownloadable: false })
    expect(() => backend.grant(id)).toThrow(expect.objectContaining({ code: 'gone' }))
  })
})

describe('randomness', () => {
  const outcomes = (seed: number) => {
    const backend = createExportBackend({ seed })
    for (let index = 0; index < 20; index += 1) backend.addJob({ plan: {} })
    backend.clock.advance(15_000)
    return backend.list({ companyId: '7' }).jobs
  }

  it('draws the same jobs for the same seed', () => {
    expect(outcomes(5)).toEqual(outcomes(5))
  })

  it('draws others for another seed', () => {
    expect(outcomes(5)).not.toEqual(outcomes(6))
  })

  it('gives a job the same plan whatever happened to others before', () => {
    const later = (backend: ReturnType<typeof createExportBackend>) => {
      const { id } = backend.addJob({ id: 'x', plan: {} })
      backend.clock.advance(10_000)
      return backend.get(id)
    }
    const busy = createExportBackend()
    busy.addJob({ plan: {} })
    busy.remove(busy.addJob({ status: 'failed' }).id)
    expect(later(busy)).toEqual(later(createExportBackend()))
  })
})

describe('the backend as a whole', () => {
  it('goes back to how it was made', () => {
    const backend = createExportBackend({ setup: (made) => made.addJob({ name: 'seeded' }) })
    const before = backend.list({ companyId: '7' })
    backend.addJob()
    backend.permissions.deny('7')
    backend.planEvery({ runMs: 1 })
    backend.faults.add({ networkError: 'before' })
    backend.clock.advance(5_000)
    backend.reset()
    const user = { companyId: '7' }
    expect(backend.list({ companyId: '7' }, user)).toEqual(before)
    expect(backend.clock.now()).toBe(Date.parse('2026-11-23T09:00:00Z'))
    const struck = backend.faults.strike({
      operation: 'list',
      method: 'GET',
      path: '/',
      jobId: null,
    })
    expect(struck).toBeNull()
  })

  it('counts writes and not the time that passes', () => {
    const backend = createExportBackend()
    const { id } = backend.addJob({ plan: PLAN })
    const added = backend.changes
    backend.clock.advance(5_000)
    backend.list({ companyId: '7' })
    expect(backend.changes).toBe(added)
    backend.cancel(id)
    expect(backend.changes).toBe(added + 1)
  })

  it('moves together with the clock that it was given', () => {
    const clock = createManualClock('2026-01-01T00:00:00+01:00')
    const backend = createExportBackend({ clock })
    clock.advance(1_000)
    expect(backend.clock.now()).toBe(Date.parse('2025-12-31T23:00:01Z'))
  })

  it("can run ahead of the machine's clock, and comes back at reset", () => {
    const backend = createExportBackend({ clock: systemClock })
    const { id } = backend.addJob({ plan: PLAN })
    backend.clock.advance(60_000)
    expect(backend.get(id).status).toBe('completed')
    backend.reset()
    expect(backend.clock.now() - Date.now()).toBeLessThan(1_000)
  })

  it('refuses an instant without a zone', () => {
    expect(() => createManualClock('2026-11-23T09:00:00')).toThrow(/offset/)
  })
})
