import type { Decorator, Meta, StoryObj } from '@storybook/react-vite'
import { ExportDownloadButton, ExportPopUps } from 'react-export-jobs'
import { buildExportJob, type ExportBackend } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { expectPopUp } from './support/expectations.js'
import { backendOf, serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

/** The table brings pop-ups along; a button alone needs them beside it. */
const withPopUps: Decorator = (Story) => (
  <>
    <Story />
    <ExportPopUps toastMs={null} />
  </>
)

const meta = {
  component: ExportDownloadButton,
  decorators: [withPopUps, withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
  args: { job: buildExportJob({ id: '1001' }) },
  beforeEach({ msw }) {
    serve(msw, hasTheJob)
  },
} satisfies Meta<typeof ExportDownloadButton>

export default meta

type Story = StoryObj<typeof meta>

const HOUR_MS = 3_600_000
const NAME = /^Download Delivery location/

function hasTheJob(backend: ExportBackend): void {
  backend.addJob({ id: '1001', status: 'completed', totalRows: 12 })
}

/** A completed job: one press asks for a fresh link and takes the file. */
export const Ready: Story = {
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await waitFor(() =>
      expect(backendOf(msw).log.map(({ operation }) => operation)).toEqual(['grant', 'file']),
    )
    await expect(canvas.queryByRole('region', { name: 'Download problems' })).toBeNull()
  },
}

/** The icon alone; the accessible name is the same. */
export const IconOnly: Story = {
  args: { variant: 'icon' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: NAME })).toBeVisible()
  },
}

/** The link is being asked for. */
export const Preparing: Story = {
  beforeEach({ msw }) {
    const { faults } = serve(msw, hasTheJob)
    faults.add({ match: { operation: 'grant' }, delayMs: HOUR_MS })
  },
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: NAME })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
  },
}

/** Nothing is drawn while there is no file. */
export const HiddenUntilCompleted: Story = {
  args: { job: buildExportJob({ id: '1001', status: 'processing' }) },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** Shown without effect, with the reason in its tooltip. */
export const Disabled: Story = {
  args: {
    job: buildExportJob({ id: '1001', status: 'failed' }),
    unavailableAction: 'disable',
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: NAME })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAttribute('title', 'The export failed, so it has no file.')
  },
}

/** It can be pressed, and answers with the reason; the backend is not asked. */
export const Explained: Story = {
  args: {
    job: buildExportJob({ id: '1001', status: 'pending' }),
    unavailableAction: 'explain',
  },
  play: async ({ canvas, canvasElement, msw, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await expectPopUp(canvasElement, /^The export is not ready yet/)
    await expect(backendOf(msw).log).toHaveLength(0)
  },
}

/** The backend withholds the file. */
export const Forbidden: Story = {
  beforeEach({ msw }) {
    const backend = serve(msw, hasTheJob)
    backend.permissions.deny(backend.companyId)
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await expectPopUp(canvasElement, /^You do not have access to this file/)
  },
}

/** The backend's own reason on the job beats our words. */
export const OwnReason: Story = {
  args: {
    job: buildExportJob({
      id: '1001',
      allowedActions: { download: { reason: 'The file is being scanned for viruses.' } },
    }),
    unavailableAction: 'explain',
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await expectPopUp(canvasElement, 'The file is being scanned for viruses.')
  },
}
