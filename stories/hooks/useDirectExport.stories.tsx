import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { FileAtOnce } from './examples/FileAtOnce.js'

/** A report page that is closed for the night. */
const request = async () => new Response(null, { status: 503 })

const meta = {
  title: 'useDirectExport',
  decorators: [withProvider],
  parameters: inExampleFrame,
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <FileAtOnce request={request} />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** A file that cannot be had now. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get October' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('There is no file.')
  },
}
