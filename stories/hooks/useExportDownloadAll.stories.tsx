import type { Meta, StoryObj } from '@storybook/react-vite'
import { buildExportJob, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { AllFiles } from './examples/AllFiles.js'

const FILE = { size: 2_048, contentType: 'text/csv', checksum: null }

const JOB = buildExportJob({
  files: [
    { id: 'a', name: 'part-1.csv', ...FILE },
    { id: 'b', name: 'part-2.csv', ...FILE },
  ],
})

const meta = {
  title: 'useExportDownloadAll',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <AllFiles job={JOB} />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Hands over all files of a job that has several, one after another, with a result for each. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Download 2 files' })).toBeEnabled()
  },
}
