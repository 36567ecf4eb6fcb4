import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ExportStatus, ExportStatusBadge } from 'react-export-jobs'
import { expect } from 'storybook/test'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
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

const STATUSES: readonly ExportStatus[] = [
  'pending',
  'processing',
  'canceling',
  'completed',
  'failed',
  'canceled',
  'expired',
]

/** Every status beside the others, and a backend's own words. */
export const AllStates: Story = {
  args: { job: { status: 'pending', statusText: null } },
  parameters: sheetParameters,
  render: (args, { globals }) => (
    <StateSheet
      locale={globals.locale}
      states={[
        ...STATUSES.map((status) => ({
          name: status,
          content: <ExportStatusBadge {...args} job={{ status, statusText: null }} />,
        })),
        {
          name: "unknown: the backend's word",
          content: (
            <ExportStatusBadge {...args} job={{ status: 'unknown', statusText: 'archived' }} />
          ),
        },
        {
          name: "the host's word for the backend's",
          content: (
            <ExportStatusBadge {...args} job={{ status: 'pending', statusText: 'Queued' }} />
          ),
          provider: { labels: { statusWords: { Queued: 'Waiting for its turn' } } },
        },
        {
          name: 'a long word',
          content: (
            <ExportStatusBadge
              {...args}
              job={{ status: 'unknown', statusText: 'WAITING_FOR_APPROVAL_OF_FINANCE' }}
            />
          ),
        },
      ]}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Waiting for its turn')).toBeVisible()
    await expect(canvas.getByText('Completed')).toBeVisible()
  },
}
