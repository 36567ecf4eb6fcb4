import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportJob } from '../../src/core/job.js'
import {
  DEFAULT_POLL_POLICY,
  nextPollDelay,
  type PollPlanInput,
  type PollPolicy,
} from '../../src/core/poll-plan.js'
import { EXPORT_STATUSES } from '../../src/core/status.js'
import { buildJob, PROPERTY_RUNS } from './build-job.js'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const ago = (milliseconds: number) => new Date(NOW - milliseconds).toISOString()
const jobOfAge = (age: number, overrides: Partial<ExportJob> = {}) =>
  buildJob({ createdAt: ago(age), ...overrides })

function delay(
  jobs: readonly ExportJob[] | null,
  overrides: Partial<Omit<PollPlanInput, 'jobs' | 'policy'>> & {
    policy?: Partial<PollPolicy>
  } = {},
): number | null {
  return nextPollDelay({
    now: NOW,
    failures: 0,
    retryAfterMs: null,
    random: 0.5,
    ...overrides,
    jobs,
    policy: { ...DEFAULT_POLL_POLICY, ...overrides.policy },
  })
}

describe('the wait by age', () => {
  it.each([
    [0, 2_100],
    [4 * SECOND, 2_100],
    [20 * SECOND, 5_000],
    [MINUTE, 15_000],
    [2 * MINUTE, 30_000],
    [4 * MINUTE, 57_000],
    [20 * MINUTE, 57_000],
  ])('after %i ms is %i ms', (age, expected) => {
    expect(delay([jobOfAge(age)])).toBe(expected)
  })

  it.each([
    ['lowest', 0, 13_500],
    ['highest', 1, 16_500],
  ])('spreads by a tenth: %s', (_, random, expected) => {
    expect(delay([jobOfAge(MINUTE)], { random })).toBe(expected)
  })

  it('spreads upwards at the shortest wait and downwards at the longest', () => {
    const ends = [0, HOUR / 4].flatMap((age) =>
      [0, 1].map((random) => delay([jobOfAge(age)], { random })),
    )
    expect(ends).toEqual([2_000, 2_200, 54_000, 60_000])
  })

  it('follows the youngest unfinished job', () => {
    const jobs = [jobOfAge(2 * MINUTE), jobOfAge(20 * SECOND), jobOfAge(0, { status: 'completed' })]
    expect(delay(jobs)).toBe(5_000)
  })

  it('asks for a number of looks that grows with the logarithm of the duration', () => {
    const looksUntil = (duration: number) => {
      let looks = 0
      for (let age = 0; age < duration; looks += 1) age += delay([jobOfAge(age)]) ?? duration
      return looks
    }
    const looks = [16, 32, 64, 128, 256].map((seconds) => looksUntil(seconds * SECOND))
    const added = looks.slice(1).map((count, index) => count - (looks[index] ?? 0))
    expect(Math.max(...added)).toBeLessThanOrEqual(4)
    expect(Math.min(...added)).toBeGreaterThanOrEqual(3)
  })
})

describe('nothing to look at', () => {
  it.each<[what: string, jobs: ExportJob[]]>([
    ['no job', []],
    [
      'finished jobs',
      ['completed', 'failed', 'canceled', 'expired'].map((status) => {
        return buildJob({ status: EXPORT_STATUSES.find((known) => known === status) ?? 'pending' })
      }),
    ],
  ])('gives null for %s', (_, jobs) => {
    expect(delay(jobs)).toBeNull()
  })

  it.each(['manual', 'off'] as const)('gives null in mode %s', (mode) => {
    expect(delay([jobOfAge(0)], { policy: { mode }, failures: 1, retryAfterMs: 5 })).toBeNull()
  })

  it('gives null after a failure too, once every job has finished', () => {
    const job = buildJob({ status: 'completed' })
    expect(delay([job], { failures: 2, retryAfterMs: 30 * SECOND })).toBeNull()
  })

  it.each(['pending', 'processing', 'canceling'] as const)('goes on for a %s job', (status) => {
    expect(delay([jobOfAge(MINUTE, { status })])).toBe(15_000)
  })
})

describe('a job of unknown status', () => {
  it('is looked at with the longest wait only', () => {
    expect(delay([buildJob({ status: 'unknown', createdAt: ago(0), updatedAt: ago(0) })])).toBe(
      57_000,
    )
  })

  it.each<[what: string, job: Partial<ExportJob>, expected: number | null]>([
    ['a day after its latest change', { updatedAt: ago(DAY) }, 57_000],
    ['later than that', { updatedAt: ago(DAY + 1) }, null],
    [
      'changed lately though made long ago',
      { createdAt: ago(9 * DAY), updatedAt: ago(HOUR) },
      57_000,
    ],
    ['made lately, change not told', { createdAt: ago(HOUR) }, 57_000],
    ['without any instant', {}, null],
  ])('%s', (_, overrides, expected) => {
    expect(delay([buildJob({ status: 'unknown', ...overrides })])).toBe(expected)
  })

  it('does not slow an unfinished job beside it', () => {
    const unknown = buildJob({ status: 'unknown', updatedAt: ago(0) })
    expect(delay([unknown, jobOfAge(MINUTE)])).toBe(15_000)
  })
})

