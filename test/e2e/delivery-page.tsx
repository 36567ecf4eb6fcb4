import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createRestClient } from '../../src/clients/rest.js'
import { ExportDownloadButton } from '../../src/components/download-button/ExportDownloadButton.js'
import { ExportPopUps } from '../../src/components/pop-ups/ExportPopUps.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import type { DownloadDelivery } from '../../src/downloads/delivery.js'
import { useExportJob } from '../../src/hooks/useExportJob.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'

const params = new URLSearchParams(location.search)
const delivery = params.get('delivery')
const queryClient = new QueryClient()
const told: unknown[] = []

function isDelivery(word: string | null): word is DownloadDelivery {
  return word === 'frame' || word === 'newTab' || word === 'save'
}

function clientOf(): ExportJobsClient {
  const client = createRestClient({ baseUrl: `/${params.get('files') ?? 'other'}/api` })
  if (!params.has('big')) return client
  return {
    ...client,
    createDownload: async () => ({ url: '/big?signature=big', filename: null, expiresAt: null }),
  }
}

/** A place that only this page sees, written like any other file. */
async function privatePlace(): Promise<WritableStream<Uint8Array>> {
  const folder = await navigator.storage.getDirectory()
  return (await folder.getFileHandle('saved', { create: true })).createWritable()
}

function Page() {
  const { job } = useExportJob(params.get('job') ?? '', { polling: { mode: 'off' } })
  return (
    <>
      {job !== null && <ExportDownloadButton job={job} />}
      <ExportPopUps toastMs={null} />
    </>
  )
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <ExportJobsProvider
    client={clientOf()}
    scope={{ companyId: '7' }}
    urlState="memory"
    queryClient={queryClient}
    {...(isDelivery(delivery) && { delivery })}
    {...(params.has('private') && { saveTarget: privatePlace })}
    onEvent={(event) => told.push(event)}
    onError={(error) => told.push(error.message, error.code, String(error.cause))}
  >
    <Page />
  </ExportJobsProvider>,
)

// a program presses, which is no press for a browser
if (params.has('auto')) {
  const observer = new MutationObserver(() => {
    const button = document.querySelector('button')
    if (button === null) return
    observer.disconnect()
    button.click()
  })
  observer.observe(document.body, { childList: true, subtree: true })
}

/** Everything in which a host might find what was not meant for it. */
const findTraces = () =>
  [
    document.documentElement.outerHTML,
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
    location.href,
    JSON.stringify(history.state),
    JSON.stringify(told),
    JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state]),
    ),
    JSON.stringify(
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ),
    document.cookie,
  ].join('\n')

/** Size and sum of the bytes that were saved, read piece by piece. */
async function sumSaved(): Promise<readonly [number, number]> {
  const folder = await navigator.storage.getDirectory()
  const file = await (await folder.getFileHandle('saved')).getFile()
  const reader = file.stream().getReader()
  let sum = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const byte of piece.value) sum = (sum * 31 + byte) >>> 0
  }
  return [file.size, sum]
}

Object.assign(window, { findTraces, sumSaved })
