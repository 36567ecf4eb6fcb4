import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/open-browser.js'
import { HOSTS, type RunningHost, startHost } from './start-host.js'

describe.each(HOSTS)('the %s host', (name) => {
  let browser: Browser
  let host: RunningHost
  let page: Page
  let problems: string[]

  beforeAll(async () => {
    browser = await openBrowser()
    host = await startHost(name)
  })
  afterAll(async () => {
    await host?.stop()
    await browser?.close()
  })
  beforeEach(async () => {
    problems = []
    page = await browser.newPage({ acceptDownloads: true, timezoneId: 'Asia/Tokyo' })
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('console', (message) => {
      const isOurs = message.type() === 'error' || message.type() === 'warning'
      if (isOurs && !message.text().startsWith('Failed to load resource')) {
        problems.push(message.text())
      }
    })
  })
  afterEach(async () => {
    await page.close()
    expect(problems).toEqual([])
  })

  const rows = () => page.getByRole('row').filter({ has: page.getByRole('cell') })
  const search = () => new URL(page.url()).search
  const filter = (title: string) => page.getByRole('search').getByRole('button', { name: title })

  async function open(path: string): Promise<void> {
    await page.goto(host.origin + path)
    await rows().first().waitFor()
  }

  async function chooseFailed(): Promise<void> {
    await filter('Status').click()
    await page.getByRole('checkbox', { name: 'Failed' }).click()
    await page.waitForURL(/status=failed/)
    await page.keyboard.press('Escape')
  }

  it('shows what a deep link asks for, and keeps the parameters of others', async () => {
    await open('/exports?status=failed&page_size=10&campaign=mail')
    await expect.poll(() => rows().count()).toBe(6)
    expect(await rows().getByText('Failed', { exact: true }).count()).toBe(6)
    expect(search()).toContain('campaign=mail')
  })

  it('goes back from a filter, and forward to it', async () => {
    await open('/exports?campaign=mail')
    await expect.poll(() => rows().count()).toBe(20)
    await chooseFailed()
    await expect.poll(() => rows().count()).toBe(6)
    await page.goBack()
    await expect.poll(() => rows().count()).toBe(20)
    expect(search()).toBe('?campaign=mail')
    await page.goForward()
    await expect.poll(() => rows().count()).toBe(6)
  })

  it('shows the same after a reload', async () => {
    await open('/exports')
    await chooseFailed()
    await page.reload()
    await expect.poll(() => rows().count()).toBe(6)
  })

  it('makes a valid page of junk in the URL', async () => {
    await open('/exports?page=-7&page_size=many&ordering=sideways&status=lost')
    await expect.poll(() => rows().count()).toBe(20)
  })

  it('goes to the last page from one past the end', async () => {
    await open('/exports?page=40')
    await expect.poll(() => rows().count()).toBe(5)
    await expect.poll(search).toBe('?page=2')
  })

  it("turns to a job's page by the host's router, and back to the same list", async () => {
    await open('/exports?status=failed')
    await page.evaluate(() => Reflect.set(window, 'isSamePage', true))
    await rows().first().getByRole('link').first().click()
    await page.waitForURL(/\/exports\/\d+$/)
    await page.getByRole('link', { name: /history/i }).waitFor()
    await page.goBack()
    await expect.poll(() => rows().count()).toBe(6)
    expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
  })

  it("comes back from another page of the host's to the same list", async () => {
    await open('/exports')
    await chooseFailed()
    await page.getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('heading', { name: 'Reports' }).waitFor()
    await page.goBack()
    await expect.poll(() => rows().count()).toBe(6)
    expect(search()).toBe('?status=failed')
  })

  it('hands over a file', async () => {
    await open('/exports?status=completed')
    const started = page.waitForEvent('download')
    await rows()
      .first()
      .getByRole('button', { name: /^Download/ })
      .click()
    expect((await started).suggestedFilename()).toMatch(/\.zip$/)
  })

  it.runIf(name === 'next')('has the rows in the HTML that the server sends', async () => {
    const answer = await fetch(`${host.origin}/exports?status=failed`)
    const html = await answer.text()
    expect(html.match(/role="row"/g)).toHaveLength(1 + 6)
  })
})
