import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect } from 'react'
import {
  type ExportJob,
  type ExportJobsClient,
  ExportNotifications,
  type ExportNotificationsProps,
  useCreateExportJob,
  useExportNoticeCounts,
} from 'react-export-jobs'
import { createMemoryClient } from 'react-export-jobs/clients/memory'
import { buildExportJob } from 'react-export-jobs/mocks'
import { expect, waitFor, within } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const READY = buildExportJob({ id: '1', reportType: 'vendor' })
const ALSO_READY = buildExportJob({ id: '2', reportType: 'inventory', fileFormat: 'xlsx' })
const FAILED = buildExportJob({
  id: '3',
  status: 'failed',
  error: { code: 'source_timeout', message: 'The warehouse did not answer within 10 minutes.' },
})
const NOTED = buildExportJob({ id: '4', fileFormat: 'pdf', warnings: ['12 rows were left out.'] })

/** A backend whose jobs are over as soon as they are asked for, in the order given. */
function quickClient(jobs: readonly ExportJob[]): ExportJobsClient {
  let count = 0
  return {
    ...createMemoryClient({ jobs }),
    createJob: async () => ({ kind: 'job', job: jobs[count++ % jobs.length] ?? READY }),
  }
}

function provider(jobs: readonly ExportJob[]) {
  const links = { getHistoryHref: () => '#exports', getJobHref: ({ id }: ExportJob) => `#${id}` }
  return {
    // nobody is known, so that no story knows what another one has shown
    provider: { client: quickClient(jobs), userKey: null, ...links },
    jobCount: jobs.length,
  }
}

/** A host's page, which asks for exports at once. */
function Page({ jobCount }: { readonly jobCount: number }) {
  const { createJob } = useCreateExportJob()
  const { notDownloaded } = useExportNoticeCounts()
  useEffect(() => {
    void (async () => {
      for (let count = 0; count < jobCount; count += 1) {
        await createJob({ reportType: 'x', fileFormat: 'csv', dateRange: null, parameters: {} })
      }
    })()
  }, [createJob, jobCount])
  return <p>The host's own page. Files waiting: {notDownloaded}.</p>
}

const meta = {
  component: ExportNotifications,
  decorators: [withProvider],
  parameters: { ...inOwnFrame, ...provider([READY]) },
  tags: ['autodocs'],
  render: (args, { parameters }) => (
    <>
      <Page jobCount={parameters.jobCount} />
      <ExportNotifications {...args} />
    </>
  ),
} satisfies Meta<typeof ExportNotifications>

export default meta

type Story = StoryObj<typeof meta>

async function expectNotice(canvasElement: HTMLElement, title: string): Promise<HTMLElement> {
  const region = await within(canvasElement).findByRole('region', { name: 'Export notifications' })
  await expectShown(() => within(region).getByText(title))
  await expect(region.matches(':popover-open')).toBe(true)
  return region
}

/** Nothing has ended. */
export const None: Story = {
  parameters: provider([]),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('region')).toBeNull()
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement()
  },
}

/** A file that waits. */
export const Ready: Story = {
  play: async ({ canvas, canvasElement }) => {
    const region = await expectNotice(canvasElement, 'Export ready')
    await expect(within(region).getByRole('button', { name: /^Download Vendor/ })).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent('Export ready: Vendor')
    await expect(canvas.getByText(/Files waiting: 1/)).toBeVisible()
    await expect(document.body).toHaveFocus()
  },
}

/** A file with a note of the backend. */
export const ReadyWithNote: Story = {
  parameters: provider([NOTED]),
  play: async ({ canvasElement }) => {
    const region = await expectNotice(canvasElement, 'Export ready')
    await expect(within(region).getByText('12 rows were left out.')).toBeVisible()
  },
}

/** A failure with its reason. */
export const Failed: Story = {
  parameters: provider([FAILED]),
  play: async ({ canvasElement }) => {
    const region = await expectNotice(canvasElement, 'Export failed')
    await expect(within(region).getByText(/^The warehouse did not answer/)).toBeVisible()
  },
}

/** Several are told together. */
export const Several: Story = {
  parameters: provider([READY, ALSO_READY, FAILED]),
  play: async ({ canvas, canvasElement }) => {
    const region = await expectNotice(canvasElement, '2 exports ready, 1 failed')
    await expect(within(region).getAllByRole('listitem')).toHaveLength(3)
    await expect(within(region).getByRole('link', { name: 'Show all exports' })).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent('2 exports ready, 1 failed')
  },
}

/** More than fit are counted. */
export const Many: Story = {
  parameters: provider(
    ['5', '6', '7', '8', '9'].map((id) => buildExportJob({ id, fileFormat: 'xlsx' })),
  ),
  play: async ({ canvasElement }) => {
    const region = await expectNotice(canvasElement, '5 exports ready')
    await expect(within(region).getByText(/and 2 more/)).toBeVisible()
  },
}

/** Names and reasons longer than the notice is wide. */
export const LongTexts: Story = {
  parameters: provider([
    buildExportJob({ id: '1', name: `Deliveries of ${'Niederösterreich '.repeat(6)}` }),
    buildExportJob({
      id: '2',
      status: 'failed',
      name: '配送先の一覧（2026年10月）',
      error: { code: 'x', message: `Path ${'very/long/'.repeat(14)}file.csv is not writable.` },
    }),
  ]),
  play: async ({ canvasElement }) => {
    const region = await expectNotice(canvasElement, '1 export ready, 1 failed')
    await expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth)
  },
}

/** A state in each corner of the window. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (
      name: string,
      position: ExportNotificationsProps['position'],
      jobs: readonly ExportJob[],
    ) => ({
      name,
      content: (
        <>
          <Page jobCount={jobs.length} />
          <ExportNotifications {...args} position={position} />
        </>
      ),
      // a tenant each: one tenant's notices are told in one place of a page only
      provider: { ...provider(jobs).provider, scope: { companyId: name } },
    })
    return (
      <StateSheet
        locale={globals.locale}
        states={[
          state('Ready', 'top-start', [READY]),
          state('Several', 'top-end', [READY, ALSO_READY, FAILED]),
          state('Failed', 'bottom-start', [FAILED]),
          state('Ready, with a note', 'bottom-end', [NOTED]),
        ]}
      />
    )
  },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getAllByRole('region', { name: 'Export notifications' })).toHaveLength(4),
    )
    await expect(await canvas.findAllByText('2 exports ready, 1 failed')).not.toHaveLength(0)
  },
}

/** Taken away by the person. */
export const Dismissed: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    const region = await expectNotice(canvasElement, 'Export ready')
    await userEvent.click(within(region).getByRole('button', { name: 'Dismiss' }))
    await expect(region).not.toBeVisible()
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement()
  },
}

/** In the corner below where lines begin. */
export const BottomStart: Story = {
  args: { position: 'bottom-start' },
  play: Ready.play,
}

/** In a dark host whose lines run from right to left. */
export const DarkRightToLeft: Story = {
  globals: { theme: 'dark', direction: 'rtl' },
  parameters: provider([READY, ALSO_READY, FAILED]),
  play: Several.play,
}
