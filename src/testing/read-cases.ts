import type { ExportJob } from '../core/job.js'
import { isUnfinishedStatus } from '../core/status.js'
import { assert, assertPlain, assertRejects, assertSame, need } from './assert.js'
import { checkJob, isInstant } from './check-job.js'
import type { CaseContext, DefineCase } from './contract-options.js'
import { makeQuery, readAll } from './walk-pages.js'

/** Writes the cases about single jobs, downloads, scopes and aborting. */
export function defineReadCases(
  define: DefineCase,
  { client: sample, options }: CaseContext,
): void {
  const { unknownId = '987654321' } = options

  define('reads a job as the list shows it', async (context) => {
    const [job] = await readAll(context)
    const { id } = need(job, 'at least one job')
    const single = await context.client.getJob(id, context.request)
    checkJob(single, 'job')
    assertSame(single.id, id, 'the id of the job that was read')
  })

  define('rejects with not_found for an id that it does not know', async ({ client, request }) => {
    await assertRejects(client.getJob(unknownId, request), ['not_found', 'gone'], 'getJob')
    await assertRejects(
      client.createDownload(unknownId, request),
      ['not_found', 'gone'],
      'createDownload',
    )
  })

  define('grants a download of a completed job', async (context) => {
    const { id } = await findDownloadable(context)
    const grant = await context.client.createDownload(id, context.request)
    assertPlain(grant, 'grant')
    assert(URL.canParse(grant.url, 'https://page.invalid'), 'grant.url must be a URL.')
    assert(
      grant.filename === null || /^[^/\\]+$/.test(grant.filename),
      `grant.filename must be null or a name without folders, got ${grant.filename}.`,
    )
    assert(
      grant.expiresAt === null || isInstant(grant.expiresAt),
      `grant.expiresAt must be null or an instant, got ${grant.expiresAt}.`,
    )
    assert(
      (grant.expiresInSeconds ?? 1) > 0,
      `grant.expiresInSeconds must be above 0, got ${grant.expiresInSeconds}.`,
    )
  })

  const { passTime } = options
  if (passTime !== undefined) {
    define('asks for a new link at each download', async (context) => {
      const { id } = await findDownloadable(context)
      const first = await context.client.createDownload(id, context.request)
      await passTime()
      const second = await context.client.createDownload(id, context.request)
      assert(first.url !== second.url, 'two download links in a row were the same one.')
    })
  }

  define('refuses the download of an unfinished job with not_ready', async (context) => {
    const jobs = await readAll(context)
    const job = jobs.find(({ status }) => isUnfinishedStatus(status))
    const { id } = need(job, 'an unfinished job')
    await assertRejects(
      context.client.createDownload(id, context.request),
      ['not_ready'],
      'createDownload',
    )
  })

  define('rejects with aborted when the caller aborted before', async ({ client, request }) => {
    const aborted = { ...request, signal: AbortSignal.abort() }
    await assertRejects(client.listJobs(makeQuery(), aborted), ['aborted'], 'listJobs')
    await assertRejects(client.getJob(unknownId, aborted), ['aborted'], 'getJob')
  })

  define('rejects with aborted at once when the caller aborts', async ({ client, request }) => {
    const controller = new AbortController()
    const call = client.listJobs(makeQuery(), { ...request, signal: controller.signal })
    controller.abort()
    await assertRejects(within(1000, call), ['aborted'], 'listJobs')
  })

  const { otherScope } = options
  if (otherScope !== undefined) {
    define('shows no job of one scope in another', async (context) => {
      const mine = await readAll(context)
      const { id } = need(mine[0], 'at least one job')
      const foreign = { ...context, request: { ...context.request, scope: otherScope } }
      const theirs = await readAll(foreign)
      const shared = mine.filter((job) => theirs.some((other) => other.id === job.id))
      assertSame(shared, [], 'the jobs that both scopes show')
      const call = context.client.getJob(id, foreign.request)
      await assertRejects(call, ['not_found', 'gone', 'forbidden'], 'getJob of another scope')
    })
  }

  if (sample.getJobs !== undefined) {
    define('reads several jobs and leaves out the unknown ones', async (context) => {
      const some = (await readAll(context)).slice(0, 3).map(({ id }) => id)
      const ids = [...some, unknownId]
      const found = (await context.client.getJobs?.(ids, context.request)) ?? []
      assertSame(found.map(({ id }) => id).toSorted(), some.toSorted(), 'the jobs that were read')
      assertSame(await context.client.getJobs?.([], context.request), [], 'the answer to no id')
    })
  }

  if (sample.listReportTypes !== undefined) {
    define('names report types that differ', async ({ client, request }) => {
      const types = (await client.listReportTypes?.(request)) ?? []
      assertPlain(types, 'reportTypes')
      const ids = types.map(({ id }) => id)
      assertSame(new Set(ids).size, ids.length, 'the number of different ids')
      assert(
        types.every(({ label }) => label !== ''),
        'each report type must have a label.',
      )
    })
  }

  if (sample.subscribe !== undefined) {
    define('stops telling news when asked to', async ({ client, request }) => {
      const events: unknown[] = []
      const stop = client.subscribe?.(request.scope, (event) => events.push(event))
      stop?.()
      await client.listJobs(makeQuery(), request)
      assertSame(events, [], 'the news after the end')
    })
  }
}

async function findDownloadable(context: CaseContext): Promise<ExportJob> {
  const jobs = await readAll(context)
  const job = jobs.find(({ status, isDownloadable }) => status === 'completed' && isDownloadable)
  return need(job, 'a completed job with a file')
}

async function within(milliseconds: number, call: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([call, late])
  } finally {
    clearTimeout(timer)
  }
}
