import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import packageJson from '../../package.json' with { type: 'json' }
import { importsOf } from '../house/imports.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One entry with code behind it. */
export interface BuiltEntry {
  /** The name after the package's own: `.`, `./hooks` ... */
  readonly name: string
  /** The JavaScript, by its path from the project's folder. */
  readonly file: string
  /** The declarations, by their path from the project's folder. */
  readonly types: string
}

/** What stands in package.json. */
export const manifest = packageJson

/** The entries that a host imports code from. */
export const entries: readonly BuiltEntry[] = Object.entries(packageJson.exports).flatMap(
  ([name, target]) =>
    typeof target === 'object' && target.default.endsWith('.js')
      ? [{ name, file: target.default.slice(2), types: target.types.slice(2) }]
      : [],
)

/** The text of a built file, by its path from the project's folder. */
export function readBuilt(file: string): string {
  if (!existsSync(`${root}dist`)) throw new Error('There is no dist: run "npm run build" first.')
  return readFileSync(`${root}${file}`, 'utf8')
}

/** What a built file reaches: files of ours, and the packages they name. */
export interface Reach {
  /** Paths from the project's folder. */
  readonly files: ReadonlySet<string>
  /** Names of packages, and of Node's own modules. */
  readonly packages: ReadonlySet<string>
}

/** Follows the imports of a built file. */
export function reachOf(start: string): Reach {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string) => {
    if (files.has(file)) return
    files.add(file)
    for (const { specifier, target } of importsOf(file, readBuilt(file))) {
      if (target === null) packages.add(packageOf(specifier))
      else visit(file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target)
    }
  }
  visit(start)
  return { files, packages }
}

/** The package that a specifier such as `nuqs/server` belongs to. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
