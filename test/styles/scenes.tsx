import { cleanup, screen, within } from '@testing-library/react'
import { useContext, useEffect } from 'react'
import { buildExportJob, buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { ExportJobActions } from '../../src/components/job-actions/ExportJobActions.js'
import { ExportNotifications } from '../../src/components/notifications/ExportNotifications.js'
import { ExportPermissionGate } from '../../src/components/permission-gate/ExportPermissionGate.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'
import { findRows, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'
import { walkThroughRequests } from './request-scenes.js'

/** Looks at the page as it is. */
export type Visit = () => void

/** Walks through every state of every component that has parts of its own. */
export async function walkThroughEverything(visit: Visit): Promise<void> {
  const walks = [
    walkThroughHistory,
    walkThroughTroubles,
    walkThroughActions,
    walkThroughFilterRow,
    walkThroughDetail,
    walkThroughSelection,
    walkThroughWaitingRows,
    walkThroughNotifications,
    walkThroughRequests,
  ]
  for (const walk of walks) {
    await walk(visit)
    cleanup()
    window.history.replaceState(null, '', '/')
  }
}

async function walkThroughHistory(visit: Visit): Promise<void> {
  const client = createScriptedClient()
  const capabilities = {
    ...client.capabilities,
    filters: ['statuses', 'fileFormats', 'createdFrom', 'createdTo', 'search'] as const,
  }
  const columns = () => Object.values(exportColumns)
  const view = renderWithProvider(
    <ExportPermissionGate>
      <ExportHistory
        actions={<span />}
        table={{
          columns,
          unavailableAction: 'explain',
          // impossible, so that the list says so
          defaults: { filters: { createdFrom: '2026-11-03', createdTo: '2026-11-05' } },
        }}
      />
    </ExportPermissionGate>,
    {
      client: { ...client, capabilities },
      getJobHref: ({ id }) => `/${id}`,
      urlState: 'spa',
      // a look that takes long must not find another question open
      polling: { mode: 'off' },
    },
  )
  visit()
  const jobs = [
    ...buildExportJobs(1, () => ({ status: 'processing', createdAt: '2026-01-01T00:00:00Z' })),
    buildExportJob({ id: '1', status: 'failed' }),
    buildExportJob({ id: '2', status: 'processing', phase: 'Writing', createdAt: null }),
    buildExportJob({ id: '3', warnings: ['x'] }),
  ]
  const unreadable = [{ index: 9, id: null, path: 'x' }]
  client.next().answer(buildJobPage(jobs, { unreadable, total: 400 }))
  await findRows()
  await view.user.click(screen.getByRole('button', { name: /^Taking longer/ }))
  visit()
  await view.user.click(toolbar().getByRole('button', { name: 'Status' }))
  await view.user.click(screen.getByRole('checkbox', { name: 'Failed' }))
  visit()
  client.next().answer(buildJobPage([]))
  await screen.findByText('No exports match these filters')
  visit()
  await view.user.click(screen.getByRole('button', { name: 'Created: Nov 3 – 5, 2026' }))
  await screen.findByRole('grid')
  visit()
}

async function walkThroughTroubles(visit: Visit): Promise<void> {
  window.history.replaceState(null, '', '/?created_from=2026-11-05&created_to=2026-11-01')
  const client = createScriptedClient()
  const view = renderWithProvider(<ExportHistory table={{ unavailableAction: 'explain' }} />, {
    client,
    urlState: 'spa',
  })
  client.next().refuse(new ExportJobsError('unavailable', { message: 'x', reference: 'r' }))
  await screen.findByText('r')
  visit()
  await view.user.click(screen.getByRole('button', { name: 'Try again' }))
  client.next().answer(buildJobPage([buildExportJob({ status: 'failed' })], { total: 400 }))
  await findRows()
  await view.user.click(screen.getByRole('button', { name: /^Download Delivery/ }))
  await screen.findByRole('article')
  await view.user.click(
    within(toolbar().getByRole('button', { name: 'Refresh' })).getByText('Refresh'),
  )
  client.next().refuse(new ExportJobsError('offline', { message: 'x' }))
  await screen.findByText(/^Could not check/)
  visit()
}

async function walkThroughFilterRow(visit: Visit): Promise<void> {
  const jobs = buildExportJobs(1, () => ({ status: 'failed', source: 'schedule' }))
  const { user } = renderWithProvider(
    <ExportHistoryTable filterRow columns={() => [exportColumns.name, exportColumns.status]} />,
    { client: createMemoryClient({ jobs }), getSourceHref: () => '/' },
  )
  await findRows()
  await user.click(await screen.findByRole('button', { name: 'Status: All' }))
  visit()
}

async function walkThroughActions(visit: Visit): Promise<void> {
  const { user } = renderWithProvider(
    <ExportJobActions job={buildExportJob()} unavailableAction="disable" />,
  )
  await user.click(screen.getByRole('button', { name: /^Actions/ }))
  visit()
  await user.click(screen.getByRole('button', { name: /^Delete/ }))
  visit()
}

async function walkThroughSelection(visit: Visit): Promise<void> {
  // the bar is a part that is fetched; once here, it is there at once
  await import('../../src/components/selection/BulkBar.js')
  const { user } = renderWithProvider(<ExportHistoryTable bulkActions={['delete']} />, {
    client: createMemoryClient({ jobs: buildExportJobs(2) }),
  })
  await findRows()
  await user.click(screen.getByRole('checkbox', { name: /^Select all/ }))
  visit()
}

async function walkThroughDetail(visit: Visit): Promise<void> {
  const soon = new Date(Date.now() + 3_600_000).toISOString()
  const jobs = [
    buildExportJob({ id: '1', parameters: { a: 1 }, warnings: ['x'], fileExpiresAt: soon }),
    buildExportJob({ id: '2', status: 'failed' }),
  ]
  for (const { id } of jobs) {
    const { unmount } = renderWithProvider(<ExportDetail jobId={id} />, {
      client: createMemoryClient({ jobs }),
      getHistoryHref: () => '/',
    })
    await screen.findByRole('heading')
    visit()
    unmount()
  }
}

async function walkThroughWaitingRows(visit: Visit): Promise<void> {
  const jobs = [buildExportJob(), buildExportJob({ id: '1', status: 'processing' })]
  const client = createMemoryClient({ jobs, methods: [] })
  const polling = { minDelayMs: 30, maxDelayMs: 30, stuckDelayMs: 30 }
  const view = renderWithProvider(<ExportHistory />, { client, polling })
  await findRows()
  await view.user.click(screen.getByRole('button', { name: /^Download / }))
  client.add([buildExportJob({ id: 'new' })])
  await screen.findByRole('button', { name: 'Show 1 new row' })
  visit()
}

/** Jobs that the person asked for, and that have come to their end. */
function Ended({ jobs }: { readonly jobs: readonly ExportJob[] }) {
  const center = useContext(NoticeCenterContext)
  useEffect(() => {
    for (const job of jobs) center?.watch(job)
  }, [center, jobs])
  return null
}

async function walkThroughNotifications(visit: Visit): Promise<void> {
  renderWithProvider(
    <>
      <ExportNotifications />
      <Ended jobs={buildExportJobs(2)} />
    </>,
    { getHistoryHref: () => '/' },
  )
  await screen.findByRole('region', { name: 'Export notifications' })
  visit()
}
