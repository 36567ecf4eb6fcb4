import type { ExportJobsClient, RequestOptions } from '../../core/client.js'
import { ExportJobsError } from '../../core/errors.js'
import type { ExportStatus } from '../../core/status.js'
import { notFound, type SupabaseContext } from './context.js'
import { createRow } from './create-row.js'
import { keepAnyOf } from './list-query.js'
import type { SupabaseAnswer } from './supabase-js.js'

type WriteMethods = Pick<ExportJobsClient, 'createJob' | 'cancelJob' | 'retryJob' | 'deleteJob'>

/** Makes the methods that change rows, as far as the options switch them on. */
export function createWriteMethods(context: SupabaseContext): WriteMethods {
  const { options, selection, idColumn, names, vocabulary } = context
  const { actions = {} } = options
  const keyColumn = options.create?.idempotencyColumn ?? null
  const methods: WriteMethods = {}

  /** Row-level security hides rows instead of refusing them, so that no row is not found. */
  function createChange(
    method: string,
    values: Readonly<Record<string, unknown>>,
    from: readonly ExportStatus[],
  ) {
    return async (id: string, requestOptions: RequestOptions) => {
      const words = vocabulary.writeStatuses(from)
      const rows = context
        .table()
        .update({ ...values })
        .filter(idColumn, 'eq', id)
      const kept = keepAnyOf(rows, names.status, words)
      const answer = await context.ask(method, requestOptions, kept, selection)
      const [row] = context.acceptRows(method, answer)
      if (row !== undefined) return context.takeJob(method, row)
      const current = await context.fetchRow(method, id, requestOptions)
      const { status } = context.takeJob(method, current)
      if (from.includes(status)) throw notFound(method, id)
      throw new ExportJobsError('conflict', { message: `${method}: the job ${id} is ${status}.` })
    }
  }

  /** The row of an insert, or of the one that the same key has made before. */
  async function takeInserted(answer: SupabaseAnswer, key: string, requestOptions: RequestOptions) {
    if (keyColumn !== null && /\bunique\b/i.test(answer.error?.message ?? '')) {
      const rows = context.table().select(selection).filter(keyColumn, 'eq', key)
      const known = await context.ask('createJob', requestOptions, rows)
      const [row] = context.acceptRows('createJob', known)
      if (row !== undefined) return row
    }
    return context.accept('createJob', answer).data
  }

  if (actions.create ?? true) {
    methods.createJob = async (request, { idempotencyKey, ...requestOptions }) => {
      const row = createRow(request, requestOptions.scope, context)
      if (keyColumn !== null) row[keyColumn] = idempotencyKey
      const rows = context.table().insert(row).select(selection)
      const answer = await context.send('createJob', requestOptions, rows, true)
      const inserted = await takeInserted(answer, idempotencyKey, requestOptions)
      return { kind: 'job', job: context.takeJob('createJob', inserted) }
    }
  }
  if (actions.cancel && names.status) {
    methods.cancelJob = createChange('cancelJob', actions.cancel, ['pending', 'processing'])
  }
  if (actions.retry && names.status) {
    methods.retryJob = createChange('retryJob', actions.retry, ['failed', 'canceled'])
  }
  if (actions.delete ?? true) {
    methods.deleteJob = async (id, requestOptions) => {
      const rows = context.table().delete().filter(idColumn, 'eq', id)
      const answer = await context.ask('deleteJob', requestOptions, rows, idColumn)
      const removed = context.acceptRows('deleteJob', answer, id)
      if (removed.length === 0) throw notFound('deleteJob', id)
    }
  }
  return methods
}
