import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

const FUZZ_RUNS = process.env.FUZZ_RUNS ?? '20000'

// the property tests are the ones that use fast-check
const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((path) => join('test', path))
  .filter((path) => /\.test\.tsx?$/.test(path))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes("from 'fast-check'"))

process.stdout.write(`${files.length} files of property tests, ${FUZZ_RUNS} runs a property\n`)
process.exitCode = await run(
  'vitest',
  ['run', '--project', 'node', '--project', 'jsdom', '--testTimeout=600000', ...files],
  { check: false, env: { FUZZ_RUNS } },
)
