import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './run.mjs'

const PAGE_LINES = 150

/** How many systems there are, each with a page of its own. */
const SYSTEMS = 5

/** Reads the tables of docs/systems.md. Returns every row with its system. */
function readRows() {
  const rows = []
  let system = ''
  for (const line of readFileSync(join(root, 'docs/systems.md'), 'utf8').split('\n')) {
    if (line.startsWith('## ')) system = line.slice(3)
    const [, id, point] = /^\| ([A-Z]\d+) \| (.+?) \|/.exec(line) ?? []
    if (id) rows.push({ id, point, system })
  }
  return rows
}

/** Runs the systems' tests. Returns each with its name and whether it passed. */
async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'react-export-jobs-systems-'))
  const report = join(folder, 'tests.json')
  try {
    await run(
      'vitest',
      [
        ...['run', '--project', 'jsdom', 'test/systems', '--allowOnly=false'],
        ...['--reporter=json', `--outputFile=${report}`],
      ],
      { check: false },
    )
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const loaded = testResults.flatMap(({ assertionResults }) => assertionResults)
    const broken = testResults.filter(
      ({ status, assertionResults }) => status !== 'passed' && assertionResults.length === 0,
    )
    return [
      ...loaded.map(({ title, status }) => ({ title, passed: status === 'passed' })),
      ...broken.map(({ name }) => ({ title: `${name} does not load`, passed: false })),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Finds what is wrong with the systems' pages: each is short, and imports what hosts can import. */
function checkPages() {
  const folder = join(root, 'stories/systems')
  const pages = readdirSync(folder).filter((name) => name.endsWith('Page.tsx'))
  const found = pages.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const lines = text.trimEnd().split('\n').length
    process.stdout.write(`  ${name}: ${lines} lines\n`)
    const imports = [...text.matchAll(/from '([^']+)'|^import '([^']+)'/gm)]
      .map(([, from, alone]) => from ?? alone)
      .filter((from) => !/^(react|react-export-jobs(\/.+)?)$/.test(from))
    return [
      ...(lines >= PAGE_LINES ? [`${name} has ${lines} lines, ${PAGE_LINES} or more`] : []),
      ...imports.map((from) => `${name} imports ${from}`),
    ]
  })
  if (pages.length !== SYSTEMS) found.push(`${pages.length} pages instead of ${SYSTEMS}`)
  return found
}

const rows = readRows()
const tests = await runTests()
const problems = checkPages()

let system = ''
for (const row of rows) {
  if (row.system !== system) {
    system = row.system
    process.stdout.write(`\n${system}\n`)
  }
  const own = tests.filter(({ title }) => title.startsWith(`${row.id}: `))
  const passed = own.filter((test) => test.passed)
  process.stdout.write(`\n  ${row.id}  ${row.point}\n`)
  for (const test of own) {
    process.stdout.write(`      ${test.passed ? 'ok    ' : 'FAILED'} ${test.title}\n`)
  }
  if (passed.length === 0) problems.push(`${row.id} has no test that passes`)
}

problems.push(...tests.filter(({ passed }) => !passed).map(({ title }) => `not passed: ${title}`))
const known = new Set(rows.map(({ id }) => id))
for (const { title } of tests) {
  const [, id] = /^([A-Z]\d+): /.exec(title) ?? []
  if (!known.has(id)) problems.push(`no row of docs/systems.md: ${title}`)
}
const covered = rows.filter(({ id }) => tests.some(({ title }) => title.startsWith(`${id}: `)))
process.stdout.write(`\n${covered.length} of ${rows.length} rows have tests.\n`)
for (const problem of problems) process.stdout.write(`  ${problem}\n`)
process.exitCode = problems.length > 0 ? 1 : 0
