// Checked by the compiler, never run: what must be refused stands under an expected error.
import { expectTypeOf } from 'vitest'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError, type ExportJobsErrorCode } from '../../src/core/errors.js'
import type { ExportJob, ExportScope } from '../../src/core/job.js'
import type { JobListQuery, JobPage, JobSort } from '../../src/core/list-query.js'
import type { CreateResult, ExportRequest } from '../../src/core/request.js'
import type { ExportStatus } from '../../src/core/status.js'

interface Invoice {
  readonly invoiceId: string
}

declare const client: ExportJobsClient<Invoice>
declare const options: { scope: ExportScope; signal: AbortSignal }
declare const query: JobListQuery
declare const request: ExportRequest

// a client's own values come out of every method
expectTypeOf(client.listJobs(query, options)).resolves.toEqualTypeOf<JobPage<Invoice>>()
expectTypeOf(client.getJob('1', options)).resolves.toEqualTypeOf<ExportJob<Invoice>>()
expectTypeOf<JobPage<Invoice>['jobs'][number]['extra']>().toEqualTypeOf<Invoice>()
expectTypeOf<ExportJobsClient<Invoice>>().toExtend<ExportJobsClient>()

// the powers that a backend may lack are optional
// @ts-expect-error: not every backend can create
client.createJob(request, { ...options, idempotencyKey: 'k' })
if (client.createJob) {
  // @ts-expect-error: a request is not sent without its idempotency key
  client.createJob(request, options)
  expectTypeOf(client.createJob).returns.resolves.toEqualTypeOf<CreateResult<Invoice>>()
}

// closed sets are closed
expectTypeOf<'completed'>().toExtend<ExportStatus>()
expectTypeOf<'COMPLETED'>().not.toExtend<ExportStatus>()
expectTypeOf<ExportJobsError['code']>().toEqualTypeOf<ExportJobsErrorCode>()
// @ts-expect-error: not a code
new ExportJobsError('teapot', { message: 'x' })
// @ts-expect-error: the wire's word is not a field
export const wireSort: JobSort = { field: 'created_at', direction: 'desc' }

// the public model is plain: no Date, and nothing to be changed in place
declare const job: ExportJob
expectTypeOf(job.createdAt).toEqualTypeOf<string | null>()
// @ts-expect-error: a job is read-only
job.status = 'completed'

// a result tells its kinds apart
declare const result: CreateResult
if (result.kind === 'file') expectTypeOf(result.grant.url).toEqualTypeOf<string>()
// @ts-expect-error: a job is there only for the kinds that have one
else expectTypeOf(result.grant).toBeString()
