import type { BackendAccess } from '../../backend/backend.js'
import { BackendRefusal } from '../../backend/refusal.js'
import type { Dialect, DialectAnswer, DialectCall } from '../../http/dialect.js'
import { isRecord, readJson } from '../wire-values.js'
import { readCreateRequest } from './create-request.js'
import { readListRequest } from './list-request.js'
import { toProblem } from './problem.js'
import { toWireJob } from './wire-job.js'

/** How a Mathership backend is set up. */
export interface MathershipDialectOptions {
  /** IANA zone of the calendar dates that the list is filtered by. Default `UTC`. */
  readonly timeZone?: string
}

/**
 * Makes the wire format of the Mathership system, which is the library's default contract: JSON in
 * snake case, pages from 0, problem documents, files inside a ZIP.
 *
 * Every request names its company; one that does not is refused. Source: M6 to M17.
 */
export function createMathershipDialect({
  timeZone = 'UTC',
}: MathershipDialectOptions = {}): Dialect {
  return {
    name: 'mathership',
    packaging: 'zip',
    routes: [
      {
        operation: 'list',
        method: 'GET',
        path: '/export-jobs',
        answer: (call) => answerList(call, timeZone),
      },
      { operation: 'create', method: 'POST', path: '/export-jobs', answer: answerCreate },
      { operation: 'get', method: 'GET', path: '/export-jobs/:id', answer: answerGet },
      { operation: 'remove', method: 'DELETE', path: '/export-jobs/:id', answer: answerRemove },
      { operation: 'grant', method: 'GET', path: '/export-jobs/:id/download', answer: answerGrant },
      {
        operation: 'cancel',
        method: 'POST',
        path: '/export-jobs/:id/cancel',
        answer: answerCancel,
      },
      { operation: 'retry', method: 'POST', path: '/export-jobs/:id/retry', answer: answerRetry },
      { operation: 'report', method: 'GET', path: '/reports/:id/file', answer: answerReport },
      { operation: 'reportTypes', method: 'GET', path: '/report-types', answer: answerReportTypes },
    ],
    refuse: toProblem,
    rowsOf: (body) => (isRecord(body) && Array.isArray(body.results) ? body.results : null),
    withRows: (body, results) => (isRecord(body) ? { ...body, results } : body),
    spoilRow: (row) => (isRecord(row) ? { ...row, status: { word: row.status } } : null),
  }
}

/** The Mathership wire format with its calendar dates in UTC. */
export const mathershipDialect: Dialect = createMathershipDialect()

function answerList(call: DialectCall, timeZone: string): DialectAnswer {
  const access = accessOf(call)
  const query = readListRequest(call.query, access.companyId, timeZone)
  const { jobs, page, pageSize, total, totalPages } = call.backend.list(query, access)
  const results = jobs.map(toWireJob)
  const body = { results, page, page_size: pageSize, total, total_pages: totalPages }
  return { status: 200, body, hasEtag: true }
}

async function answerCreate({ backend, request, user }: DialectCall): Promise<DialectAnswer> {
  const read = readCreateRequest(await readJson(request), request.headers.get('Idempotency-Key'))
  const { job, isNew } = backend.create(read, { companyId: read.companyId, user })
  return { status: isNew ? 201 : 200, body: toWireJob(job) }
}

function answerGet(call: DialectCall): DialectAnswer {
  return { status: 200, body: toWireJob(call.backend.get(call.id, accessOf(call))), hasEtag: true }
}

function answerRemove(call: DialectCall): DialectAnswer {
  call.backend.remove(call.id, accessOf(call))
  return { status: 204 }
}

async function answerGrant(call: DialectCall): Promise<DialectAnswer> {
  const grant = await call.grant(call.id, call.query.get('file_id'), accessOf(call))
  const { url, expiresInSeconds, filename } = grant
  const body = { download_url: url, expires_in_seconds: expiresInSeconds, filename }
  return { status: 200, body, headers: { 'Cache-Control': 'no-store' } }
}

function answerCancel(call: DialectCall): DialectAnswer {
  return { status: 200, body: toWireJob(call.backend.cancel(call.id, accessOf(call))) }
}

function answerRetry(call: DialectCall): DialectAnswer {
  return { status: 200, body: toWireJob(call.backend.retry(call.id, accessOf(call))) }
}

function answerReportTypes({ backend }: DialectCall): DialectAnswer {
  const body = backend.reportTypes.map(({ id, label, description, formats, ...type }) => ({
    id,
    label,
    description,
    formats,
    expected_duration_ms: type.expectedDurationMs,
  }))
  return { status: 200, body, hasEtag: true }
}

/** The report itself, at once. Source: M12. */
async function answerReport({ backend, query, id, user }: DialectCall): Promise<DialectAnswer> {
  const body = { ...Object.fromEntries(query), report_type: id }
  const read = readCreateRequest(body, null)
  const file = await backend.generateReport(read, { companyId: read.companyId, user })
  return { status: 200, file }
}

function accessOf({ query, user }: DialectCall): BackendAccess {
  const companyId = query.get('company_id')
  if (companyId !== null && companyId !== '') return { companyId, user }
  const fieldErrors = { company_id: ['This field is required.'] }
  throw new BackendRefusal('invalid', { fieldErrors })
}
