import type { ClientCapabilities, ExportJobsClient, RequestOptions } from '../../core/client.js'
import type { ExportJob, ExportScope } from '../../core/job.js'
import type { Gate } from './gate.js'
import {
  cancelledJob,
  refuseDownload,
  refuseUnfinished,
  requestedJob,
  retriedJob,
} from './job-changes.js'
import { findJob, type JobList } from './job-store.js'
import type { MemoryClientOptions, MemoryMethod } from './options.js'
import { paginate } from './paginate.js'
import { selectJobs } from './select-jobs.js'

type MemoryMethods = Required<Pick<ExportJobsClient, MemoryMethod>>

/** What the methods stand on. */
export interface MethodContext {
  readonly options: MemoryClientOptions
  readonly capabilities: ClientCapabilities
  readonly gate: Gate
  /** The present instant in epoch milliseconds. */
  now(): number
  /** The jobs that a scope may see. */
  listFor(scope: ExportScope): JobList
  /** Stores a job and tells the listeners. */
  put(list: JobList, job: ExportJob): ExportJob
  /** Takes a job away and tells the listeners. */
  drop(list: JobList, id: string): void
}

/** Makes every method that asks something of the backend. */
export function createMethods(context: MethodContext): MemoryMethods {
  const { options, capabilities, gate, listFor, put } = context
  let counter = 0

  const timestamp = () => new Date(context.now()).toISOString()

  function change(method: MemoryMethod, apply: (job: ExportJob, now: string) => ExportJob) {
    return (id: string, request: RequestOptions) =>
      gate.pass(method, [id], request, () => {
        const list = listFor(request.scope)
        return put(list, apply(findJob(list, id, method), timestamp()))
      })
  }

  return {
    listJobs: (query, request) =>
      gate.pass('listJobs', [query], request, () => {
        const jobs = [...listFor(request.scope).jobs.values()]
        return paginate(selectJobs(jobs, query, capabilities), query, capabilities, timestamp())
      }),

    getJob: (id, request) =>
      gate.pass('getJob', [id], request, () => findJob(listFor(request.scope), id, 'getJob')),

    createDownload: (id, { fileId, ...request }) =>
      gate.pass('createDownload', fileId === undefined ? [id] : [id, fileId], request, () => {
        const job = findJob(listFor(request.scope), id, 'createDownload')
        refuseDownload(job, fileId, context.now())
        counter += 1
        return (
          options.createGrant?.(job, fileId) ?? {
            url: `https://files.invalid/${encodeURIComponent(id)}?grant=${counter}`,
            filename: `${job.name ?? id}.${job.fileFormat ?? 'bin'}`,
            expiresAt: null,
            expiresInSeconds: 3600,
          }
        )
      }),

    getJobs: (ids, request) =>
      gate.pass('getJobs', [ids], request, () => {
        const { jobs } = listFor(request.scope)
        return ids.flatMap((id) => jobs.get(id) ?? [])
      }),

    countJobs: (query, request) =>
      gate.pass('countJobs', [query], request, () => {
        const jobs = [...listFor(request.scope).jobs.values()]
        return selectJobs(jobs, query, capabilities).length
      }),

    listReportTypes: (request) =>
      gate.pass('listReportTypes', [], request, () => {
        listFor(request.scope)
        return options.reportTypes ?? []
      }),

    createJob: (wanted, { idempotencyKey, ...request }) =>
      gate.pass('createJob', [wanted, idempotencyKey], request, () => {
        const list = listFor(request.scope)
        const known = list.jobs.get(list.idsByKey.get(idempotencyKey) ?? '')
        if (known !== undefined) return { kind: 'job', job: known }
        counter += 1
        const id = options.createId?.() ?? `new-${counter}`
        list.idsByKey.set(idempotencyKey, id)
        const extra = options.createExtra?.() ?? null
        return { kind: 'job', job: put(list, requestedJob(id, wanted, timestamp(), extra)) }
      }),

    cancelJob: change('cancelJob', cancelledJob),

    retryJob: change('retryJob', retriedJob),

    deleteJob: (id, request) =>
      gate.pass('deleteJob', [id], request, () => {
        const list = listFor(request.scope)
        refuseUnfinished(findJob(list, id, 'deleteJob'))
        context.drop(list, id)
      }),
  }
}
