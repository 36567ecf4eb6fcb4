import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import {
  createExportBackend,
  createExportHandler,
  createFetch,
  type ExportBackend,
} from '../../mocks/index.js'
import { EncorePage } from '../../stories/systems/EncorePage.js'
import {
  createEncoreSupabase,
  ENCORE_REPORT_TYPES,
  encoreDialect,
} from '../../stories/systems/encore-project.js'

const PROJECT = 'https://encore.example.com'

/** Everything that a person may do here. */
export const ALL = ['pf.export_requests.view', 'pf.export_requests.create']

/** One exchange between supabase-js and the project. */
export interface Exchange {
  /** Such as `GET /rest/v1/pf_export_requests`. */
  readonly what: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** The JSON that was sent, or null. */
  readonly sent: unknown
  readonly status: number
  /** The JSON that came back, or null. */
  readonly got: unknown
}

/**
 * Opens the page over a project that speaks Supabase's wire format: the unchanged supabase-js, the
 * ready client, real dialect.
 *
 * @param setup - Fills the backend.
 */
export function openArea(
  setup: (backend: ExportBackend) => void,
  { permissions = ALL, search = '' } = {},
) {
  // what a former test has left in nuqs's queue must not reach this page
  render(<NuqsTestingAdapter>{null}</NuqsTestingAdapter>).unmount()
  window.history.replaceState(null, '', `/settings/exports${search}`)
  const backend = createExportBackend({
    companyId: 'org1',
    reportTypes: ENCORE_REPORT_TYPES,
    setup,
  })
  const direct = createFetch(
    createExportHandler({ backend, dialect: encoreDialect, apiBase: PROJECT }),
  )
  const exchanges: Exchange[] = []
  const supabase = createEncoreSupabase(PROJECT, async (input, init) => {
    const response = await direct(input, init)
    const { pathname, searchParams } = new URL(String(input))
    const got: unknown = await response
      .clone()
      .json()
      .catch(() => null)
    exchanges.push({
      what: `${init?.method ?? 'GET'} ${pathname}`,
      query: searchParams,
      headers: new Headers(init?.headers),
      sent: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
      status: response.status,
      got,
    })
    return response
  })
  render(<EncorePage supabase={supabase} permissions={permissions} />)
  return {
    backend,
    /** Follows a link as a browser does. */
    fetch: direct,
    user: userEvent.setup(),
    exchanges,
    /** How often an operation was asked for. */
    count: (operation: string) =>
      backend.log.filter((request) => request.operation === operation).length,
  }
}

/** Opens the dialog of a new export. */
export async function openDialog(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'New Export' }))
  return within(await screen.findByRole('dialog', { name: 'New export' }))
}

/** A tab as `window.open` gives it, which takes down where it is sent to. */
interface Tab {
  opener: unknown
  readonly links: string[]
}

/**
 * Stands in for the tabs that the page opens, which jsdom does not have.
 *
 * @returns The tabs in their order, and a function that puts the window back as it was.
 */
export function watchTabs(): { readonly tabs: readonly Tab[]; readonly restore: () => void } {
  const tabs: Tab[] = []
  const own = Object.getOwnPropertyDescriptor(window, 'open')
  Object.defineProperty(window, 'open', {
    configurable: true,
    value: () => {
      const links: string[] = []
      const tab = {
        links,
        opener: window as unknown,
        closed: false,
        document: document.implementation.createHTMLDocument(),
        location: { replace: (link: string) => links.push(link) },
        close: () => {},
      }
      tabs.push(tab)
      return tab
    },
  })
  return { tabs, restore: () => own && Object.defineProperty(window, 'open', own) }
}
