import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportDownloadButton, ExportPopUps } from 'react-export-jobs'
import { buildExportJob } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { expectPopUp } from './support/expectations.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const JOBS = [
  buildExportJob({ id: '1', status: 'pending', reportType: 'vendor' }),
  buildExportJob({ id: '2', status: 'failed', reportType: 'inventory' }),
  buildExportJob({ id: '3', status: 'expired', reportType: 'delivery_location' }),
]

const meta = {
  component: ExportPopUps,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
  args: { toastMs: null },
  render: (args) => (
    <>
      <p>
        {JOBS.map((job) => (
          <ExportDownloadButton key={job.id} job={job} unavailableAction="explain" />
        ))}
      </p>
      <ExportPopUps {...args} />
    </>
  ),
} satisfies Meta<typeof ExportPopUps>

export default meta

type Story = StoryObj<typeof meta>

/** There is nothing to tell. */
export const None: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('Failed to download')).toBeNull()
  },
}

/** One refusal, told to screen readers too. */
export const One: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Download Vendor/ }))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
    await expect(canvas.getByRole('alert')).toHaveTextContent(/^Failed to download\. The export/)
  },
}

/** Three refusals, each of another job. */
export const Several: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    for (const button of canvas.getAllByRole('button', { name: /^Download / })) {
      await userEvent.click(button)
    }
    await expectPopUp(canvasElement, 'The export failed, so it has no file.')
    await expectPopUp(canvasElement, /^The file is no longer available/)
    await expect(canvas.getAllByRole('article')).toHaveLength(3)
  },
}

/** Goes by itself. */
export const GoesByItself: Story = {
  args: { toastMs: 300 },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Download Vendor/ }))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
    await waitFor(() => expect(canvas.queryByRole('article')).toBeNull())
  },
}

/** Closed by the person. */
export const Closed: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Download Vendor/ }))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(canvas.queryByRole('article')).toBeNull())
  },
}

/** In a dark host whose lines run from right to left. */
export const DarkRightToLeft: Story = {
  globals: { theme: 'dark', direction: 'rtl' },
  play: Several.play,
}
