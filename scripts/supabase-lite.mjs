import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root, run } from './run.mjs'

// It is an alpha that brings a database and seventy packages: too much for everybody's node_modules.
const VERSION = '0.10.0'
const FOLDER = join(root, '.cache/supabase-lite')
const PACKAGE = join(FOLDER, 'node_modules/@supabase/lite/package.json')
const MODULE = join(FOLDER, 'lite.mjs')

/** Gives the tests what they use of it, found from where it is installed. */
const EXPORTS = `
export { App } from '@supabase/lite'
export { createPgliteConnection } from '@supabase/lite/pglite'
`

/** Installs the independent implementation into a folder that git ignores, once. */
async function install() {
  if (existsSync(PACKAGE) && JSON.parse(readFileSync(PACKAGE, 'utf8')).version === VERSION) return
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n')
  const path = (process.env.PATH ?? '').split(delimiter)
  const outside = path.filter((folder) => !folder.startsWith(join(root, 'node_modules')))
  await run(
    'npm',
    ['install', `@supabase/lite@${VERSION}`, '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: FOLDER, env: { PATH: outside.join(delimiter) } },
  )
}

await install()
writeFileSync(MODULE, EXPORTS)
process.exitCode = await run(
  'vitest',
  // it prints each refusal that a test asks for
  ['run', '--project', 'independent', '--allowOnly=false', '--silent=passed-only'],
  { check: false, env: { LITE_TELEMETRY: '0', SUPABASE_LITE: MODULE } },
)
