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
import { expect } from 'storybook/test'
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
