import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../support/free-port.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runFile = promisify(execFile)

const READY_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 200

/** A host that runs with the packed package. */
export interface RunningHost {
  /** Its origin, such as `http://localhost:41234`. */
  readonly origin: string
  /** Stops it and deletes its folder. */
  readonly stop: () => Promise<void>
}

/** The examples that are hosts of their own, with their own dependencies. */
export const HOSTS = ['next', 'react-router', 'tanstack-router'] as const

/** Installs an example as its own project, with the packed package, builds it and starts it. */
export async function startHost(name: (typeof HOSTS)[number]): Promise<RunningHost> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `export-jobs-${name}-`)))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    cpSync(join(root, 'examples', name), folder, {
      recursive: true,
      filter: (path) => !/[\\/](node_modules|dist|\.next)$/.test(path),
    })
    const env = hostEnv(folder)
    const pack = ['pack', '--ignore-scripts', '--pack-destination', folder, '--loglevel=error']
    await runFile('npm', pack, { cwd: root })
    const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'))
    if (tarball === undefined) throw new Error('npm pack made no tarball.')
    const install = ['install', '--no-audit', '--no-fund', `./${tarball}`]
    await runFile('npm', install, { cwd: folder, env })
    await runFile('npm', ['run', 'build'], { cwd: folder, env })
    return await serve(name, folder, env, remove)
  } catch (thrown) {
    remove()
    throw thrown
  }
}

/** The host's own tools come first, on the Node that runs this. */
function hostEnv(folder: string): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...env } = process.env
  const path = [join(folder, 'node_modules', '.bin'), env.PATH ?? ''].join(delimiter)
  return { ...env, PATH: path, NEXT_TELEMETRY_DISABLED: '1' }
}

async function serve(
  name: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  remove: () => void,
): Promise<RunningHost> {
  const port = String(await freePort())
  const [tool, args] =
    name === 'next'
      ? (['next', ['start', '-p', port]] as const)
      : (['vite', ['preview', '--port', port, '--strictPort']] as const)
  const command = join(folder, 'node_modules', '.bin', tool)
  // a group of its own, so that the servers that a server starts end with it
  const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: 'ignore' })
  const stop = async () => {
    const ended = new Promise((done) => child.once('close', done))
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, 'SIGTERM')
      await ended
    }
    remove()
  }
  const origin = `http://localhost:${port}`
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    )
    if (isUp) return { origin, stop }
    if (child.exitCode !== null || Date.now() > until) {
      await stop()
      throw new Error(`The ${name} host did not start.`)
    }
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
}
