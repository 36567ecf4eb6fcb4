import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { VENDOR_REPORT } from '../support/vendor-report.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { SmallForm } from './examples/SmallForm.js'

const meta = {
  title: 'useExportRequestForm',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { userKey: null, reportTypes: [VENDOR_REPORT] } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <SmallForm />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Runs a request form from the registry of report types: values, conditions, mistakes, sending, the draft, presets and the guard against asking twice. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Export Orders by vendor/ }))
    await expect(await canvas.findByText('The export has started.')).toBeVisible()
  },
}
