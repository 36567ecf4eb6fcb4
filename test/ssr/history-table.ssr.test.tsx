import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { JSDOM } from 'jsdom'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable, ExportJobsProvider } from '../../src/index.js'
import { exportJobsQueries, loadExportListState, toListQuery } from '../../src/server.js'

const client = createMemoryClient({
  jobs: [
    buildExportJob({ id: '1', status: 'completed', createdAt: '2026-11-22T23:30:00.000Z' }),
    buildExportJob({ id: '2', status: 'failed' }),
  ],
})
const scope = { companyId: '7' }

function Page({ queryClient, zone }: { queryClient: QueryClient; zone?: string }): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <ExportJobsProvider client={client} scope={scope} timeZone={zone} urlState="memory">
        <ExportHistoryTable />
      </ExportJobsProvider>
    </QueryClientProvider>
  )
}

async function prefetched(zone = 'UTC'): Promise<QueryClient> {
  const queryClient = new QueryClient()
  const { capabilities } = client
  const state = await loadExportListState({}, { capabilities })
  const source = { client, scope, userKey: null }
  await queryClient.prefetchQuery(exportJobsQueries.list(source, toListQuery(state, zone)))
  return queryClient
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the history table on a server', () => {
  it('has no browser to lean on', () => {
    expect(typeof window).toBe('undefined')
    expect(typeof document).toBe('undefined')
  })

  it('draws its loading state without a request', () => {
    const listJobs = vi.spyOn(client, 'listJobs')
    const html = renderToString(<Page queryClient={new QueryClient()} />)
    expect(html).toContain('aria-busy="true"')
    expect(listJobs).not.toHaveBeenCalled()
    listJobs.mockRestore()
  })

  it('draws the rows that a loader fetched, with dates in UTC', async () => {
    const html = renderToString(<Page queryClient={await prefetched()} />)
    expect(html).toContain('Completed')
    expect(html).toContain('Failed')
    expect(html).toContain('Nov 22, 2026')
  })

  it('draws the rows of a loader that knows the zone of the person', async () => {
    const zone = 'Europe/Berlin'
    const html = renderToString(<Page queryClient={await prefetched(zone)} zone={zone} />)
    expect(html).toContain('Nov 23, 2026')
  })

  it('puts no inline style into the markup, which a strict content policy would refuse', async () => {
    const html = renderToString(<Page queryClient={await prefetched()} />)
    expect(html).not.toMatch(/\sstyle=/)
  })

  it('hydrates without a warning', async () => {
    const onServer = await prefetched()
    const state = dehydrate(onServer)
    const html = renderToString(<Page queryClient={onServer} />)

    const dom = new JSDOM(`<!doctype html><div id="root">${html}</div>`, {
      url: 'https://host.example.test/exports',
      pretendToBeVisual: true,
    })
    const { window } = dom
    for (const name of [
      'window',
      'document',
      'navigator',
      'HTMLElement',
      'MutationObserver',
      'Node',
    ] as const) {
      vi.stubGlobal(name, name === 'window' ? window : window[name])
    }
    vi.stubGlobal('location', window.location)
    vi.stubGlobal('history', window.history)
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const recovered: unknown[] = []

    const { hydrateRoot } = await import('react-dom/client')
    const { act } = await import('react')
    const root = window.document.getElementById('root')
    if (root === null) throw new Error('No root.')
    const queryClient = new QueryClient()
    const mounted = await act(async () =>
      hydrateRoot(
        root,
        <QueryClientProvider client={queryClient}>
          <HydrationBoundary state={state}>
            <Page queryClient={queryClient} />
          </HydrationBoundary>
        </QueryClientProvider>,
        { onRecoverableError: (error) => recovered.push(error) },
      ),
    )
    expect(recovered).toEqual([])
    expect(complaints.mock.calls).toEqual([])
    expect(root.textContent).toContain('Completed')
    await act(async () => mounted.unmount())
    window.close()
  })
})
