import { cleanup, screen } from '@testing-library/react'
import { useContext, useEffect } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { DETAIL_PARTS } from '../../src/components/detail/slots.js'
import { DOWNLOAD_BUTTON_PARTS } from '../../src/components/download-button/slots.js'
import { EXPORT_BUTTON_PARTS } from '../../src/components/export-button/slots.js'
import { HISTORY_TABLE_PARTS } from '../../src/components/history-table/slots.js'
import { HISTORY_TOOLBAR_PARTS } from '../../src/components/history-toolbar/slots.js'
import { JOB_ACTIONS_PARTS } from '../../src/components/job-actions/slots.js'
import { NOTIFICATIONS_PARTS } from '../../src/components/notifications/slots.js'
import { PATH_TEMPLATE_PARTS } from '../../src/components/path-template-field/slots.js'
import { PERMISSION_GATE_PARTS } from '../../src/components/permission-gate/slots.js'
import { POP_UPS_PARTS } from '../../src/components/pop-ups/slots.js'
import { REQUEST_DIALOG_PARTS } from '../../src/components/request-dialog/slots.js'
import { REQUEST_FORM_PARTS } from '../../src/components/request-form/slots.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ReportType } from '../../src/core/report-types.js'
import {
  createActionsColumn,
  ExportButton,
  type ExportColumn,
  ExportDetail,
  ExportDownloadButton,
  ExportFormatBadge,
  ExportHistory,
  ExportHistoryTable,
  type ExportHistoryTableProps,
  ExportHistoryToolbar,
  ExportJobActions,
  ExportNotifications,
  ExportPermissionGate,
  ExportPopUps,
  ExportRequestDialog,
  ExportRequestForm,
  type ExportRequestFormProps,
  ExportStatusBadge,
  PathTemplateField,
  useExportListState,
} from '../../src/index.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'
import { findRows } from '../support/elements.js'
import { MARKED_PARTS } from '../support/marked-parts.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const found = new Set<string>()

/** Takes down which parts are on screen. */
function visit(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-part]')) {
    found.add(String(element.dataset.part))
  }
}

/** Takes them down, and clears the page for another scene. */
function leave(): void {
  visit()
  cleanup()
}

afterEach(() => found.clear())

const expectAll = (parts: readonly string[]) => expect([...found].sort()).toEqual([...parts].sort())

const soon = new Date(Date.now() + 3_600_000).toISOString()
const failed = buildExportJob({ id: 'failed', status: 'failed', name: 'Failed report' })
const going = buildExportJob({ id: 'going', name: 'Going report', fileExpiresAt: soon })
const withActions = (columns: readonly ExportColumn[]) => [...columns, createActionsColumn()]
const refuse = () => Promise.reject(new ExportJobsError('unavailable', { message: 'x' }))

type User = ReturnType<typeof renderWithProvider>['user']

async function askToDelete(user: User, what: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: `Actions for ${what}` }))
  await user.click(await screen.findByRole('button', { name: new RegExp(`^Delete.*${what}`) }))
}

/** The table alone, and the table in its page. */
const TABLES = {
  ExportHistoryTable,
  ExportHistory: ({ components, ...table }: ExportHistoryTableProps) => (
    <ExportHistory components={components} table={table} />
  ),
}

function Toolbar() {
  const list = useExportListState({ defaults: { filters: { search: 'x' } } })
  return <ExportHistoryToolbar list={list} components={MARKED_PARTS} />
}

function Ended() {
  const center = useContext(NoticeCenterContext)
  useEffect(() => {
    for (const job of [buildExportJob(), failed]) center?.watch(job)
  }, [center])
  return null
}

const reportTypes: readonly ReportType[] = [
  {
    id: 'files',
    label: 'Files',
    formats: ['zip'],
    fields: [
      { id: 'note', kind: 'text', label: 'Note', required: true },
      { id: 'folders', kind: 'path-template', label: 'Folders' },
    ],
  },
]

/** Every state of a form, wherever it stands. */
async function walkThroughForm(
  draw: (form: ExportRequestFormProps) => React.ReactElement,
  open: (user: User) => Promise<void> = async () => {},
): Promise<void> {
  const listReportTypes = () => new Promise<never>(() => {})
  const waiting = { ...createMemoryClient(), listReportTypes }
  await open(renderWithProvider(draw({}), { client: waiting }).user)
  await screen.findByText('Loading the form')
  leave()
  const broken = { ...createMemoryClient(), listReportTypes: refuse }
  await open(renderWithProvider(draw({}), { client: broken }).user)
  await screen.findByRole('button', { name: 'Try again' })
  leave()
  const { user } = renderWithProvider(draw({}), { reportTypes })
  await open(user)
  await screen.findByRole('textbox', { name: /^Note/ })
  await user.click(screen.getAllByRole('button', { name: 'Export' }).at(-1) as HTMLElement)
  await screen.findByRole('group', { name: 'One thing has to be mended' })
  leave()
}

