import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportHistoryTable, ExportPermissionGate } from 'react-export-jobs'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { backendOf, serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const meta = {
  component: ExportPermissionGate,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
  args: { children: <ExportHistoryTable /> },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
} satisfies Meta<typeof ExportPermissionGate>

export default meta

type Story = StoryObj<typeof meta>

/** The host allows it, and what stands inside appears. */
export const Allowed: Story = {
  parameters: { provider: { can: () => true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
  },
}

/** The host does not know yet; nothing inside is mounted, so nothing is asked. */
export const Pending: Story = {
  parameters: { provider: { can: () => 'pending' } },
  play: async ({ canvas, msw }) => {
    await expect(canvas.getByText('Loading exports')).toBeInTheDocument()
    await expect(canvas.queryByRole('table')).toBeNull()
    await expect(backendOf(msw).log).toHaveLength(0)
  },
}

/** The host forbids it. */
export const Denied: Story = {
  parameters: { provider: { can: () => false } },
  play: async ({ canvas, msw }) => {
    await expect(canvas.getByText('You do not have access to these exports')).toBeVisible()
    await expect(backendOf(msw).log).toHaveLength(0)
  },
}

/** The host has its own words for it. */
export const OwnDenied: Story = {
  args: { denied: <p>Ask your administrator for the permission “Exports”.</p> },
  parameters: { provider: { can: () => false } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Ask your administrator/)).toBeVisible()
  },
}

/** Every answer of the host's beside the others. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: ({ children: _, ...args }, { globals }) => {
    const gate = <ExportPermissionGate {...args}>What the person came for.</ExportPermissionGate>
    const client = clientOf(SCENARIOS.empty)
    return (
      <StateSheet
        locale={globals.locale}
        layout="wide"
        states={[
          { name: 'Allowed', content: gate, provider: { client, can: () => true } },
          { name: 'Not known yet', content: gate, provider: { client, can: () => 'pending' } },
          { name: 'Denied', content: gate, provider: { client, can: () => false } },
          {
            name: "Denied in the host's own words",
            content: <ExportPermissionGate denied={<p>Ask your administrator.</p>} />,
            provider: { client, can: () => false },
          },
        ]}
      />
    )
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('What the person came for.')).toBeVisible()
    await expect(canvas.getByText('You do not have access to these exports')).toBeVisible()
    await expect(canvas.getByText('Ask your administrator.')).toBeVisible()
  },
}