describe('progress', () => {
  const working = (age: number, progress: number | null, overrides: Partial<ExportJob> = {}) =>
    jobOfAge(age, { progress, startedAt: ago(age), ...overrides })

  it('draws the next look in to shortly after the end it promises', () => {
    expect(delay([working(70 * SECOND, 0.875)])).toBe(13_500)
  })

  it('shortens the wait to a quarter at most', () => {
    expect(delay([working(100 * SECOND, 1)])).toBe(6_250)
  })

  it('stretches the wait to three times at most', () => {
    expect(delay([working(20 * SECOND, 0.01)])).toBe(15_000)
  })

  it('stays within the bounds', () => {
    expect([delay([working(0, 1)]), delay([working(4 * MINUTE, 0.01)])]).toEqual([2_100, 57_000])
  })

  it('counts from the start of the work, not from the request', () => {
    const job = working(100 * SECOND, 0.5, { startedAt: ago(10 * SECOND) })
    expect(delay([job])).toBe(10_500)
  })

  it('is not heard when the policy says so', () => {
    expect(delay([working(100 * SECOND, 1)], { policy: { etaShare: 0 } })).toBe(25_000)
  })

  it.each([null, 0, -1, 2, Number.NaN, Number.POSITIVE_INFINITY])(
    'of %s tells nothing',
    (progress) => {
      expect(delay([working(100 * SECOND, progress)])).toBe(25_000)
    },
  )
})

describe('a stuck job', () => {
  it('is looked at less often than any other', () => {
    const either = [29, 30].map((minutes) => delay([jobOfAge(minutes * MINUTE)]))
    expect(either).toEqual([57_000, 171_000])
  })

  it('is one that takes three times as long as its report type usually does', () => {
    const policy = { expectedDurationMs: { sales: 10 * SECOND } }
    const waits = [29, 30].map((seconds) => delay([jobOfAge(seconds * SECOND)], { policy }))
    expect(waits).toEqual([7_250, 15_000])
  })

  it('may be slow by nature: its report type puts the threshold off', () => {
    const policy = { expectedDurationMs: { sales: HOUR } }
    expect(delay([jobOfAge(2 * HOUR)], { policy })).toBe(57_000)
  })

  it('does not slow a fresh one beside it', () => {
    expect(delay([jobOfAge(HOUR), jobOfAge(MINUTE)])).toBe(15_000)
  })

  it('is not sped up by its progress', () => {
    expect(delay([jobOfAge(HOUR, { progress: 1 })])).toBe(171_000)
  })

  it('has no usual duration by a name that every object has', () => {
    expect(delay([jobOfAge(MINUTE, { reportType: 'constructor' })])).toBe(15_000)
  })
})

describe('failed looks', () => {
  it('back off by doubling, to two minutes', () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map((failures) => {
      return [0, 1].map((random) => delay([jobOfAge(0)], { failures, random }))
    })
    expect(waits).toEqual([
      [5_000, 7_500],
      [10_000, 15_000],
      [20_000, 30_000],
      [40_000, 60_000],
      [80_000, 120_000],
      [80_000, 120_000],
      [80_000, 120_000],
    ])
  })

  it('are repeated too while no look has ever brought an answer', () => {
    const waits = [0, 1, 2].map((failures) => delay(null, { failures, random: 0 }))
    expect(waits).toEqual([null, 5_000, 10_000])
  })

  it('are never repeated sooner than a good look would be', () => {
    expect(delay([jobOfAge(2 * MINUTE)], { failures: 1, random: 0 })).toBe(30_000)
  })
})

describe('Retry-After', () => {
  it('is a minimum, spread by up to a fifth', () => {
    const waits = [0, 1].map((random) =>
      delay([jobOfAge(0)], { failures: 1, retryAfterMs: 30 * SECOND, random }),
    )
    expect(waits).toEqual([30_000, 36_000])
  })

  it('does not shorten a longer wait', () => {
    expect(delay([jobOfAge(2 * MINUTE)], { failures: 1, retryAfterMs: 10, random: 0 })).toBe(30_000)
  })

  it('is heard without a failure too', () => {
    expect(delay([jobOfAge(0)], { retryAfterMs: 40 * SECOND, random: 0 })).toBe(40_000)
  })

  it('stays within what a timer can hold', () => {
    expect(delay([jobOfAge(0)], { retryAfterMs: 90 * DAY })).toBe(2_147_483_647)
  })
})

