// Runs before anything is installed, on the machine's own Node: no import from node_modules here.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { root, run } from './run.mjs'

const NODE_MAJOR = 24

/** Says what the set-up does, on a line of its own. */
const say = (text) => process.stdout.write(`[set-up] ${text}\n`)

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

/** Whether node_modules holds exactly what package-lock.json asks for. */
function isInstalled() {
  const record = join('node_modules', '.package-lock.json')
  if (!existsSync(join(root, record))) return false
  const wanted = readJson('package-lock.json').packages
  const present = readJson(record).packages
  const { dependencies, devDependencies } = readJson('package.json')
  const names = { ...dependencies, ...devDependencies }
  if (Object.keys(names).some((name) => !wanted[`node_modules/${name}`])) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '' || present[path]?.version === version) return true
    return !present[path] && Boolean(optional || devOptional || peer)
  })
}

/** Installs the dependencies when they are missing or stale, and checks the Node that came with them. */
export async function installDependencies() {
  if (!isInstalled()) {
    say('installing the dependencies (npm ci)')
    // npm removes node_modules first, so it must not run on the Node inside
    const path = (process.env.PATH ?? '').split(delimiter)
    const outside = path.filter((folder) => !folder.startsWith(join(root, 'node_modules')))
    await run('npm', ['ci', '--no-audit', '--no-fund'], {
      env: { PATH: outside.join(delimiter) },
    })
  }
  const node = join(root, 'node_modules', '.bin', 'node')
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  if (Number(/^v(\d+)\./.exec(version)?.[1]) !== NODE_MAJOR) {
    throw new Error(
      `Node ${NODE_MAJOR} is missing: node_modules/.bin/node answers "${version}". The tools need it, ` +
        'and it comes with the devDependency "node", whose install script must be allowed to run. ' +
        'Try "npm rebuild node"; or delete node_modules and run this again.',
    )
  }
}

/**
 * Finds a Chromium, or installs one: Playwright's, else the system's when the package manager may
 * be used.
 *
 * @returns Its path.
 */
export async function ensureChromium() {
  const attempts = [
    { what: null, install: async () => {} },
    {
      what: "Playwright's Chromium",
      install: () => run('playwright', ['install', 'chromium', '--no-shell'], { check: false }),
    },
    { what: "the system's Chromium (apt-get)", install: installSystemChromium },
  ]
  for (const { what, install } of attempts) {
    if (what) say(`no Chromium yet: trying to install ${what}`)
    await install()
    const path = await findChromium()
    if (path) {
      say(`Chromium: ${path}`)
      return path
    }
  }
  throw new Error(
    'No Chromium was found, and none could be installed. The browser tests need one: install ' +
      'Chromium or Chrome, or set CHROMIUM_PATH to its program file, and run this again.',
  )
}

async function installSystemChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env, check: false })
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
    env,
    check: false,
  })
}
