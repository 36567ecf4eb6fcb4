import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { NewExportLink } from './examples/NewExportLink.js'

const meta = {
  title: 'usePermission',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { can: (subject: string) => subject !== 'delete' } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <NewExportLink />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Asks the host's `can`, and renders anew only when its answer changes. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'New export' })).toBeVisible()
    await expect(canvas.getByText(/Deleting: false/)).toBeVisible()
  },
}