describe('a host’s own parts', () => {
  it.each(Object.entries(TABLES))('stand in %s', async (_name, Table) => {
    const components = MARKED_PARTS
    const { user } = renderWithProvider(
      <Table
        components={components}
        columns={withActions}
        unavailableAction="explain"
        bulkActions={['delete']}
      />,
      { client: createMemoryClient({ jobs: [failed, going] }) },
    )
    await findRows()
    await user.click(screen.getByRole('checkbox', { name: /^Select all/ }))
    await user.click(screen.getByRole('button', { name: /^Download Failed report/ }))
    await screen.findByRole('article')
    await screen.findByRole('region', { name: 'Selected exports' })
    visit()
    await askToDelete(user, 'Failed report')
    leave()

    const client = createMemoryClient({
      jobs: [going, buildExportJob({ id: 'working', status: 'processing' })],
      methods: [],
    })
    const polling = { minDelayMs: 30, maxDelayMs: 30, stuckDelayMs: 30 }
    renderWithProvider(<Table components={components} />, { client, polling })
    await findRows()
    screen.getByRole('button', { name: /^Download/ }).focus()
    client.add([buildExportJob({ id: 'new' })])
    await screen.findByRole('button', { name: 'Show 1 new row' })
    leave()

    renderWithProvider(<Table components={components} />)
    await screen.findByText('No exports yet')
    leave()
    const defaults = { filters: { statuses: ['failed'] } } as const
    renderWithProvider(<Table components={components} defaults={defaults} />)
    await screen.findByText('No exports match these filters')
    leave()
    renderWithProvider(<Table components={components} />, { can: () => false })
    leave()
    const broken = { ...createMemoryClient(), listJobs: refuse }
    renderWithProvider(<Table components={components} />, { client: broken })
    await screen.findByRole('button', { name: 'Try again' })
    leave()
    expectAll(HISTORY_TABLE_PARTS)
  })

  it('stand in ExportHistoryToolbar', () => {
    renderWithProvider(<Toolbar />, {
      client: {
        ...createMemoryClient(),
        capabilities: { ...createMemoryClient().capabilities, filters: ['search'] },
      },
    })
    leave()
    expectAll(HISTORY_TOOLBAR_PARTS)
  })

  it('stand in ExportDetail', async () => {
    const components = MARKED_PARTS
    const client = createMemoryClient({ jobs: [failed, going] })
    const page = (jobId: string) => <ExportDetail jobId={jobId} components={components} />
    renderWithProvider(page('going'), { client })
    visit()
    await screen.findByRole('heading')
    leave()
    const { user } = renderWithProvider(page('failed'), { client })
    await user.click(await screen.findByRole('button', { name: /^Download/ }))
    await user.click(screen.getByRole('button', { name: /^Delete/ }))
    leave()
    renderWithProvider(page('unknown'), { client })
    await screen.findByText('This export was not found')
    leave()
    renderWithProvider(page('x'), { client: { ...client, getJob: refuse } })
    await screen.findByRole('button', { name: 'Try again' })
    leave()
    expectAll(DETAIL_PARTS)
  })

  it('stand in ExportNotifications', async () => {
    const { user } = renderWithProvider(
      <>
        <ExportNotifications components={MARKED_PARTS} />
        <Ended />
      </>,
      { client: { ...createMemoryClient(), createDownload: refuse } },
    )
    await user.click(await screen.findByRole('button', { name: /^Download/ }))
    await screen.findByRole('article')
    leave()
    expectAll(NOTIFICATIONS_PARTS)
  })

  it('stand in ExportPopUps', async () => {
    const { user } = renderWithProvider(
      <>
        <ExportDownloadButton job={failed} unavailableAction="explain" />
        <ExportPopUps components={MARKED_PARTS} />
      </>,
    )
    await user.click(screen.getByRole('button'))
    await screen.findByRole('article')
    leave()
    expectAll(POP_UPS_PARTS)
  })

  it('stand in ExportDownloadButton', async () => {
    const components = MARKED_PARTS
    const never = () => new Promise<never>(() => {})
    const { user } = renderWithProvider(
      <ExportDownloadButton job={going} components={components} />,
      { client: { ...createMemoryClient(), createDownload: never } },
    )
    await user.click(screen.getByRole('button'))
    leave()
    expectAll(DOWNLOAD_BUTTON_PARTS)
  })

  it('stand in ExportJobActions', async () => {
    const components = MARKED_PARTS
    const { user } = renderWithProvider(<ExportJobActions job={failed} components={components} />)
    await askToDelete(user, 'Failed report')
    leave()
    expectAll(JOB_ACTIONS_PARTS)
  })

  it('stand in ExportPermissionGate', () => {
    const components = MARKED_PARTS
    for (const answer of ['pending', false] as const) {
      renderWithProvider(<ExportPermissionGate components={components} />, { can: () => answer })
      leave()
    }
    expectAll(PERMISSION_GATE_PARTS)
  })

  it('stand in PathTemplateField', async () => {
    renderWithProvider(<PathTemplateField components={MARKED_PARTS} />)
    visit()
    await screen.findByRole('textbox')
    leave()
    expectAll(PATH_TEMPLATE_PARTS)
  })

  it('stand in ExportRequestForm', async () => {
    const components = MARKED_PARTS
    await walkThroughForm((form) => <ExportRequestForm {...form} components={components} />)
    renderWithProvider(<ExportRequestForm components={components} />, { can: () => false })
    await screen.findByText('You cannot export this')
    leave()
    expectAll(REQUEST_FORM_PARTS)
  })

  it('stand in ExportRequestDialog', async () => {
    const components = MARKED_PARTS
    const dialog = <ExportRequestDialog open onClose={() => {}} components={components} />
    await walkThroughForm(() => dialog)
    renderWithProvider(dialog, { can: () => false })
    await screen.findByText('You cannot export this')
    leave()
    expectAll(REQUEST_DIALOG_PARTS)
  })

  it('stand in ExportButton', async () => {
    const components = MARKED_PARTS
    await walkThroughForm(
      () => <ExportButton components={components} />,
      (user) => user.click(screen.getByRole('button', { name: 'Export' })),
    )
    expectAll(EXPORT_BUTTON_PARTS)
  })

  it('may be the provider’s for all, and a component’s own over them', async () => {
    const own = { statusBadge: () => <i>own</i> }
    renderWithProvider(
      <>
        <ExportDetail jobId="going" />
        <ExportDetail jobId="failed" components={own} />
      </>,
      {
        client: createMemoryClient({ jobs: [failed, going] }),
        components: { downloadButton: MARKED_PARTS.downloadButton, statusBadge: () => <b>host</b> },
      },
    )
    expect(await screen.findAllByText('host')).not.toHaveLength(0)
    expect(await screen.findAllByText('own')).not.toHaveLength(0)
    expect(document.querySelectorAll('[data-part="downloadButton"]')).toHaveLength(2)
  })
})

