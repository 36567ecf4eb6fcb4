import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '../../../src/core/request.js'
import { rejection, requestOptions } from '../fake-backend.js'
import { buildRow, buildRows, createOverFake } from './support.js'

const org1 = requestOptions({ organizationId: 'org1' })
const keyed = (idempotencyKey: string) => ({ ...org1, idempotencyKey })

const contacts: ExportRequest = {
  reportType: 'contacts',
  fileFormat: 'csv',
  dateRange: null,
  parameters: { entityTypes: ['contacts', 'leads'] },
  name: 'November',
}

describe('asking for an export', () => {
  it('adds a row of the scope and answers its job', async () => {
    const { exports, fake } = createOverFake()
    const result = await exports.createJob?.(contacts, keyed('k'))
    expect(fake.requests[0]?.body).toEqual({
      organization_id: 'org1',
      export_type: 'contacts',
      export_format: 'csv',
      name: 'November',
      entity_types: ['contacts', 'leads'],
    })
    expect(result).toMatchObject({
      kind: 'job',
      job: { id: '1', status: 'pending', entityTypes: ['contacts', 'leads'] },
    })
  })

  it('leaves out what the person left out, so that the column’s default holds', async () => {
    const { exports, fake } = createOverFake()
    const request = { reportType: null, fileFormat: null, dateRange: null, parameters: {} }
    await exports.createJob?.(request, keyed('k'))
    expect(fake.requests[0]?.body).toEqual({ organization_id: 'org1' })
  })

  it('puts parameters into columns of their own, or all into one', async () => {
    const { exports, fake } = createOverFake(
      {},
      {
        columns: { parameters: 'error_message', dateFrom: 'name', dateTo: 'file_path' },
        create: { parameters: { kinds: 'entity_types' } },
        formatMap: { EXCEL: 'xlsx' },
      },
    )
    const parameters = { kinds: ['contacts'], note: 'x' }
    const dateRange = { from: '2026-11-01', to: null }
    await exports.createJob?.(
      { reportType: 'contacts', fileFormat: 'xlsx', dateRange, parameters },
      keyed('k'),
    )
    expect(fake.requests[0]?.body).toEqual({
      organization_id: 'org1',
      export_type: 'contacts',
      export_format: 'EXCEL',
      name: '2026-11-01',
      entity_types: ['contacts'],
      error_message: parameters,
    })
  })

  it('refuses a value that would be lost, and sends nothing', async () => {
    const { exports, fake } = createOverFake({}, { columns: { name: null } })
    const lost = [contacts, { ...contacts, name: undefined, parameters: { depth: 3 } }]
    for (const request of lost) {
      const call = exports.createJob?.(request, keyed('k')) ?? Promise.resolve()
      expect(await rejection(call)).toMatchObject({
        code: 'invalid',
        message: expect.stringContaining('has no column'),
      })
    }
    expect(fake.requests).toEqual([])
  })

  it('sends the row that the host makes', async () => {
    const { exports, fake } = createOverFake(
      {},
      {
        create: {
          row: ({ reportType }, { scope }) => ({
            export_type: `${scope.organizationId}/${reportType}`,
          }),
        },
      },
    )
    await exports.createJob?.(contacts, keyed('k'))
    expect(fake.requests[0]?.body).toEqual({ export_type: 'org1/contacts' })
  })

  it('makes one job of a request sent twice, where a column keeps the key', async () => {
    const { exports, fake } = createOverFake(
      {},
      { create: { idempotencyColumn: 'idempotency_key' } },
    )
    const first = await exports.createJob?.(contacts, keyed('same'))
    const second = await exports.createJob?.(contacts, keyed('same'))
    expect(second).toEqual(first)
    expect(fake.rows).toHaveLength(1)
  })

  it('is a conflict when it is another column that must be unique', async () => {
    const { exports } = createOverFake(
      { rows: [buildRow({ idempotency_key: 'same', organization_id: 'org2' })] },
      { create: { idempotencyColumn: 'idempotency_key' } },
    )
    const call = exports.createJob?.(contacts, keyed('same')) ?? Promise.resolve()
    expect(await rejection(call)).toMatchObject({ code: 'conflict' })
  })

  it('is forbidden where row-level security refuses the row', async () => {
    const { exports } = createOverFake({ mayInsert: () => false })
    const call = exports.createJob?.(contacts, keyed('k')) ?? Promise.resolve()
    expect(await rejection(call)).toMatchObject({ code: 'forbidden', status: 403, detail: null })
  })
})

describe('removing a job', () => {
  it('removes its row', async () => {
    const { exports, fake } = createOverFake({ rows: buildRows(2) })
    await exports.deleteJob?.('1', org1)
    expect(fake.rows.map(({ id }) => id)).toEqual([2])
  })

  it('does not find a row that row-level security keeps, or one of another scope', async () => {
    const kept = createOverFake({ rows: buildRows(1), mayChange: () => false })
    const foreign = createOverFake({ rows: [buildRow({ organization_id: 'org2' })] })
    for (const { exports, fake } of [kept, foreign]) {
      const call = exports.deleteJob?.('1', org1) ?? Promise.resolve()
      expect(await rejection(call)).toMatchObject({ code: 'not_found' })
      expect(fake.rows).toHaveLength(1)
    }
  })
})

describe('stopping and restarting a job', () => {
  const actions = {
    cancel: { status: 'canceled' },
    retry: { status: 'pending', error_message: null },
  }

  it('are offered only where the host says what to write', () => {
    const { exports } = createOverFake()
    expect([exports.cancelJob, exports.retryJob]).toEqual([undefined, undefined])
    const none = createOverFake({}, { actions: { create: false, delete: false } })
    expect([none.exports.createJob, none.exports.deleteJob]).toEqual([undefined, undefined])
  })

  it('write into the row and answer its job', async () => {
    const rows = [buildRow({ id: 1 }), buildRow({ id: 2, status: 'failed', error_message: 'x' })]
    const { exports, fake } = createOverFake({ rows }, { actions })
    expect(await exports.cancelJob?.('1', org1)).toMatchObject({ id: '1', status: 'canceled' })
    expect(await exports.retryJob?.('2', org1)).toMatchObject({
      id: '2',
      status: 'pending',
      error: null,
    })
    expect(fake.requests.map(({ method }) => method)).toEqual(['PATCH', 'PATCH'])
  })

  it('are a conflict when the job has moved on', async () => {
    const rows = [buildRow({ id: 1, status: 'completed' }), buildRow({ id: 2 })]
    const { exports, fake } = createOverFake({ rows }, { actions })
    const calls = [exports.cancelJob?.('1', org1), exports.retryJob?.('2', org1)]
    for (const call of calls) {
      expect(await rejection(call ?? Promise.resolve())).toMatchObject({ code: 'conflict' })
    }
    expect(fake.rows.map(({ status }) => status)).toEqual(['completed', 'pending'])
  })

  it('do not find a row that may be seen but not changed', async () => {
    const { exports } = createOverFake({ rows: buildRows(1), mayChange: () => false }, { actions })
    const call = exports.cancelJob?.('1', org1) ?? Promise.resolve()
    expect(await rejection(call)).toMatchObject({ code: 'not_found' })
  })
})
