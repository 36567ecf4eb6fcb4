import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  ACTION_REFUSALS,
  type ActionContext,
  type ActionRefusal,
  resolveActions,
} from '../../src/core/actions.js'
import { type ExportJob, JOB_ACTIONS, JOB_DELIVERIES, type JobAction } from '../../src/core/job.js'
import { EXPORT_STATUSES, type ExportStatus } from '../../src/core/status.js'
import { buildJob, PROPERTY_RUNS } from './build-job.js'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const BEFORE = '2026-03-01T11:59:59Z'
const LATER = '2026-03-01T12:00:01Z'

const never = () => Promise.reject(new Error('No action is run by resolving it.'))
const FULL_CLIENT = { cancelJob: never, retryJob: never, createJob: never, deleteJob: never }
const CONTEXT: ActionContext = { client: FULL_CLIENT, can: () => true, now: NOW }
const READY = { status: 'completed', isDownloadable: true } as const

/** The refusal of an action, or `allowed`. */
function outcome(action: JobAction, job: ExportJob, context: Partial<ActionContext> = {}) {
  const verdict = resolveActions(job, { ...CONTEXT, ...context })[action]
  return verdict.allowed ? 'allowed' : verdict.refusal
}

type Outcome = ActionRefusal | 'allowed'
type Row = Readonly<Record<JobAction, Outcome>>

const BY_STATUS: Readonly<Record<ExportStatus, Row>> = {
  pending: row('not_ready', 'allowed', 'not_failed', 'unfinished'),
  processing: row('not_ready', 'allowed', 'not_failed', 'unfinished'),
  canceling: row('not_ready', 'already_canceling', 'not_failed', 'unfinished'),
  completed: row('allowed', 'already_finished', 'not_failed', 'allowed'),
  failed: row('failed', 'already_finished', 'allowed', 'allowed'),
  canceled: row('canceled', 'already_finished', 'allowed', 'allowed'),
  expired: row('file_expired', 'already_finished', 'not_failed', 'allowed'),
  unknown: row('not_ready', 'not_ready', 'not_failed', 'allowed'),
}

function row(download: Outcome, cancel: Outcome, retry: Outcome, remove: Outcome): Row {
  return { open: 'allowed', download, cancel, retry, rerun: 'allowed', delete: remove }
}

const CELLS = EXPORT_STATUSES.flatMap((status) =>
  JOB_ACTIONS.map((action) => [action, status, BY_STATUS[status][action]] as const),
)

describe('actions by status', () => {
  it.each(CELLS)('%s of a %s job: %s', (action, status, expected) => {
    const job = buildJob({ status, isDownloadable: true, parameters: {} })
    expect(outcome(action, job)).toBe(expected)
  })
})

describe('the download', () => {
  it.each<[what: string, job: Partial<ExportJob>, expected: Outcome]>([
    ['completed without a file', { isDownloadable: false }, 'no_file'],
    ['sent by e-mail', { delivery: 'email' }, 'emailed'],
    ['with an expired file', { fileExpiresAt: BEFORE }, 'file_expired'],
    [
      'whose file expires this very moment',
      { fileExpiresAt: '2026-03-01T12:00:00Z' },
      'file_expired',
    ],
    ['with a file that lives on', { fileExpiresAt: LATER }, 'allowed'],
    ['whose expiry cannot be read', { fileExpiresAt: 'soon' }, 'allowed'],
    [
      'expired and no longer marked downloadable',
      { fileExpiresAt: BEFORE, isDownloadable: false },
      'file_expired',
    ],
    ['made for direct delivery', { delivery: 'direct' }, 'allowed'],
  ])('of a job %s: %s', (_, overrides, expected) => {
    expect(outcome('download', buildJob({ ...READY, ...overrides }))).toBe(expected)
  })

  it('trusts the flag while the present instant is not known', () => {
    const job = buildJob({ ...READY, fileExpiresAt: BEFORE })
    expect(outcome('download', job, { now: null })).toBe('allowed')
  })
})

describe('running again', () => {
  it('needs the parameters of the request', () => {
    expect(outcome('rerun', buildJob({ parameters: null }))).toBe('no_parameters')
  })
})

describe('powers', () => {
  it.each<[action: JobAction, method: keyof typeof FULL_CLIENT]>([
    ['cancel', 'cancelJob'],
    ['retry', 'retryJob'],
    ['rerun', 'createJob'],
    ['delete', 'deleteJob'],
  ])('%s does not exist without %s', (action, method) => {
    const client = { ...FULL_CLIENT, [method]: undefined }
    const job = buildJob({ status: 'failed', parameters: {}, allowedActions: { [action]: true } })
    expect(outcome(action, job, { client })).toBe('unsupported')
  })

  it.each(['open', 'download'] as const)('%s needs no optional method', (action) => {
    expect(outcome(action, buildJob(READY), { client: {} })).toBe('allowed')
  })
})