describe('a component’s own words, formats and classes', () => {
  it('reach the toolbar over a table', () => {
    renderWithProvider(<ExportHistoryTable classNames={{ toolbarRow: 'a', pager: 'b' }} />)
    expect(document.querySelector('.a')).toHaveClass('ej-toolbar-row')
    expect(document.querySelector('.b')).toHaveClass('ej-pager')
  })

  it('reach the small ones as well', () => {
    renderWithProvider(
      <>
        <ExportStatusBadge
          job={failed}
          labels={{ statuses: { failed: 'Broken' } }}
          classNames={{ statusBadge: 'a' }}
        />
        <ExportFormatBadge
          format="csv"
          labels={{ formats: { csv: 'Sheet' } }}
          classNames={{ formatBadge: 'b' }}
        />
        <ExportDownloadButton
          job={going}
          labels={{ job: { download: 'Fetch' } }}
          classNames={{ downloadButton: 'c' }}
        />
        <ExportJobActions
          job={going}
          labels={{ actions: { menu: () => 'More' } }}
          classNames={{ jobActions: 'd' }}
        />
        <ExportPermissionGate classNames={{ permissionGate: 'e' }} />
      </>,
    )
    expect(screen.getByText('Broken')).toHaveClass('ej-status-badge', 'a')
    expect(screen.getByText('Sheet')).toHaveClass('ej-format-badge', 'b')
    expect(screen.getByText('Fetch')).toHaveClass('ej-download-button', 'c')
    expect(screen.getByRole('button', { name: 'More' }).closest('.d')).toHaveClass('ej-job-actions')
    expect(document.querySelector('.e')).toHaveClass('ej-permission-gate')
  })
})
