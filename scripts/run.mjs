import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

const bin = resolve(root, 'node_modules/.bin')

/** The environment in which the installed tools, and the installed Node, come first. */
export function toolEnv(extra = {}) {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra }
}

/**
 * Runs a program in the project's folder with its output shown.
 *
 * @returns Its exit code; with `check` (the default) a failure throws instead.
 */
export function run(command, args, { env = {}, check = true, cwd = root, stdio = 'inherit' } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: toolEnv(env), stdio })
    // whoever ends this process ends the program too: no server outlives its start script
    const passOn = (signal) => child.kill(signal)
    for (const signal of SIGNALS) process.on(signal, passOn)
    // npm's own shell does not pass signals on; it only leaves us without a parent
    const parent = process.ppid
    const orphaned = setInterval(() => process.ppid !== parent && passOn('SIGTERM'), 500)
    child.on('error', (error) => {
      clearInterval(orphaned)
      fail(error)
    })
    child.on('close', (code, signal) => {
      clearInterval(orphaned)
      for (const name of SIGNALS) process.off(name, passOn)
      if (code === 0 || !check) done(code ?? 1)
      else fail(new Error(`${command} ${args[0] ?? ''} failed (${signal ?? code})`))
    })
  })
}
