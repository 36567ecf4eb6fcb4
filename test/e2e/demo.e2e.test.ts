import { readFile } from 'node:fs/promises'
import type { Browser, Download, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDemoBackend } from '../../examples/demo/src/demo-backend.js'
import type { BackendJob, ExportBackend } from '../../mocks/index.js'
import { openBrowser } from '../support/open-browser.js'
import { readCsv, readPdf, readSheet, readZip } from '../support/read-files.js'
import { type DemoServer, serveDemo } from '../support/serve-demo.js'

let browser: Browser
let server: DemoServer
let backend: ExportBackend
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
  const context = await browser.newContext({
    acceptDownloads: true,
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
  })
  page = await context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      problems.push(message.text())
    }
  })
})
afterEach(async () => {
  await page.context().close()
  expect(problems).toEqual([])
})

const rows = () => page.getByRole('row').filter({ has: page.getByRole('cell') })
const cells = (column: string) => page.locator(`td[data-column="${column}"]`)
const range = (text: RegExp) => page.getByText(text).waitFor()

function newest(): BackendJob {
  const [job] = backend.list({ companyId: '7', pageSize: 1 }).jobs
  if (job === undefined) throw new Error('The backend has no job.')
  return job
}

async function open(path: string): Promise<void> {
  await page.goto(server.origin + path)
  await rows().first().waitFor()
}

/** Asks for a background job of what the report page shows, and goes on to the history. */
async function ask(format: string): Promise<void> {
  await page.goto(`${server.origin}/reports/purchase-orders`)
  await page.getByRole('button', { name: 'More ways to export' }).click()
  const way = `Export ${format.toUpperCase()} in the background`
  await page.getByRole('button', { name: way }).click()
  await page.getByRole('link', { name: 'Open the export history' }).click()
  await page.waitForURL('**/exports')
}

/** A filter's button in the toolbar; the header's button of the same name sorts. */
const filterButton = (name: string) =>
  page
    .getByRole('search')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()

async function choose(filter: string, choice: string): Promise<void> {
  await filterButton(filter).click()
  await page.getByRole('checkbox', { name: choice }).click()
  await page.keyboard.press('Escape')
}

async function takeFile(press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return download
}

async function readDownload(download: Download): Promise<Buffer> {
  expect(await download.failure()).toBeNull()
  return readFile(await download.path())
}

const query = () => new URL(page.url()).searchParams

