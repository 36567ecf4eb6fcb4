import type { Meta, StoryObj } from '@storybook/react-vite'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { ExportNow } from './examples/ExportNow.js'
import { OwnNotices } from './examples/OwnNotices.js'

const READY = buildExportJob({ id: '1001' })

/** A backend whose jobs are over as soon as they are asked for. */
const CLIENT = {
  ...createMemoryClient({ jobs: [READY] }),
  createJob: async () => ({ kind: 'job' as const, job: READY }),
}

const meta = {
  title: 'useExportNotifications',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { userKey: null, client: CLIENT } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => (
    <>
      <ExportNow />
      <OwnNotices />
    </>
  ),
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Watches the jobs that the person asked for until they end, and gives one notice for each: in the window that the person turned to last, over reloads, and in no other window. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Export October' }))
    const dismiss = await canvas.findByRole('button', { name: /^Dismiss/ })
    await userEvent.click(dismiss)
    await expect(dismiss).not.toBeInTheDocument()
  },
}
