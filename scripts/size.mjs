import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { build } from 'vite'

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
    budget: 38.7,
  },
  {
    name: 'history table page, without react-query',
    code: PAGE,
    without: [...REACT, ...QUERY],
    bar: 45,
    budget: 75.2,
  },
  {
    name: 'history table page, with react-query',
    code: PAGE,
    without: REACT,
    bar: 55,
    budget: 84.7,
  },
  {
    name: 'all of ".", without react-query',
    code: "export * from 'react-export-jobs'",
    without: [...REACT, ...QUERY],
    bar: 60,
    budget: 81.1,
  },
  {
    name: 'calendar, loaded when it first opens',
    code: "export * from 'react-export-jobs'",
    without: [...REACT, ...QUERY],
    lazily: 'react-day-picker',
    bar: 22,
    budget: 21,
  },
  {
    name: './push/sse',
    code: "export * from 'react-export-jobs/push/sse'",
    without: [],
    bar: 2,
    budget: 2,
  },
  {
    name: './push/websocket',
    code: "export * from 'react-export-jobs/push/websocket'",
    without: [],
    bar: 2,
    budget: 2,
  },
]

/** Bundles code as Vite does in a host's production build. */
async function bundle({ code, without }) {
  const host = `${root}host.js`
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'host',
        resolveId: (id) => (id === host ? host : null),
        load: (id) => (id === host ? code : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: { host },
        preserveEntrySignatures: 'strict',
        external: (id) => without.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        onwarn: () => {},
      },
    },
  })
  const outputs = new Map(built.output.map((chunk) => [chunk.fileName, chunk]))
  const sizes = new Map(
    built.output.map(({ fileName, code: text }) => [fileName, gzipSync(text, { level: 9 }).length]),
  )
  return { outputs, sizes }
}

/** The files that load together with one file. */
function loadedWith(outputs, file, found = new Set()) {
  // what is no chunk is left to the host
  if (found.has(file) || !outputs.has(file)) return found
  found.add(file)
  for (const next of outputs.get(file).imports) loadedWith(outputs, next, found)
  return found
}

async function measure(scenario) {
  const { outputs, sizes } = await bundle(scenario)
  const modules = [...outputs.values()].flatMap(({ moduleIds }) => moduleIds)
  if (modules.some((id) => /^(src|mocks)\//.test(id.slice(root.length)))) {
    throw new Error('measured the sources')
  }
  const first = loadedWith(outputs, 'host.js')
  if (!scenario.lazily) return sum(first, sizes)
  const holdsIt = (file) =>
    outputs.get(file).moduleIds.some((id) => id.includes(`node_modules/${scenario.lazily}/`))
  if ([...first].some(holdsIt)) throw new Error(`${scenario.lazily} is loaded from the start`)
  const late = [...outputs.keys()].filter((file) => !first.has(file))
  const entry = late
    .filter((file) => outputs.get(file).isDynamicEntry)
    .map((file) => loadedWith(outputs, file))
    .find((files) => [...files].some(holdsIt))
  if (!entry) throw new Error(`no lazily loaded chunk holds ${scenario.lazily}`)
  return sum(
    [...entry].filter((file) => !first.has(file)),
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
rows.push({ name: './styles.css', bar: 8, budget: 8, bytes: await measureStyles() })

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
