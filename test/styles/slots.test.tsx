import { readdirSync, readFileSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import { useContext, useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { CREATED_RANGE_SLOTS } from '../../src/components/created-range/slots.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { DETAIL_SLOTS } from '../../src/components/detail/slots.js'
import { DOWNLOAD_BUTTON_SLOTS } from '../../src/components/download-button/slots.js'
import { FILTER_ROW_SLOTS } from '../../src/components/filter-row/slots.js'
import { FORMAT_BADGE_SLOTS } from '../../src/components/format-badge/slots.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { HISTORY_SLOTS } from '../../src/components/history/slots.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { CELL_SLOTS, HISTORY_TABLE_SLOTS } from '../../src/components/history-table/slots.js'
import { HISTORY_TOOLBAR_SLOTS } from '../../src/components/history-toolbar/slots.js'
import { ExportJobActions } from '../../src/components/job-actions/ExportJobActions.js'
import { JOB_ACTIONS_SLOTS } from '../../src/components/job-actions/slots.js'
import { ExportNotifications } from '../../src/components/notifications/ExportNotifications.js'
import { NOTIFICATIONS_SLOTS } from '../../src/components/notifications/slots.js'
import { slotClass } from '../../src/components/parts/slot-classes.js'
import { SHARED_SLOTS } from '../../src/components/parts/slots.js'
import { ExportPermissionGate } from '../../src/components/permission-gate/ExportPermissionGate.js'
import { PERMISSION_GATE_SLOTS } from '../../src/components/permission-gate/slots.js'
import { POP_UPS_SLOTS } from '../../src/components/pop-ups/slots.js'
import { SELECTION_SLOTS } from '../../src/components/selection/slots.js'
import { STATUS_BADGE_SLOTS } from '../../src/components/status-badge/slots.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'
import { findRows, pager, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'
import { REQUEST_SLOTS, walkThroughRequests } from './request-classes.js'

const SLOTS = [
  ...CELL_SLOTS,
  ...CREATED_RANGE_SLOTS,
  ...DETAIL_SLOTS,
  ...DOWNLOAD_BUTTON_SLOTS,
  ...FILTER_ROW_SLOTS,
  ...FORMAT_BADGE_SLOTS,
  ...HISTORY_SLOTS,
  ...HISTORY_TABLE_SLOTS,
  ...HISTORY_TOOLBAR_SLOTS,
  ...JOB_ACTIONS_SLOTS,
  ...NOTIFICATIONS_SLOTS,
  ...PERMISSION_GATE_SLOTS,
  ...POP_UPS_SLOTS,
  ...REQUEST_SLOTS,
  ...SELECTION_SLOTS,
  ...SHARED_SLOTS,
  ...STATUS_BADGE_SLOTS,
]

const FOLDER = 'src/styles'
const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'))
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')
const css = sheets.map(read).join('\n')

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()
const SLOT_CLASSES = sorted(SLOTS.map(slotClass))

function collect(into: Set<string>): void {
  for (const element of document.querySelectorAll('[class]')) {
    for (const name of element.classList) if (name.startsWith('ej-')) into.add(name)
  }
}

/** Walks through every state that has parts of its own. */
async function renderedClasses(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
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
    { client: { ...client, capabilities }, getJobHref: ({ id }) => `/${id}`, urlState: 'spa' },
  )
  collect(found)
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
  collect(found)
  await view.user.click(toolbar().getByRole('button', { name: 'Status' }))
  await view.user.click(screen.getByRole('checkbox', { name: 'Failed' }))
  collect(found)
  client.next().answer(buildJobPage([]))
  await screen.findByText('No exports match these filters')
  collect(found)
  await view.user.click(screen.getByRole('button', { name: 'Created: Nov 3 – 5, 2026' }))
  await screen.findByRole('grid')
  collect(found)
  return found
}

async function classesOfTroubles(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  window.history.replaceState(null, '', '/?created_from=2026-11-05&created_to=2026-11-01')
  const client = createScriptedClient()
  const view = renderWithProvider(<ExportHistory table={{ unavailableAction: 'explain' }} />, {
    client,
    urlState: 'spa',
  })
  client.next().refuse(new ExportJobsError('unavailable', { message: 'x', reference: 'r' }))
  await screen.findByText('r')
  collect(found)
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
  expect(pager().getByText('…')).toBeVisible()
  collect(found)
  window.history.replaceState(null, '', '/')
  return found
}

async function classesOfActions(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const { user } = renderWithProvider(
    <ExportJobActions job={buildExportJob()} unavailableAction="disable" />,
  )
  await user.click(screen.getByRole('button', { name: /^Actions/ }))
  collect(found)
  await user.click(screen.getByRole('button', { name: /^Delete/ }))
  collect(found)
  return found
}

async function classesOfSelection(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const { user } = renderWithProvider(<ExportHistoryTable bulkActions={['delete']} />, {
    client: createMemoryClient({ jobs: buildExportJobs(2) }),
  })
  await findRows()
  await user.click(screen.getByRole('checkbox', { name: /^Select all/ }))
  collect(found)
  return found
}

async function classesOfFilterRow(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const jobs = buildExportJobs(1, () => ({ status: 'failed', source: 'schedule' }))
  const { user } = renderWithProvider(
    <ExportHistoryTable filterRow columns={() => [exportColumns.name, exportColumns.status]} />,
    { client: createMemoryClient({ jobs }), getSourceHref: () => '/' },
  )
  await findRows()
  await user.click(await screen.findByRole('button', { name: 'Status: All' }))
  collect(found)
  return found
}

async function classesOfDetail(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
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
    collect(found)
    unmount()
  }
  return found
}

async function classesOfWaitingRows(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const jobs = [buildExportJob(), buildExportJob({ id: '1', status: 'processing' })]
  const client = createMemoryClient({ jobs, methods: [] })
  const polling = { minDelayMs: 30, maxDelayMs: 30, stuckDelayMs: 30 }
  const view = renderWithProvider(<ExportHistory />, { client, polling })
  await findRows()
  await view.user.click(screen.getByRole('button', { name: /^Download / }))
  client.add([buildExportJob({ id: 'new' })])
  await screen.findByRole('button', { name: 'Show 1 new row' })
  collect(found)
  return found
}

/** Jobs that the person asked for, and that have come to their end. */
function Ended({ jobs }: { readonly jobs: readonly ExportJob[] }) {
  const center = useContext(NoticeCenterContext)
  useEffect(() => {
    for (const job of jobs) center?.watch(job)
  }, [center, jobs])
  return null
}

async function classesOfNotifications(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  renderWithProvider(
    <>
      <ExportNotifications />
      <Ended jobs={buildExportJobs(2)} />
    </>,
    { getHistoryHref: () => '/' },
  )
  await screen.findByRole('region', { name: 'Export notifications' })
  collect(found)
  return found
}

describe('the slots', () => {
  it('are all in the stylesheet, and nothing else is', () => {
    const styled = sorted(css.match(/(?<=\.)ej-[a-z0-9-]+/g) ?? [])
    expect(styled).toEqual(SLOT_CLASSES)
  })

  it('are all on screen, and nothing else is', async () => {
    const found = new Set([...(await renderedClasses())])
    document.body.replaceChildren()
    for (const name of await classesOfTroubles()) found.add(name)
    document.body.replaceChildren()
    for (const name of await classesOfActions()) found.add(name)
    document.body.replaceChildren()
    for (const name of await classesOfFilterRow()) found.add(name)
    document.body.replaceChildren()
    for (const name of await classesOfDetail()) found.add(name)
    document.body.replaceChildren()
    for (const name of await classesOfSelection()) found.add(name)
    document.body.replaceChildren()
    for (const name of await classesOfWaitingRows()) found.add(name)
    document.body.replaceChildren()
    for (const name of await classesOfNotifications()) found.add(name)
    document.body.replaceChildren()
    await walkThroughRequests(() => collect(found))
    expect(sorted(found)).toEqual(SLOT_CLASSES)
  })
})

describe('the stylesheet', () => {
  it('imports every file once', () => {
    const imported = [...read('index.css').matchAll(/@import ["']\.\/(.+)["'];/g)].map(
      ([, name]) => name,
    )
    expect(sorted(imported.map(String))).toEqual(
      sorted(sheets.filter((name) => name !== 'index.css')),
    )
    expect(imported).toHaveLength(sheets.length - 1)
  })

  it('says of each variable a host may set what it paints', () => {
    const lines = read('tokens.css').split('\n')
    const bare = lines.flatMap((line, index) =>
      /^ {2}--ej-/.test(line) && !/\*\/$/.test(lines[index - 1] ?? '') ? [line.trim()] : [],
    )
    expect(bare).toEqual([])
  })

  it('uses no variable that is not declared', () => {
    const declared = new Set(css.match(/--ej-[a-z-]+(?=:)/g) ?? [])
    const used = sorted((css.match(/var\(--ej-[a-z-]+(?=\))/g) ?? []).map((text) => text.slice(4)))
    expect(used.filter((name) => !declared.has(name))).toEqual([])
  })
})
