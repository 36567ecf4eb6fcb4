import type { ClientCapabilities, JobEvent } from '../../core/client.js'
import { ExportJobsError } from '../../core/errors.js'
import type { ExportJob, ExportScope } from '../../core/job.js'
import { JOB_FILTER_NAMES, JOB_SORT_FIELDS } from '../../core/list-query.js'
import { FILTERABLE_STATUSES } from '../../core/status.js'
import { createMethods } from './create-methods.js'
import { createGate } from './gate.js'
import { createJobStore, findJob, type JobList } from './job-store.js'
import type { MemoryClient, MemoryClientOptions, MemoryOptionalMethod } from './options.js'

const CAPABILITIES: ClientCapabilities = {
  statuses: FILTERABLE_STATUSES,
  fileFormats: ['csv', 'pdf', 'xlsx', 'zip', 'json'],
  orderings: JOB_SORT_FIELDS,
  filters: JOB_FILTER_NAMES,
  pagination: 'page',
  total: 'exact',
}

/**
 * Makes a client whose backend lives in memory, for tests, stories and demos: it filters, sorts and
 * pages like a real one, and nothing happens in it by itself. Jobs move when a test says so.
 *
 * @example
 * const client = createMemoryClient({ jobs: [buildExportJob({ id: '1', status: 'pending' })] })
 * client.update('1', { status: 'completed', isDownloadable: true })
 */
export function createMemoryClient<Extra = unknown>(
  options?: MemoryClientOptions<Extra>,
): MemoryClient<Extra>
export function createMemoryClient(options: MemoryClientOptions = {}): MemoryClient {
  const capabilities = { ...CAPABILITIES, ...options.capabilities }
  const store = createJobStore(options.jobs)
  const gate = createGate()
  const subscriptions = new Set<{ list: JobList; listener: (event: JobEvent) => void }>()

  function listFor(scope: ExportScope): JobList {
    if (options.isPermitted?.(scope) ?? true) return store.listOf(scope)
    throw new ExportJobsError('forbidden', {
      message: 'This scope may not be seen. Check which company is selected.',
      status: 403,
    })
  }

  function emit(event: JobEvent, heardIn?: JobList): void {
    for (const { list, listener } of [...subscriptions]) {
      if (heardIn === undefined || heardIn === list) listener(event)
    }
  }

  function put(list: JobList, job: ExportJob): ExportJob {
    list.jobs.set(job.id, job)
    emit({ type: 'changed', jobs: [job] }, list)
    return job
  }

  function drop(list: JobList, id: string): void {
    list.jobs.delete(id)
    emit({ type: 'removed', ids: [id] }, list)
  }

  function subscribe(scope: ExportScope, listener: (event: JobEvent) => void): () => void {
    const subscription = { list: listFor(scope), listener }
    subscriptions.add(subscription)
    // later, as from any network: the caller does not hold its way to stop yet
    queueMicrotask(() => {
      if (subscriptions.has(subscription)) listener({ type: 'connected' })
    })
    return () => {
      subscriptions.delete(subscription)
    }
  }

  const now = options.now ?? (() => Date.now())
  const methods = createMethods({ options, capabilities, gate, now, listFor, put, drop })
  const has = (method: MemoryOptionalMethod) =>
    options.methods?.includes(method) ?? method !== 'subscribe'

  return {
    key: options.key ?? 'memory',
    capabilities,
    listJobs: methods.listJobs,
    getJob: methods.getJob,
    createDownload: methods.createDownload,
    ...(has('getJobs') && { getJobs: methods.getJobs }),
    ...(has('countJobs') && { countJobs: methods.countJobs }),
    ...(has('listReportTypes') && { listReportTypes: methods.listReportTypes }),
    ...(has('createJob') && { createJob: methods.createJob }),
    ...(has('cancelJob') && { cancelJob: methods.cancelJob }),
    ...(has('retryJob') && { retryJob: methods.retryJob }),
    ...(has('deleteJob') && { deleteJob: methods.deleteJob }),
    ...(has('subscribe') && { subscribe }),

    calls: gate.calls,
    failNext: gate.failNext,
    hold: gate.hold,
    emit: (event) => emit(event),
    add(jobs, scope = {}) {
      const list = store.listOf(scope)
      for (const job of jobs) put(list, job)
    },
    update(id, patch) {
      const list = store.listWith(id)
      const job = findJob(list, id, 'update')
      if (list !== undefined) put(list, { ...job, ...patch })
    },
    remove(id) {
      const list = store.listWith(id)
      if (list !== undefined) drop(list, id)
    },
  }
}
