import type { Meta, StoryObj } from '@storybook/react-vite'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { ExportNow } from './examples/ExportNow.js'
import { MenuBadge } from './examples/MenuBadge.js'

const READY = buildExportJob({ id: '1001' })

/** A backend whose jobs are over as soon as they are asked for. */
const CLIENT = {
  ...createMemoryClient({ jobs: [READY] }),
  createJob: async () => ({ kind: 'job' as const, job: READY }),
}

const meta = {
  title: 'useExportNoticeCounts',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { userKey: null, client: CLIENT } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => (
    <>
      <ExportNow />
      <MenuBadge />
    </>
  ),
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Counts the files that wait for the person, for a host's menu badge. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Export October' }))
    await expect(await canvas.findByText(/1 to fetch/)).toBeVisible()
  },
}
