import type { Meta, StoryObj } from '@storybook/react-vite'
import { buildExportJob } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { DownloadLink } from './examples/DownloadLink.js'

const JOB = buildExportJob({ id: '1001', name: 'October deliveries' })

const meta = {
  title: 'useExportDownload',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      backend.addJob({ id: '1001', status: 'completed' })
      backend.faults.add({ match: { operation: 'grant' }, refuse: { code: 'no_file' } })
    })
  },
  render: () => <DownloadLink job={JOB} />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Downloads a job's file. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Download October deliveries' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('That did not work.')
  },
}
