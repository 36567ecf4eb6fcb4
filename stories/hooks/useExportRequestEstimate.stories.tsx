import type { Meta, StoryObj } from '@storybook/react-vite'
import { DEFAULT_REPORT_TYPES, SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inExampleFrame, storyClient, withProvider } from '../support/with-provider.js'
import { HowBig } from './examples/HowBig.js'

const meta = {
  title: 'useExportRequestEstimate',
  decorators: [withProvider],
  parameters: {
    ...inExampleFrame,
    provider: {
      userKey: null,
      reportTypes: DEFAULT_REPORT_TYPES,
      client: {
        ...storyClient,
        estimate: async () => ({
          rows: 48_112,
          sizeBytes: null,
          durationMs: null,
          quotaLeft: null,
        }),
      },
    },
  },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  render: () => <HowBig />,
} satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Asks the backend how big the export in the form would be, whenever the form rests without a mistake. */
export const Example: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('About 48112 rows')).toBeVisible()
  },
}
