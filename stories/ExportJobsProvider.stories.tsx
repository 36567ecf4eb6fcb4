import type { Meta, StoryObj } from '@storybook/react-vite'
import { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ExportHistoryTable,
  ExportJobsProvider,
  type ExportJobsProviderProps,
  type ExportLinkProps,
  exportColumns,
} from 'react-export-jobs'
import { DEFAULT_REPORT_TYPES, SCENARIOS } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
import { backendOf, serve } from './support/serve.js'
import { inOwnFrame, storyClient } from './support/with-provider.js'

const COLUMNS = [
  exportColumns.name,
  exportColumns.reportType,
  exportColumns.status,
  exportColumns.created,
]

const columns = () => COLUMNS

/** A host's page: the provider, and a table in it. */
function Page(props: ExportJobsProviderProps) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <ExportJobsProvider queryClient={queryClient} {...props}>
      <ExportHistoryTable columns={columns} toolbar={false} defaults={{ pageSize: 5 }} />
    </ExportJobsProvider>
  )
}

const meta = {
  component: ExportJobsProvider,
  parameters: inOwnFrame,
  tags: ['autodocs'],
  args: {
    client: storyClient,
    scope: { companyId: '7' },
    userKey: 'dana',
    timeZone: 'UTC',
    urlState: 'memory',
  },
  argTypes: {
    locale: { control: 'select', options: ['en', 'en-GB', 'de', 'fr', 'ja', 'ar'] },
    timeZone: {
      control: 'select',
      options: ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo'],
    },
    urlState: { control: 'inline-radio', options: ['memory', 'spa'] },
    delivery: { control: 'inline-radio', options: ['frame', 'newTab', 'save'] },
    labels: { control: 'object' },
    scope: { control: 'object' },
  },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  render: (args) => <Page {...args} />,
} satisfies Meta<typeof ExportJobsProvider>

export default meta

type Story = StoryObj<typeof meta>

/** A client, a tenant and a person are enough. */
export const Plain: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–5 of 200')).toBeVisible()
  },
}

/** Dates in the person's language and zone: it is already evening in Tokyo. */
export const LocaleAndZone: Story = {
  args: { locale: 'en-GB', timeZone: 'Asia/Tokyo' },
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByText(/^23 Nov 2026/)).length).toBeGreaterThan(0)
    await expect(canvas.getAllByText(/17:5\d/).length).toBeGreaterThan(0)
  },
}

/** The host's words take the place of ours; the others stay. */
export const OwnWords: Story = {
  args: { labels: { columns: { created: 'Requested' }, statuses: { completed: 'Done' } } },
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByText('Done')).length).toBeGreaterThan(0)
    await expect(canvas.getByRole('columnheader', { name: /^Requested/ })).toBeVisible()
  },
}

/** Report types read as the host has registered them. */
export const ReportTypes: Story = {
  args: { reportTypes: DEFAULT_REPORT_TYPES },
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByText(/^Purchase orders by/)).length).toBeGreaterThan(0)
  },
}

/** While the host does not know yet what the person may see, nothing is asked. */
export const PermissionPending: Story = {
  args: { can: () => 'pending' },
  play: async ({ canvas, msw }) => {
    await expect(await canvas.findByText('Loading exports')).toBeInTheDocument()
    await expect(backendOf(msw).log).toHaveLength(0)
  },
}

function RouterLink({ children, ...link }: ExportLinkProps) {
  return (
    <a {...link} data-router="">
      {children}
    </a>
  )
}

/** Links are the host router's own. */
export const RouterLinks: Story = {
  args: { linkComponent: RouterLink, getJobHref: ({ id }) => `#/exports/${id}` },
  play: async ({ canvas }) => {
    const [link] = await canvas.findAllByRole('link')
    await expect(link).toHaveAttribute('data-router')
    await expect(link).toHaveAttribute('href', expect.stringMatching(/^#\/exports\//))
  },
}

/** What a page looks like under each choice of its provider, one beside the other. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (name: string, props: Partial<ExportJobsProviderProps> = {}) => ({
      name,
      content: <Page {...args} userKey={null} {...props} />,
    })
    return (
      <StateSheet
        locale={globals.locale}
        layout="wide"
        states={[
          state('A client and a tenant'),
          state('Another language and zone', LocaleAndZone.args),
          state("The host's words", OwnWords.args),
          state("The host's report types", { reportTypes: DEFAULT_REPORT_TYPES }),
          state("The host's links", RouterLinks.args),
          state('Not known yet what the person may see', { can: () => 'pending' }),
          state('Nothing may be seen', { can: () => false }),
        ]}
      />
    )
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText('1–5 of 200')).toHaveLength(5))
    await expect(canvas.getByText('You do not have access to these exports')).toBeVisible()
  },
}
