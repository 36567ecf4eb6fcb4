import '../../src/styles/index.css'
import { cleanup, configure, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { buildExportJob, buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import type { ExportColumn } from '../../src/components/history-table/export-column.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import type { ExportStatus } from '../../src/core/status.js'
import { walkThroughEverything } from '../styles/scenes.js'
import { bodyRows, findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

// a busy machine may take longer than a second to load a part of the page
configure({ asyncUtilTimeout: 15_000 })

const WIDTHS = [1_600, 1_024, 768, 480, 360, 320]
const STATUSES: readonly ExportStatus[] = ['completed', 'failed', 'processing', 'pending']
const columns = (defaults: readonly ExportColumn[]) => [...defaults, exportColumns.actions]

beforeEach(() => page.viewport(1_700, 900))
afterEach(cleanup)

/** Opens the whole page in a host's container of so many pixels. */
async function openIn(width: number) {
  const client = createMemoryClient({
    jobs: buildExportJobs(8, (index) => ({
      name: `October deliveries ${index}`,
      status: STATUSES[index % 4],
      ...(index % 4 === 0 ? {} : { isDownloadable: false }),
    })),
  })
  // with boxes to tick as well where there is room for them
  const bulkActions = width === 768 ? [] : (['delete'] as const)
  const view = renderWithProvider(<ExportHistory table={{ columns, bulkActions }} />, {
    client,
  })
  view.container.style.inlineSize = `${width}px`
  await findRows()
  return view
}

/** Whether all of an element lies between the sides of another. */
const isBeside = (element: Element, frame: Element) => {
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()]
  return inner.left >= outer.left - 1 && inner.right <= outer.right + 1
}

/** Whether something of an element is painted where a person can see it. */
const isPainted = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  element.getBoundingClientRect().width > 1

describe.each(WIDTHS)('in a container of %d pixels', (width) => {
  it('nothing is wider than its place', async () => {
    const { container } = await openIn(width)
    expect(container.scrollWidth).toBeLessThanOrEqual(width)
    for (const part of container.querySelectorAll(
      '.ej-root:not(button), .ej-table-frame, .ej-cell',
    )) {
      expect(part.scrollWidth, part.className).toBeLessThanOrEqual(part.clientWidth + 1)
    }
    const beyond = [...container.querySelectorAll('button, a, input, select, time, td *')]
      .filter((element) => !element.matches('path, option') && isPainted(element))
      .filter((element) => !isBeside(element, container))
    expect(beyond).toEqual([])
  })

  it('each value and each action of a row is in sight', async () => {
    await openIn(width)
    for (const row of bodyRows()) {
      for (const cell of within(row).getAllByRole('cell')) {
        for (const part of cell.querySelectorAll('*')) {
          if (part.matches('path, :scope > .ej-visually-hidden, time > span')) continue
          expect(isPainted(part), `${part.outerHTML} in a row`).toBe(true)
        }
      }
      expect(within(row).getAllByRole('cell')).toHaveLength(width === 768 ? 7 : 8)
    }
    expect(screen.getAllByRole('button', { name: /^Download / })).toHaveLength(2)
    expect(screen.getAllByRole('button', { name: /^Actions/ })).toHaveLength(8)
  })

  it('is a table with a head, rows and cells', async () => {
    await openIn(width)
    const table = screen.getByRole('table', { name: 'Exports' })
    const heads = within(table).getAllByRole('columnheader')
    expect(heads).toHaveLength(width === 768 ? 7 : 8)
    expect(within(table).getAllByRole('row')).toHaveLength(9)
    expect(within(table).getAllByRole('rowgroup')).toHaveLength(2)
    expect(screen.getByRole('columnheader', { name: 'Created' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
  })
})

describe('zoomed to 400 %', () => {
  it('nothing scrolls sideways', async () => {
    await page.viewport(320, 256)
    const name = 'A'.repeat(60)
    const jobs = [buildExportJob({ id: '1', name, warnings: ['x'.repeat(80)] })]
    const view = renderWithProvider(
      <>
        <ExportHistory />
        <ExportDetail jobId="1" />
      </>,
      { client: createMemoryClient({ jobs }) },
    )
    document.body.style.margin = '0'
    await findRows()
    await screen.findByRole('heading', { name })
    const wide = [...view.container.querySelectorAll('*')].filter(
      (element) => isPainted(element) && element.getBoundingClientRect().right > 321,
    )
    expect(wide).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    document.body.style.margin = ''
  })
})

/** What a person would have to scroll sideways for. */
const beyond = (width: number) =>
  [...document.body.querySelectorAll('*')].filter(
    (element) => isPainted(element) && element.getBoundingClientRect().right > width + 1,
  )

describe('a window of 320 pixels, which is 400 % of 1,280', () => {
  it('holds every state of every component', async () => {
    await page.viewport(320, 640)
    document.body.style.margin = '0'
    const wide = new Set<string>()
    await walkThroughEverything(() => {
      for (const element of beyond(320)) wide.add(element.outerHTML.slice(0, 160))
    })
    document.body.style.margin = ''
    expect([...wide]).toEqual([])
  })
})

describe('a page whose rows are awaited', () => {
  it('has something grey in each column that will hold words', async () => {
    const client = createMemoryClient()
    client.hold('listJobs')
    const names = (defaults: readonly ExportColumn[]) => [exportColumns.name, ...defaults]
    const { container } = renderWithProvider(<ExportHistory table={{ columns: names }} />, {
      client,
    })
    await screen.findByText('Loading exports')
    const [row] = container.querySelectorAll('tbody[aria-hidden] > tr')
    const empty = [...(row?.children ?? [])].filter(
      ({ firstElementChild }) => firstElementChild === null || !isPainted(firstElementChild),
    )
    expect(row?.children).toHaveLength(7)
    expect(empty).toEqual([])
  })
})

describe('everything that is pressed', () => {
  it.each([
    [1_280, 'comfortable'],
    [1_280, 'compact'],
    [360, 'comfortable'],
  ])('is at least 24 pixels wide and high at %d pixels, %s', async (width, density) => {
    await page.viewport(width, 900)
    const small = new Set<string>()
    let seen = 0
    await walkThroughEverything(() => {
      for (const table of document.querySelectorAll<HTMLElement>('.ej-history-table')) {
        table.dataset.density = density
      }
      for (const target of document.querySelectorAll(
        'button, a, input, select, textarea, summary',
      )) {
        if (!(target instanceof HTMLElement) || !isPainted(target)) continue
        seen += 1
        const labels = target instanceof HTMLInputElement ? [...(target.labels ?? [])] : []
        const sizes = [target, ...labels].map((element) => element.getBoundingClientRect())
        const isLarge = sizes.some((size) => size.width >= 24 && size.height >= 24)
        if (!isLarge)
          small.add(
            `${target.outerHTML.slice(0, 120)} ${sizes.map((s) => `${s.width}×${s.height}`)}`,
          )
      }
    })
    expect(seen).toBeGreaterThan(100)
    expect([...small]).toEqual([])
  })
})

describe('every drawing', () => {
  it('is painted', async () => {
    const blank = new Set<string>()
    await walkThroughEverything(() => {
      for (const path of document.querySelectorAll<SVGPathElement>('.ej-icon path')) {
        if (path.getTotalLength() === 0)
          blank.add(path.closest('[class]:not(svg)')?.className ?? '')
      }
    })
    expect([...blank]).toEqual([])
  })
})
