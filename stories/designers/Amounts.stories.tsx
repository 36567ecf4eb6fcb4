import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportHistory } from 'react-export-jobs'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inOwnFrame, withProvider } from '../support/with-provider.js'

const meta = {
  title: 'None, one and two hundred rows',
  component: ExportHistory,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['!autodocs'],
} satisfies Meta<typeof ExportHistory>

export default meta

type Story = StoryObj<typeof meta>

/** The first visit. */
export const NoRows: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No exports yet')).toBeVisible()
  },
}

/** The first export. */
export const OneRow: Story = {
  beforeEach({ msw }) {
    serve(msw, (backend) => SCENARIOS.manyJobs(backend, { count: 1 }))
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–1 of 1')).toBeVisible()
  },
}

/** A page as long as pages get. */
export const TwoHundredRows: Story = {
  args: { table: { defaults: { pageSize: 200 }, density: 'compact' } },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–200 of 200')).toBeInTheDocument()
  },
}
