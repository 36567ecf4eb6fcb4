import { hashKey } from '@tanstack/react-query'
import { useContext, useRef, useState } from 'react'
import type { DownloadGrant } from '../core/download-grant.js'
import { ExportJobsError, toExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import type { CreateResult, ExportRequest } from '../core/request.js'
import { deliverGrant } from '../downloads/deliver-grant.js'
import { useStableCallback } from '../internal/use-stable.js'
import { NoticeCenterContext } from '../notices/notice-center-context.js'
import {
  type ExportJobsContextValue,
  useExportJobsContext,
} from '../provider/export-jobs-context.js'
import { checkJob } from '../queries/check-answer.js'
import { ownerOf } from '../queries/export-jobs-queries.js'
import { exportJobsKeys } from '../queries/query-keys.js'
import { getRequestKeys } from './request-keys.js'
import { usePermission } from './use-permission.js'

/** What became of asking for an export. */
export type CreateOutcome =
  /** A new job waits in the history. */
  | { readonly kind: 'job'; readonly job: ExportJob }
  /** The same export was already running; this is it. */
  | { readonly kind: 'existing'; readonly job: ExportJob }
  /** The backend answered with the file itself, and the browser has taken it. */
  | { readonly kind: 'file' }
  /** It was refused. Nothing the person typed is lost. */
  | { readonly kind: 'refused'; readonly error: ExportJobsError }

/** What {@link useCreateExportJob} returns. */
export interface UseCreateExportJobResult {
  /** Whether the backend takes requests and the host permits them. Source: E4, M15. */
  readonly canCreate: boolean
  /** Whether a request is under way. */
  readonly isCreating: boolean
  /** The latest refusal, or `null` after a success and before the first request. */
  readonly error: ExportJobsError | null
  /**
   * Asks for an export. The same request sent while one is under way joins it; sent again after a
   * time-out, a lost network or a failing server it keeps its idempotency key, be it by another button
   * of the page, so that it makes one job. Never rejects; keeps its identity.
   */
  readonly createJob: (request: ExportRequest) => Promise<CreateOutcome>
}

/** Answers after which the same request may or may not have made a job, so that its key is kept. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['timeout', 'offline', 'unavailable', 'aborted'])

interface Flight {
  readonly payload: string
  readonly outcome: Promise<CreateOutcome>
}

/**
 * Asks for exports; lists on screen show the new job at once.
 *
 * Source: M11, M12, E4.
 */
export function useCreateExportJob(): UseCreateExportJobResult {
  const context = useExportJobsContext('useCreateExportJob')
  const notices = useContext(NoticeCenterContext)
  const isPermitted = usePermission('create') === true
  const [isCreating, setIsCreating] = useState(false)
  const [error, setError] = useState<ExportJobsError | null>(null)
  const flight = useRef<Flight | null>(null)

  const send = useStableCallback(async (request: ExportRequest, payload: string) => {
    setIsCreating(true)
    const keys = getRequestKeys(context.queryClient)
    const outcome = await create(context, request, keys.take(payload))
    if (outcome.kind !== 'refused' || !OPEN_ENDED.has(outcome.error.code)) keys.settle(payload)
    if (flight.current?.payload === payload) flight.current = null
    if (outcome.kind === 'job' || outcome.kind === 'existing') notices?.watch(outcome.job)
    setIsCreating(false)
    setError(outcome.kind === 'refused' ? outcome.error : null)
    return outcome
  })

  const createJob = useStableCallback((request: ExportRequest) => {
    const payload = hashKey([context.ownerHash, request])
    if (flight.current?.payload !== payload) {
      flight.current = { payload, outcome: send(request, payload) }
    }
    return flight.current.outcome
  })

  return {
    canCreate: context.client.createJob !== undefined && isPermitted,
    isCreating,
    error,
    createJob,
  }
}

async function create(
  context: ExportJobsContextValue,
  request: ExportRequest,
  idempotencyKey: string,
): Promise<CreateOutcome> {
  const { client, scope, emit, reportError } = context
  try {
    if (client.createJob === undefined) throw notSupported()
    const { signal } = new AbortController()
    const result = await client.createJob(request, { scope, signal, idempotencyKey })
    return await take(context, request, result)
  } catch (thrown) {
    const error = toExportJobsError(thrown, 'createJob')
    emit({ type: 'request_failed', error })
    reportError(error)
    return { kind: 'refused', error }
  }
}

async function take(
  context: ExportJobsContextValue,
  request: ExportRequest,
  result: CreateResult,
): Promise<CreateOutcome> {
  if (result.kind === 'file') {
    await deliverDirect(context, result.grant)
    return { kind: 'file' }
  }
  const { queryClient, emit } = context
  const job = checkJob(result.job, 'createJob')
  const owner = ownerOf(context)
  queryClient.setQueryData(exportJobsKeys.job(owner, job.id), job)
  emit({ type: 'export_requested', jobId: job.id, request })
  // A request under way began before the job was made; it is ended so that the new list shows the job.
  const lists = { queryKey: exportJobsKeys.lists(owner) }
  void queryClient.cancelQueries(lists).then(() => queryClient.invalidateQueries(lists))
  return { kind: result.kind, job }
}

/** The first grant came with the answer; were it refused, a second one would make a second file. */
async function deliverDirect(context: ExportJobsContextValue, grant: DownloadGrant): Promise<void> {
  let grants = [grant]
  await deliverGrant({
    ask: async () => {
      const [next] = grants
      grants = []
      if (next !== undefined) return next
      throw new ExportJobsError('unavailable', {
        message: 'The file storage refused the link that createJob gave. Ask for the export again.',
      })
    },
    allowInsecure: context.allowInsecureDownloads,
    document,
    onLateRefusal: context.reportError,
  })
}

function notSupported(): ExportJobsError {
  const remedy =
    process.env.NODE_ENV === 'production'
      ? '.'
      : ', so exports cannot be asked for. Give it one, or hide the form while canCreate is false.'
  return new ExportJobsError('invalid', { message: `This client has no createJob${remedy}` })
}
