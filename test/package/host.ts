import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { manifest } from './built-package.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A host's project with the packed package and nothing besides its dependencies and peers. */
export interface Host {
  /** Runs a module of the host in Node and returns what it printed, read as JSON. */
  readonly run: (code: string) => unknown
  /** The files of the package as a host gets them. */
  readonly files: readonly string[]
  /** Deletes the project. */
  readonly remove: () => void
}

/** Packs the built package and installs it as a host's package manager would. */
export function createHost(): Host {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'react-export-jobs-host-')))
  const target = join(folder, 'node_modules', manifest.name)
  const files = packedFiles()
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true })
    cpSync(join(root, file), join(target, file))
  }
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), link, 'dir')
  }
  return {
    files,
    run: (code) =>
      JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
          cwd: folder,
          encoding: 'utf8',
          // what keeps a server's process alive after its work is a fault of ours
          timeout: 20_000,
          env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
        }),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What `npm pack` would put into the package. */
function packedFiles(): readonly string[] {
  const answer: unknown = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], {
      cwd: root,
      encoding: 'utf8',
    }),
  )
  const pack: unknown = Array.isArray(answer) ? answer[0] : Object.values(Object(answer))[0]
  const listed: unknown = Object(pack).files
  if (!Array.isArray(listed)) throw new Error('npm pack did not list the files')
  return listed.map(({ path }) => String(path))
}
