import { describe, expect, it } from 'vitest'
import { type ExportBackend, SCENARIOS } from '../../mocks/index.js'
import { EXPORT_STATUSES } from '../../src/core/status.js'
import { creation, download, JOBS, setUp } from './helpers.js'

function inScenario(setup: (backend: ExportBackend) => void) {
  return setUp({ setup })
}

const statusesOf = (backend: ExportBackend) =>
  backend.list({ companyId: '7', pageSize: 200 }).jobs.map(({ status }) => status)

describe('slowQueue', () => {
  it('lets jobs wait their turn for ten minutes', async () => {
    const { api, backend } = inScenario(SCENARIOS.slowQueue)
    expect(statusesOf(backend)).toEqual(['pending', 'pending', 'pending', 'processing'])
    const made = await api('/export-jobs', creation())
    expect(made.body.queue_position).toBe(4)
    backend.clock.advance(599_000)
    expect(backend.get(String(made.body.id)).status).toBe('pending')
    backend.clock.advance(1_000)
    expect(backend.get(String(made.body.id)).status).toBe('processing')
  })
})

describe('stuck', () => {
  it('never gets further', async () => {
    const { api, backend } = inScenario(SCENARIOS.stuck)
    await api('/export-jobs', creation())
    backend.clock.advance(86_400_000)
    expect(statusesOf(backend)).toEqual(['processing', 'pending', 'processing', 'completed'])
  })
})

describe('rateLimited', () => {
  it('refuses the first lists and says how long to wait', async () => {
    const { api } = inScenario((backend) =>
      SCENARIOS.rateLimited(backend, { times: 2, retryAfterSeconds: 9 }),
    )
    const answers = [await api(JOBS), await api(JOBS), await api(JOBS)]
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200])
    expect(answers[0]?.headers.get('Retry-After')).toBe('9')
    expect(answers[0]?.body.code).toBe('rate_limited')
  })
})

describe('expiredAtClick', () => {
  it('gives a dead link that claims an hour, then a living one', async () => {
    const { request, backend } = inScenario(SCENARIOS.expiredAtClick)
    const id = backend.list({ companyId: '7', statuses: ['completed'] }).jobs[0]?.id
    const first = await download(request, id)
    expect(first.response.status).toBe(403)
    expect(new TextDecoder().decode(first.bytes)).toContain('Request has expired')
    expect((await download(request, id)).response.status).toBe(200)
  })
})

describe('truncated', () => {
  it('warns that rows are missing and holds as many as it says', async () => {
    const { api } = inScenario(SCENARIOS.truncated)
    expect((await api(JOBS)).body.results).toMatchObject([
      { total_rows: 10_000, warnings: ['10,000 of 48,112 rows: limit reached'] },
    ])
  })
})

describe('cancelRace', () => {
  it('refuses to stop a job that has just finished', async () => {
    const { api } = inScenario(SCENARIOS.cancelRace)
    const before = (await api(JOBS)).body.results[0]
    expect(before?.status).toBe('processing')
    const refused = await api(`/export-jobs/${before?.id}/cancel?company_id=7`, { method: 'POST' })
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict'])
    expect((await api(JOBS)).body.results).toMatchObject([
      { status: 'completed', is_downloadable: true },
    ])
  })
})

describe('malformed', () => {
  it('spoils one row of each list and no other', async () => {
    const { api } = inScenario(SCENARIOS.malformed)
    for (let poll = 0; poll < 2; poll += 1) {
      const { results } = (await api(JOBS)).body
      const types = results.map(({ status }) => typeof status)
      expect(types).toEqual(['string', 'string', 'object', 'string', 'string'])
    }
  })
})

describe('badPage', () => {
  it('answers JSON that is no list', async () => {
    const { api } = inScenario(SCENARIOS.badPage)
    const { status, body } = await api(JOBS)
    expect(status).toBe(200)
    expect(body.results).toBeUndefined()
  })
})

describe('offline', () => {
  it('lets nothing through until the faults are cleared', async () => {
    const { api, request, backend } = inScenario(SCENARIOS.offline)
    await expect(api(JOBS)).rejects.toThrow(TypeError)
    await expect(request('/files/7/1001/file-1')).rejects.toThrow(TypeError)
    backend.faults.clear()
    expect((await api(JOBS)).body.total).toBe(5)
  })
})

describe('serverError', () => {
  it('fails for so many requests', async () => {
    const { api } = inScenario((backend) => SCENARIOS.serverError(backend, { times: 2 }))
    const statuses = [await api(JOBS), await api('/report-types'), await api(JOBS)]
    expect(statuses.map(({ status }) => status)).toEqual([500, 500, 200])
  })
})

describe('denied', () => {
  it('shows nothing of the jobs that are there', async () => {
    const { api, backend } = inScenario(SCENARIOS.denied)
    expect((await api(JOBS)).status).toBe(403)
    expect(backend.list({ companyId: '7' }).total).toBe(5)
  })
})

describe('empty', () => {
  it('has no jobs', async () => {
    const { api } = inScenario(SCENARIOS.empty)
    expect((await api(JOBS)).body).toMatchObject({ results: [], total: 0 })
  })
})

describe('manyJobs', () => {
  it('has two hundred of all kinds, the same each time', async () => {
    const ask = async () => (await inScenario(SCENARIOS.manyJobs).api(`${JOBS}&page_size=200`)).body
    const { results } = await ask()
    expect(results).toHaveLength(200)
    expect(new Set(results.map((job) => job.file_format))).toEqual(new Set(['csv', 'pdf', 'xlsx']))
    expect(new Set(results.map(({ status }) => status)).size).toBeGreaterThan(2)
    expect((await ask()).results).toEqual(results)
  })
})

describe('allStates', () => {
  it('has every status that there is', async () => {
    const { api, backend } = inScenario(SCENARIOS.allStates)
    expect(new Set(statusesOf(backend))).toEqual(new Set(EXPORT_STATUSES))
    const { results } = (await api(JOBS)).body
    const downloadable = results.filter((job) => job.is_downloadable === true)
    expect(downloadable.every(({ status }) => status === 'completed')).toBe(true)
    expect(results.filter(({ status }) => status === 'completed').length).toBeGreaterThan(
      downloadable.length,
    )
  })
})

describe('unicode', () => {
  it('keeps every letter on the wire and gives a file for each', async () => {
    const { request, api, backend } = inScenario(SCENARIOS.unicode)
    const { results } = (await api(JOBS)).body
    const names = backend.list({ companyId: '7' }).jobs.map(({ name }) => name)
    expect(results.map((job) => job.name)).toEqual(names)
    expect(names).toContain('東京の納品レポート')
    for (const { id, status } of results) {
      if (status !== 'completed') continue
      const { response, filename } = await download(request, id)
      expect(response.status).toBe(200)
      expect(filename).not.toMatch(/[/\\]/)
    }
  })
})

it.each(Object.entries(SCENARIOS))('%s comes back after a reset', (_name, scenario) => {
  const { backend } = inScenario(scenario)
  const before = backend.list({ companyId: '7', pageSize: 200 })
  backend.addJob()
  backend.clock.advance(1_000)
  backend.reset()
  expect(backend.list({ companyId: '7', pageSize: 200 })).toEqual(before)
})
