import type { ExportStatus } from '../src/core/status.js'
import type { ExportBackend } from './backend/backend.js'
import { createRandom } from './backend/random.js'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Situations by name. Each fills a backend with jobs and, where something goes wrong, adds faults.
 * They fit `createExportBackend({ setup })` and can be laid one over another.
 *
 * @example
 * const backend = createExportBackend({ setup: SCENARIOS.stuck })
 */
export const SCENARIOS = {
  slowQueue,
  stuck,
  rateLimited,
  expiredAtClick,
  truncated,
  cancelRace,
  malformed,
  badPage,
  offline,
  serverError,
  denied,
  empty,
  manyJobs,
  allStates,
  unicode,
} as const satisfies Readonly<Record<string, (backend: ExportBackend) => void>>

/** The name of a situation. */
export type ScenarioName = keyof typeof SCENARIOS

/** Jobs wait for ten minutes before work begins; three are waiting. */
function slowQueue(backend: ExportBackend): void {
  backend.planEvery({ queueMs: 10 * MINUTE, runMs: 2 * MINUTE })
  backend.addJob({ createdAt: ago(backend, 11 * MINUTE), reportType: 'inventory' })
  backend.addJob({ createdAt: ago(backend, 3 * MINUTE), reportType: 'vendor' })
  backend.addJob({ createdAt: ago(backend, 2 * MINUTE), fileFormat: 'pdf' })
  backend.addJob({ createdAt: ago(backend, 1 * MINUTE) })
}

/** One job has been pending for an hour and one processing for two, and no new one ever ends. */
function stuck(backend: ExportBackend): void {
  backend.planEvery({ runMs: Number.POSITIVE_INFINITY })
  backend.addJob({ createdAt: ago(backend, 2 * HOUR), status: 'processing', progress: 0.37 })
  backend.addJob({ createdAt: ago(backend, 1 * HOUR), status: 'pending' })
  backend.addJob({ createdAt: ago(backend, 3 * HOUR), status: 'completed' })
}

/** The list is refused with 429 and a `Retry-After`, so many times. */
function rateLimited(
  backend: ExportBackend,
  options: { readonly times?: number; readonly retryAfterSeconds?: number } = {},
): void {
  addSomeJobs(backend)
  backend.faults.add({
    match: { operation: 'list' },
    times: options.times ?? 1,
    refuse: { code: 'rate_limited', retryAfterSeconds: options.retryAfterSeconds ?? 5 },
  })
}

/** Links are dead when they arrive, so many times; the answer says that they live an hour. */
function expiredAtClick(backend: ExportBackend, options: { readonly times?: number } = {}): void {
  addSomeJobs(backend)
  backend.faults.add({
    match: { operation: 'grant' },
    times: options.times ?? 1,
    linkLifetimeSeconds: -1,
  })
}

/** A completed job whose file was cut at the backend's limit, and says so. */
function truncated(backend: ExportBackend): void {
  backend.addJob({
    status: 'completed',
    createdAt: ago(backend, 20 * MINUTE),
    totalRows: 10_000,
    warnings: ['10,000 of 48,112 rows: limit reached'],
  })
}

/** A running job finishes just before the request to stop it arrives, which is then refused. */
function cancelRace(backend: ExportBackend): void {
  backend.addJob({ status: 'processing', createdAt: ago(backend, 1 * MINUTE), progress: 0.97 })
  backend.faults.add({
    match: { operation: 'cancel' },
    times: Number.POSITIVE_INFINITY,
    effect: ({ jobId }) => {
      if (jobId !== null) backend.finish(jobId, 'completed')
    },
  })
}

/** The third row of every list cannot be understood. */
function malformed(backend: ExportBackend): void {
  addSomeJobs(backend)
  backend.faults.add({
    match: { operation: 'list' },
    times: Number.POSITIVE_INFINITY,
    spoilRows: [2],
  })
}

/** Every list is answered with JSON of another shape. */
function badPage(backend: ExportBackend): void {
  addSomeJobs(backend)
  backend.faults.add({
    match: { operation: 'list' },
    times: Number.POSITIVE_INFINITY,
    respond: { body: { ok: true, payload: 'maintenance' } },
  })
}

/** No request gets through, until the faults are cleared. */
function offline(backend: ExportBackend): void {
  addSomeJobs(backend)
  backend.faults.add({
    match: () => true,
    times: Number.POSITIVE_INFINITY,
    networkError: 'before',
  })
}

/** Every request fails with 500, or so many. */
function serverError(backend: ExportBackend, options: { readonly times?: number } = {}): void {
  addSomeJobs(backend)
  backend.faults.add({
    times: options.times ?? Number.POSITIVE_INFINITY,
    refuse: { code: 'unavailable', status: 500, detail: 'The server met an unexpected problem.' },
  })
}

/** There are jobs, but nobody may see this company's reports. Source: M15. */
function denied(backend: ExportBackend): void {
  addSomeJobs(backend)
  backend.permissions.deny(backend.companyId)
}

