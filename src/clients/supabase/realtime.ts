import type { ExportJobsClient, JobEvent } from '../../core/client.js'
import { randomId } from '../../internal/random-id.js'
import { DEFAULT_TABLE, type SupabaseContext } from './context.js'
import type { SupabaseFilter, SupabaseRealtimeOptions } from './options.js'
import type { SupabaseChange } from './supabase-js.js'

/** Makes the method that listens for changes of a scope's rows through one Realtime channel. */
export function createSubscribe(
  context: SupabaseContext,
  realtime: SupabaseRealtimeOptions,
): NonNullable<ExportJobsClient['subscribe']> {
  const { client, schema = 'public', table = DEFAULT_TABLE, where = [] } = context.options
  const readsRows = context.selection === '*' && where.length === 0

  function readChange(change: SupabaseChange, scope: readonly SupabaseFilter[]): JobEvent | null {
    const { eventType, new: row, old, errors } = change
    const isGone = eventType === 'DELETE'
    if (isForeign(isGone ? old : row, scope)) return null
    if (isGone) {
      const id = context.jobReader.readId(old)
      return id === null ? { type: 'stale' } : { type: 'removed', ids: [id] }
    }
    // a change tells neither joined tables nor whether its row would be listed, and may be cut short
    const isWhole = readsRows && !errors?.length
    const reading = isWhole ? context.jobReader.readJob(row) : null
    return { type: 'changed', jobs: reading?.ok ? [reading.value] : [] }
  }

  return (scope, listener) => {
    const scopeFilters = context.scopeFilters(scope)
    // a second channel of one name would be the first one, which takes no more listeners
    const name = `${realtime.channel?.(scope) ?? `export-jobs:${table}`}:${randomId()}`
    let isOver = false
    let isConnected: boolean | null = null

    function tell(event: JobEvent | null): void {
      if (!isOver && event !== null) listener(event)
    }

    function setConnected(connected: boolean): void {
      // a rejoined channel may have missed something, so that its word counts each time
      if (!connected && isConnected === false) return
      isConnected = connected
      tell({ type: connected ? 'connected' : 'disconnected' })
    }

    const filter = serverFilter(scopeFilters)
    const options = realtime.private ? { config: { private: true } } : undefined
    const channel = client.channel(name, options)
    channel
      .on(
        'postgres_changes',
        { event: '*', schema, table, ...(filter === null ? {} : { filter }) },
        (change) => tell(readChange(change, scopeFilters)),
      )
      .on('system', {}, ({ extension, status }) => {
        if (extension !== 'postgres_changes') return
        // only now do changes arrive; what came since the channel was joined is lost
        if (status === 'ok' && isConnected) tell({ type: 'stale' })
        else setConnected(status === 'ok')
      })
      .subscribe((status) => setConnected(status === 'SUBSCRIBED'))

    return () => {
      isOver = true
      client.removeChannel(channel).catch(() => {})
    }
  }
}

/** Realtime's filter takes a value as it stands, so that one with its own marks is left to us. */
function serverFilter(scope: readonly SupabaseFilter[]): string | null {
  const simple = scope.find(({ value }) => /^[\w-]+$/.test(String(value)))
  return simple === undefined ? null : `${simple.column}=eq.${simple.value}`
}

/** Tells whether a row says that it belongs to another scope. */
function isForeign(row: object, scope: readonly SupabaseFilter[]): boolean {
  return scope.some(({ column, value }) => {
    const own: unknown = Reflect.get(row, column)
    return own !== undefined && String(own) !== String(value)
  })
}
