import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createRestClient } from '../../src/clients/rest.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportDownloadButton } from '../../src/components/download-button/ExportDownloadButton.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { ExportPopUps } from '../../src/components/pop-ups/ExportPopUps.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import type { DownloadDelivery } from '../../src/downloads/delivery.js'
import { useExportJob } from '../../src/hooks/useExportJob.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { findTraces } from './find-traces.js'

const params = new URLSearchParams(location.search)
const delivery = params.get('delivery')
const queryClient = new QueryClient()
const told: unknown[] = []

function isDelivery(word: string | null): word is DownloadDelivery {
  return word === 'frame' || word === 'newTab' || word === 'save'
}

function clientOf(): ExportJobsClient {
  const client = createRestClient({ baseUrl: `/${params.get('files') ?? 'other'}/api` })
  if (params.has('big')) {
    return {
      ...client,
      createDownload: async () => ({ url: '/big?signature=big', filename: null, expiresAt: null }),
    }
  }
  if (!params.has('blob')) return client
  return {
    ...client,
    async createDownload(id, options) {
      const grant = await client.createDownload(id, options)
      const file = await (await fetch(grant.url)).blob()
      return { ...grant, url: URL.createObjectURL(file) }
    },
  }
}

/** A place that only this page sees, written like any other file. */
async function privatePlace(name: string): Promise<WritableStream<Uint8Array>> {
  const folder = await navigator.storage.getDirectory()
  const saved = params.has('show') ? name : 'saved'
  return (await folder.getFileHandle(saved, { create: true })).createWritable()
}

function Page() {
  switch (params.get('show')) {
    case 'detail':
      return <ExportDetail jobId={params.get('job') ?? ''} toastMs={null} />
    case 'bulk':
      return <ExportHistoryTable bulkActions={['download']} toastMs={null} />
    default:
      return <Button />
  }
}

function Button() {
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
    readableOrigins={params.getAll('readable')}
    onEvent={(event) => told.push(event)}
    onError={(error) => told.push(error.message, error.code, String(error.cause))}
  >
    <Page />
  </ExportJobsProvider>,
)

// what any script of the host could listen to
for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation', 'message']) {
  addEventListener(type, (event) => told.push(wordsOf(event)))
}

/** Every readable member of an event that is a text or an object of texts. */
function wordsOf(event: Event): unknown {
  const members: unknown[] = []
  for (const name in event) members.push([name, String(Reflect.get(event, name))])
  return members
}

/** A program presses, which is no press for a browser; what looks on from outside may count as one. */
function pressByProgram(): void {
  const button = document.querySelector('button')
  if (button === null || navigator.userActivation.isActive) setTimeout(pressByProgram, 50)
  else button.click()
}
if (params.has('auto')) pressByProgram()

/** Size and sum of the bytes that were saved, read piece by piece. */
async function sumSaved(name = 'saved'): Promise<readonly [number, number]> {
  const folder = await navigator.storage.getDirectory()
  const file = await (await folder.getFileHandle(name)).getFile()
  const reader = file.stream().getReader()
  let sum = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const byte of piece.value) sum = (sum * 31 + byte) >>> 0
  }
  return [file.size, sum]
}

Object.assign(window, { findTraces: () => findTraces(queryClient, told), sumSaved })
