import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import { DEFAULT_POLL_POLICY } from '../../src/core/poll-plan.js'
import { useExportNotifications } from '../../src/hooks/useExportNotifications.js'
import { createNoticeCenter } from '../../src/notices/notice-center.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'
import { hashOwner } from '../../src/queries/query-keys.js'
import { EVERYTHING } from '../support/scripted-client.js'

const params = new URLSearchParams(location.search)
const tab = params.get('tab') ?? ''
const userKey = params.get('user') ?? 'ann'
const hasToaster = params.has('toaster')
if (params.has('plain')) Object.defineProperty(navigator, 'locks', { value: undefined })

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`${path}${path.includes('?') ? '&' : '?'}tab=${tab}`)
  if (response.ok) return response.json()
  throw new ExportJobsError(response.status === 401 ? 'unauthenticated' : 'unavailable', {
    message: 'The server refused.',
  })
}

const unused = () => Promise.reject(new ExportJobsError('unavailable', { message: 'Not here.' }))
const client: ExportJobsClient = {
  key: '/api',
  capabilities: EVERYTHING,
  listJobs: unused,
  getJob: unused,
  createDownload: unused,
  getJobs: (ids) => ask<readonly ExportJob[]>(`/jobs?ids=${ids.join()}`),
}

const center = createNoticeCenter({
  source: { client, policy: DEFAULT_POLL_POLICY, onError: () => {} },
  scope: {},
  userKey,
  ownerHash: hashOwner({ clientKey: client.key, userKey, scope: {} }),
})

function Page() {
  const { notices, dismiss, counts } = useExportNotifications({
    onNotify: hasToaster ? (due) => tell(due.map(({ id }) => id)) : undefined,
  })
  const [hasRendered, setHasRendered] = useState(false)
  useEffect(() => setHasRendered(true), [])
  return (
    <>
      <button type="button" onClick={async () => center.watch(await ask('/create'))}>
        Export
      </button>
      <button type="button" onClick={() => center.clear()}>
        Sign out
      </button>
      <output>{hasRendered ? JSON.stringify(counts) : ''}</output>
      <ul>
        {notices.map(({ id, job }) => (
          <li key={id}>
            {id} {job.status}
            <button type="button" onClick={() => dismiss(id)}>
              Dismiss
            </button>
            <Shown id={id} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Shown({ id }: { id: string }) {
  useEffect(() => tell([id]), [id])
  return null
}

function tell(ids: readonly string[]): void {
  void ask(`/shown?ids=${ids.join()}`)
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <NoticeCenterContext.Provider value={center}>
    <Page />
  </NoticeCenterContext.Provider>,
)
