import type { ExportJobsClient, RequestOptions } from '../../core/client.js'
import type { CreateResult } from '../../core/request.js'
import type { RestContext } from './context.js'
import { createBody } from './create-body.js'
import { createGrantReader } from './grant-reader.js'
import { guard } from './guard.js'
import { readError } from './read-error.js'
import type { RestPath } from './request-options.js'
import { readPath } from './source.js'
import type { Answer } from './transport.js'

type WriteMethods = Pick<ExportJobsClient, 'createJob' | 'cancelJob' | 'retryJob' | 'deleteJob'>

/** Makes the methods that change something, as far as the options switch them on. */
export function createWriteMethods(context: RestContext): WriteMethods {
  const { options, jobReader, vocabulary } = context
  const { actions = {}, paths = {}, create = {} } = options
  const readGrant = createGrantReader(options.grant, context.rules)
  const methods: WriteMethods = {}

  /** A backend may answer an action with the changed job, or with nothing. */
  function createAction(method: string, path: RestPath) {
    return guard(method, async (id: string, requestOptions: RequestOptions) => {
      const plan = { method, path, id, verb: 'POST', cache: 'no-store' } as const
      const answer = await context.send(plan, requestOptions)
      if (answer.text === '') return context.fetchJob(method, id, requestOptions)
      return context.take(context.readAnswer(answer), answer)
    })
  }

  /** Reads the id of a job that an answer only points at. */
  function pointedId(answer: Answer): string | null {
    return jobReader.readId(context.jobIn(answer)) ?? locationId(answer)
  }

  async function readCreated(
    answer: Answer,
    requestOptions: RequestOptions,
  ): Promise<CreateResult | null> {
    const isExisting =
      answer.status === 409 || readPath(answer.body, create.existing ?? 'existing') === true
    const kind = isExisting ? 'existing' : 'job'
    const reading = context.readAnswer(answer)
    if (reading.ok) return { kind, job: reading.value }
    const grant = readGrant(answer.body, answer.url)
    if (grant.ok && grant.value) return { kind: 'file', grant: grant.value }
    const id = pointedId(answer)
    if (id === null) return null
    return { kind, job: await context.fetchJob('createJob', id, requestOptions) }
  }

  if (actions.create ?? true) {
    methods.createJob = guard(
      'createJob',
      async (request, { idempotencyKey, ...requestOptions }) => {
        const header =
          create.idempotencyHeader === undefined ? 'Idempotency-Key' : create.idempotencyHeader
        const answer = await context.send(
          {
            method: 'createJob',
            path: paths.create ?? paths.jobs ?? '/export-jobs',
            verb: 'POST',
            cache: 'no-store',
            accepts: [409],
            headers: header === null ? {} : { [header]: idempotencyKey },
            body: (fields) => createBody(request, requestOptions.scope, fields, create, vocabulary),
          },
          requestOptions,
        )
        const result = await readCreated(answer, requestOptions)
        if (result !== null) return result
        if (answer.status === 409) throw readError(answer, options.errorCodes ?? {})
        return { kind: 'job', job: context.take(context.readAnswer(answer), answer) }
      },
    )
  }
  if (actions.cancel) {
    methods.cancelJob = createAction('cancelJob', paths.cancel ?? '/export-jobs/{id}/cancel')
  }
  if (actions.retry) {
    methods.retryJob = createAction('retryJob', paths.retry ?? '/export-jobs/{id}/retry')
  }
  if (actions.delete) {
    methods.deleteJob = guard('deleteJob', async (id, requestOptions) => {
      const path = paths.delete ?? paths.job ?? '/export-jobs/{id}'
      const plan = { method: 'deleteJob', path, id, verb: 'DELETE', cache: 'no-store' } as const
      await context.send(plan, requestOptions)
    })
  }
  return methods
}

function locationId({ headers }: Answer): string | null {
  const path = headers.get('location')?.split(/[?#]/)[0] ?? ''
  const last = path.split('/').findLast((segment) => segment !== '')
  try {
    return last === undefined ? null : decodeURIComponent(last)
  } catch {
    return null
  }
}
