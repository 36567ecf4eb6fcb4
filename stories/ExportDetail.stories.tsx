import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  ExportDetail,
  type ExportDetailProps,
  type ExportJobsProviderProps,
} from 'react-export-jobs'
import type { ExportBackend, JobSeed } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectPopUp, expectShown, first } from './support/expectations.js'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { backendOf, minutesAgo, serve } from './support/serve.js'
import { fullStoryClient, inOwnFrame, withProvider } from './support/with-provider.js'

const meta = {
  component: ExportDetail,
  decorators: [withProvider],
  parameters: {
    ...inOwnFrame,
    provider: { client: fullStoryClient, getHistoryHref: () => '#exports' },
  },
  tags: ['autodocs'],
  args: { jobId: '1001', toastMs: null },
} satisfies Meta<typeof ExportDetail>

export default meta

type Story = StoryObj<typeof meta>

const MINUTES_OF_A_DAY = 1_440

/** A backend with just this job. */
const withJob = (seed: JobSeed) => (backend: ExportBackend) => {
  backend.addJob({ id: '1001', name: 'October deliveries', createdAt: minutesAgo(20), ...seed })
}

/** Everything the backend gives: facts, file, request, and Download at the top right. */
export const Ready: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed', totalRows: 1_284 }))
  },
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Download October/ }))
    await waitFor(() =>
      expect(backendOf(msw).log.map(({ operation }) => operation)).toContain('grant'),
    )
  },
}

/** Just the four facts of a host that wants no more. */
export const Brief: Story = {
  args: { fields: 'brief' },
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed', totalRows: 1_284 }))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('Report type'))
    await expect(canvas.getAllByRole('term')).toHaveLength(4)
  },
}

/** Still being made: the page looks again by itself, and Download explains itself. */
export const NotReadyYet: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'processing', progress: 0.42, createdAt: minutesAgo(1) }))
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Download October/ }))
    await expectPopUp(canvasElement, /not ready yet/)
  },
}

/** Why it failed, with the code and a reference to copy. */
export const Failed: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'failed' }))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByRole('region', { name: 'Why it failed' }))
    await expect(canvas.getByRole('button', { name: 'Copy' })).toBeVisible()
  },
}

/** The file was cut at the backend's limit, and says so. */
export const Incomplete: Story = {
  beforeEach({ msw }) {
    const warnings = ['10,000 of 48,112 rows: limit reached']
    serve(msw, withJob({ status: 'completed', totalRows: 10_000, warnings }))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText(/limit reached/))
  },
}

/** The file goes in a few hours, and the row in some days. */
export const GoesSoon: Story = {
  beforeEach({ msw }) {
    serve(
      msw,
      withJob({
        status: 'completed',
        totalRows: 12,
        fileExpiresAt: minutesAgo(-180),
        removedAt: minutesAgo(-5 * MINUTES_OF_A_DAY),
      }),
    )
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('File expires in 3 hours'))
  },
}

/** A link to a job that this company does not have. */
export const NotFound: Story = {
  args: { jobId: '4711' },
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed' }))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('This export was not found'))
  },
}

/** The person may not see this company's reports. */
export const Denied: Story = {
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      withJob({ status: 'completed' })(backend)
      backend.permissions.deny(backend.companyId)
    })
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('You do not have access to this export'))
  },
}

/** There is nothing to show but a failure. */
export const ServerProblem: Story = {
  args: { polling: { mode: 'off' } },
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      backend.faults.add({ times: Number.POSITIVE_INFINITY, refuse: { code: 'unavailable' } })
    })
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByRole('button', { name: 'Try again' }))
  },
}

/** Deleted by this person, after asking. */
export const Deleted: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed' }))
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Delete: October/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }))
    await expectShown(() => canvas.getByText('You have deleted this export'))
  },
}

const refusing =
  (code: 'gone' | 'unauthenticated' | 'not_found') =>
  (backend: ExportBackend): void => {
    backend.faults.add({ times: Number.POSITIVE_INFINITY, refuse: { code } })
  }

/** Nothing has come yet. */
export const Loading: Story = {
  beforeEach({ msw }) {
    const { faults } = serve(msw, withJob({ status: 'completed' }))
    faults.add({ match: { operation: 'get' }, delayMs: 3_600_000 })
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loading the export')).toBeInTheDocument()
  },
}

