import { createRoot } from 'react-dom/client'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { JobPage } from '../../src/core/list-query.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { createListState } from '../../src/url-state/list-state.js'
import { EVERYTHING } from '../support/scripted-client.js'

const params = new URLSearchParams(location.search)
const tab = params.get('tab') ?? ''
if (params.has('noLocks')) Object.defineProperty(navigator, 'locks', { value: undefined })
if (params.has('noChannel')) Object.defineProperty(window, 'BroadcastChannel', { value: undefined })
if (params.has('noStorage')) {
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('Storage is forbidden.', 'SecurityError')
    },
  })
}

/** Every step takes two seconds, whatever the age of a job. */
const STEP_MS = 2_000
const EVERY_STEP = { minDelayMs: STEP_MS, maxDelayMs: STEP_MS, stuckDelayMs: STEP_MS, ageShare: 0 }

const unused = () => Promise.reject(new ExportJobsError('unavailable', { message: 'Not here.' }))
const client: ExportJobsClient = {
  key: '/api',
  capabilities: EVERYTHING,
  async listJobs({ pageSize }, { signal }): Promise<JobPage> {
    const response = await fetch(`/jobs?tab=${tab}&pageSize=${pageSize}`, { signal })
    return response.json()
  },
  getJob: unused,
  createDownload: unused,
}

const listState = createListState({ pageSize: Number(params.get('pageSize') ?? 20) })

function List() {
  const { jobs } = useExportJobs({ listState })
  return (
    <ul>
      {jobs.map(({ id, status }) => (
        <li key={id}>
          {id} {status}
        </li>
      ))}
    </ul>
  )
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <ExportJobsProvider client={client} userKey="ann" urlState="memory" polling={EVERY_STEP}>
    <List />
  </ExportJobsProvider>,
)
