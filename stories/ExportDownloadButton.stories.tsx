import type { Decorator, Meta, StoryObj } from '@storybook/react-vite'
import {
  ExportDownloadButton,
  type ExportDownloadButtonProps,
  type ExportJobsProviderProps,
  ExportPopUps,
} from 'react-export-jobs'
import { buildExportJob, type ExportBackend } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { expectPopUp, expectShown } from './support/expectations.js'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
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

const saveInto = (write: (piece: Uint8Array) => Promise<void>) => async () =>
  new WritableStream<Uint8Array>({ write })
const never = () => new Promise<void>(() => {})

/** Being saved to a place of the person's choice: the button tells how far it has come. */
export const Saving: Story = {
  parameters: { provider: { delivery: 'save', saveTarget: saveInto(slowDisk()) } },
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      backend.addJob({ id: '1001', status: 'completed', totalRows: 20_000 })
    })
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    const button = await canvas.findByRole('button', { name: /^Saving \d+%: Download Delivery/ })
    await expect(button).toHaveAttribute('aria-busy', 'true')
  },
}

/** A disk that takes one piece and then no more. */
function slowDisk(): (piece: Uint8Array) => Promise<void> {
  let pieces = 0
  return () => {
    pieces += 1
    return pieces === 1 ? Promise.resolve() : never()
  }
}

/** All of it is on the disk. */
export const Saved: Story = {
  parameters: { provider: { delivery: 'save', saveTarget: saveInto(async () => {}) } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await expectShown(() => canvas.getByRole('article', { name: 'File saved' }))
  },
}

/** The person has chosen no place: nothing is asked, and nothing is told. */
export const SaveCalledOff: Story = {
  parameters: {
    provider: {
      delivery: 'save',
      saveTarget: () => Promise.reject(new DOMException('No place.', 'AbortError')),
    },
  },
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: NAME })).not.toHaveAttribute('aria-busy'),
    )
    await expect(backendOf(msw).log).toHaveLength(0)
    await expect(canvas.queryByRole('article')).toBeNull()
  },
}

/** The place cannot be opened here, so the browser downloads the file, and the pop-up says so. */
export const SavedInstead: Story = {
  parameters: {
    provider: {
      delivery: 'save',
      saveTarget: () => Promise.reject(new DOMException('No picker.', 'NotSupportedError')),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    const popUp = await canvas.findByRole(
      'article',
      { name: /^The file cannot be saved/ },
      { timeout: 5_000 },
    )
    await expectShown(() => popUp)
  },
}

/** The disk is full half-way. */
export const SaveFailed: Story = {
  parameters: {
    provider: {
      delivery: 'save',
      saveTarget: saveInto(() => Promise.reject(new Error('The disk is full.'))),
    },
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await expectPopUp(canvasElement, /^The download was stopped before its end/)
  },
}

/** The browser asks for a press of its own: the link waits in the button. */
export const ClickToDownload: Story = {
  parameters: {
    provider: {
      delivery: 'save',
      saveTarget: () => Promise.reject(new DOMException('No press.', 'SecurityError')),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: NAME }))
    await expect(
      await canvas.findByRole('button', { name: /^Click to download: Download Delivery/ }),
    ).toBeVisible()
  },
}

/** An icon that needs a press of its own shows its words, and has room for them. */
export const ClickToDownloadIcon: Story = {
  ...ClickToDownload,
  args: { variant: 'icon' },
  play: async (context) => {
    await ClickToDownload.play?.(context)
    const button = context.canvas.getByRole('button', { name: /^Click to download:/ })
    await expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth)
  },
}

/** In a new tab, as the backend's own page does it. */
export const InNewTab: Story = {
  args: { delivery: 'newTab' },
  play: async ({ canvas }) => {
    // pressing it would leave a tab behind
    await expect(canvas.getByRole('button', { name: NAME })).toBeVisible()
  },
}

/** One part of an export that has several, and the manifest that lists them. */
export const OneOfSeveral: Story = {
  args: { fileId: 'manifest', 'aria-label': 'Download manifest.json' },
  beforeEach({ msw }) {
    const part = { size: null, contentType: null, checksum: null }
    serve(msw, (backend) => {
      backend.addJob({
        id: '1001',
        status: 'completed',
        totalRows: 12,
        files: [
          { ...part, id: 'part-1', name: 'part-1.csv' },
          { ...part, id: 'manifest', name: 'manifest.json' },
        ],
      })
    })
  },
  play: async ({ canvas, msw, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Download manifest.json' }))
    await waitFor(() =>
      expect(backendOf(msw).log.map(({ operation }) => operation)).toEqual(['grant', 'file']),
    )
  },
}

const noPress = () => Promise.reject(new DOMException('No press.', 'SecurityError'))

/** Every state of the button; what its pop-ups tell stands with `ExportPopUps`. */
export const AllStates: Story = {
  parameters: sheetParameters,
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      hasTheJob(backend)
      for (const id of ['Slow', 'Large', 'Blocked', 'Icon']) {
        backend.addJob({ id, status: 'completed', totalRows: 20_000 })
      }
      backend.faults.add({ match: { operation: 'grant', jobId: 'Slow' }, delayMs: HOUR_MS })
    })
  },
  render: (args, { globals }) => {
    const named = (id: string) => buildExportJob({ id, name: id })
    const failed = buildExportJob({ id: '1001', status: 'failed' })
    const state = (
      name: string,
      props: Partial<ExportDownloadButtonProps> = {},
      provider: Partial<ExportJobsProviderProps> = {},
    ) => ({ name, content: <ExportDownloadButton {...args} {...props} />, provider })
    const asking = { delivery: 'save', saveTarget: noPress } as const
    return (
      <StateSheet
        locale={globals.locale}
        states={[
          state('Ready'),
          state('Being prepared', { job: named('Slow') }),
          state(
            'Being saved',
            { job: named('Large') },
            { delivery: 'save', saveTarget: saveInto(slowDisk()) },
          ),
          state('Asks for a press of its own', { job: named('Blocked') }, asking),
          state('Disabled, with its reason', { job: failed, unavailableAction: 'disable' }),
          state('Explains itself when pressed', { job: failed, unavailableAction: 'explain' }),
          state('Icon alone', { variant: 'icon' }),
          state('Icon that asks for a press', { job: named('Icon'), variant: 'icon' }, asking),
          state('Icon without effect', {
            job: failed,
            unavailableAction: 'disable',
            variant: 'icon',
          }),
          state('No file: nothing is drawn', { job: failed, unavailableAction: 'hide' }),
        ]}
      />
    )
  },
  play: async ({ canvas, userEvent }) => {
    for (const name of ['Slow', 'Large', 'Blocked', 'Icon']) {
      await userEvent.click(canvas.getByRole('button', { name: new RegExp(`^Download ${name}`) }))
    }
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: /Slow/ })).toHaveAttribute('aria-busy', 'true'),
    )
    await expectShown(() => canvas.getByRole('button', { name: /^Saving \d+%: Download Large/ }))
    for (const name of ['Blocked', 'Icon']) {
      await expectShown(() =>
        canvas.getByRole('button', { name: new RegExp(`^Click to download: Download ${name}`) }),
      )
    }
    await expect(canvas.getAllByRole('button')).toHaveLength(9)
  },
}
