import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Browser, BrowserContext, Download, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createExportBackend, type ExportBackend } from '../../mocks/index.js'
import {
  createWorkflowService,
  type WorkflowDelivery,
  type WorkflowService,
} from '../../stories/systems/workflow-service.js'
import { openBrowser } from '../support/open-browser.js'
import { readCsv, readZip } from '../support/read-files.js'
import { answerAsBackend, type PageServer, servePage } from '../support/serve-page.js'

let browser: Browser
let context: BrowserContext
let page: Page
let server: PageServer
let backend: ExportBackend
let service: WorkflowService
let files: Map<string, WorkflowDelivery>
let problems: string[]

beforeAll(async () => {
  server = await servePage(new URL('forms-page.tsx', import.meta.url), answer)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
beforeEach(async () => {
  backend = createExportBackend()
  files = new Map()
  service = createWorkflowService({
    makeLink(file) {
      const link = `/files/workflow/${files.size}`
      files.set(link, file)
      return link
    },
  })
  problems = []
  context = await browser.newContext({ acceptDownloads: true, timezoneId: 'Europe/Berlin' })
  page = await openPage()
})
afterEach(async () => {
  await context.close()
  expect(problems).toEqual([])
})

async function openPage(): Promise<Page> {
  const opened = await context.newPage()
  opened.on('pageerror', (error) => problems.push(String(error)))
  return opened
}

async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const file = files.get(url.pathname)
  if (file !== undefined) {
    const disposition = `attachment; filename="${file.filename}"`
    response.setHeader('content-disposition', disposition).end(file.bytes)
    return
  }
  if (url.pathname.startsWith('/api/workflow')) {
    const reply = service.answer(await readBody(request))
    response.setHeader('content-type', 'application/json').end(await reply.text())
    return
  }
  answerAsBackend({ backend })(request, response, url)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}

const button = (name: string, where = page) => where.getByRole('button', { name, exact: true })

async function open(query: string, where = page): Promise<void> {
  await where.goto(`${server.origin}/?${query}`)
  await where.getByRole('form').waitFor()
}

async function takeFile(name: string): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()])
  expect(await download.failure()).toBeNull()
  return { download, bytes: await readFile(await download.path()) }
}

async function entries(name = 'Download Files'): Promise<readonly string[]> {
  const { download, bytes } = await takeFile(name)
  expect(download.suggestedFilename()).toBe('files.zip')
  return (await readZip(bytes)).map((entry) => entry.name)
}

const USUAL_NAMES = [
  '000003112442_8492192_1.jpg',
  '000003112442_8492192_2.png',
  '0000000M2XB9_Re-read_1.png',
]

describe('the export of a workflow’s files as a ZIP, from the blank form to the file', () => {
  const template = () => page.getByRole('textbox', { name: 'Folder path template' })
  const openFiles = async () => {
    await open('page=zip')
    await page.getByRole('radio', { name: 'Case files (ZIP)', exact: true }).check()
    await template().waitFor()
  }

  it('F6: names the entries as usual without a template', async () => {
    await openFiles()
    expect(await entries()).toEqual(USUAL_NAMES)
  })

  it('F4: puts each file where the template says, typed and inserted at the caret', async () => {
    await openFiles()
    await template().fill('cases//{{ FILE_COUNT }}{{ FILE_EXT }}')
    await template().evaluate((input: HTMLInputElement) => input.setSelectionRange(6, 6))
    await button('Insert a variable').click()
    await page.getByRole('button', { name: /^CASE_SHORT_ID/ }).click()
    await page.keyboard.type(' by ')
    await button('Insert a variable').click()
    await page.getByRole('button', { name: /^WORKFLOW_ORDER_NAME/ }).click()
    expect(await template().inputValue()).toBe(
      'cases/{{ CASE_SHORT_ID }} by {{ WORKFLOW_ORDER_NAME }}/{{ FILE_COUNT }}{{ FILE_EXT }}',
    )
    await page.getByText('K7QF2 by 8492192/').waitFor()
    expect(await entries()).toEqual([
      'cases/K7QF2 by 8492192/1.jpg',
      'cases/K7QF2 by 8492192/2.png',
      'cases/M2XB9 by Re-read/1.png',
    ])
  })

  it('F4: knows all eleven variables', async () => {
    await openFiles()
    await template().fill(
      '{{WORKFLOW_NAME}}/{{WORKFLOW_ORDER_NAME}}/{{CASE_ID}}/{{CASE_SHORT_ID}}/{{CASE_EXTERNAL_ID}}/{{CASE_EXTERNAL_ID_PADDED}}/{{FILE_UUID}}/{{FILE_COUNT}}{{FILE_EXT}}/{{ORIGINAL_FILENAME}}/{{FILENAME}}',
    )
    expect((await entries())[2]).toBe(
      'Shoulder study/Re-read/90217/M2XB9/M2XB9/0000000M2XB9/5e1f10a0-6c1d-4f7e-9b1a-0f6d2c9e41b0/1.png/side.png/0000000M2XB9_Re-read_1.png',
    )
  })

  it('F5: sends nothing with a mistake, and leads to its place', async () => {
    await openFiles()
    await template().fill('{{ CASE_ID }}/../{{ FILENAME }}')
    await button('Download Files').click()
    await page.getByText('“..”: A path must not lead upwards.').click()
    const chosen = await template().evaluate(
      ({ selectionStart, selectionEnd }: HTMLInputElement) => [selectionStart, selectionEnd],
    )
    expect(chosen).toEqual([14, 16])
    expect(service.requests).toEqual([])
    await template().fill('{{ CASE_ID }}/{{ FILENAME }}')
    expect(await entries()).toEqual([
      '90211/000003112442_8492192_1.jpg',
      '90211/000003112442_8492192_2.png',
      '90217/0000000M2XB9_Re-read_1.png',
    ])
  })

  it('F7: holds the files of the chosen order alone', async () => {
    await openFiles()
    await page.getByLabel('Workflow order').selectOption('Re-read')
    expect(await entries()).toEqual(['0000000M2XB9_Re-read_1.png'])
  })

  it('F2, F3: e-mails annotated files, for an order', async () => {
    await open('page=zip')
    await page.getByRole('radio', { name: 'Annotated case files (ZIP)' }).check()
    await button('Export Annotated Case Files').click()
    const order = page.getByLabel('Workflow order')
    expect(await order.evaluate((list) => list === document.activeElement)).toBe(true)
    await order.selectOption('8492192')
    await button('Export Annotated Case Files').click()
    await page.getByText(/^The export has started\. You get an e-mail/).waitFor()
    expect(service.requests).toMatchObject([
      { reportType: 'annotated', parameters: { order: '8492192' } },
    ])
  })
})

