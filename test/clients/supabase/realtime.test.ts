import { createClient } from '@supabase/supabase-js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSupabaseClient, type SupabaseClientOptions } from '../../../src/clients/supabase.js'
import type { JobEvent } from '../../../src/core/client.js'
import { FakeSocket, type Message } from './fake-socket.js'
import { RECORDED_REALTIME } from './recorded-wire.js'
import { PROJECT_URL, PUBLISHABLE_KEY } from './support.js'

const stops: (() => unknown)[] = []

beforeEach(() => {
  FakeSocket.opened.length = 0
})

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Listens to a scope, and waits until the page has asked to join the channel. */
async function listen(
  options: Omit<SupabaseClientOptions, 'client'> = {},
  scope: Record<string, string> = { organizationId: 'org1' },
) {
  const client = createClient(PROJECT_URL, PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: FakeSocket },
  })
  const exports = createSupabaseClient({ client, realtime: true, ...options })
  const events: JobEvent[] = []
  const stop = exports.subscribe?.(scope, (event) => events.push(event)) ?? (() => {})
  stops.push(stop, () => client.removeAllChannels())
  await expect.poll(() => FakeSocket.opened[0]?.sentAs('phx_join')).toHaveLength(1)
  const [socket] = FakeSocket.opened
  const [join] = socket?.sentAs('phx_join') ?? []
  if (socket === undefined || join === undefined) throw new Error('nobody joined')
  const [joinRef, , topic] = join
  const tell = (event: string, payload: unknown) =>
    socket.tell([joinRef, null, topic, event, payload])
  return { exports, client, events, stop, socket, join, topic, tell }
}

/** Answers a join as the service does, naming the changes that it will tell. */
function accept({ socket, join }: { socket: FakeSocket; join: Message }) {
  const [joinRef, ref, topic, , payload] = join
  const { postgres_changes: asked } = Object(payload).config
  const response = { postgres_changes: asked.map((change: object) => ({ id: 100, ...change })) }
  socket.tell([joinRef, ref, topic, 'phx_reply', { status: 'ok', response }])
}

async function listenConnected(options: Omit<SupabaseClientOptions, 'client'> = {}) {
  const heard = await listen(options)
  accept(heard)
  await expect.poll(() => heard.events).toEqual([{ type: 'connected' }])
  heard.events.length = 0
  return heard
}

const { update, system } = RECORDED_REALTIME

/** A change as the service tells it. */
function change(type: string, record: object, rest: object = {}) {
  return { ids: [100], data: { ...update.data, type, record, old_record: {}, ...rest } }
}

