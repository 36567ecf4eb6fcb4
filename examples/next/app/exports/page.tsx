import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { createRestClient } from 'react-export-jobs/clients/rest'
import { exportJobsQueries, loadExportListState, toListQuery } from 'react-export-jobs/server'
import { exportHandler } from '../../backend'
import { API_BASE, OWNER, TIME_ZONE } from '../export-owner'
import { History } from './history'

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** On the server there is no page to be relative to, so the requests go straight to the backend. */
const client = createRestClient({
  baseUrl: `http://localhost${API_BASE}`,
  key: API_BASE,
  fetch: (url, init) => exportHandler().fetch(new Request(url, init)),
})

/** Reads what the URL asks for on the server, so that the first HTML holds the rows. */
export default async function ExportsPage({ searchParams }: PageProps) {
  const queryClient = new QueryClient()
  const listState = await loadExportListState(searchParams, { capabilities: client.capabilities })
  await queryClient.prefetchQuery(
    exportJobsQueries.list({ client, ...OWNER }, toListQuery(listState, TIME_ZONE)),
  )
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <History />
    </HydrationBoundary>
  )
}
