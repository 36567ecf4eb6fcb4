import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { SortedList } from './examples/SortedList.js'

const meta = {
  title: 'useExportListState',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  render: () => <SortedList />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Keeps a list's page, sorting and filters in the URL, or wherever the host keeps them. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText(/^Page 1, 20 rows/)
    await userEvent.click(canvas.getByRole('button', { name: 'Next page' }))
    await expect(await canvas.findByText(/^Page 2, 20 rows/)).toBeVisible()
  },
}
