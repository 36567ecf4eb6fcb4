import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type ElementHandle } from 'puppeteer-core'
import {
  type BrowserDriver,
  type BrowserUnderTest,
  findExpression,
  finderScript,
  waitFor,
} from './driver.js'

const PLACES = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox']

const executablePath = PLACES.find((path) => path !== undefined && existsSync(path))

/** A headless Firefox, driven over WebDriver BiDi. */
export const firefox: BrowserUnderTest = {
  name: 'Firefox',
  isInstalled: executablePath !== undefined,
  start,
}

async function start(): Promise<BrowserDriver> {
  if (executablePath === undefined) throw new Error('There is no Firefox: set FIREFOX_PATH.')
  const downloads = await mkdtemp(join(tmpdir(), 'export-firefox-'))
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.helperApps.neverAsk.saveToDisk': 'application/zip,text/csv,application/pdf',
    },
  })
  const page = await browser.newPage()
  const find = async (role: string, name: string | RegExp) => {
    await page.evaluate(await finderScript)
    const handle = await page.evaluateHandle(findExpression(role, name))
    return handle.asElement()
  }
  return {
    open: async (address) => void (await page.goto(address)),
    address: async () => page.url(),
    back: async () => void (await page.evaluate('history.back()')),
    reload: async () => void (await page.reload()),
    click: async (role, name) => {
      const element = await waitFor(`${role} ${name}`, () => find(role, name))
      // the element handle is of whatever the page holds, and a role is always an element's
      await (element as ElementHandle<Element>).click()
    },
    press: (key) => page.keyboard.press(key),
    read: (expression) => page.evaluate(expression),
    countTabs: async () => (await browser.pages()).length,
    downloads,
    close: async () => {
      await browser.close()
      await rm(downloads, { recursive: true, force: true })
    },
  }
}
