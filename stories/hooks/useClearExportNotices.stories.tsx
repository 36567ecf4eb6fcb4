import type { Meta, StoryObj } from '@storybook/react-vite'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { ExportNow } from './examples/ExportNow.js'
import { SignOut } from './examples/SignOut.js'

const READY = buildExportJob({ id: '1001' })

/** A backend whose jobs are over as soon as they are asked for. */
const CLIENT = {
  ...createMemoryClient({ jobs: [READY] }),
  createJob: async () => ({ kind: 'job' as const, job: READY }),
}

const meta = {
  title: 'useClearExportNotices',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { userKey: null, client: CLIENT } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => (
    <>
      <ExportNow />
      <SignOut />
    </>
  ),
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Gives a way to forget, at sign-out, which exports the person asked for and was told of: in every window, and for every tenant. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Export October' }))
    await canvas.findByText(/^Files waiting: 1/)
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out' }))
    await expect(await canvas.findByText(/^Files waiting: 0/)).toBeVisible()
  },
}
