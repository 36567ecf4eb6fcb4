import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { ExportJobsError } from '../../src/core/errors.js'
import { EXPORT_STATUSES } from '../../src/core/status.js'
import { en } from '../../src/labels/en.js'
import type { ExportFormatters } from '../../src/labels/formatters.js'
import { createFormatters } from '../../src/labels/formatters.js'
import type { LabelOverrides } from '../../src/labels/labels.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

describe('words', () => {
  it("of the component beat the provider's, which beat English", async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(1) })
    renderWithProvider(<ExportHistoryTable labels={{ columns: { format: 'Art' } }} />, {
      client,
      labels: { columns: { format: 'Format!', status: 'Zustand' } },
    })
    await findRows()
    const headers = screen.getAllByRole('columnheader').map((th) => th.textContent)
    expect(headers).toEqual(['Art', 'Date range', 'Report type', 'Zustand', 'Created', 'Download'])
  })

  it("of one error change that error's only", async () => {
    const client = createMemoryClient()
    client.failNext('listJobs', 'offline')
    renderWithProvider(<ExportHistoryTable />, {
      client,
      labels: { errors: { offline: { title: 'Kein Netz' } } },
    })
    expect(await screen.findByText('Kein Netz')).toBeVisible()
    expect(screen.getByText(en.errors.offline.text)).toBeVisible()
  })

  it('may be written inline: a host that renders anew draws no row anew', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(1) })
    let drawn = 0
    const columns = () => [{ id: 'x', header: () => 'X', cell: () => `drawn ${++drawn} times` }]
    const page = () => (
      <ExportJobsProvider urlState="memory" client={client}>
        <ExportHistoryTable columns={columns} labels={{ columns: { format: 'Art' } }} />
      </ExportJobsProvider>
    )
    const { rerender } = render(page())
    await findRows()
    const before = drawn
    rerender(page())
    rerender(page())
    expect(drawn).toBe(before)
  })

  it('and formats may be the host’s', async () => {
    const client = createMemoryClient({ jobs: buildExportJobs(1) })
    renderWithProvider(<ExportHistoryTable formatters={{ formatDateTime: () => 'just now' }} />, {
      client,
      formatters: { formatDateTime: () => 'never seen', formatNumber: (n) => `#${n}` },
    })
    const [row] = await findRows()
    expect(row).toHaveTextContent('just now')
    expect(row).toHaveTextContent('#1284 rows')
  })
})

/** Every word in brackets, so that a word that comes from elsewhere stands out. */
function pseudo<T>(value: T): T
function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return `[${value}]`
  if (typeof value === 'function') {
    return (...args: unknown[]) => `[${Reflect.apply(value, undefined, args)}]`
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pseudo(inner)]))
}

const labels: LabelOverrides = {
  ...pseudo(en),
  formats: { csv: '[CSV]', pdf: '[PDF]' },
  reportTypes: { delivery_location: '[Delivery location]', vendor: '[Vendor]' },
}
const formatters: ExportFormatters = pseudo(createFormatters({ locale: 'en', timeZone: 'UTC' }))

/** Texts that no bracket opens: they come neither from the labels nor from the formatters. */
function foreignWords(root: HTMLElement): readonly string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
  for (const element of root.querySelectorAll(
    '[aria-label], [title], [placeholder], [data-label]',
  )) {
    for (const name of ['aria-label', 'title', 'placeholder', 'data-label']) {
      texts.push(element.getAttribute(name) ?? '')
    }
  }
  return texts.filter((text) => /\p{L}/u.test(text) && !text.startsWith('['))
}

const translated = { labels, formatters, reportTypes: [{ id: 'vendor', label: '[Vendor]' }] }

describe('a translated page', () => {
  it('has no other text than the labels, the formats and the data', async () => {
    const client = createMemoryClient({
      jobs: buildExportJobs(60, (index) => ({
        status: EXPORT_STATUSES[index % EXPORT_STATUSES.length] ?? 'pending',
        error: null,
        phase: null,
        statusText: null,
        ...(index === 3 ? { warnings: ['[data]', '[data]'] } : {}),
      })),
      capabilities: { fileFormats: ['csv', 'pdf'] },
    })
    const { container, user } = renderWithProvider(
      <ExportHistory table={{ defaults: { filters: { statuses: [], fileFormats: ['csv'] } } }} />,
      { ...translated, client },
    )
    await findRows()
    expect(foreignWords(container)).toEqual([])
    for (const name of [/Status/, /Format/, /Report type/, /Created/]) {
      await user.click(
        within(screen.getByRole('search')).getAllByRole('button', { name })[0] ?? container,
      )
      if (name.source === 'Created') await screen.findByRole('grid')
      expect(foreignWords(container)).toEqual([])
    }
  })

  it.each(['empty', 'error', 'denied', 'loading', 'unreadable'] as const)(
    'has no other text when %s',
    async (state) => {
      const client = createScriptedClient()
      const { container } = renderWithProvider(<ExportHistoryTable />, {
        ...translated,
        client,
        can: () => state !== 'denied',
      })
      if (state === 'empty') client.next().answer(buildJobPage([]))
      if (state === 'error') {
        client.next().refuse(new ExportJobsError('timeout', { message: 'x' }))
      }
      if (state === 'unreadable') {
        client
          .next()
          .answer(
            buildJobPage(buildExportJobs(1), { unreadable: [{ index: 1, id: null, path: '[1]' }] }),
          )
      }
      const sign = {
        empty: '[No exports yet]',
        error: `[${en.errors.timeout.title}]`,
        denied: `[${en.table.denied.title}]`,
        loading: '[Loading exports]',
        unreadable: '[1 row could not be read]',
      }[state]
      await screen.findByText((text) => text.replace(/[[\]]/g, '') === sign.replace(/[[\]]/g, ''))
      expect(foreignWords(container)).toEqual([])
    },
  )
})
