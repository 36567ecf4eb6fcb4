import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDemoBackend } from '../../examples/demo/src/demo-backend.js'
import type { ExportBackend } from '../../mocks/index.js'
import { readZip } from '../support/read-files.js'
import { type DemoServer, serveDemo } from '../support/serve-demo.js'
import { type BrowserDriver, waitForFile } from './driver.js'
import { firefox } from './firefox.js'
import { webkit } from './webkit.js'

const BROWSERS = [firefox, webkit]

let server: DemoServer
let backend: ExportBackend

beforeAll(async () => {
  backend = createDemoBackend()
  server = await serveDemo(backend)
})
afterAll(() => server.close())

for (const { name, isInstalled, start } of BROWSERS) {
  describe.runIf(isInstalled)(`the history in ${name}`, () => {
    let browser: BrowserDriver

    beforeAll(async () => {
      browser = await start()
    })
    afterAll(() => browser?.close())
    beforeEach(async () => {
      backend.reset()
      await browser.open(`${server.origin}/exports`)
      await rows(20)
    })
    afterEach(async () => {
      // a page of one test must not ask the backend of the next
      await browser.open('about:blank')
    })

    const countRows = () =>
      browser.read("document.querySelectorAll('.ej-history-table tbody tr[role=row]').length")
    const rows = (count: number) => expect.poll(countRows, { timeout: 20_000 }).toBe(count)
    const pathAndQuery = () => browser.read('location.pathname + location.search')

    it('opens a filter beside its button, narrows the list and goes back', async () => {
      await browser.click('button', /^Status$/)
      const gap = await browser.read(`(() => {
      const panel = document.querySelector(':popover-open').getBoundingClientRect()
      const trigger = document.querySelector('[aria-expanded=true]').getBoundingClientRect()
      return Math.abs(panel.top - trigger.bottom)
    })()`)
      expect(gap).toBeLessThan(16)
      await browser.click('checkbox', 'Failed')
      await expect.poll(pathAndQuery).toBe('/exports?status=failed')
      await rows(7)
      await browser.press('Escape')
      expect(await browser.read("document.querySelector(':popover-open') === null")).toBe(true)
      await browser.back()
      await rows(20)
      await browser.reload()
      await rows(20)
    })

    it('chooses days in the calendar', async () => {
      await browser.click('button', /^Created$/)
      await browser.click('button', /Last 7 days/)
      await expect.poll(pathAndQuery).toMatch(/created_from=\d{4}-\d\d-\d\d/)
      await expect.poll(countRows).toBeLessThan(20)
    })

    it('hands over the file that the backend made, and stays on the page', async () => {
      await browser.click('button', /^Download/)
      const name = await waitForFile(browser.downloads)
      const path = join(browser.downloads, name)
      const entries = await readZip(await readFile(path))
      expect(entries).toHaveLength(1)
      await rm(path)
      expect(await pathAndQuery()).toBe('/exports')
    })

    it('stays on the page and gives the reason when there is no file', async () => {
      backend.faults.add({ match: { operation: 'grant' }, refuse: { code: 'gone' } })
      await browser.click('button', /^Download/)
      await expect
        .poll(() => browser.read("document.querySelector('.ej-pop-up')?.textContent ?? ''"))
        .toContain('Failed to download')
      expect(await pathAndQuery()).toBe('/exports')
    })

    it('stays on the page when the store refuses the link, and asks once more', async () => {
      backend.faults.add({
        match: { operation: 'file' },
        respond: { status: 403, headers: { 'content-type': 'application/xml' }, body: '<Error/>' },
        times: 2,
      })
      await browser.click('button', /^Download/)
      await expect
        .poll(() => browser.read("document.querySelector('.ej-pop-up')?.textContent ?? ''"), {
          timeout: 20_000,
        })
        .toContain('Failed to download')
      expect(await pathAndQuery()).toBe('/exports')
    })

    it('keeps the table as wide as its place', async () => {
      const overflow = await browser.read(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(overflow).toBe(0)
    })
  })
}
