import { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createRestClient } from '../../../src/clients/rest.js'
import { ExportHistoryTable } from '../../../src/components/history-table/ExportHistoryTable.js'
import { ExportJobsProvider } from '../../../src/provider/ExportJobsProvider.js'
import { createListState, type ExportListState } from '../../../src/url-state/list-state.js'
import { answerText } from './backend.js'
import { drive } from './drive.js'

const client = createRestClient({
  baseUrl: 'http://bench.test/api',
  async fetch(input) {
    const { searchParams } = new URL(String(input))
    const [page, pageSize] = ['page', 'page_size'].map((name) => Number(searchParams.get(name)))
    return new Response(answerText(page ?? 0, pageSize ?? 20), {
      headers: { 'content-type': 'application/json' },
    })
  },
})
/** The host's, which outlives our pages. */
const queryClient = new QueryClient()

let setListState: (next: ExportListState) => void = () => {}

function History({ pageSize }: { pageSize: number }) {
  const [listState, set] = useState(() => createListState({ pageSize }))
  setListState = set
  return <ExportHistoryTable listState={listState} onListStateChange={set} />
}

drive({
  mount(root, pageSize) {
    // a page that was left long ago: its answer is no longer there
    queryClient.clear()
    const home = createRoot(root)
    flushSync(() =>
      home.render(
        <ExportJobsProvider
          client={client}
          queryClient={queryClient}
          urlState="memory"
          timeZone="UTC"
          polling={{ mode: 'off' }}
        >
          <History pageSize={pageSize} />
        </ExportJobsProvider>,
      ),
    )
    return () => home.unmount()
  },
  poll: () => queryClient.refetchQueries({ type: 'active' }),
  turnTo: (page) => setListState(createListState({ pageSize: 200, page })),
})