describe('permissions', () => {
  it.each(JOB_ACTIONS)('%s is refused to those who may not', (action) => {
    const job = buildJob({ ...READY, allowedActions: { [action]: true } })
    expect(outcome(action, job, { can: () => false })).toBe('not_permitted')
  })

  it.each(JOB_ACTIONS)('%s waits while the host does not know yet', (action) => {
    expect(outcome(action, buildJob(READY), { can: () => 'pending' })).toBe('permission_pending')
  })

  it('asks about the job and its report type', () => {
    const can = vi.fn(() => true)
    const job = buildJob({ reportType: 'sales' })
    resolveActions(job, { ...CONTEXT, can })
    expect(can.mock.calls).toEqual(
      JOB_ACTIONS.map((action) => [action, { job, reportType: 'sales' }]),
    )
  })

  it('leaves the report type out where the job has none', () => {
    const can = vi.fn(() => true)
    const job = buildJob({ reportType: null })
    resolveActions(job, { ...CONTEXT, can })
    expect(can).toHaveBeenCalledWith('open', { job })
  })

  it('does not ask about what the backend cannot do', () => {
    const can = vi.fn(() => true)
    resolveActions(buildJob(), { ...CONTEXT, client: {}, can })
    expect(can).toHaveBeenCalledTimes(2)
  })
})

describe("the backend's word", () => {
  it.each(JOB_ACTIONS)('refuses %s with its reason', (action) => {
    const job = buildJob({
      ...READY,
      parameters: {},
      allowedActions: { [action]: { reason: 'Quota used up.' } },
    })
    expect(resolveActions(job, CONTEXT)[action]).toEqual({
      allowed: false,
      refusal: 'backend',
      reason: 'Quota used up.',
    })
  })

  it.each(['cancel', 'retry', 'rerun', 'delete'] as const)(
    'allows %s against the rules of this library',
    (action) => {
      const job = buildJob({ status: 'canceling', allowedActions: { [action]: true } })
      expect(outcome(action, job)).toBe('allowed')
    },
  )

  it('allows the download of a file in a job whose status is not known', () => {
    const job = buildJob({
      status: 'unknown',
      isDownloadable: true,
      allowedActions: { download: true },
    })
    expect(outcome('download', job)).toBe('allowed')
  })

  it.each<[what: string, job: Partial<ExportJob>, expected: Outcome]>([
    ['no file', { isDownloadable: false }, 'no_file'],
    ['an expired file', { fileExpiresAt: BEFORE }, 'file_expired'],
    ['a file that was e-mailed', { delivery: 'email' }, 'emailed'],
    ['the status expired', { status: 'expired' }, 'file_expired'],
  ])('allows no download of a job with %s', (_, overrides, expected) => {
    const job = buildJob({ ...READY, ...overrides, allowedActions: { download: true } })
    expect(outcome('download', job)).toBe(expected)
  })

  it('says nothing about the actions that it does not name', () => {
    const job = buildJob({ status: 'processing', allowedActions: { cancel: { reason: 'No.' } } })
    expect(outcome('delete', job)).toBe('unfinished')
  })
})

const anyWord = fc.constantFrom(undefined, true as const, { reason: 'No.' })
const anyJob = fc
  .record({
    status: fc.constantFrom(...EXPORT_STATUSES),
    delivery: fc.constantFrom(...JOB_DELIVERIES),
    isDownloadable: fc.boolean(),
    fileExpiresAt: fc.constantFrom(null, BEFORE, LATER),
    parameters: fc.constantFrom(null, {}),
    words: fc.tuple(...JOB_ACTIONS.map(() => anyWord)),
  })
  .map(({ words, ...fields }) => {
    const named = JOB_ACTIONS.map((action, index) => [action, words[index]])
    return buildJob({ ...fields, allowedActions: Object.fromEntries(named) })
  })
const anyContext = fc.record({
  client: fc.constantFrom(FULL_CLIENT, {}),
  can: fc.constantFrom(true, false, 'pending' as const).map((answer) => () => answer),
  now: fc.constantFrom(NOW, null),
})

describe('whatever the job and the host say', () => {
  it('allows no download of a job without a file that can be fetched', () => {
    fc.assert(
      fc.property(anyJob, anyContext, (job, context) => {
        if (outcome('download', job, context) !== 'allowed') return
        expect(job.isDownloadable).toBe(true)
        expect(job.delivery).not.toBe('email')
        expect(job.status).not.toBe('expired')
        if (context.now !== null) expect(job.fileExpiresAt).not.toBe(BEFORE)
        if (job.status !== 'completed') expect(job.allowedActions?.download).toBe(true)
      }),
      PROPERTY_RUNS,
    )
  })

  it('asks capability first, then permission, then the backend', () => {
    fc.assert(
      fc.property(anyJob, anyContext, fc.constantFrom(...JOB_ACTIONS), (job, context, action) => {
        const isPower = action !== 'open' && action !== 'download'
        const word = job.allowedActions?.[action]
        const expected = [
          isPower && context.client !== FULL_CLIENT && 'unsupported',
          context.can() === 'pending' && 'permission_pending',
          context.can() === false && 'not_permitted',
          word !== undefined && word !== true && 'backend',
        ].find((refusal) => refusal !== false)
        const got = outcome(action, job, context)
        const early = ['unsupported', 'permission_pending', 'not_permitted', 'backend']
        expect(early.includes(got) ? got : undefined).toBe(expected)
      }),
      PROPERTY_RUNS,
    )
  })

  it('gives every action one verdict, with a reason only from the backend', () => {
    fc.assert(
      fc.property(anyJob, anyContext, (job, context) => {
        const verdicts = resolveActions(job, context)
        expect(Object.keys(verdicts)).toEqual(JOB_ACTIONS)
        for (const verdict of Object.values(verdicts)) {
          if (verdict.allowed) continue
          expect(ACTION_REFUSALS).toContain(verdict.refusal)
          expect(verdict.reason).toBe(verdict.refusal === 'backend' ? 'No.' : null)
        }
      }),
      PROPERTY_RUNS,
    )
  })
})
