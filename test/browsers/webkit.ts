import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Builder, Capabilities, Key, WebElement } from 'selenium-webdriver'
import { freePort } from '../support/free-port.js'
import {
  type BrowserDriver,
  type BrowserUnderTest,
  findExpression,
  finderScript,
  waitFor,
} from './driver.js'

const DRIVER = '/usr/bin/WebKitWebDriver'
const BROWSERS = ['4.1', '4.0'].map(
  (version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
)
const KEYS = { Escape: Key.ESCAPE, Enter: Key.ENTER, Tab: Key.TAB }

const SCREEN = '/usr/bin/xvfb-run'
const binary = BROWSERS.find(existsSync)

/** WebKitGTK's own small browser, on a screen of its own. */
export const webkit: BrowserUnderTest = {
  name: 'WebKit',
  isInstalled: binary !== undefined && existsSync(DRIVER) && existsSync(SCREEN),
  start,
}

async function start(): Promise<BrowserDriver> {
  // downloads land in the home folder: it gets one of its own
  const home = await mkdtemp(join(tmpdir(), 'export-webkit-'))
  const port = await freePort()
  const server = spawn(SCREEN, ['-a', DRIVER, `--port=${port}`], {
    env: { ...process.env, HOME: home, XDG_DOWNLOAD_DIR: home },
    detached: true,
    stdio: 'ignore',
  })
  await waitFor('the WebKit driver', () =>
    fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => null,
    ),
  )
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      }),
    )
    .build()
  const read = (expression: string): Promise<unknown> =>
    driver.executeScript(`return ${expression}`)
  const find = async (role: string, name: string | RegExp) => {
    await driver.executeScript(await finderScript)
    const found = await read(findExpression(role, name))
    return found instanceof WebElement ? found : null
  }
  return {
    open: (address) => driver.get(address),
    address: () => driver.getCurrentUrl(),
    back: () => driver.navigate().back(),
    reload: () => driver.navigate().refresh(),
    click: async (role, name) => (await waitFor(`${role} ${name}`, () => find(role, name))).click(),
    press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
    read,
    countTabs: async () => (await driver.getAllWindowHandles()).length,
    downloads: home,
    close: async () => {
      await driver.quit()
      if (server.pid !== undefined && server.exitCode === null) {
        const ended = new Promise((done) => server.once('close', done))
        process.kill(-server.pid, 'SIGTERM')
        await ended
      }
      await rm(home, { recursive: true, force: true })
    },
  }
}