describe('the demo, in a real browser over real HTTP', () => {
  it('takes a person from asking for an export to the file with every row in it', async () => {
    await ask('csv')
    const mine = rows().first()
    await expect.poll(() => mine.textContent()).toMatch(/Pending|Processing/)
    expect(await mine.getByRole('button', { name: /Download/ }).count()).toBe(0)
    await mine.getByText('Completed').waitFor({ timeout: 30_000 })

    const download = await takeFile(() => mine.getByRole('button', { name: /Download/ }).click())
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    const [entry] = await readZip(await readDownload(download))
    expect(entry?.name).toMatch(/\.csv$/)
    expect(readCsv(entry?.bytes ?? new Uint8Array()).rows).toHaveLength(newest().totalRows ?? -1)
  })

  it.each(['xlsx', 'pdf'])('hands over a %s that opens in another program', async (format) => {
    await ask(format)
    const mine = rows().first()
    await mine.getByText('Completed').waitFor({ timeout: 30_000 })
    const download = await takeFile(() => mine.getByRole('button', { name: /Download/ }).click())
    const [entry] = await readZip(await readDownload(download))
    const bytes = entry?.bytes ?? new Uint8Array()
    expect(entry?.name).toMatch(new RegExp(`\\.${format}$`))
    if (format === 'xlsx') {
      expect((await readSheet(bytes)).actualRowCount - 1).toBe(newest().totalRows)
    } else {
      const { pages } = await readPdf(bytes)
      expect(pages.length).toBeGreaterThan(0)
      expect(pages[0]).toContain('2026')
    }
  })

  it('hands over the same report at once from the report page', async () => {
    await page.goto(`${server.origin}/reports/purchase-orders`)
    const download = await takeFile(() =>
      page.getByRole('button', { name: 'Download CSV' }).click(),
    )
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    expect(readCsv(await readDownload(download)).rows.length).toBeGreaterThan(0)
    await page.getByText(/^Downloaded \(/).waitFor()
    expect(backend.log.filter(({ operation }) => operation === 'create')).toEqual([])
  })

  it('fills the form in with the filters of the report page', async () => {
    await page.goto(`${server.origin}/reports/purchase-orders`)
    await page.getByLabel('Received from').fill('2026-10-05')
    await page.getByLabel('Received until').fill('2026-10-25')
    await page.getByLabel('Location').selectOption('Bakery')
    await page.getByRole('button', { name: 'More ways to export' }).click()
    await page.getByRole('button', { name: 'All options' }).click()
    const dialog = page.getByRole('dialog', { name: 'New export' })
    await dialog.getByLabel('From').waitFor()
    expect(await dialog.getByLabel('From').inputValue()).toBe('2026-10-05')
    expect(await dialog.getByLabel('To', { exact: true }).inputValue()).toBe('2026-10-25')
    expect(await dialog.getByLabel('Delivery location').inputValue()).toBe('Bakery')
    await dialog.getByLabel('Format').selectOption('xlsx')
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await dialog.getByText('The export has started.').waitFor()
    expect(newest()).toMatchObject({
      fileFormat: 'xlsx',
      dateRange: { from: '2026-10-05', to: '2026-10-25' },
      parameters: { location: 'Bakery', grouping: 'item' },
    })
  })

  it('asks for any report in a dialog over the history, where the new row comes at once', async () => {
    await open('/exports')
    await page.getByRole('button', { name: 'New export' }).click()
    const dialog = page.getByRole('dialog', { name: 'New export' })
    await dialog.getByRole('radio', { name: 'Inventory' }).check()
    await dialog.getByRole('checkbox', { name: 'Shelf' }).check()
    await dialog.getByLabel('Name').fill('Shelves')
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => rows().first().textContent()).toMatch(/Inventory/)
    expect(newest()).toMatchObject({ reportType: 'inventory', name: 'Shelves' })
    await page.getByRole('button', { name: 'New export' }).press('Enter')
    expect(await dialog.getByRole('radio', { name: 'Inventory' }).isChecked()).toBe(true)
  })

  it('filters by status and format, and keeps both in the URL', async () => {
    await open('/exports')
    await choose('Status', 'Failed')
    await expect.poll(() => query().get('status')).toBe('failed')
    await range(/^1–7 of 7$/)
    expect(new Set(await cells('status').allTextContents())).toHaveLength(1)
    await choose('Format', 'CSV')
    await expect.poll(() => query().get('file_format')).toBe('csv')
    await expect.poll(async () => new Set(await cells('format').allTextContents()).size).toBe(1)
  })

  it('filters by created range, days inclusive', async () => {
    await open('/exports')
    const createdAt = newest().createdAt
    const day = String(createdAt).slice(0, 10)
    await filterButton('Created').click()
    await page.getByRole('grid').first().waitFor()
    await page.getByLabel('From').fill(day)
    await page.getByLabel('To', { exact: true }).fill(day)
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(() => query().get('created_from')).toBe(day)
    await expect.poll(() => query().get('created_to')).toBe(day)
    await expect.poll(() => rows().count()).toBeLessThan(4)
    expect(await rows().count()).toBeGreaterThan(0)
  })

  it('sorts, turns pages, changes the page size, and restores the view on reload', async () => {
    await open('/exports?host=kept')
    await page
      .getByRole('button', { name: /^Format/ })
      .last()
      .click()
    await expect.poll(() => query().get('ordering')).toBe('file_format')
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect.poll(() => query().get('page')).toBe('1')
    await range(/^21–40 of 64$/)
    const before = await rows().allTextContents()
    await page.reload()
    await range(/^21–40 of 64$/)
    expect(await rows().allTextContents()).toEqual(before)
    expect(query().get('host')).toBe('kept')

    await page.getByLabel('Rows per page').selectOption('50')
    await expect.poll(() => query().get('page_size')).toBe('50')
    await range(/of 64$/)
    await expect.poll(() => rows().count()).toBe(50)
  })

  it('goes back through the choices that a person made', async () => {
    await open('/exports')
    await page.getByRole('button', { name: 'Next page' }).click()
    await range(/^21–40 of 64$/)
    await page.getByRole('button', { name: 'Next page' }).click()
    await range(/^41–60 of 64$/)
    await page.goBack()
    await range(/^21–40 of 64$/)
    await page.goBack()
    await range(/^1–20 of 64$/)
  })

  it('goes to the last page when the URL points past the end', async () => {
    await open('/exports?page=99')
    await range(/^61–64 of 64$/)
    expect(query().get('page')).toBe('3')
  })

  it('tells the refusal of storage in a pop-up, after asking once more', async () => {
    await open('/exports?status=completed')
    backend.faults.add({ match: { operation: 'grant' }, times: 2, linkLifetimeSeconds: -5 })
    await page
      .getByRole('button', { name: /^Download/ })
      .first()
      .click()
    const popUp = page.getByText('Failed to download', { exact: true })
    await popUp.waitFor()
    const asked = backend.log.filter(({ operation }) => operation === 'grant')
    expect(asked).toHaveLength(2)
    await page.getByRole('button', { name: 'Close' }).last().click()
    await popUp.waitFor({ state: 'detached' })
  })

  it('shows nothing of one company under another, and says where access is missing', async () => {
    await open('/exports')
    await page.getByLabel('Company').selectOption('8')
    await range(/^1–5 of 5$/)
    await page.getByLabel('Company').selectOption('9')
    await page.getByText('You do not have access to these exports').waitFor()
    expect(await rows().count()).toBe(0)
  })

  it('leaves no signed link in the page, its storage or its history', async () => {
    await open('/exports?status=completed')
    await takeFile(() =>
      page
        .getByRole('button', { name: /^Download/ })
        .first()
        .click(),
    )
    const traces = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        location.href,
        JSON.stringify(history.state),
      ].join('\n'),
    )
    expect(traces).not.toContain('signature=')
  })

  it('sends no request while every export is finished', async () => {
    await open('/exports')
    const lists = () => backend.log.filter(({ operation }) => operation === 'list').length
    const before = lists()
    await page.waitForTimeout(6_000)
    expect(lists()).toBe(before)
  })

  it('works the same in the browser alone, under a service worker', async () => {
    await open('/exports?backend=browser')
    await takeFile(() =>
      page
        .getByRole('button', { name: /^Download/ })
        .first()
        .click(),
    ).then(async (download) => {
      const [entry] = await readZip(await readDownload(download))
      expect(entry?.bytes.length).toBeGreaterThan(100)
    })
  })
})
