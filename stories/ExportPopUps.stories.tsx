import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  ExportDownloadButton,
  ExportJobActions,
  type ExportJobsProviderProps,
  ExportPopUps,
} from 'react-export-jobs'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { ExportJobsError, type ExportJobsErrorCode } from 'react-export-jobs/core'
import { buildExportJob } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { expectPopUp } from './support/expectations.js'
import { expectIn, pressIn } from './support/in-window.js'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
import { serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const JOBS = [
  buildExportJob({ id: '1', status: 'pending', reportType: 'vendor' }),
  buildExportJob({ id: '2', status: 'failed', reportType: 'inventory' }),
  buildExportJob({ id: '3', status: 'expired', reportType: 'delivery_location' }),
]

const meta = {
  component: ExportPopUps,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
  args: { toastMs: null },
  render: (args) => (
    <>
      <p>
        {JOBS.map((job) => (
          <ExportDownloadButton key={job.id} job={job} unavailableAction="explain" />
        ))}
      </p>
      <ExportPopUps {...args} />
    </>
  ),
} satisfies Meta<typeof ExportPopUps>

export default meta

type Story = StoryObj<typeof meta>

/** There is nothing to tell. */
export const None: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('Failed to download')).toBeNull()
  },
}

/** One refusal, told to screen readers too. */
export const One: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Download Vendor/ }))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
    await expect(canvas.getByRole('alert')).toHaveTextContent(/^Failed to download\. The export/)
  },
}

/** Three refusals, each of another job. */
export const Several: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    for (const button of canvas.getAllByRole('button', { name: /^Download / })) {
      await userEvent.click(button)
    }
    await expectPopUp(canvasElement, 'The export failed, so it has no file.')
    await expectPopUp(canvasElement, /^The file is no longer available/)
    await expect(canvas.getAllByRole('article')).toHaveLength(3)
  },
}

const CODES = [
  ['unauthenticated', /^You are signed out/],
  ['forbidden', /^You do not have access to this file/],
  ['not_found', /^This export does not exist any more/],
  ['gone', /^The file has been removed/],
  ['not_ready', /^The export is not ready yet/],
  ['no_file', /^The export is completed, but has no file/],
  ['conflict', /^The export has changed meanwhile/],
  ['invalid', /^The server refused the request/],
  ['rate_limited', /^There were too many requests/],
  ['unavailable', /^The download link could not be made/],
  ['timeout', /^The server took too long/],
  ['offline', /^The server could not be reached/],
  ['bad_response', /^The server gave an answer that was not understood/],
  ['aborted', /^The download was stopped/],
] as const satisfies readonly (readonly [ExportJobsErrorCode, RegExp])[]

const refusingClient = createMemoryClient({
  key: 'refusing',
  jobs: CODES.map(([code]) => buildExportJob({ id: code, name: code })),
})

/** Each refusal of a backend in its own words; three show at most, the newest last. */
export const EveryCode: Story = {
  parameters: { provider: { client: refusingClient } },
  render: (args) => (
    <>
      <p>
        {CODES.map(([code]) => (
          <ExportDownloadButton key={code} job={buildExportJob({ id: code, name: code })} />
        ))}
      </p>
      <ExportPopUps {...args} />
    </>
  ),
  play: async ({ canvas, canvasElement, userEvent }) => {
    for (const [code, words] of CODES) {
      refusingClient.failNext('createDownload', code)
      await userEvent.click(
        canvas.getByRole('button', { name: `Download ${code}, Oct 1 – 31, 2026` }),
      )
      await expectPopUp(canvasElement, words)
    }
    await expect(canvas.getAllByRole('article')).toHaveLength(3)
  },
}

/** A deletion that can be taken back stays, however many refusals come after it. */
export const OfferAmongRefusals: Story = {
  render: (args) => (
    <>
      <p>
        {JOBS.map((job) => (
          <ExportDownloadButton key={job.id} job={job} unavailableAction="explain" />
        ))}
      </p>
      <ExportJobActions
        job={buildExportJob({ id: '9', name: 'October' })}
        actions={['delete']}
        variant="buttons"
        deletePrompt="undo"
      />
      <ExportPopUps {...args} />
    </>
  ),
  parameters: { provider: { client: createMemoryClient({ key: 'offer' }) } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Delete: October' }))
    for (const button of canvas.getAllByRole('button', { name: /^Download / })) {
      await userEvent.click(button)
    }
    await expect(canvas.getAllByRole('article')).toHaveLength(3)
    const undo = canvas.getByRole('button', { name: 'Undo' })
    undo.focus()
    await expect(undo).toBeVisible()
  },
}

