import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { ExportNow } from './examples/ExportNow.js'

const meta = {
  title: 'useCreateExportJob',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <ExportNow />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Asks for exports. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Export October' }))
    await expect(await canvas.findByText(/has started/)).toBeVisible()
  },
}
