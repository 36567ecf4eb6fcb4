import type { Meta, StoryObj } from '@storybook/react-vite'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { fullStoryClient, inExampleFrame, withProvider } from '../support/with-provider.js'
import { AllowedActions } from './examples/AllowedActions.js'

const JOB = buildExportJob({ status: 'processing' })

const meta = {
  title: 'useExportJobActions',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { client: fullStoryClient } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <AllowedActions job={JOB} />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Says which actions are allowed on a job, and why the others are not. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('download: no, not_ready')).toBeVisible()
    await expect(canvas.getByText('cancel: yes')).toBeVisible()
  },
}
