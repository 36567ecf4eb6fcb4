import type { Meta, StoryObj } from '@storybook/react-vite'
import { DEFAULT_REPORT_TYPES, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { FormOfOneField } from './examples/FormOfOneField.js'

const meta = {
  title: 'useExportRequestField',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { userKey: null, reportTypes: DEFAULT_REPORT_TYPES } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <FormOfOneField />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Reads one field of a request form, and renders anew only when this field changes. */
export const Example: Story = {
  play: async ({ canvas, userEvent }) => {
    const select = await canvas.findByLabelText('Format')
    await userEvent.selectOptions(select, 'zip')
    await expect(select).toHaveValue('zip')
  },
}
