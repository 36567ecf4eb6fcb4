import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { JobList } from './examples/JobList.js'

const meta = {
  title: 'useExportJobs',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  render: () => <JobList />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Reads one page of the export jobs and keeps it fresh: by the poll plan while jobs are unfinished, or by what the backend pushes. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^20 of 200 exports/)).toBeVisible()
  },
}
