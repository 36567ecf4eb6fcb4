import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/open-browser.js'
import { readPdf } from '../support/read-files.js'
import { answerJson, type PageServer, servePage } from '../support/serve-page.js'

let browser: Browser
let server: PageServer
const pages: Page[] = []

beforeAll(async () => {
  server = await servePage(
    new URL('looks-page.tsx', import.meta.url),
    answerJson(() => []),
  )
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})

/** Opens one of the pages as a person with such wishes has it. */
async function open(query: string, wishes: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(wishes)).newPage()
  pages.push(page)
  await page.goto(`${server.origin}/?page=${query}`)
  return page
}

const print = async (page: Page) => readPdf(new Uint8Array(await page.pdf({ format: 'A4' })))

/** What a part looks like: the first that is found. */
const looks = (page: Page, selector: string, pseudo?: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const style = getComputedStyle(element, name)
      const { color, backgroundColor, borderTopColor, outlineStyle, outlineColor } = style
      return { color, backgroundColor, borderTopColor, outlineStyle, outlineColor }
    }, pseudo)

/** A colour as it is painted on white, in red, green and blue; `Canvas` and its like are the person's own. */
const painted = (page: Page, color: string): Promise<readonly number[]> =>
  page.evaluate((value) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = `forced-color-adjust: none; color: ${value}`
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) throw new Error('Nothing can be painted.')
    for (const fill of ['white', getComputedStyle(probe).color]) {
      context.fillStyle = fill
      context.fillRect(0, 0, 1, 1)
    }
    probe.remove()
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }, color)

/** Sees that two colours are one, but for rounding. */
async function expectSame(page: Page, one: string, other: string): Promise<void> {
  const [first, second] = await Promise.all([painted(page, one), painted(page, other)])
  const apart = first.map((channel, index) => Math.abs(channel - (second[index] ?? Infinity)))
  expect(Math.max(...apart), `${one} is ${first}, ${other} is ${second}`).toBeLessThanOrEqual(3)
}

describe('a printed history', () => {
  it('has every row, a head on each sheet, and nothing that is only pressed', async () => {
    const page = await open('history&rows=40')
    await page.getByText('Type 39.').waitFor()
    const { pages: sheets } = await print(page)
    expect(sheets.length).toBeGreaterThan(1)
    for (const sheet of sheets.slice(0, -1)) {
      for (const head of ['Report type', 'Status', 'Created']) expect(sheet).toContain(head)
    }
    const text = sheets.join('\n')
    for (let index = 0; index < 40; index += 1) expect(text).toContain(`Type ${index}.`)
    expect(text).toContain('1–40 of 40')
    for (const word of ['Refresh', 'Download', 'Rows per page']) expect(text).not.toContain(word)
  })

  it('says which filters hold, and leaves no room for rows that were there before', async () => {
    const page = await open('history&rows=40')
    await page.getByText('Type 39.').waitFor()
    await page.getByRole('button', { name: 'Status', exact: true }).first().click()
    await page.getByRole('checkbox', { name: 'Failed' }).check()
    await page.keyboard.press('Escape')
    await page.getByText('1–10 of 10').waitFor()
    const { pages: sheets } = await print(page)
    expect(sheets).toHaveLength(1)
    expect(sheets[0]).toContain('Status: Failed')
  })

  it('is dark on white, whatever the theme', async () => {
    const page = await open('history', { colorScheme: 'dark' })
    await page.getByText('Type 3.').waitFor()
    const dark = await looks(page, '.ej-table-frame')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const { color, backgroundColor } = await looks(page, '.ej-table-frame')
    expect(dark.backgroundColor).toBe('rgb(20, 24, 31)')
    expect([color, backgroundColor]).toEqual(['rgb(17, 34, 51)', 'rgb(255, 255, 255)'])
  })
})

describe('what else is printed', () => {
  it('of one export is its facts, without the ways to press', async () => {
    const page = await open('detail')
    await page.getByRole('heading', { name: 'Job 0.' }).waitFor()
    const { pages: sheets } = await print(page)
    expect(sheets).toHaveLength(1)
    expect(sheets[0]).toContain('Requested by')
    expect(sheets[0]).not.toMatch(/Download|Delete|Back to/)
  })

  it('of a form is what was filled in', async () => {
    const page = await open('form')
    await page.getByLabel('Note').fill('For the audit')
    const { pages: sheets } = await print(page)
    expect(sheets.join()).toContain('For the audit')
    expect(sheets.join()).not.toMatch(/^Export$/m)
  })
})

describe.each(['light', 'dark'] as const)("in the person's own %s colours", (colorScheme) => {
  const forced = { forcedColors: 'active', colorScheme } as const

  it('statuses, drawings, progress and the page that is open are seen', async () => {
    const page = await open('history', forced)
    await page.getByText('Type 3.').waitFor()
    for (const badge of ['.ej-status-badge', '.ej-format-badge']) {
      await expectSame(page, (await looks(page, badge, '::before')).backgroundColor, 'CanvasText')
    }
    expect((await looks(page, '.ej-progress-bar')).outlineStyle).toBe('solid')
    const current = await looks(page, '.ej-page-button[aria-current]')
    await expectSame(page, current.color, 'HighlightText')
    await expectSame(page, current.backgroundColor, 'Highlight')
    const strange = await page.locator('svg.ej-icon').evaluateAll((icons) =>
      icons
        .filter(({ parentElement: parent }) => parent !== null)
        .filter((icon) => {
          const around = getComputedStyle(icon.parentElement ?? icon).color
          return getComputedStyle(icon).color !== around
        })
        .map(({ outerHTML }) => outerHTML),
    )
    expect(strange).toEqual([])
  })

  it('a range of days is one block, and the day with the focus has a ring of its own', async () => {
    const page = await open('history', forced)
    await page.getByRole('button', { name: 'Created', exact: true }).first().click()
    await page.getByRole('button', { name: 'Last 7 days' }).click()
    const button = page.getByRole('button', { name: /^Created: / }).first()
    if ((await page.getByRole('grid').count()) === 0) await button.click()
    for (const part of ['range-start', 'range-middle', 'range-end']) {
      const day = await looks(page, `.ej-calendar-${part}`)
      await expectSame(page, day.color, 'HighlightText')
      await expectSame(page, day.backgroundColor, 'Highlight')
    }
    await page.locator('.ej-calendar-range-end button').focus()
    const { outlineColor } = await looks(page, '.ej-calendar-range-end button')
    await expectSame(page, outlineColor, 'CanvasText')
  })

  it('what stands for rows that are awaited is outlined', async () => {
    const page = await open('loading', forced)
    expect((await looks(page, '.ej-skeleton')).outlineStyle).toBe('solid')
  })
})

it('for who asks for more contrast, lines and hints are as dark as text', async () => {
  const page = await open('history', { contrast: 'more' })
  await page.getByText('Type 3.').waitFor()
  const { color } = await looks(page, '.ej-history')
  expect((await looks(page, '.ej-cell')).borderTopColor).toBe(color)
  expect((await looks(page, '.ej-filter-button')).borderTopColor).toBe(color)
  expect((await looks(page, '.ej-pager')).color).toBe(color)
})
