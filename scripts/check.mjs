import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { root, run } from './run.mjs'

const reports = mkdtempSync(join(tmpdir(), 'react-export-jobs-check-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

/** A step that is one program. */
const program = (name, command, ...args) => ({
  name,
  run: async (env) => (await run(command, args, { check: false, env })) === 0,
})

/** A step that is a Vitest run, whose tests are counted. */
const tests = (name, ...args) => ({
  name,
  run: async (env) => {
    const report = join(reports, `${name.replaceAll(' ', '-')}.json`)
    const code = await run(
      'vitest',
      [
        'run',
        ...args,
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { check: false, env },
    )
    const failed = addCounts(report)
    // a file that does not load, or an error outside any test, fails the run without a failed test
    if (code !== 0 && failed === 0) counts.failed += 1
    return code === 0
  },
})

function addCounts(report) {
  if (!existsSync(report)) return 0
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  counts.passed += numPassedTests
  counts.failed += numFailedTests
  counts.skipped += numPendingTests
  return numFailedTests
}

const STEPS = [
  program('types', 'tsc', '--noEmit', '-p', '.'),
  program('lint', 'node', 'scripts/lint.mjs'),
  tests('import directions', '--project', 'node', 'test/house'),
  tests('tests', '--project', 'node', '--project', 'jsdom', '--exclude', 'test/house/**'),
  program('build', 'node', 'scripts/build.mjs'),
  tests('package tests', '--project', 'package'),
  program('publint', 'publint', '--strict'),
  program('types for every resolution (attw)', 'attw', '--pack', '.', '--profile', 'esm-only'),
  program('size budgets', 'node', 'scripts/size.mjs'),
  tests('browser tests', '--project', 'browser'),
  tests('stories', '--project', 'storybook'),
  program('Storybook build', 'storybook', 'build', '--quiet', '-o', 'storybook-static'),
  tests('end-to-end tests', '--project', 'e2e'),
]

const LONG_STEPS = [
  program('fuzz', 'node', 'scripts/fuzz.mjs'),
  program('Supabase, by an independent implementation', 'node', 'scripts/supabase-lite.mjs'),
  tests('hosts', '--project', 'hosts'),
  tests('other browsers', '--project', 'browsers'),
]

/** Runs the steps in order. Returns the name of the one that failed, or null. */
async function runSteps(steps) {
  const chromium = await findChromium()
  if (!chromium) return 'set-up (no Chromium: "npm test" finds or installs one)'
  for (const step of steps) {
    process.stdout.write(`\n== ${step.name}\n`)
    const startedAt = performance.now()
    const failedBefore = counts.failed
    const ok = await step.run({ CHROMIUM_PATH: chromium, STORYBOOK_DISABLE_TELEMETRY: '1' })
    if (!ok) {
      // whoever reads only the last line must not see "0 failed" after a step that failed
      if (counts.failed === failedBefore) counts.failed += 1
      return step.name
    }
    process.stdout.write(
      `== ${step.name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`,
    )
  }
  return null
}

let failedStep = 'set-up'
try {
  if (!existsSync(join(root, 'node_modules', '.bin'))) {
    throw new Error('nothing is installed: run "npm ci", or "npm test", which does')
  }
  failedStep = await runSteps(process.argv.includes('--all') ? [...STEPS, ...LONG_STEPS] : STEPS)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
if (failedStep) {
  counts.failed = Math.max(counts.failed, 1)
  process.stdout.write(`\nFAILED: ${failedStep}\n`)
  process.exitCode = 1
} else {
  process.stdout.write('\nEvery step passed.\n')
}
if (counts.skipped > 0) process.stdout.write(`${counts.skipped} skipped\n`)
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
