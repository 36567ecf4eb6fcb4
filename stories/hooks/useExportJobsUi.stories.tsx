import type { Meta, StoryObj } from '@storybook/react-vite'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { StatusSentence } from './examples/StatusSentence.js'

const JOB = buildExportJob({ totalRows: 48_112 })

const meta = {
  title: 'useExportJobsUi',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <StatusSentence job={JOB} />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Reads the words, formats and links that components draw with, for parts of the host's own. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Completed, 48,112')).toBeVisible()
  },
}