describe('the export of a workflow as CSV, from the blank form to the file', () => {
  it('F1, F3: hands over the CSV at once', async () => {
    await open('page=csv')
    await page.getByRole('radio', { name: 'Latest Assessments' }).check()
    const { download, bytes } = await takeFile('Export CSV')
    expect(download.suggestedFilename()).toBe('results.csv')
    expect(readCsv(bytes).rows.map((row) => row.case)).toEqual(['K7QF2', 'K7QF2', 'M2XB9'])
    expect(service.requests[0]?.parameters).toEqual({ assessments: 'latest', layout: 'values' })
  })

  it('F3, F6, F7: hands over the files of an order as a ZIP', async () => {
    await open('page=csv')
    await page.getByRole('radio', { name: 'Files', exact: true }).check()
    await page.getByLabel('Order', { exact: true }).selectOption('8492192')
    expect(await entries()).toEqual(USUAL_NAMES.slice(0, 2))
  })

  it('F2, F3: by the keyboard alone, to the e-mail', async () => {
    await open('page=csv')
    await page.getByRole('radio', { name: 'All Assessments' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: 'Files', exact: true }).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('8492192')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await page.getByText(/You get an e-mail with a link/).waitFor()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(/^The export has started/).waitFor()
    expect(service.requests[0]?.parameters).toEqual({ layout: 'annotated', order: '8492192' })
  })
})

describe('the same export asked for in two windows at the same time', () => {
  const created = () => backend.log.filter(({ operation }) => operation === 'create').length
  const STARTED = 'The export has started.'
  const RUNNING = 'This export is already running'

  it.each([
    ['Web Locks', true],
    ['leases in storage', false],
  ])('makes one job, and the other window is told, with %s', async (_way, hasLocks) => {
    if (!hasLocks) {
      await context.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'locks')
      })
    }
    const pages = [page, await openPage()]
    for (const where of pages) await open('', where)
    for (let round = 1; round <= 4; round += 1) {
      for (const where of pages) await where.getByLabel('Note').fill(`Round ${round}`)
      await Promise.all(
        pages.map((where) =>
          where.getByRole('form').getByRole('button', { name: 'Export', exact: true }).click(),
        ),
      )
      const words = await Promise.all(
        pages.map(async (where) => {
          const told = where.getByText(STARTED).or(where.getByText(RUNNING))
          await told.waitFor()
          return told.textContent()
        }),
      )
      expect(words.sort()).toEqual([STARTED, RUNNING])
      expect(created()).toBe(round)
    }
    const other = (await page.getByText(RUNNING).isVisible()) ? page : pages[1]
    await other?.getByRole('link', { name: 'Open it' }).waitFor()
    await other?.getByRole('button', { name: 'Make another' }).click()
    await other?.getByText(STARTED).waitFor()
    expect(created()).toBe(5)
  })
})

describe('what was entered', () => {
  const note = () => page.getByLabel('Note')
  const send = () => page.getByRole('form').getByRole('button', { name: 'Export', exact: true })
  const reload = async () => {
    await page.reload()
    await page.getByRole('form').waitFor()
  }

  it('survives a refusal, leaving the page and a reload', async () => {
    await open('')
    await note().fill('For the audit')
    backend.faults.add({ match: { operation: 'create' }, refuse: { code: 'unavailable' } })
    await send().click()
    await page.getByText('The server has a problem').waitFor()
    await reload()
    expect(await note().inputValue()).toBe('For the audit')
    await page.getByText('What you entered before is still here.').waitFor()
    await page.goto('about:blank')
    await page.goBack()
    await page.getByRole('form').waitFor()
    expect(await note().inputValue()).toBe('For the audit')
    await button('Start over').click()
    await reload()
    expect(await note().inputValue()).toBe('')
  })

  it('is not kept where the page does not want it', async () => {
    await open('forget')
    await note().fill('Secret')
    await reload()
    expect(await note().inputValue()).toBe('')
  })

  it('is there the next time once it was sent, in another window too, and under its name', async () => {
    await open('')
    await page.getByLabel('Format').selectOption('pdf')
    await page.getByLabel('Period').selectOption('last7Days')
    await note().fill('Weekly')
    await button('Saved settings').click()
    await page.getByLabel('Name').fill('Every Monday')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await send().click()
    await page.getByText('The export has started.').waitFor()

    page = await openPage()
    await open('')
    expect(await note().inputValue()).toBe('Weekly')
    expect(await page.getByLabel('Format').inputValue()).toBe('pdf')
    expect(await page.getByLabel('Period').inputValue()).toBe('last7Days')
    await note().fill('Something else')
    await button('Saved settings').click()
    await button('Every Monday').click()
    expect(await note().inputValue()).toBe('Weekly')
  })
})
