import type {
  BackendAccess,
  BackendCreateRequest,
  ExportBackend,
  ExportBackendOptions,
} from './backend.js'
import { createManualClock, createShiftedClock } from './clock.js'
import { validateCreateRequest } from './create-request.js'
import { createFaults } from './faults.js'
import { createIdempotencyKeys } from './idempotency-keys.js'
import { chooseFile, generateFile } from './job-files.js'
import { drawPlan, type PlanChoice } from './job-plan.js'
import { queryJobs } from './job-query.js'
import {
  type BackendJob,
  dropLifeCycle,
  isPastRetention,
  type JobRecord,
  jobAt,
  queuePositionOf,
  type RecordRules,
} from './job-record.js'
import { recordFromSeed } from './job-seed.js'
import { createPermissions } from './permissions.js'
import { createRandom } from './random.js'
import { BackendRefusal } from './refusal.js'
import { DEFAULT_REPORT_TYPES } from './report-types.js'
import { createRequestLog } from './request-log.js'
import { signPath, verifyPath } from './signed-path.js'

const DEFAULT_START = '2026-11-23T09:00:00.000Z'
const DAY_MS = 86_400_000

/**
 * Makes an export backend for tests, stories and demos: jobs move through their states as its clock
 * goes, files are really generated, links are signed and really expire.
 *
 * @example
 * const backend = createExportBackend()
 * backend.addJob({ reportType: 'vendor', fileFormat: 'csv', plan: { queueMs: 1_000, runMs: 5_000 } })
 * backend.clock.advance(6_000) // it has completed
 */
