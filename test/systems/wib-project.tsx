import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { expect } from 'vitest'
import {
  createExportBackend,
  createExportHandler,
  createFetch,
  type ExportBackend,
  type JobSeed,
  WIB_REPORT_TYPES,
  wibDialect,
} from '../../mocks/index.js'
import { createRestClient } from '../../src/clients/rest.js'
import { WIB_SERVICE, WibPage, type WibPageProps } from '../../stories/systems/WibPage.js'

/** The permission of one report type, by its id. */
export const permissionFor = (type: string) =>
  `Reports/${WIB_REPORT_TYPES.find(({ id }) => id === type)?.label} Report`

/** The page's permission and every report type's. */
export const ALL = ['Exported Reports', ...WIB_REPORT_TYPES.map(({ id }) => permissionFor(id))]

/** The page on screen, the service behind it, and a person's hands. */
export interface WibProject {
  readonly backend: ExportBackend
  readonly user: ReturnType<typeof userEvent.setup>
  /** The bodies that the client got, the oldest first. */
  readonly answers: readonly unknown[]
  /** The bodies that the client sent, as JSON, the oldest first. */
  readonly sent: readonly unknown[]
  /** The queries of the lists asked for so far, the oldest first. */
  readonly lists: () => readonly URLSearchParams[]
  /** The query of the last list asked for. */
  readonly lastList: () => URLSearchParams
  /** Draws the page with other props. */
  readonly change: (props: Partial<WibPageProps>) => void
}

/** How a project is opened. */
export interface OpenProjectOptions extends Partial<Omit<WibPageProps, 'client'>> {
  /** The query string that the page is opened with. */
  readonly search?: string
  /** Changes what the list's answer holds before the client reads it. */
  readonly rewrite?: (body: { data: unknown[] }) => unknown
}

/**
 * Opens the page over a service that speaks WIB's own wire format; real client, real dialect.
 *
 * @param setup - Fills the service.
 */
export function openProject(
  setup: (backend: ExportBackend) => void,
  { search = '', rewrite, ...props }: OpenProjectOptions = {},
): WibProject {
  // nuqs's queue is one for the whole window: what a former test left in it must not reach this page
  render(<NuqsTestingAdapter>{null}</NuqsTestingAdapter>).unmount()
  window.history.replaceState(null, '', `/report-exports${search}`)
  const backend = createExportBackend({
    companyId: '42',
    reportTypes: WIB_REPORT_TYPES,
    retention: { days: 365 },
    setup,
  })
  const direct = createFetch(createExportHandler({ backend, dialect: wibDialect }))
  const answers: unknown[] = []
  const sent: unknown[] = []
  const client = createRestClient({
    ...WIB_SERVICE,
    fetch: async (url, init) => {
      const response = await direct(url, init)
      const body: { data: unknown[] } | null = await response
        .clone()
        .json()
        .catch(() => null)
      answers.push(body)
      if (typeof init.body === 'string') sent.push(JSON.parse(init.body))
      if (rewrite === undefined || body === null || !Array.isArray(body.data)) return response
      return Response.json(rewrite(body))
    },
  })
  const page = (more: Partial<WibPageProps> = {}) => (
    <WibPage client={client} grants={ALL} {...props} {...more} />
  )
  const view = render(page())
  const lists = () =>
    backend.log
      .filter(({ operation }) => operation === 'list')
      .map(({ path }) => new URL(path, 'http://localhost').searchParams)
  return {
    backend,
    user: userEvent.setup(),
    answers,
    sent,
    lists,
    lastList: () => lists().at(-1) ?? new URLSearchParams(),
    change: (more) => view.rerender(page(more)),
  }
}

/** A service that holds these exports, the first the newest, each a minute older than the one before. */
export const withExports =
  (...seeds: readonly JobSeed[]) =>
  (backend: ExportBackend) => {
    seeds.forEach((seed, index) => {
      backend.addJob({
        reportType: 'ReconciliationReport',
        fileFormat: 'xlsx',
        dateRange: null,
        name: `Export ${index + 1}`,
        status: 'completed',
        createdAt: new Date(Date.parse('2026-11-23T08:59:00Z') - index * 60_000).toISOString(),
        ...seed,
      })
    })
  }

/** The rows of the grid's body. */
export const gridRows = () => {
  const [, body] = within(screen.getByRole('table')).getAllByRole('rowgroup')
  return body === undefined ? [] : within(body).queryAllByRole('row')
}

/** What a column of the grid says, from the top. */
export const columnTexts = (index: number) =>
  gridRows().map((row) => within(row).getAllByRole('cell')[index]?.textContent ?? '')

/** Waits until the grid shows so many rows. */
export const findGridRows = async (count: number) => {
  await waitFor(() => expect(gridRows()).toHaveLength(count))
  return gridRows()
}

/** The row under the headers, once its controls are there. */
export async function findFilterRow() {
  await screen.findByRole('textbox', { name: 'Filter by Name' })
  return within(screen.getByRole('row', { name: 'Filters' }))
}

/** Opens the panel of a picker of the filter row. */
export async function openPicker(user: WibProject['user'], column: string) {
  const row = await findFilterRow()
  await user.click(row.getByRole('button', { name: new RegExp(`^${column}:`) }))
  return within(await screen.findByRole('dialog', { name: `Filter by ${column}` }))
}
