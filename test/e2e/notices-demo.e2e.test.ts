import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDemoBackend } from '../../examples/demo/src/demo-backend.js'
import type { ExportBackend } from '../../mocks/index.js'
import { openBrowser } from '../support/open-browser.js'
import { readZip } from '../support/read-files.js'
import { type DemoServer, serveDemo } from '../support/serve-demo.js'

let browser: Browser
let server: DemoServer
let backend: ExportBackend
let context: BrowserContext
let page: Page
let problems: string[]

beforeAll(async () => {
  backend = createDemoBackend()
  server = await serveDemo(backend)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  backend.reset()
  problems = []
  context = await browser.newContext({ acceptDownloads: true })
  page = await context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
})
afterEach(async () => {
  await context.close()
  expect(problems).toEqual([])
})

/** Asks for an export, goes to the history and back to the report page at once. */
async function askAndLeave(format = 'CSV'): Promise<void> {
  await page.goto(`${server.origin}/reports/purchase-orders`)
  await page.getByRole('button', { name: 'More ways to export' }).click()
  await page.getByRole('button', { name: `Export ${format} in the background` }).click()
  await page.getByRole('link', { name: 'Open the export history' }).click()
  await page.waitForURL('**/exports')
  await page.getByRole('navigation').getByRole('link', { name: 'Purchase orders' }).click()
  await page.waitForURL('**/reports/purchase-orders')
}

const noticesOn = (where: Page) => where.getByRole('region', { name: 'Export notifications' })
const badge = () => page.getByRole('navigation').getByText(/^\d+ new$/)
const LONG = { timeout: 30_000 }

describe('a person who asked for an export and went on working', () => {
  it('is told on another page, and gets the file from the notice', async () => {
    await askAndLeave()
    const field = page.getByLabel('Received from')
    await field.focus()
    await noticesOn(page).getByText('Export ready').waitFor(LONG)
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await badge().textContent()).toBe('1 new')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      noticesOn(page)
        .getByRole('button', { name: /^Download/ })
        .click(),
    ])
    const [entry] = await readZip(await readFile(await download.path()))
    expect(entry?.bytes.length).toBeGreaterThan(100)
    await badge().waitFor({ state: 'detached' })
  })

  it('is told in the window that is in front, over whatever is there, and once', async () => {
    await askAndLeave()
    const other = await context.newPage()
    await other.goto(`${server.origin}/exports`)
    await other.bringToFront()
    await noticesOn(other).getByText('Export ready').waitFor(LONG)
    expect(await noticesOn(other).evaluate((panel) => panel.matches(':popover-open'))).toBe(true)
    expect(await noticesOn(page).count()).toBe(0)
    await noticesOn(other).getByRole('button', { name: 'Dismiss' }).click()
    await noticesOn(other).waitFor({ state: 'detached' })
    await other.reload()
    await other.getByRole('cell').first().waitFor()
    await other.getByRole('navigation').getByText('1 new').waitFor()
    expect(await noticesOn(other).count()).toBe(0)
  })

  it('is told after a reload in the middle, and led to the history', async () => {
    await askAndLeave()
    await askAndLeave('PDF')
    await page.reload()
    await noticesOn(page).getByText('2 exports ready').waitFor(LONG)
    await noticesOn(page).getByRole('link', { name: 'Show all exports' }).click()
    await page.waitForURL('**/exports')
    await page.getByRole('cell').first().waitFor()
    expect(await noticesOn(page).count()).toBe(0)
  })
})
