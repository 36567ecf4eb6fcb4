import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { OneJob } from './examples/OneJob.js'

const meta = {
  title: 'useExportJob',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      backend.addJob({ id: '1001', status: 'processing', progress: 0.42 })
    })
  },
  render: () => <OneJob id="1001" />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Reads one job and keeps it fresh until it is finished. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/processing, 42 % done/)).toBeVisible()
  },
}
