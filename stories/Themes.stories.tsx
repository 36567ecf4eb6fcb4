import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  ExportDetail,
  ExportHistory,
  ExportRequestForm,
  exportColumns,
  type ReportType,
} from 'react-export-jobs'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import '../examples/themes/enterprise.css'
import '../examples/themes/material.css'
import '../examples/themes/shadcn.css'
import { expectShown } from './support/expectations.js'
import { minutesAgo, serve } from './support/serve.js'
import { fullStoryClient, inOwnFrame, withProvider } from './support/with-provider.js'

const REPORT: ReportType = {
  id: 'delivery_location',
  label: 'Delivery location',
  formats: ['csv', 'pdf'],
  fields: [
    { id: 'dateRange', kind: 'date-range', label: 'Delivered in', required: true },
    { id: 'note', kind: 'text', label: 'Note', description: 'Is printed on the first page.' },
    { id: 'headers', kind: 'switch', label: 'With a header row' },
  ],
}

interface ThemedPageProps {
  /** The class that the host's theme hangs on. */
  readonly theme: string
}

/** The whole history page, a job's own page and a form, one below the other. */
function ThemedPage({ theme }: ThemedPageProps) {
  return (
    <div className={theme} style={{ display: 'grid', gap: '2.5rem' }}>
      <ExportHistory
        table={{
          columns: (defaults) => [...defaults, exportColumns.actions],
          bulkActions: ['delete'],
        }}
      />
      <ExportDetail jobId="9001" />
      <ExportRequestForm reportType="delivery_location" />
    </div>
  )
}

const meta = {
  title: 'Themes',
  component: ThemedPage,
  decorators: [withProvider],
  parameters: {
    ...inOwnFrame,
    provider: {
      client: fullStoryClient,
      reportTypes: [REPORT],
      getHistoryHref: () => '#exports',
    },
  },
  beforeEach({ msw }) {
    serve(msw, (backend) => {
      SCENARIOS.allStates(backend)
      backend.addJob({
        id: '9001',
        name: 'October deliveries',
        status: 'completed',
        createdAt: minutesAgo(20),
        warnings: ['10,000 of 48,112 rows: limit reached'],
      })
    })
  },
} satisfies Meta<typeof ThemedPage>

export default meta

type Story = StoryObj<typeof meta>

/** Tonal surfaces and round buttons: `examples/themes/material.css`. */
export const Material: Story = {
  args: { theme: 'theme-material' },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('1–16 of 16'))
    await expectShown(() => canvas.getByRole('heading', { name: 'October deliveries' }))
    await expect(await canvas.findByRole('button', { name: 'Export' })).toBeVisible()
  },
}

/** The same in a dark room. */
export const MaterialDark: Story = { ...Material, globals: { theme: 'dark' } }

/** Black and white, thin lines: `examples/themes/shadcn.css`. */
export const Shadcn: Story = { ...Material, args: { theme: 'theme-shadcn' } }

/** The same in a dark room. */
export const ShadcnDark: Story = { ...Shadcn, globals: { theme: 'dark' } }

/** Square and plain: `examples/themes/enterprise.css`. */
export const Enterprise: Story = { ...Material, args: { theme: 'theme-enterprise' } }

/** The same in a dark room. */
export const EnterpriseDark: Story = { ...Enterprise, globals: { theme: 'dark' } }
