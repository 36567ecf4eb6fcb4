// Bundles one TypeScript bench and runs it in this process's own Node.
// Usage: node test/bench/run.mjs test/bench/polling.ts
import { build } from 'esbuild'

const [entry] = process.argv.slice(2)
if (entry === undefined) throw new Error('Name the bench to run, such as test/bench/polling.ts')

const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  write: false,
})
const source = Buffer.from(outputFiles[0].contents).toString('base64')
await import(`data:text/javascript;base64,${source}`)