export function createExportBackend(options: ExportBackendOptions = {}): ExportBackend {
  const seed = String(options.seed ?? 1)
  const companyId = options.companyId ?? '7'
  const secret = options.secret ?? 'a secret of the mock backend'
  const reportTypes = options.reportTypes ?? DEFAULT_REPORT_TYPES
  const source = options.clock ?? createManualClock(DEFAULT_START)
  const clock = createShiftedClock(source)
  const rules: RecordRules = {
    cancelMs: options.cancelMs ?? 1_500,
    fileLifetimeMs: options.fileLifetimeMs ?? null,
    retentionMs: options.retention == null ? null : options.retention.days * DAY_MS,
  }
  const permissions = createPermissions()
  const faults = createFaults()
  const requestLog = createRequestLog(clock)
  const records = new Map<string, JobRecord>()
  const madeBefore = createIdempotencyKeys()
  let nextPlans: PlanChoice[] = []
  let everyPlan: PlanChoice = {}
  let lastNumber = 1_000
  let changes = 0

  const show = (record: JobRecord): BackendJob => {
    const job = jobAt(record, rules, clock.now())
    const isWaiting = job.status === 'pending' && record.overrides.queuePosition === undefined
    if (!isWaiting) return job
    return { ...job, queuePosition: queuePositionOf(record, present(), rules, clock.now()) }
  }
  const store = (record: JobRecord) => {
    records.set(record.id, record)
    changes += 1
    return show(record)
  }
  const present = () =>
    [...records.values()].filter((record) => !isPastRetention(record, rules, clock.now()))
  const planChoice = (reportType: string | null | undefined): PlanChoice => ({
    ...options.plan,
    ...(reportType == null ? {} : options.plans?.[reportType]),
    ...everyPlan,
  })
  const randomFor = (what: string) => createRandom(`${seed}/${what}`)

  function permit(companyId: string, access: BackendAccess | undefined): void {
    if (access === undefined) return
    if (!permissions.isAllowed(companyId, access.user ?? null))
      throw new BackendRefusal('forbidden')
  }

  function find(id: string, access?: BackendAccess): { record: JobRecord; job: BackendJob } {
    if (access !== undefined) permit(access.companyId, access)
    const record = records.get(id)
    const isOthers = access !== undefined && record?.companyId !== access.companyId
    if (record === undefined || isOthers || isPastRetention(record, rules, clock.now())) {
      throw new BackendRefusal('not_found')
    }
    return { record, job: show(record) }
  }

  function freeId(): string {
    do lastNumber += 1
    while (records.has(String(lastNumber)))
    return String(lastNumber)
  }

  function createRecord(request: BackendCreateRequest, user: string | null): JobRecord {
    const reportType = validateCreateRequest(request, reportTypes)
    const id = freeId()
    const now = clock.now()
    const choice = { ...planChoice(reportType.id), ...nextPlans.shift() }
    return {
      id,
      companyId: request.companyId,
      createdAt: now,
      queuedAt: now,
      cancelAt: null,
      retries: 0,
      plan: drawPlan(randomFor(`${id}/plan`), choice),
      overrides: {
        name: request.name ?? null,
        reportType: reportType.id,
        fileFormat: request.fileFormat ?? reportType.formats[0] ?? null,
        dateRange: request.dateRange,
        parameters: request.parameters,
        createdBy: user,
        delivery: reportType.delivery ?? 'download',
      },
    }
  }

  const backend: ExportBackend = {
    clock,
    reportTypes,
    companyId,
    permissions,
    faults,
    get log() {
      return requestLog.entries()
    },
    get changes() {
      return changes
    },
    reset: () => {
      records.clear()
      madeBefore.clear()
      permissions.reset()
      faults.clear()
      requestLog.clear()
      clock.reset()
      nextPlans = []
      everyPlan = {}
      lastNumber = 1_000
      changes = 0
      options.setup?.(backend)
    },
    addJob: (jobSeed = {}) => {
      const id = jobSeed.id ?? freeId()
      return store(
        recordFromSeed(jobSeed, {
          id,
          companyId: jobSeed.companyId ?? companyId,
          clock,
          random: randomFor(`${id}/plan`),
          planChoice: planChoice(jobSeed.reportType),
        }),
      )
    },
    updateJob: (id, overrides) => {
      const { record } = find(id)
      const rows = overrides.totalRows == null ? {} : { rows: overrides.totalRows }
      return store({
        ...record,
        plan: { ...record.plan, ...rows },
        overrides: { ...record.overrides, ...overrides },
      })
    },
    finish: (id, outcome) => {
      const { record } = find(id)
      const now = clock.now()
      const queueMs = Math.max(0, Math.min(record.plan.queueMs, now - record.queuedAt))
      const runMs = now - record.queuedAt - queueMs
      return store({
        ...record,
        cancelAt: null,
        plan: { ...record.plan, queueMs, runMs, outcome: outcome ?? record.plan.outcome },
        overrides: dropLifeCycle(record.overrides),
      })
    },
    planNext: (choice) => {
      nextPlans.push(choice)
    },
    planEvery: (choice) => {
      everyPlan = { ...everyPlan, ...choice }
    },
    list: (query, access) => {
      if (query.companyId !== null) permit(query.companyId, access)
      return queryJobs(present().map(show), query)
    },
    get: (id, access) => find(id, access).job,
    create: (request, access) => {
      permit(request.companyId, access)
      const earlier = madeBefore.find(request)
      const known = earlier === null ? undefined : records.get(earlier)
      if (known !== undefined) return { job: show(known), isNew: false }
      const record = createRecord(request, access?.user ?? null)
      madeBefore.note(request, record.id)
      return { job: store(record), isNew: true }
    },
    cancel: (id, access) => {
      const { record, job } = find(id, access)
      if (job.status !== 'pending' && job.status !== 'processing') {
        throw new BackendRefusal('conflict', { detail: 'The export job has already finished.' })
      }
      const overrides = dropLifeCycle(record.overrides)
      return store({ ...record, cancelAt: clock.now(), overrides })
    },
    retry: (id, access) => {
      const { record, job } = find(id, access)
      if (job.status !== 'failed' && job.status !== 'canceled') {
        throw new BackendRefusal('conflict', { detail: 'Only a failed job can be started again.' })
      }
      const retries = record.retries + 1
      const random = randomFor(`${id}/plan/${retries}`)
      const choice = { ...planChoice(job.reportType), rows: record.plan.rows, ...nextPlans.shift() }
      return store({
        ...record,
        queuedAt: clock.now(),
        cancelAt: null,
        retries,
        plan: drawPlan(random, choice),
        overrides: dropLifeCycle(record.overrides),
      })
    },
    remove: (id, access) => {
      const { job } = find(id, access)
      if (['pending', 'processing', 'canceling'].includes(job.status)) {
        throw new BackendRefusal('conflict', { detail: 'The export job is still running.' })
      }
      records.delete(id)
      changes += 1
    },
    grant: (id, choice = {}, access) => {
      const { job } = find(id, access)
      const chosen = chooseFile(job, choice, clock.now())
      const path = `/${encodeURIComponent(job.companyId)}/${encodeURIComponent(id)}/${chosen.key}`
      const expiresInSeconds = options.grantLifetimeSeconds ?? 3_600
      const seconds = Math.floor(clock.now() / 1_000)
      const expires = seconds + (choice.lifetimeSeconds ?? expiresInSeconds)
      return {
        path,
        query: signPath(secret, path, expires),
        filename: chosen.filename,
        expiresAt: (seconds + expiresInSeconds) * 1_000,
        expiresInSeconds,
      }
    },
    verify: (path, query) => verifyPath(secret, path, query, clock.now()),
    readFile: async (id, choice = {}) => {
      const { record, job } = find(id)
      return generateFile({ job, plan: record.plan, seed, reportTypes }, choice, clock.now())
    },
    generateReport: async (request, access) => {
      permit(request.companyId, access)
      const record = createRecord(request, access?.user ?? null)
      const plan = { ...record.plan, queueMs: 0, runMs: 0, outcome: 'completed' as const }
      const job = jobAt({ ...record, plan }, rules, clock.now())
      return generateFile({ job, plan, seed, reportTypes }, {}, clock.now())
    },
    record: (request) => requestLog.add(request),
  }
  options.setup?.(backend)
  return backend
}