/** A link to a job that nobody knows, in a product without companies. */
export const UnknownId: Story = {
  ...NotFound,
  parameters: { provider: { client: fullStoryClient, scope: {} } },
  beforeEach({ msw }) {
    serve(msw, refusing('not_found'))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('This export was not found'))
    await expect(canvas.queryByText(/another company/)).toBeNull()
  },
}

/** A link to a job of another company: the person is told to check which one is selected. */
export const OtherCompany: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed', companyId: '8' }))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText(/^It may belong to another company/))
  },
}

/** The backend remembers that it has removed it. */
export const Removed: Story = {
  beforeEach({ msw }) {
    serve(msw, refusing('gone'))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('This export has been removed'))
  },
}

/** Its time was over while it was looked at. */
export const PastRetention: Story = {
  beforeEach({ msw }) {
    const times = { createdAt: minutesAgo(0.2), removedAt: minutesAgo(1) }
    serve(msw, withJob({ status: 'processing', ...times }))
  },
  play: async ({ canvas, msw }) => {
    await expectShown(() => canvas.getByRole('heading', { name: 'October deliveries' }))
    refusing('not_found')(backendOf(msw))
    await waitFor(
      () => expect(canvas.getByText(/^This export has been removed after its time/)).toBeVisible(),
      { timeout: 15_000 },
    )
  },
}

/** Nobody is signed in any more. */
export const SignedOut: Story = {
  beforeEach({ msw }) {
    serve(msw, refusing('unauthenticated'))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('You are signed out'))
  },
}

/** The host does not let this person open it; nothing of it shows. */
export const MayNotOpen: Story = {
  parameters: {
    provider: { client: fullStoryClient, can: (action: string) => action !== 'open' },
  },
  beforeEach: Ready.beforeEach,
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('You do not have access to this export'))
    await expect(canvas.queryByText('October deliveries')).toBeNull()
  },
}

/** The page looks again by itself until the file is there. */
export const BecomesReady: Story = {
  beforeEach({ msw }) {
    serve(
      msw,
      withJob({ createdAt: minutesAgo(0), plan: { queueMs: 0, runMs: 20_000, rows: 640 } }),
    )
  },
  play: async ({ canvas, msw }) => {
    await expectShown(() => canvas.getByText(/^The file is not ready yet/))
    backendOf(msw).clock.advance(30_000)
    await waitFor(() => expect(canvas.queryByText(/^The file is not ready yet/)).toBeNull(), {
      timeout: 15_000,
    })
    await expectShown(() => first(canvas.getAllByText('Completed')))
  },
}

/** Looking again has begun to fail; what is known stays. */
export const Stale: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'processing', createdAt: minutesAgo(0.2) }))
  },
  play: async ({ canvas, msw }) => {
    await expectShown(() => canvas.getByRole('heading', { name: 'October deliveries' }))
    backendOf(msw).faults.add({
      times: Number.POSITIVE_INFINITY,
      refuse: { code: 'unavailable' },
    })
    await waitFor(() => expect(canvas.getByText(/^Could not check:/)).toBeVisible(), {
      timeout: 15_000,
    })
    await expect(canvas.getByRole('heading', { name: 'October deliveries' })).toBeVisible()
  },
}

/** Canceled before its end: Download explains itself. */
export const Canceled: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'canceled' }))
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Download October/ }))
    await expectPopUp(canvasElement, 'The export was canceled, so it has no file.')
  },
}

/** The row is still there, its file is not. */
export const FileExpired: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed', totalRows: 12, fileExpiresAt: minutesAgo(5) }))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText(/^No longer available since/))
  },
}

/** Fewer rows than there are, and the backend says no more than that. */
export const FewerRows: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed', processedRows: 10_000, totalRows: 48_112 }))
  },
  play: async ({ canvas }) => {
    const note = within(await canvas.findByRole('region', { name: 'This file is not complete' }))
    await expect(note.getByText('10,000 of 48,112 rows')).toBeVisible()
  },
}

const part = (id: string, size: number) => ({
  id,
  name: id,
  size,
  contentType: null,
  checksum: 'sha256:9f86d081884c7d65',
})
const PARTS = [part('part-1.csv', 82_400), part('part-2.csv', 79_100), part('manifest.json', 512)]

