import type { ExportJobsClient, RequestOptions } from '../core/client.js'
import type { ExportJob } from '../core/job.js'
import type { ExportRequest } from '../core/request.js'
import { isFinishedStatus, isUnfinishedStatus } from '../core/status.js'
import { assert, assertRejects, assertSame, need } from './assert.js'
import { checkJob } from './check-job.js'
import type { CaseContext, DefineCase } from './contract-options.js'
import { readAll } from './walk-pages.js'

/** Writes the cases about asking for, stopping, restarting and removing jobs. */
export function defineWriteCases(
  define: DefineCase,
  { client: sample, options }: CaseContext,
): void {
  const wanted = options.request
  if (sample.createJob !== undefined && wanted !== undefined) {
    define('makes a job that starts unfinished and can be read', async ({ client, request }) => {
      const job = await create(client, wanted, request, 'contract-new')
      checkJob(job, 'job')
      assert(isUnfinishedStatus(job.status), `a new job started as ${job.status}.`)
      assertSame((await client.getJob(job.id, request)).id, job.id, 'the id of the new job')
    })

    define('makes one job of two requests with one key', async ({ client, request }) => {
      const first = await create(client, wanted, request, 'contract-same')
      const second = await create(client, wanted, request, 'contract-same')
      assertSame(second.id, first.id, 'the id of the second answer')
      const third = await create(client, wanted, request, 'contract-other')
      assert(third.id !== first.id, 'another key must make another job.')
    })

    if (sample.cancelJob !== undefined) {
      define('stops a job that has not finished', async ({ client, request }) => {
        const { id } = await create(client, wanted, request, 'contract-cancel')
        const stopped = await client.cancelJob?.(id, request)
        const status = stopped?.status ?? 'unknown'
        assert(
          status === 'canceled' || status === 'canceling',
          `a cancelled job must be canceling or canceled, got ${status}.`,
        )
      })
    }
  }

  if (sample.cancelJob !== undefined) {
    define('refuses to stop a finished job with conflict', async (context) => {
      const { client, request } = context
      const { id } = await findFinished(context)
      await assertRejects(
        need(client.cancelJob?.(id, request), 'cancelJob'),
        ['conflict'],
        'cancelJob',
      )
    })
  }

  if (sample.retryJob !== undefined) {
    define('starts a failed job again under its id', async (context) => {
      const { client, request } = context
      const failed = (await readAll(context)).find(({ status }) => status === 'failed')
      const { id } = need(failed, 'a failed job')
      const job = need(await client.retryJob?.(id, request), 'retryJob')
      assertSame(job.id, id, 'the id of the job that was started again')
      assert(isUnfinishedStatus(job.status), `a job started again is ${job.status}.`)
    })
  }

  if (sample.deleteJob !== undefined) {
    define('removes a finished job for good', async (context) => {
      const { client, request } = context
      const { id } = await findFinished(context)
      await client.deleteJob?.(id, request)
      await assertRejects(
        client.getJob(id, request),
        ['not_found', 'gone'],
        'getJob after deleteJob',
      )
      const left = (await readAll(context)).filter((job) => job.id === id)
      assertSame(left, [], 'the removed job in the list')
    })
  }
}

async function create(
  client: ExportJobsClient,
  wanted: ExportRequest,
  request: RequestOptions,
  idempotencyKey: string,
): Promise<ExportJob> {
  const result = need(await client.createJob?.(wanted, { ...request, idempotencyKey }), 'createJob')
  assert(result.kind !== 'file', 'the request must make a job, not a file at once.')
  return result.job
}

async function findFinished(context: CaseContext): Promise<ExportJob> {
  const jobs = await readAll(context)
  return need(
    jobs.find(({ status }) => isFinishedStatus(status)),
    'a finished job',
  )
}