describe('listening', () => {
  it('is offered only where the host has switched Realtime on', async () => {
    const { client } = await listen()
    expect(createSupabaseClient({ client }).subscribe).toBeUndefined()
  })

  it('joins as it was recorded, for the rows of the scope', async () => {
    const { socket, join, topic } = await listen()
    const address = new URL(socket.url)
    expect(`${address.pathname}${address.search}`).toBe(RECORDED_REALTIME.url)
    expect(topic).toMatch(/^realtime:export-jobs:pf_export_requests:/)
    expect(join[4]).toMatchObject(RECORDED_REALTIME.join)
  })

  it('joins a private channel of the host’s name, in the host’s schema', async () => {
    const { join, topic } = await listen({
      schema: 'reports',
      table: 'exports',
      realtime: { private: true, channel: ({ organizationId }) => `exports-${organizationId}` },
    })
    expect(topic).toMatch(/^realtime:exports-org1:/)
    expect(join[4]).toMatchObject({
      config: { private: true, postgres_changes: [{ schema: 'reports', table: 'exports' }] },
    })
  })

  it('is connected once the channel is joined, and may have missed something until changes come', async () => {
    const heard = await listenConnected()
    heard.tell('system', system)
    await expect.poll(() => heard.events).toEqual([{ type: 'stale' }])
  })

  it('is disconnected when changes cannot come, as from a table that is not published', async () => {
    const heard = await listenConnected()
    heard.tell('system', { ...system, status: 'error', message: 'Unable to subscribe' })
    await expect.poll(() => heard.events).toEqual([{ type: 'disconnected' }])
    heard.tell('system', system)
    await expect.poll(() => heard.events.at(-1)).toEqual({ type: 'connected' })
  })

  it('takes no word of other extensions for its own', async () => {
    const heard = await listenConnected()
    heard.tell('system', { ...system, extension: 'system', status: 'error' })
    heard.tell('postgres_changes', change('DELETE', {}, { old_record: { id: 3 } }))
    await expect.poll(() => heard.events).toEqual([{ type: 'removed', ids: ['3'] }])
  })

  it('is disconnected when joining is refused', async () => {
    const heard = await listen()
    const [joinRef, ref, topic] = heard.join
    const refused = { status: 'error', response: { reason: 'Unauthorized' } }
    heard.socket.tell([joinRef, ref, topic, 'phx_reply', refused])
    await expect.poll(() => heard.events).toEqual([{ type: 'disconnected' }])
  })

  it('is disconnected when the socket is lost, once', async () => {
    const heard = await listenConnected()
    heard.socket.close()
    await expect.poll(() => heard.events).toEqual([{ type: 'disconnected' }])
  })

  it('is disconnected when the service closes the channel', async () => {
    const heard = await listenConnected()
    heard.tell('phx_close', {})
    await expect.poll(() => heard.events).toEqual([{ type: 'disconnected' }])
  })

  it('ends at once and leaves the channel', async () => {
    const heard = await listenConnected()
    heard.stop()
    heard.tell('postgres_changes', update)
    await expect.poll(() => heard.socket.sentAs('phx_leave')).toHaveLength(1)
    expect(heard.events).toEqual([])
  })

  it('has a channel for each listener, so that one can end and the other go on', async () => {
    const first = await listenConnected()
    const events: JobEvent[] = []
    stops.push(
      first.exports.subscribe?.({ organizationId: 'org1' }, (event) => events.push(event)) ??
        (() => {}),
    )
    await expect.poll(() => first.socket.sentAs('phx_join')).toHaveLength(2)
    const join = first.socket.sentAs('phx_join')[1]
    if (join === undefined) throw new Error('nobody joined')
    accept({ socket: first.socket, join })
    first.stop()
    await expect.poll(() => events).toEqual([{ type: 'connected' }])
    expect(join[2]).not.toBe(first.topic)
  })
})

describe('a change', () => {
  it('tells the job as it is now', async () => {
    const heard = await listenConnected()
    heard.tell('postgres_changes', update)
    await expect
      .poll(() => heard.events)
      .toMatchObject([
        {
          type: 'changed',
          jobs: [{ id: '1', status: 'completed', createdAt: '2026-11-23T11:00:00.000Z' }],
        },
      ])
  })

  it.each([
    ['cannot be read', {}, change('UPDATE', { id: 1, status: 'completed' })],
    ['was cut short', {}, change('UPDATE', update.data.record, { errors: ['Error 413'] })],
    ['lacks the joined tables', { select: '*, x(y)' }, update],
    [
      'may not be among the listed ones',
      { where: [{ column: 'deleted_at', operator: 'is', value: null }] },
      update,
    ],
  ])('only says that something did when its row %s', async (_, options, payload) => {
    const heard = await listenConnected(options)
    heard.tell('postgres_changes', payload)
    await expect.poll(() => heard.events).toEqual([{ type: 'changed', jobs: [] }])
  })

  it('tells the id of a row that is gone, and to look again when it has none', async () => {
    const heard = await listenConnected()
    heard.tell('postgres_changes', change('DELETE', {}, { old_record: { id: 7 } }))
    heard.tell('postgres_changes', change('DELETE', {}))
    await expect
      .poll(() => heard.events)
      .toEqual([{ type: 'removed', ids: ['7'] }, { type: 'stale' }])
  })

  it('of another scope’s row is not told', async () => {
    const heard = await listenConnected()
    const foreign = { ...update.data.record, organization_id: 'org2' }
    heard.tell('postgres_changes', change('INSERT', foreign))
    heard.tell('postgres_changes', change('DELETE', {}, { old_record: foreign }))
    heard.tell('postgres_changes', change('DELETE', {}, { old_record: { id: 8 } }))
    await expect.poll(() => heard.events).toEqual([{ type: 'removed', ids: ['8'] }])
  })
})

describe('the filter of a channel', () => {
  it('leaves out values that Realtime would misread; they are told apart here', async () => {
    const { join } = await listen({}, { organizationId: 'a,b=(c)' })
    expect(Object(join[4]).config.postgres_changes).toEqual([
      { event: '*', schema: 'public', table: 'pf_export_requests' },
    ])
  })
})
