import { describe, expect, it } from 'vitest'
import { creation, JOBS, setUp } from './helpers.js'

describe('asking for an export', () => {
  it('makes a pending job with what was asked', async () => {
    const { api } = setUp()
    const body = { report_type: 'vendor', name: 'Mine', parameters: { locations: [1, 2] } }
    const made = await api('/export-jobs', creation(body))
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      ...body,
      id: 1001,
      status: 'pending',
      file_format: 'csv',
      date_from: '2026-10-01',
      date_to: '2026-10-31',
      created_at: '2026-11-23T09:00:00.000Z',
      is_downloadable: false,
    })
  })

  it('takes delivery_location when no report type is named', async () => {
    const { api } = setUp()
    expect((await api('/export-jobs', creation())).body.report_type).toBe('delivery_location')
  })

  it('names who asked', async () => {
    const { api } = setUp({}, { authenticate: () => ({ user: 'Mei Tanaka' }) })
    expect((await api('/export-jobs', creation())).body.created_by).toBe('Mei Tanaka')
  })

  it.each([
    [{ company_id: null }, 'company_id'],
    [{ date_from: null }, 'date_from'],
    [{ date_to: '' }, 'date_to'],
    [{ date_from: '31.10.2026' }, 'date_from'],
    [{ date_to: '2026-09-31' }, 'date_to'],
    [{ date_from: '2026-11-01' }, 'date_to'],
    [{ file_format: null }, 'file_format'],
    [{ file_format: 'docx' }, 'file_format'],
    [{ file_format: 'zip', report_type: 'vendor' }, 'file_format'],
    [{ report_type: 'salaries' }, 'report_type'],
    [{ parameters: [1] }, 'parameters'],
    [{ name: { first: 'x' } }, 'name'],
  ])('refuses %j by the name of the field', async (body, field) => {
    const { api } = setUp()
    const refused = await api('/export-jobs', creation(body))
    expect(refused.status).toBe(422)
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json')
    expect(refused.body.errors).toEqual({ [field]: [expect.any(String)] })
  })

  it.each(['', '{', '[]', '"text"'])('refuses the body %j', async (body) => {
    const { api } = setUp()
    const { status } = await api('/export-jobs', { method: 'POST', body })
    expect(status).toBe(422)
  })

  it('makes no job out of a refused request', async () => {
    const { api, backend } = setUp()
    await api('/export-jobs', creation({ file_format: 'docx' }, 'key'))
    expect(backend.changes).toBe(0)
    expect((await api('/export-jobs', creation({}, 'key'))).status).toBe(201)
  })
})

describe('the same idempotency key', () => {
  it('gives the same job, as it is by now', async () => {
    const { api, backend } = setUp({ plan: { queueMs: 1_000, runMs: 1_000 } })
    const first = await api('/export-jobs', creation({}, 'key-1'))
    backend.clock.advance(5_000)
    const second = await api('/export-jobs', creation({}, 'key-1'))
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body).toMatchObject({ id: first.body.id, status: 'completed' })
    expect((await api(JOBS)).body.total).toBe(1)
  })

  it('makes one job out of twenty requests at once', async () => {
    const { api } = setUp()
    const requests = Array.from({ length: 20 }, () => api('/export-jobs', creation({}, 'key-1')))
    const ids = (await Promise.all(requests)).map(({ body }) => body.id)
    expect(new Set(ids).size).toBe(1)
  })

  it('is refused for another request', async () => {
    const { api } = setUp()
    await api('/export-jobs', creation({}, 'key-1'))
    const other = await api('/export-jobs', creation({ file_format: 'pdf' }, 'key-1'))
    expect(other.status).toBe(422)
  })

  it("is another company's own", async () => {
    const { api } = setUp()
    const first = await api('/export-jobs', creation({}, 'key-1'))
    const second = await api('/export-jobs', creation({ company_id: '8' }, 'key-1'))
    expect(second.status).toBe(201)
    expect(second.body.id).not.toBe(first.body.id)
  })

  it('makes a job when the answer to the first request was lost', async () => {
    const { api, backend } = setUp()
    backend.faults.add({ match: { operation: 'create' }, networkError: 'after' })
    await expect(api('/export-jobs', creation({}, 'key-1'))).rejects.toThrow(TypeError)
    const again = await api('/export-jobs', creation({}, 'key-1'))
    expect(again.status).toBe(200)
    expect((await api(JOBS)).body.total).toBe(1)
  })
})

describe('the plan of a new job', () => {
  it('comes from its report type before the general one, and from a test before both', async () => {
    const { api, backend } = setUp({
      plan: { queueMs: 0, runMs: 1_000 },
      plans: { vendor: { runMs: 5_000 } },
    })
    const ids: unknown[] = []
    const ask = async (body: object) => {
      ids.push((await api('/export-jobs', creation({ ...body }))).body.id)
    }
    await ask({})
    await ask({ report_type: 'vendor' })
    backend.planNext({ runMs: 10_000, outcome: { code: null, message: 'No.' } })
    await ask({ report_type: 'vendor' })
    await ask({})
    const statuses = (ms: number) => {
      backend.clock.advance(ms)
      return ids.map((id) => backend.get(String(id)).status)
    }
    expect(statuses(1_000)).toEqual(['completed', 'processing', 'processing', 'completed'])
    expect(statuses(4_000)).toEqual(['completed', 'completed', 'processing', 'completed'])
    expect(statuses(5_000)).toEqual(['completed', 'completed', 'failed', 'completed'])
  })
})

describe('report types', () => {
  it('are told with their formats', async () => {
    const { api, backend } = setUp()
    const { status, body } = await api('/report-types')
    expect(status).toBe(200)
    expect(body).toHaveLength(backend.reportTypes.length)
    expect(body[0]).toMatchObject({
      id: 'delivery_location',
      label: 'Purchase orders by delivery location',
      formats: ['csv', 'pdf', 'xlsx'],
      expected_duration_ms: 30_000,
    })
  })
})
