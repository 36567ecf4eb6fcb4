import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { CalmList } from './examples/CalmList.js'

const meta = {
  title: 'useCalmJobs',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.slowQueue)
  },
  render: () => <CalmList />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Keeps the rows of a list where they are while somebody is at work in them: cells change in place, new rows wait, lost ones stay. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByText(/: pending$/)).toHaveLength(3)
  },
}