/** No jobs at all. */
function empty(_backend: ExportBackend): void {}

/** Two hundred jobs (or another number) of all kinds over three months. */
function manyJobs(backend: ExportBackend, options: { readonly count?: number } = {}): void {
  const count = options.count ?? 200
  for (let index = 0; index < count; index += 1) addVariedJob(backend, index, count)
}

/** One job of each status, and the ways in which a completed one has no download. */
function allStates(backend: ExportBackend): void {
  const minutes = (count: number) => ({ createdAt: ago(backend, count * MINUTE) })
  backend.addJob({ ...minutes(1), status: 'pending' })
  backend.addJob({ ...minutes(2), status: 'processing', progress: 0.42, totalRows: 2_310 })
  backend.addJob({ ...minutes(3), status: 'processing', progress: null, fileFormat: 'pdf' })
  backend.addJob({ ...minutes(4), status: 'canceling', progress: 0.8 })
  backend.addJob({ ...minutes(10), status: 'completed', totalRows: 1_284 })
  backend.addJob({ ...minutes(11), status: 'completed', fileFormat: 'pdf', totalRows: 120 })
  backend.addJob({ ...minutes(12), status: 'completed', files: [] })
  backend.addJob({
    ...minutes(13),
    status: 'completed',
    fileExpiresAt: ago(backend, 1 * MINUTE),
  })
  backend.addJob({ ...minutes(14), status: 'completed', delivery: 'email' })
  backend.addJob({
    ...minutes(15),
    status: 'completed',
    totalRows: 0,
    warnings: ['No rows match.'],
  })
  backend.addJob({ ...minutes(20), status: 'failed' })
  backend.addJob({ ...minutes(21), status: 'failed', error: null })
  backend.addJob({ ...minutes(30), status: 'canceled' })
  backend.addJob({ ...minutes(40), status: 'expired', source: 'schedule' })
  backend.addJob({ ...minutes(50), status: 'unknown', statusText: 'archived' })
}

/** Names and texts in many scripts, very long ones, and ones that look like markup. */
function unicode(backend: ExportBackend): void {
  const names = [
    'Größenübersicht – Zürich “Süd”',
    '東京の納品レポート',
    'تقرير المشتريات لشهر أكتوبر',
    'דוח רכש 10/2026',
    'รายงานการสั่งซื้อ',
    'Crème brûlée 🍮👩🏽‍🍳',
    '<img src=x onerror=alert(1)> & "quotes"',
    'invoice\u202Efdp.exe',
    'a'.repeat(300),
    '../../etc/passwd',
  ]
  names.forEach((name, index) => {
    const createdAt = ago(backend, (index + 1) * MINUTE)
    backend.addJob({ name, createdAt, status: 'completed', totalRows: 12 })
  })
  backend.addJob({
    name: 'Ошибка',
    createdAt: ago(backend, 20 * MINUTE),
    status: 'failed',
    error: { code: 'ВРЕМЯ', message: 'Отчёт не готов: <b>слишком долго</b>.\nПопробуйте ещё раз.' },
  })
}

function addSomeJobs(backend: ExportBackend): void {
  backend.addJob({ createdAt: ago(backend, 5 * MINUTE), status: 'completed', totalRows: 1_284 })
  backend.addJob({ createdAt: ago(backend, 1 * HOUR), status: 'completed', fileFormat: 'pdf' })
  backend.addJob({ createdAt: ago(backend, 2 * HOUR), status: 'failed' })
  backend.addJob({ createdAt: ago(backend, 1 * DAY), status: 'completed', reportType: 'vendor' })
  backend.addJob({ createdAt: ago(backend, 2 * DAY), status: 'completed', fileFormat: 'xlsx' })
}

const MOSTLY_COMPLETED: readonly [ExportStatus, ...ExportStatus[]] = [
  'completed',
  'completed',
  'completed',
  'completed',
  'failed',
]

function addVariedJob(backend: ExportBackend, index: number, count: number): void {
  const random = createRandom(`varied/${index}`)
  const isDone = index >= 3
  const age = isDone ? HOUR + Math.floor((index / count) * 90 * DAY) : (index + 1) * MINUTE
  const month = random.integer(1, 9)
  backend.addJob({
    createdAt: ago(backend, age),
    reportType: random.pick(['delivery_location', 'vendor', 'inventory']),
    fileFormat: random.pick(['csv', 'csv', 'pdf', 'xlsx']),
    dateRange: { from: `2026-0${month}-01`, to: `2026-0${month}-28` },
    createdBy: random.pick(['Dana Whitfield', 'Noël Ferreira', 'Mei Tanaka']),
    source: random.pick(['manual', 'manual', 'manual', 'schedule']),
    status: random.pick(isDone ? MOSTLY_COMPLETED : [index === 0 ? 'pending' : 'processing']),
    totalRows: isDone ? random.integer(1, 3_000) : null,
  })
}

function ago(backend: ExportBackend, ms: number): string {
  return new Date(backend.clock.now() - ms).toISOString()
}
