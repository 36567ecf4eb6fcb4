import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const at = (path) => fileURLToPath(new URL(`../test/package/${path}`, import.meta.url))

// the tests' own reading of the built files, so that both always agree
const { module: reader } = await runnerImport(at('exports-of.ts'))
const { module: built } = await runnerImport(at('built-package.ts'))

const lists = Object.fromEntries(
  built.entries.map((entry) => [entry.name, reader.exportsOf(entry)]),
)
writeFileSync(at('export-lists.json'), `${JSON.stringify(lists, null, 2)}\n`)
