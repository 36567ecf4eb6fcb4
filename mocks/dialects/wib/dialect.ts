import type { BackendAccess } from '../../backend/backend.js'
import { BackendRefusal } from '../../backend/refusal.js'
import type { Dialect, DialectAnswer, DialectCall } from '../../http/dialect.js'
import { readListRequest } from './list-request.js'
import { toWibRefusal } from './refusal.js'
import { fromWireId, toWireId, toWireReport } from './wire-report.js'

const REPORTS = '/projects/:projectId/report-exports'

/**
 * The wire format of the WIB system: the project in the path, everything under `data`, pages from 1,
 * words and field names of its own, refusals with codes of its own, spreadsheets as they are.
 *
 * Source: W1 to W13.
 */
export const wibDialect: Dialect = {
  name: 'wib',
  packaging: 'plain',
  routes: [
    { operation: 'list', method: 'GET', path: REPORTS, answer: answerList },
    { operation: 'create', method: 'POST', path: REPORTS, answer: answerCreate },
    { operation: 'get', method: 'GET', path: `${REPORTS}/:id`, answer: answerGet },
    { operation: 'grant', method: 'POST', path: `${REPORTS}/:id/file-link`, answer: answerGrant },
  ],
  refuse: toWibRefusal,
  rowsOf: (body) => (isRecord(body) && Array.isArray(body.data) ? body.data : null),
  withRows: (body, data) => (isRecord(body) ? { ...body, data } : body),
  spoilRow: (row) => (isRecord(row) ? { ...row, status: 7 } : null),
}

function answerList(call: DialectCall): DialectAnswer {
  const access = accessOf(call)
  const query = readListRequest(call.query, access.companyId)
  const { jobs, page, pageSize, total, totalPages } = call.backend.list(query, access)
  const paging = { pageNumber: page + 1, rowsPerPage: pageSize, rowCount: total, totalPages }
  return { status: 200, body: { data: jobs.map(toWireReport), paging }, hasEtag: true }
}

/** Accepts a request and points at what will come of it. Source: W11. */
async function answerCreate(call: DialectCall): Promise<DialectAnswer> {
  const access = accessOf(call)
  const reportType = await readType(call.request)
  const day = new Date(call.backend.clock.now()).toISOString().slice(0, 10)
  const { job } = call.backend.create(
    {
      companyId: access.companyId,
      name: `${reportType}_${day}`,
      reportType,
      fileFormat: 'xlsx',
      dateRange: null,
      parameters: {},
      idempotencyKey: call.request.headers.get('X-Request-Token'),
    },
    access,
  )
  return { status: 202, body: { data: { exportId: toWireId(job.id) } } }
}

function answerGet(call: DialectCall): DialectAnswer {
  const job = call.backend.get(fromWireId(call.id), accessOf(call))
  return { status: 200, body: { data: toWireReport(job) }, hasEtag: true }
}

/** The link lives for minutes and says so by its end. Source: W6, W12. */
async function answerGrant(call: DialectCall): Promise<DialectAnswer> {
  const grant = await call.grant(fromWireId(call.id), null, accessOf(call))
  const { url, expiresAt, filename } = grant
  const file = { href: url, validUntil: new Date(expiresAt).toISOString(), saveAs: filename }
  return { status: 200, body: { data: { file } }, headers: { 'Cache-Control': 'no-store' } }
}

function accessOf({ params, user }: DialectCall): BackendAccess {
  return { companyId: params.projectId ?? '', user }
}

async function readType(request: Request): Promise<string> {
  const body: unknown = await request.json().catch(() => null)
  if (isRecord(body) && typeof body.type === 'string') return body.type
  throw new BackendRefusal('invalid', { fieldErrors: { type: ['Report type expected.'] } })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
