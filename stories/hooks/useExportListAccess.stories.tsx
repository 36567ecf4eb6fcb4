import type { Meta, StoryObj } from '@storybook/react-vite'
import type { CanFunction } from 'react-export-jobs'
import { DEFAULT_REPORT_TYPES, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, withProvider } from '../support/with-provider.js'
import { VisibleTypes } from './examples/VisibleTypes.js'

/** A person who may see everything but the inventory. */
const can: CanFunction = (_action, details) => details?.reportType !== 'inventory'

const meta = {
  title: 'useExportListAccess',
  decorators: [withProvider],
  parameters: { ...inExampleFrame, provider: { reportTypes: DEFAULT_REPORT_TYPES, can } },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <VisibleTypes />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** The kinds of report that this person may see. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('option')).toHaveLength(2)
    await expect(canvas.queryByText(/^Inventory/)).toBeNull()
  },
}
