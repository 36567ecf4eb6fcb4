import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ExportBackend } from 'react-export-jobs/mocks'
import { expect, spyOn, waitFor, within } from 'storybook/test'
import { expectShown, first } from '../support/expectations.js'
import { backendOf, minutesAgo, serve } from '../support/serve.js'
import { inOwnFrame } from '../support/with-provider.js'
import { EncorePage, type EncorePageProps } from './EncorePage.js'
import './encore.css'
import { createEncoreSupabase, ENCORE_REPORT_TYPES, encoreDialect } from './encore-project.js'

const PROJECT = `${window.location.origin}/supabase`

// the mock worker's fetch is there only at the call
const supabase = createEncoreSupabase(PROJECT, (...args) => fetch(...args))

/** The page over the stories' project. Storybook looks into all args, and a client is no value to show. */
function DataExports(props: Omit<EncorePageProps, 'supabase'>) {
  return <EncorePage {...props} supabase={supabase} />
}

const meta = {
  title: 'Systems/EncoreOS',
  component: DataExports,
  parameters: inOwnFrame,
  args: {
    permissions: ['pf.export_requests.view', 'pf.export_requests.create'],
    urlState: 'memory',
  },
  beforeEach({ msw }) {
    sessionStorage.clear()
    localStorage.clear()
    serve(msw, hasExports, {
      backend: { companyId: 'org1', reportTypes: ENCORE_REPORT_TYPES },
      dialect: encoreDialect,
      baseUrl: PROJECT,
    })
  },
} satisfies Meta<typeof DataExports>

export default meta

type Story = StoryObj<typeof meta>

function hasExports(backend: ExportBackend): void {
  const day = 24 * 60
  const records = { reportType: 'records', dateRange: null }
  const auditLog = { reportType: 'audit_log', dateRange: null, entityTypes: ['sign_ins'] }
  const people = ['people', 'programs']
  backend.addJob({ ...records, createdAt: minutesAgo(1), status: 'pending', entityTypes: people })
  backend.addJob({ ...auditLog, createdAt: minutesAgo(4), status: 'processing', progress: null })
  backend.addJob({
    ...records,
    createdAt: minutesAgo(50),
    status: 'completed',
    fileFormat: 'xlsx',
    entityTypes: people,
  })
  backend.addJob({
    ...records,
    createdAt: minutesAgo(day),
    status: 'failed',
    fileFormat: 'zip',
    entityTypes: ['people', 'programs', 'documents'],
    error: { code: null, message: 'A document could not be read.' },
  })
  backend.addJob({ ...auditLog, createdAt: minutesAgo(3 * day), status: 'completed' })
}

/** The page as it is opened: pending, processing, completed and failed exports. */
export const History: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–5 of 5')).toBeVisible()
    const rows = canvas.getAllByRole('row').slice(1)
    await expect(first(rows)).toHaveTextContent(/^RecordsCSVPeople, ProgramsPending/)
    await expect(canvas.getAllByRole('button', { name: /^Download / })).toHaveLength(2)
    await expect(canvas.getByRole('button', { name: 'Refresh' })).toBeVisible()
    for (const word of ['Pending', 'Processing']) {
      const { animationName } = getComputedStyle(
        within(canvas.getByRole('table')).getByText(word),
        '::before',
      )
      await expect(animationName).not.toBe('none')
    }
  },
}

/** Without the permission to see them: a lock, and nothing is asked. */
export const Denied: Story = {
  args: { permissions: ['pf.export_requests.create'] },
  play: async ({ canvas, msw }) => {
    await expect(canvas.getByText('Access denied')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'New Export' })).toBeNull()
    await expect(backendOf(msw).log).toHaveLength(0)
  },
}

/** The formats follow the export type and the entity types; the new export is the first row. */
export const NewExport: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'New Export' }))
    const dialog = within(await canvas.findByRole('dialog', { name: 'New export' }))
    await userEvent.click(await dialog.findByRole('radio', { name: /^Records/ }))
    await expect(dialog.getByLabelText(/^Format/)).toHaveTextContent('CSVXLSX')
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Documents' }))
    await waitFor(() => expect(dialog.queryByLabelText(/^Format/)).toBeNull())
    await userEvent.click(dialog.getByRole('radio', { name: /^Audit log/ }))
    await userEvent.selectOptions(dialog.getByLabelText(/^Format/), 'JSON')
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Sign-ins' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Export' }))
    await expectShown(() => canvas.getByText('1–6 of 6'))
    await expect(canvas.queryByRole('dialog')).toBeNull()
    await expect(first(canvas.getAllByRole('row').slice(1))).toHaveTextContent(
      /^Audit logJSONSign-insPending/,
    )
  },
}

/** The dialog as it is opened. */
export const RequestDialog: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'New Export' }))
    const dialog = within(await canvas.findByRole('dialog', { name: 'New export' }))
    await expectShown(() => dialog.getByRole('button', { name: 'Export' }))
    await expect(dialog.getByRole('checkbox', { name: 'Programs' })).not.toBeChecked()
  },
}

/** Refresh is there while something is unfinished, and looks only when it is pressed. */
export const RefreshUntilDone: Story = {
  play: async ({ canvas, msw, userEvent }) => {
    const backend = backendOf(msw)
    await canvas.findByText('1–5 of 5')
    for (const id of ['1001', '1002']) backend.finish(id, 'completed')
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh' }))
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Refresh' })).toBeNull())
    await expect(canvas.getAllByRole('button', { name: /^Download / })).toHaveLength(4)
  },
}

/** A download opens a tab of its own, with a link that was signed for it. */
export const Download: Story = {
  play: async ({ canvas, msw, userEvent }) => {
    // a frame stands in for the tab, which would stay behind
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.title = 'The new tab'
    spyOn(window, 'open').mockImplementation(() => frame.contentWindow)
    // browsers open tabs at a person's press alone, and a play's presses are none
    spyOn(navigator.userActivation, 'isActive', 'get').mockReturnValue(true)
    await userEvent.click(first(await canvas.findAllByRole('button', { name: /^Download / })))
    await waitFor(() =>
      expect(
        backendOf(msw)
          .log.map(({ operation }) => operation)
          .slice(-3),
      ).toEqual(['get', 'grant', 'file']),
    )
    frame.remove()
  },
}

/** A deletion asks first, in the host's own words. */
export const AsksBeforeDeleting: Story = {
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(first(await canvas.findAllByRole('button', { name: /^Delete/ })))
    const dialog = within(await canvas.findByRole('alertdialog'))
    await expect(dialog.getByText(/Records that were imported stay/)).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    await expectShown(() => canvas.getByText('1–4 of 4'))
    await expect(backendOf(msw).log.some(({ operation }) => operation === 'remove')).toBe(true)
  },
}

/** In a narrow, dark host. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
}
