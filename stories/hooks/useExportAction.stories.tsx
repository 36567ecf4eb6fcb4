import type { Meta, StoryObj } from '@storybook/react-vite'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { fullStoryClient, inExampleFrame, withProvider } from '../support/with-provider.js'
import { CancelButton } from './examples/CancelButton.js'

const JOB = buildExportJob({ id: '1001', name: 'October deliveries', status: 'processing' })

const meta = {
  title: 'useExportAction',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { client: fullStoryClient } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.cancelRace)
  },
  render: () => <CancelButton job={JOB} />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Cancels, retries, runs again or deletes one job. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel October deliveries' }))
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
}
