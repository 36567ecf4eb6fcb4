import { cvatPoller, fixedPoller, koboPoller, type Poller, planPoller } from './polling/pollers.js'
import { formatTable, seconds, times } from './polling/tables.js'
import { type HerdEvent, watchHerd } from './polling/watch-a-herd.js'
import { type WatchResult, type WatchSetting, watchJobs } from './polling/watch-one-job.js'

const JOBS = 20_000
const HERD = 100_000
/** The tables are the first seed's, which `--seed` chooses; the bars must hold with each. */
const SEED = readSeed(process.argv)
const SEEDS = [0, 1, 2, 3, 4].map((step) => SEED + 1_000 * step)
const PLAN = planPoller()
const BASELINE = fixedPoller(5)
const POLLERS = [PLAN, BASELINE, fixedPoller(3), fixedPoller(10), koboPoller, cvatPoller]

interface Bar {
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly mustStayBelow: boolean
}

const bars: Bar[] = []

console.log(`Seed ${SEED}; the bars over the seeds ${SEEDS.join(', ')}`)

for (const withProgress of [true, false]) {
  for (const tabs of [1, 5, 20]) printWatch({ tabs, withProgress, hiddenTimerMs: 0 })
  barWatch(withProgress, 1, withProgress ? 0.3 : 0.4)
  barWatch(withProgress, 5, withProgress ? 0.07 : 0.09)
}
printWatch({ tabs: 5, withProgress: true, hiddenTimerMs: 60_000 })

printHerd({ kind: 'outage', durationMs: 300_000 }, 'an outage of 300 s', POLLERS)
for (const wait of [60, 30]) {
  printHerd(
    { kind: 'retry-after', retryAfterMs: wait * 1_000 },
    `one Retry-After of ${wait} s to all at the same instant`,
    [PLAN],
  )
}

console.log('\nBars')
for (const { name, value, limit, mustStayBelow } of bars) {
  console.log(
    `${passes({ name, value, limit, mustStayBelow }) ? 'PASS' : 'FAIL'}  ${name}: ` +
      `${value.toFixed(3)} (${mustStayBelow ? 'under' : 'at most'} ${limit.toFixed(3)})`,
  )
}
const failed = bars.filter((bar) => !passes(bar)).length
console.log(`\n${bars.length - failed} bars hold, ${failed} do not`)
process.exitCode = failed === 0 ? 0 : 1

function readSeed(args: readonly string[]): number {
  const at = args.indexOf('--seed')
  const seed = at === -1 ? 7 : Number(args[at + 1])
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw new Error('--seed takes a whole number, such as --seed 42.')
}

function passes({ value, limit, mustStayBelow }: Bar): boolean {
  return mustStayBelow ? value < limit : value <= limit
}

function printWatch(setting: Omit<WatchSetting, 'jobs' | 'seed'>): void {
  const full = { ...setting, jobs: JOBS, seed: SEED }
  const baseline = watchJobs(BASELINE, full)
  const rows = POLLERS.map((poller) => {
    const result = watchJobs(poller, full)
    return [
      poller.name,
      result.requestsPerJob.toFixed(2),
      times(result.requestsPerJob / baseline.requestsPerJob),
      seconds(result.medianDelayMs),
      seconds(result.p95DelayMs),
      result.p95RelativeDelay.toFixed(2),
    ]
  })
  const progress = setting.withProgress ? 'every second job reports progress' : 'no progress'
  const slowed = setting.hiddenTimerMs === 0 ? '' : ', hidden tabs slowed to one timer a minute'
  console.log(`\n${full.jobs} jobs, ${progress}, ${setting.tabs} tab(s), one visible${slowed}`)
  const header = [
    '',
    'requests/job',
    'of fixed 5 s',
    'delay median',
    'delay 95 %',
    '95 % delay/duration',
  ]
  console.log(formatTable(header, rows))
}

function barWatch(withProgress: boolean, tabs: number, limit: number): void {
  const pairs = SEEDS.map((seed): [ours: WatchResult, theirs: WatchResult] => {
    const setting = { jobs: JOBS, seed, tabs, withProgress, hiddenTimerMs: 0 }
    return [watchJobs(PLAN, setting), watchJobs(BASELINE, setting)]
  })
  const worst = (figure: (result: WatchResult) => number) =>
    Math.max(...pairs.map(([ours, theirs]) => figure(ours) / figure(theirs)))
  const where = `${withProgress ? 'half with' : 'no'} progress, ${tabs} tab(s), worst of ${SEEDS.length} seeds`
  const add = (what: string, value: number, most: number) =>
    bars.push({ name: `${what} of fixed 5 s, ${where}`, value, limit: most, mustStayBelow: false })
  add(
    'requests',
    worst((result) => result.requestsPerJob),
    limit,
  )
  add(
    'median delay',
    worst((result) => result.medianDelayMs),
    1,
  )
  add(
    '95 % relative delay',
    worst((result) => result.p95RelativeDelay),
    1,
  )
}

function printHerd(event: HerdEvent, name: string, pollers: readonly Poller[]): void {
  const rows = pollers.map((poller) => {
    const result = watchHerd(poller, event, { tabs: HERD, seed: SEED })
    const ratio = result.peakRateAfter / result.steadyRate
    if (poller === PLAN) {
      const bar = `peak after ${name}, of the steady rate`
      bars.push({ name: bar, value: ratio, limit: 3, mustStayBelow: true })
    }
    return [
      poller.name,
      result.steadyRate.toFixed(0),
      result.peakRateDuring.toFixed(0),
      result.peakRateAfter.toFixed(0),
      times(ratio),
    ]
  })
  console.log(`\n${HERD} tabs through ${name}; requests per second`)
  console.log(formatTable(['', 'steady', 'peak during', 'peak after', 'of steady'], rows))
}
