import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { fullStoryClient, inExampleFrame, withProvider } from '../support/with-provider.js'
import { DeleteFailed } from './examples/DeleteFailed.js'

const meta = {
  title: 'useExportBulkAction',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { client: fullStoryClient } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.allStates)
  },
  render: () => <DeleteFailed />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Cancels, deletes or downloads several jobs, with a result for each. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete 2 failed exports' }))
    await expect(
      await canvas.findByRole('button', { name: 'Delete 0 failed exports' }),
    ).toBeVisible()
  },
}
