import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportDetail } from 'react-export-jobs'
import type { ExportBackend, JobSeed } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { expectPopUp, expectShown } from './support/expectations.js'
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
