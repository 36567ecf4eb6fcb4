import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportStatusBadge } from 'react-export-jobs'
import { expect } from 'storybook/test'
import { withProvider } from './support/with-provider.js'

const meta = {
  component: ExportStatusBadge,
  decorators: [withProvider],
  tags: ['autodocs'],
} satisfies Meta<typeof ExportStatusBadge>

export default meta

type Story = StoryObj<typeof meta>

export const Pending: Story = { args: { job: { status: 'pending', statusText: null } } }

export const Processing: Story = { args: { job: { status: 'processing', statusText: null } } }

export const Canceling: Story = { args: { job: { status: 'canceling', statusText: null } } }

export const Completed: Story = { args: { job: { status: 'completed', statusText: null } } }

export const Failed: Story = { args: { job: { status: 'failed', statusText: null } } }

export const Canceled: Story = { args: { job: { status: 'canceled', statusText: null } } }

export const Expired: Story = { args: { job: { status: 'expired', statusText: null } } }

/** A word of the backend's that nobody has mapped: it is shown as it stands. */
export const UnknownWord: Story = {
  args: { job: { status: 'unknown', statusText: 'archived' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('archived')).toBeVisible()
  },
}

/** The host has words of its own for the backend's. */
export const HostWord: Story = {
  args: { job: { status: 'pending', statusText: 'Queued' } },
  parameters: { provider: { labels: { statusWords: { Queued: 'Waiting for its turn' } } } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Waiting for its turn')).toBeVisible()
  },
}

/** In a dark host. */
export const Dark: Story = {
  args: { job: { status: 'failed', statusText: null } },
  globals: { theme: 'dark' },
}
