// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createExportBackend, createExportHandler, createFetch } from '../../mocks/index.js'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import {
  createListState,
  type ListStateOverrides,
  toListQuery,
} from '../../src/url-state/list-state.js'

const REQUEST = {
  reportType: 'vendor',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: {},
}

/** The client and the backend, with the wire format between them. */
function connect(options: Partial<RestClientOptions> = {}) {
  const backend = createExportBackend()
  const fetch = createFetch(createExportHandler({ backend }))
  const client = createRestClient({ baseUrl: '/api', fetch, ...options })
  const asked = () => backend.log.map(({ path }) => new URL(path, 'http://localhost').searchParams)
  return { backend, client, asked, lastAsked: () => asked().at(-1) ?? new URLSearchParams() }
}

const listQuery = (overrides?: ListStateOverrides) => toListQuery(createListState(overrides), 'UTC')

const options = (companyId = '7') => ({
  scope: { companyId },
  signal: new AbortController().signal,
})

describe('the wire of the back office', () => {
  it('M9: repeats a parameter for several values where it is told to', async () => {
    const { client, backend, lastAsked } = connect({ arrayFormat: 'repeat' })
    backend.addJob({ status: 'failed' })
    backend.addJob({ status: 'pending' })
    backend.addJob({ status: 'completed' })
    const filters = { statuses: ['failed', 'pending'] } as const
    const { jobs } = await client.listJobs(listQuery({ filters }), options())
    expect(lastAsked().getAll('status')).toEqual(['failed', 'pending'])
    expect(jobs.map(({ status }) => status).toSorted()).toEqual(['failed', 'pending'])
  })

  it.each([
    ['createdAt', 'created_at'],
    ['updatedAt', 'updated_at'],
    ['status', 'status'],
    ['dateFrom', 'date_from,id'],
    ['dateTo', 'date_to'],
    ['id', 'id'],
    ['reportType', 'report_type'],
    ['fileFormat', 'file_format'],
  ] as const)('M10: sorts by %s, which it calls %s', async (field, word) => {
    const { client, backend, lastAsked } = connect()
    expect(client.capabilities.orderings).toContain(field)
    const day = (number: number) => `2026-10-0${number}`
    backend.addJob({
      id: '2',
      status: 'pending',
      createdAt: '2026-11-02T09:00:00Z',
      updatedAt: '2026-11-02T10:00:00Z',
      reportType: 'vendor',
      fileFormat: 'pdf',
      dateRange: { from: day(2), to: day(4) },
    })
    backend.addJob({
      id: '1',
      status: 'completed',
      createdAt: '2026-11-01T09:00:00Z',
      updatedAt: '2026-11-01T10:00:00Z',
      reportType: 'delivery_location',
      fileFormat: 'csv',
      dateRange: { from: day(1), to: day(3) },
    })
    const ids = async (direction: 'asc' | 'desc') => {
      const query = listQuery({ ordering: [{ field, direction }] })
      return (await client.listJobs(query, options())).jobs.map(({ id }) => id)
    }
    const up = await ids('asc')
    expect(lastAsked().get('ordering')).toBe(word)
    expect(up.toSorted()).toEqual(['1', '2'])
    expect(await ids('desc')).toEqual(up.toReversed())
  })

  it('M11: names the report type where the person chose one', async () => {
    const { client, backend } = connect()
    const made = await client.createJob?.(REQUEST, { ...options(), idempotencyKey: 'a' })
    expect(made).toMatchObject({ kind: 'job', job: { status: 'pending', reportType: 'vendor' } })
    expect(backend.list({ companyId: '7' }).total).toBe(1)
  })

  it('M15: withholds list, request and download of a company together', async () => {
    const { client, backend } = connect()
    const { id } = backend.addJob({ status: 'completed' })
    backend.permissions.deny('7')
    const refused = { code: 'forbidden', status: 403 }
    await expect(client.listJobs(listQuery(), options())).rejects.toMatchObject(refused)
    await expect(client.createDownload(id, options())).rejects.toMatchObject(refused)
    await expect(
      client.createJob?.(REQUEST, { ...options(), idempotencyKey: 'a' }),
    ).rejects.toMatchObject(refused)
  })

  it("M15: does not hand out another company's job", async () => {
    const { client, backend } = connect()
    const { id } = backend.addJob({ status: 'completed', companyId: '8' })
    await expect(client.getJob(id, options())).rejects.toMatchObject({ code: 'not_found' })
    await expect(client.createDownload(id, options())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('M17: looks up one job, and every path that it asks stands in openapi.yaml', async () => {
    const actions = { cancel: true, retry: true, delete: true, reportTypes: true }
    const { client, backend } = connect({ actions })
    const done = backend.addJob({ status: 'completed' }).id
    const failed = backend.addJob({ status: 'failed' }).id
    const running = backend.addJob({ status: 'processing' }).id

    await client.listJobs(listQuery(), options())
    expect(await client.getJob(done, options())).toMatchObject({ id: done, status: 'completed' })
    await client.createDownload(done, options())
    await client.createJob?.(REQUEST, { ...options(), idempotencyKey: 'a' })
    await client.cancelJob?.(running, options())
    await client.retryJob?.(failed, options())
    await client.deleteJob?.(done, options())
    await client.listReportTypes?.(options())

    const asked = backend.log.map(({ method, path, jobId, status }) => {
      expect(status).toBeLessThan(300)
      const { pathname } = new URL(path, 'http://localhost')
      const template = pathname.replace(/^\/api/, '').replace(`/${jobId}`, '/{id}')
      return `${method.toLowerCase()} ${template}`
    })
    expect(new Set(asked)).toHaveLength(8)
    expect(described()).toEqual(expect.arrayContaining(asked))
  })
})

/** The operations of `openapi.yaml`, such as `get /export-jobs/{id}`. */
function described(): readonly string[] {
  const text = readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8')
  const { paths }: { readonly paths: Record<string, Record<string, unknown>> } = parse(text)
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((verb) => `${verb} ${path}`),
  )
}