describe('ages that cannot be trusted', () => {
  const seen = (age: number) => new Map([['7', NOW - age]])

  it.each<[what: string, job: Partial<ExportJob>, expected: number]>([
    ['no instant: a minute', {}, 15_000],
    ['no instant but a start', { startedAt: ago(20 * SECOND) }, 5_000],
    ['an instant that cannot be read: a minute', { createdAt: 'yesterday' }, 15_000],
    ['a few seconds in the future: new', { createdAt: ago(-4 * SECOND) }, 2_100],
    ['an hour in the future: a minute', { createdAt: ago(-HOUR) }, 15_000],
    ['over 30 days old: stuck', { createdAt: ago(31 * DAY) }, 171_000],
  ])('%s', (_, overrides, expected) => {
    expect(delay([buildJob(overrides)])).toBe(expected)
  })

  it.each<[what: string, createdAt: string | null]>([
    ['missing', null],
    ['an hour in the future', ago(-HOUR)],
    ['over 30 days old', ago(31 * DAY)],
    ['an hour off for a job that began here', ago(HOUR)],
  ])('are counted from the first sight: %s', (_, createdAt) => {
    const firstSeenAt = seen(20 * SECOND)
    expect(delay([buildJob({ createdAt })], { firstSeenAt })).toBe(5_000)
  })

  it('leaves jobs alone that are not named', () => {
    const firstSeenAt = new Map([['8', NOW]])
    expect(delay([jobOfAge(MINUTE)], { firstSeenAt })).toBe(15_000)
  })
})

const junkNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(
    0,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e308,
    5e-324,
  ),
)
const junkInstant = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.integer({ min: -90 * DAY, max: 90 * DAY }).map(ago),
)
const junkJob = fc
  .record({
    id: fc.constantFrom('7', '8'),
    status: fc.constantFrom(...EXPORT_STATUSES),
    progress: fc.oneof(fc.constant(null), junkNumber),
    reportType: fc.constantFrom(null, 'sales', '__proto__'),
    createdAt: junkInstant,
    startedAt: junkInstant,
    updatedAt: junkInstant,
  })
  .map(buildJob)
const numberKeys = [
  'minDelayMs',
  'maxDelayMs',
  'ageShare',
  'etaShare',
  'jitter',
  'errorDelayMs',
  'maxErrorDelayMs',
  'stuckAfterMs',
  'stuckDelayMs',
] as const
const junkPolicy = fc
  .record({
    numbers: fc.dictionary(fc.constantFrom(...numberKeys), junkNumber),
    expectedDurationMs: fc.dictionary(fc.constantFrom('sales', 'stock'), junkNumber),
  })
  .map(({ numbers, ...rest }): PollPolicy => ({ ...DEFAULT_POLL_POLICY, ...numbers, ...rest }))
const junkInput = fc.record({
  jobs: fc.array(junkJob),
  now: fc.oneof(fc.constant(NOW), junkNumber),
  failures: junkNumber,
  retryAfterMs: fc.oneof(fc.constant(null), junkNumber),
  random: fc.oneof(fc.double({ min: 0, max: 1 }), junkNumber),
  firstSeenAt: fc
    .array(fc.tuple(fc.constantFrom('7', '8'), junkNumber))
    .map((entries) => new Map(entries)),
})

describe('whatever comes in', () => {
  it('gives null or a whole, positive wait that a timer can hold', () => {
    fc.assert(
      fc.property(junkInput, junkPolicy, (input, policy) => {
        const wait = nextPollDelay({ ...input, policy })
        if (wait === null) return
        expect(Number.isInteger(wait)).toBe(true)
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(2_147_483_647)
      }),
      PROPERTY_RUNS,
    )
  })

  it('keeps the bounds of the default policy after a good look', () => {
    fc.assert(
      fc.property(junkInput, (input) => {
        const wait = delay(input.jobs, { ...input, failures: 0, retryAfterMs: null })
        if (wait === null) return
        expect(wait).toBeGreaterThanOrEqual(2_000)
        expect(wait).toBeLessThanOrEqual(180_000)
      }),
      PROPERTY_RUNS,
    )
  })

  it('goes on while a job is unfinished, and only then or for an unknown status', () => {
    fc.assert(
      fc.property(junkInput, junkPolicy, (input, policy) => {
        const statuses = input.jobs.map(({ status }) => status)
        const isUnfinished = statuses.some((status) => {
          return status === 'pending' || status === 'processing' || status === 'canceling'
        })
        const wait = nextPollDelay({ ...input, policy })
        if (isUnfinished) expect(wait).not.toBeNull()
        else if (!statuses.includes('unknown')) expect(wait).toBeNull()
      }),
      PROPERTY_RUNS,
    )
  })

  it('never comes before a Retry-After', () => {
    const least = fc.integer({ min: 1, max: DAY })
    fc.assert(
      fc.property(junkInput, junkPolicy, least, (input, policy, retryAfterMs) => {
        const wait = nextPollDelay({ ...input, policy, retryAfterMs })
        if (wait !== null) expect(wait).toBeGreaterThanOrEqual(retryAfterMs)
      }),
      PROPERTY_RUNS,
    )
  })

  it('answers the same input with the same wait', () => {
    fc.assert(
      fc.property(junkInput, junkPolicy, (input, policy) => {
        expect(nextPollDelay({ ...input, policy })).toBe(nextPollDelay({ ...input, policy }))
      }),
      PROPERTY_RUNS,
    )
  })
})
