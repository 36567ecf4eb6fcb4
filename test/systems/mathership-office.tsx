import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { expect } from 'vitest'
import {
  createExportBackend,
  createExportHandler,
  createFetch,
  type ExportBackend,
} from '../../mocks/index.js'
import { createRestClient } from '../../src/clients/rest.js'
import { MathershipPage } from '../../stories/systems/MathershipPage.js'

/** One exchange between the page and the backend. */
export interface Exchange {
  /** Such as `POST /api/export-jobs`. */
  readonly what: string
  /** The JSON that was sent, or null. */
  readonly sent: unknown
  /** The JSON that came back, or null. */
  readonly got: unknown
}

/** The page on screen, the backend behind it, and a person's hands. */
export interface MathershipOffice {
  readonly backend: ExportBackend
  /** Reaches the backend as the page's client does. */
  readonly fetch: typeof fetch
  readonly user: ReturnType<typeof userEvent.setup>
  /** What the page's client sent and got, the oldest first. */
  readonly exchanges: readonly Exchange[]
  /** The lists asked for so far, as the query of each, the oldest first. */
  readonly lists: () => readonly URLSearchParams[]
  /** The last list that was asked for. */
  readonly lastList: () => Readonly<Record<string, string>>
  /** How often an operation was asked for. */
  readonly count: (operation: string) => number
}

/**
 * Opens the back office over a backend that speaks its own wire format; real client, real dialect.
 *
 * @param setup - Fills the backend.
 * @param search - The query string that the page is opened with.
 */
export function openOffice(setup: (backend: ExportBackend) => void, search = ''): MathershipOffice {
  // nuqs writes to the URL a moment later, and its queue is one for the whole window: what a former
  // test has left in it must not reach this page
  render(<NuqsTestingAdapter>{null}</NuqsTestingAdapter>).unmount()
  window.history.replaceState(null, '', `/exports${search}`)
  const backend = createExportBackend({ setup })
  const direct = createFetch(createExportHandler({ backend }))
  const exchanges: Exchange[] = []
  const client = createRestClient({
    baseUrl: '/api',
    fetch: async (url, init) => {
      const response = await direct(url, init)
      const got: unknown = await response
        .clone()
        .json()
        .catch(() => null)
      const sent: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null
      exchanges.push({ what: `${init.method ?? 'GET'} ${url.split('?')[0]}`, sent, got })
      return response
    },
  })
  render(<MathershipPage client={client} />)
  const asked = (wanted: string) => backend.log.filter(({ operation }) => operation === wanted)
  const lists = () =>
    asked('list').map(({ path }) => new URL(path, 'http://localhost').searchParams)
  return {
    backend,
    fetch: direct,
    user: userEvent.setup(),
    exchanges,
    lists,
    lastList: () => Object.fromEntries(lists().at(-1) ?? []),
    count: (operation) => asked(operation).length,
  }
}

/** The instant so many minutes before the backend's first one. */
export function minutesAgo(count: number): string {
  return new Date(Date.parse('2026-11-23T09:00:00Z') - count * 60_000).toISOString()
}

/** What the page's URL says. */
export const pageQuery = () => Object.fromEntries(new URLSearchParams(window.location.search))

/** Opens a filter of the toolbar. */
export async function openFilter(
  user: MathershipOffice['user'],
  name: string,
): Promise<ReturnType<typeof within>> {
  const toolbar = within(screen.getByRole('search', { name: 'Filters' }))
  await user.click(first(toolbar.getAllByRole('button', { name: new RegExp(`^${name}`) })))
  return within(await screen.findByRole('dialog', { name }))
}

/** Presses Download in a row, and waits until the press has come to its end. */
export async function pressDownload(
  user: MathershipOffice['user'],
  row: HTMLElement,
): Promise<void> {
  const button = within(row).getByRole('button', { name: /^Download / })
  await user.click(button)
  // a good start is known by 1.5 s without a refusal: there is little left of the usual time to wait
  await waitFor(() => expect(button).not.toHaveAttribute('aria-busy'), { timeout: 10_000 })
}

/** The first of several, of which there must be one. */
export function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('There is none.')
  return item
}