/** Goes by itself. */
export const GoesByItself: Story = {
  args: { toastMs: 300 },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Download Vendor/ }))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
    await waitFor(() => expect(canvas.queryByRole('article')).toBeNull())
  },
}

/** Closed by the person. */
export const Closed: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Download Vendor/ }))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(canvas.queryByRole('article')).toBeNull())
  },
}

/** In a dark host whose lines run from right to left. */
export const DarkRightToLeft: Story = {
  globals: { theme: 'dark', direction: 'rtl' },
  play: Several.play,
}

const OCTOBER = buildExportJob({ id: '1001', name: 'October' })

/** A backend that refuses every file. */
const refusing = (code: ExportJobsErrorCode): Partial<ExportJobsProviderProps> => ({
  client: {
    ...createMemoryClient({ key: code, jobs: [OCTOBER] }),
    createDownload: () => Promise.reject(new ExportJobsError(code, { message: code })),
  },
})

const saving = (saveTarget: ExportJobsProviderProps['saveTarget']) => ({
  delivery: 'save' as const,
  saveTarget,
})

/** What is told besides refusals of a backend: the state, a press that leads to it, and its words. */
const MORE_STATES = [
  ["The backend's own reason", 'Download October', 'The file is scanned for viruses.'],
  ['Saved', 'Download October', 'File saved'],
  ['Saved in another way', 'Download October', /^The file cannot be saved/m],
  ['Deleted, and can be taken back', 'Delete: October', 'Undo'],
  ['Three at once', 'Download Vendor', 'The export is not ready yet'],
  ['Three at once', 'Download Inventory', 'The export failed'],
  ['Three at once', 'Download Delivery', 'The file is no longer available'],
] as const

/** Each pop-up in a window of its own: in one page they would lie over one another. */
export const AllStates: Story = {
  parameters: sheetParameters,
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      backend.addJob({ id: '1001', name: 'October', status: 'completed', totalRows: 12 })
    })
  },
  render: (args, { globals }) => {
    const state = (
      name: string,
      { jobs = [OCTOBER], provider = {}, windowRem = 12, isDeletion = false } = {},
    ) => ({
      name,
      provider: { scope: { companyId: '7', state: name }, ...provider },
      windowRem,
      content: (
        <>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
            {jobs.map((job) =>
              isDeletion ? (
                <ExportJobActions
                  key={job.id}
                  job={job}
                  actions={['delete']}
                  variant="buttons"
                  deletePrompt="undo"
                />
              ) : (
                <ExportDownloadButton key={job.id} job={job} unavailableAction="explain" />
              ),
            )}
          </div>
          <ExportPopUps {...args} />
        </>
      ),
    })
    return (
      <StateSheet
        locale={globals.locale}
        states={[
          ...CODES.map(([code]) => state(code, { provider: refusing(code) })),
          state("The backend's own reason", {
            jobs: [
              buildExportJob({
                name: 'October',
                allowedActions: { download: { reason: 'The file is scanned for viruses.' } },
              }),
            ],
          }),
          state('Saved', { provider: saving(async () => new WritableStream()) }),
          state('Saved in another way', {
            provider: saving(() =>
              Promise.reject(new DOMException('No picker.', 'NotSupportedError')),
            ),
          }),
          state('Deleted, and can be taken back', {
            isDeletion: true,
            provider: { client: createMemoryClient({ key: 'offer', jobs: [OCTOBER] }) },
          }),
          state('Three at once', { jobs: JOBS, windowRem: 28 }),
        ]}
      />
    )
  },
  play: async ({ canvasElement }) => {
    for (const [code, words] of CODES) {
      await pressIn(canvasElement, code, 'Download October')
      await expectIn(canvasElement, code, new RegExp(words, 'm'))
    }
    for (const [title, button, words] of MORE_STATES) {
      await pressIn(canvasElement, title, button)
      await expectIn(canvasElement, title, words)
    }
  },
}