/** An export in parts, with the manifest that lists them: a button for each, and one for all. */
export const SeveralFiles: Story = {
  beforeEach({ msw }) {
    serve(msw, withJob({ status: 'completed', totalRows: 1_284, files: PARTS }))
  },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByRole('button', { name: 'Download all' }))
    await expect(canvas.getByRole('button', { name: 'Download manifest.json' })).toBeVisible()
  },
}

/** All of them at one press: one is refused, and each has its result. */
export const DownloadAll: Story = {
  beforeEach: SeveralFiles.beforeEach,
  play: async ({ canvas, msw, userEvent }) => {
    const press = await canvas.findByRole('button', { name: 'Download all' })
    backendOf(msw).faults.add({ match: { operation: 'grant' }, refuse: { code: 'gone' } })
    await userEvent.click(press)
    await expectShown(() => canvas.getByText(/^The file has been removed/))
    await waitFor(() => expect(canvas.getAllByText('Handed to the browser')).toHaveLength(2), {
      timeout: 15_000,
    })
  },
}

const blockedTarget = () => Promise.reject(new DOMException('No press.', 'SecurityError'))

/** Files that the browser holds back have a press each. */
export const PressForEachFile: Story = {
  parameters: {
    provider: { client: fullStoryClient, delivery: 'save', saveTarget: blockedTarget },
  },
  beforeEach: SeveralFiles.beforeEach,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Download all' }))
    await expectShown(() => canvas.getByRole('button', { name: 'Click to download: part-2.csv' }))
  },
}

const ALL_ACTIONS = { cancel: true, retry: true, delete: true }
const hanging = ({ faults }: ExportBackend): void => {
  faults.add({ match: { operation: 'get' }, delayMs: 3_600_000 })
}

/** Every state that a page can be opened in; what a press or time brings has a story of its own. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      setup: (backend: ExportBackend) => void,
      props: Partial<ExportDetailProps> = {},
      provider: Partial<ExportJobsProviderProps> = {},
    ) => ({
      name,
      content: <ExportDetail {...args} polling={{ mode: 'off' }} {...props} />,
      provider: {
        client: clientOf(setup, ALL_ACTIONS),
        getHistoryHref: () => '#exports',
        ...provider,
      },
    })
    const done = { status: 'completed', totalRows: 1_284 } as const
    const soon = { fileExpiresAt: minutesAgo(-180), removedAt: minutesAgo(-5 * MINUTES_OF_A_DAY) }
    return (
      <StateSheet
        locale={globals.locale}
        layout="wide"
        states={[
          state('Loading', hanging),
          state('Not ready yet', withJob({ status: 'processing', progress: 0.42 })),
          state('Ready', withJob(done)),
          state('Ready, in brief', withJob(done), { fields: 'brief' }),
          state('Several files', withJob({ ...done, files: PARTS })),
          state(
            'Fewer rows than there are',
            withJob({ ...done, totalRows: 48_112, processedRows: 10_000 }),
          ),
          state('The file goes soon', withJob({ ...done, ...soon })),
          state('The file has expired', withJob({ ...done, fileExpiresAt: minutesAgo(5) })),
          state('Failed', withJob({ status: 'failed' })),
          state('Canceled', withJob({ status: 'canceled' })),
          state('Not found', withJob(done), { jobId: '4711' }),
          state('Removed', refusing('gone')),
          state('Access denied', withJob(done), {}, { can: () => false }),
          state('Signed out', refusing('unauthenticated')),
          state('The backend fails', ({ faults }) => {
            faults.add({ times: Number.POSITIVE_INFINITY, refuse: { code: 'unavailable' } })
          }),
        ]}
      />
    )
  },
  play: async ({ canvas }) => {
    for (const words of [
      /^The file is not ready yet/,
      'File expires in 3 hours',
      /^No longer available since/,
      'This export was not found',
      'This export has been removed',
      'You do not have access to this export',
      'You are signed out',
      'The server has a problem',
    ]) {
      await expectShown(() => canvas.getByText(words))
    }
    await expect(canvas.getByRole('region', { name: 'Why it failed' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Download all' })).toBeVisible()
    await expect(canvas.getByText('Loading the export')).toBeInTheDocument()
  },
}
