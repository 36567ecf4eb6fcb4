import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

const REACT = ['react', 'react-dom']
const QUERY = ['@tanstack/react-query']

const hasNotices = /\bExportNotifications\b/.test(readFileSync(`${root}dist/index.js`, 'utf8'))

/** The history page as a host writes it. */
const PAGE = `
  export { ExportJobsProvider, ExportHistoryTable } from 'react-export-jobs'
  ${hasNotices ? "export { ExportNotifications } from 'react-export-jobs'" : ''}
  export { createRestClient } from 'react-export-jobs/clients/rest'
`

/** What a headless history page of a host's own takes of the hooks. */
const HEADLESS = `
  export { ExportJobsProvider, useExportDownload, useExportJobs, useExportListState }
    from 'react-export-jobs/hooks'
  export { createRestClient } from 'react-export-jobs/clients/rest'
`

/**
 * What is measured: kilobytes of 1,000 bytes, minified and gzipped, beyond what is `without`.
 *
 * `bar` is where the figure should be (docs/bars.md), `budget` what fails the gate: no higher than it
 * is today, so that it can only come down.
 */
const BUDGETS = [
  {
    name: './core',
    code: "export * from 'react-export-jobs/core'",
    without: [],
    bar: 6,
    budget: 6,
  },
  {
    name: 'a headless history page + REST client, without react-query',
    code: HEADLESS,
    without: [...REACT, ...QUERY],
    bar: 18,
    budget: 40,
  },
  {
    name: 'history table page, without react-query',
    code: PAGE,
    without: [...REACT, ...QUERY],
    bar: 45,
    budget: 80,
  },
  {
    name: 'history table page, with react-query',
    code: PAGE,
    without: REACT,
    bar: 55,
    budget: 90,
  },
  {
    name: 'all of ".", without react-query',
    code: "export * from 'react-export-jobs'",
    without: [...REACT, ...QUERY],
    bar: 60,
    budget: 90,
  },
  {
    name: 'calendar, loaded when it first opens',
    code: "export * from 'react-export-jobs'",
    without: [...REACT, ...QUERY],
    lazily: 'react-day-picker',
    bar: 22,
    budget: 22,
  },
  {
    name: './push/sse',
    code: "export * from 'react-export-jobs/push/sse'",
    without: [],
    bar: 2,
    budget: 2.1,
  },
  {
    name: './push/websocket',
    code: "export * from 'react-export-jobs/push/websocket'",
    without: [],
    bar: 2,
    budget: 2.1,
  },
]

/** Bundles code as a host's production build does. */
async function bundle({ code, without }) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: code, resolveDir: root, sourcefile: 'host.js', loader: 'js' },
    entryNames: 'host',
    outdir: 'out',
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    // the built files by package.json's exports, not the sources by tsconfig.json's paths
    tsconfigRaw: '{}',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: without.flatMap((name) => [name, `${name}/*`]),
    logLevel: 'error',
  })
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [
      path.slice(root.length).replaceAll('\\', '/'),
      gzipSync(contents, { level: 9 }).length,
    ]),
  )
  return { outputs: metafile.outputs, sizes }
}

/** The files that load together with one file. */
function loadedWith(outputs, file, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  for (const { path, kind, external } of outputs[file].imports) {
    if (kind === 'import-statement' && !external) loadedWith(outputs, path, found)
  }
  return found
}

async function measure(scenario) {
  const { outputs, sizes } = await bundle(scenario)
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs))
  if (inputs.some((input) => /^(src|mocks)\//.test(input))) throw new Error('measured the sources')
  const first = loadedWith(outputs, 'out/host.js')
  if (!scenario.lazily) return sum(first, sizes)
  const holdsIt = (file) =>
    Object.keys(outputs[file].inputs).some((input) =>
      input.includes(`node_modules/${scenario.lazily}/`),
    )
  if ([...first].some(holdsIt)) throw new Error(`${scenario.lazily} is loaded from the start`)
  const entries = [...first]
    .flatMap((file) => outputs[file].imports)
    .filter(({ kind, external }) => kind === 'dynamic-import' && !external)
    .map(({ path }) => loadedWith(outputs, path))
    .find((files) => [...files].some(holdsIt))
  if (!entries) throw new Error(`no lazily loaded chunk holds ${scenario.lazily}`)
  return sum(
    [...entries].filter((file) => !first.has(file)),
    sizes,
  )
}

const sum = (files, sizes) => [...files].reduce((total, file) => total + (sizes.get(file) ?? 0), 0)

async function measureStyles() {
  const { code } = await transform(readFileSync(`${root}dist/styles.css`, 'utf8'), {
    loader: 'css',
    minify: true,
    target: 'esnext',
  })
  return gzipSync(code, { level: 9 }).length
}

const rows = []
for (const scenario of BUDGETS) {
  rows.push({ ...scenario, bytes: await measure(scenario) })
}
rows.push({ name: './styles.css', bar: 8, budget: 8.3, bytes: await measureStyles() })

const kilobytes = (bytes) => (bytes / 1000).toFixed(2).padStart(6)
for (const { name, bytes, bar, budget } of rows) {
  const verdict = bytes > budget * 1000 ? 'OVER' : bytes > bar * 1000 ? 'over the bar' : 'ok'
  const limits = `budget ${String(budget).padStart(4)}, bar ${String(bar).padStart(2)} kB`
  process.stdout.write(`${verdict.padEnd(12)} ${kilobytes(bytes)} (${limits})  ${name}\n`)
}
const over = rows.filter(({ bytes, budget }) => bytes > budget * 1000)
if (over.length > 0) {
  process.stderr.write(`Over budget: ${over.map(({ name }) => name).join('; ')}\n`)
  process.exitCode = 1
}
