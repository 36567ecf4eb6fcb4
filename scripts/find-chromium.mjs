import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** How every Chromium here is started: no sandbox (containers), and no calls home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * Looks for a Chromium: the one that CHROMIUM_PATH names, else Playwright's own, else the system's.
 *
 * @returns Its path, or `undefined` when there is none.
 * @throws When CHROMIUM_PATH names no file: a wrong setting is not passed over.
 */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH is "${env.CHROMIUM_PATH}", and there is no such file.`)
  }
  return (await playwrightChromium()) ?? systemChromium(env)
}

async function playwrightChromium() {
  try {
    const { chromium } = await import('playwright')
    const path = chromium.executablePath()
    return path && existsSync(path) ? path : undefined
  } catch {
    return undefined // not installed yet, or no build for this platform
  }
}

function systemChromium(env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...PLACES].find(isExecutable)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
