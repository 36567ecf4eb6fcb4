// Measures our history table against a table written by hand: CPU time of the page's main thread,
// what a poll draws and changes, elements, and whether mounts leave anything behind.
// Usage: npm run bench:table [-- --runs 7]; exits 1 where a bar is missed.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const runsAt = process.argv.indexOf('--runs')
const RUNS = runsAt === -1 ? 7 : Number(process.argv[runsAt + 1])
if (!(RUNS > 0)) throw new Error('--runs takes a number, such as --runs 7.')

/** What is timed: the calls of one sample, and what is done between them untimed. */
const TIMED = [
  { name: 'mount 20', bar: 1.6, times: 10, pageSize: 20, action: 'mount' },
  { name: 'mount 200', bar: 1.2, times: 4, pageSize: 200, action: 'mount' },
  { name: 'next page of 200', bar: 1.2, times: 6, pageSize: 200, action: 'nextPage' },
  { name: 'poll, nothing changed', bar: 0.3, times: 20, pageSize: 200, action: 'poll' },
  { name: 'poll, 1 of 200 changed', bar: 0.75, times: 20, pageSize: 200, action: 'pollOneChanged' },
]
const WARM_UP_MOUNTS = 50
const MOUNTS = 1_000
const ELEMENTS_BAR = 3_500
const SLOPE_BAR_BYTES = 2_000

const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  executablePath: await findChromium(),
})
// still: icons that turn would be counted as work of whatever is timed
const context = await browser.newContext({
  viewport: { width: 1_280, height: 900 },
  reducedMotion: 'reduce',
})
const ours = await open('ours', ['src/styles/index.css'])
const floor = await open('floor', [])
const missed = []

console.log(`CPU time of ours by that of a table without a library, medians of ${RUNS} runs\n`)
for (const timed of TIMED) {
  const [mine, theirs] = [[], []]
  // once more than counted, so that both are warm
  for (let run = 0; run <= RUNS; run += 1) {
    mine.push(await time(ours, timed))
    theirs.push(await time(floor, timed))
  }
  const [one, other] = [mine, theirs].map((samples) => median(samples.slice(1)))
  report(timed.name, one / other, timed.bar, ratio, `${ms(one)} by ${ms(other)} each`)
}

console.log('\nOne poll over 200 rows')
const counts = {}
for (const contestant of [ours, floor]) {
  await contestant.page.evaluate(() => bench.mount(200))
  counts[contestant.name] = {
    elements: await contestant.page.evaluate(() => bench.elements()),
    unchanged: await contestant.page.evaluate(() => bench.count('poll')),
    changed: await contestant.page.evaluate(() => bench.count('pollOneChanged')),
  }
  await contestant.page.evaluate(() => bench.unmount())
}
const [us, them] = [counts.ours, counts.floor]
const whole = String
const floorHas = (value) => `the floor ${value}`
report(
  'DOM mutations, nothing changed',
  us.unchanged.mutations,
  0,
  whole,
  floorHas(them.unchanged.mutations),
)
report('DOM mutations, 1 changed', us.changed.mutations, 4, whole, floorHas(them.changed.mutations))
report(
  'component renders, nothing changed',
  us.unchanged.renders,
  0,
  whole,
  floorHas(them.unchanged.renders),
)
report(
  'component renders, 1 changed',
  us.changed.renders,
  31,
  whole,
  floorHas(them.changed.renders),
)
report('elements of the table', us.elements, ELEMENTS_BAR, whole, floorHas(them.elements))

console.log(`\nHeap over ${MOUNTS} mounts of 20 rows, after ${WARM_UP_MOUNTS}`)
const slopes = { ours: await heapSlope(ours), floor: await heapSlope(floor) }
report(
  'bytes that a mount leaves',
  slopes.ours,
  SLOPE_BAR_BYTES,
  bytes,
  floorHas(bytes(slopes.floor)),
)

await browser.close()
console.log(missed.length === 0 ? '\nAll bars hold.' : `\nMissed: ${missed.join('; ')}`)
process.exitCode = missed.length === 0 ? 0 : 1

/** Opens a contestant, built as a host would ship it. */
async function open(name, styles) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`test/bench/table/${name}.tsx`, ...styles],
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(name, error.message))
  await page.route('http://bench.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>Bench</title><body></body></html>',
    }),
  )
  // in place before React, which looks for it once
  await page.addInitScript(() => {
    globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount() {},
      onCommitFiberRoot: (_id, root) => globalThis.onCommit?.(root),
    }
  })
  await page.goto(`http://bench.test/${name}`)
  if (styles.length > 0) await page.addStyleTag({ content: textOf('.css') })
  await page.addScriptTag({ type: 'module', content: textOf('.js') })
  await page.waitForFunction(() => 'bench' in globalThis)
  const session = await context.newCDPSession(page)
  // time that the thread really worked, not time that other programs took
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await session.send('Performance.enable')
  return { name, page, session }
}

async function metric({ session }, name) {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((known) => known.name === name).value
}

/** Milliseconds that one call takes, on average over a sample. */
async function time(contestant, { action, times, pageSize }) {
  const { page } = contestant
  await page.bringToFront()
  if (action !== 'mount') await page.evaluate((size) => bench.mount(size), pageSize)
  let seconds = 0
  for (let call = 0; call < times; call += 1) {
    const before = await metric(contestant, 'TaskDuration')
    await page.evaluate(([name, size]) => bench[name](size), [action, pageSize])
    seconds += (await metric(contestant, 'TaskDuration')) - before
    if (action === 'mount') await page.evaluate(() => bench.unmount())
  }
  if (action !== 'mount') await page.evaluate(() => bench.unmount())
  return (seconds / times) * 1_000
}

/** Bytes by which the heap grows with each mount: the slope of the line through the measured points. */
async function heapSlope(contestant) {
  const { page, session } = contestant
  await page.bringToFront()
  const points = []
  await page.evaluate((times) => bench.cycle(times), WARM_UP_MOUNTS)
  for (let mounts = 0; mounts <= MOUNTS; mounts += 100) {
    if (mounts > 0) await page.evaluate(() => bench.cycle(100))
    await session.send('HeapProfiler.collectGarbage')
    points.push([mounts, await metric(contestant, 'JSHeapUsedSize')])
  }
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, size]) => size))]
  const rise = points.reduce((sum, [at, size]) => sum + (at - x) * (size - y), 0)
  return rise / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
}

function report(name, value, bar, format, aside) {
  const holds = value <= bar
  if (!holds) missed.push(name)
  const figures = `${format(value).padStart(9)}  bar ${format(bar).padStart(9)}`
  console.log(`${holds ? 'PASS' : 'FAIL'}  ${name.padEnd(36)} ${figures}  (${aside})`)
}

function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

function ratio(value) {
  return `${value.toFixed(2)} x`
}

function ms(value) {
  return `${value.toFixed(2)} ms`
}

function bytes(value) {
  return `${Math.round(value)} B`
}
